#include <fstream>
#include <optional>

#include "ingest/json_lines.h"
#include "pipeline/sentences.h"
#include "reading.h"
#include "report/sentences.h"

namespace gainsay::pipeline {
namespace {

void tag_line(const extract::Extractor& extractor, bool json, const std::string& id,
              const std::string& text, std::ostream& out) {
  std::vector<report::SeenQuantity> seen;
  for (extract::SeenQuantity& s : extractor.quantities(text))
    seen.push_back({s.span, std::move(s.quantity)});
  out << (json ? report::quantities_json(id, text, seen) : report::quantities_text(text, seen));
}

void tag_stream(const extract::Extractor& extractor, const TagOptions& options,
                const std::string& name, std::istream& in, std::ostream& out, LinesResult& result) {
  std::uint64_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.ends_with('\r')) line.pop_back();
    const std::string where = name + ":" + std::to_string(number);
    if (std::optional<std::string> fault = ingest::fault_of(line)) {
      result.errors.push_back({ErrorCode::kInvalidText, where, *fault});
      continue;
    }
    ++result.lines;
    if (options.json_lines && line.starts_with('{')) {
      const Result<ingest::TextLine> given = ingest::read_text_line(where, line);
      if (given) {
        tag_line(extractor, true, given->id, given->text, out);
      } else {
        result.errors.push_back(given.error());
      }
    } else {
      tag_line(extractor, options.json_lines, std::to_string(number), line, out);
    }
  }
}

}  // namespace

LinesResult tag(const TagOptions& options, std::istream& in, std::ostream& out) {
  LinesResult result;
  const std::optional<Reading> reading = load_reading(options.resources.rules, result.fatal);
  if (!reading) return result;
  if (options.files.empty()) {
    tag_stream(reading->extractor, options, "<stdin>", in, out, result);
  }
  for (const std::string& file : options.files) {
    if (file == "-") {
      tag_stream(reading->extractor, options, "<stdin>", in, out, result);
      continue;
    }
    std::ifstream stream(file, std::ios::binary);
    if (stream.peek(); stream.good() || stream.eof()) {
      tag_stream(reading->extractor, options, file, stream, out, result);
    } else {
      result.errors.push_back({ErrorCode::kNotFound, file, "cannot be read; is it there?"});
    }
  }
  return result;
}

}  // namespace gainsay::pipeline
