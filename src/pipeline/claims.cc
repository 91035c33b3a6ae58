#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <tuple>
#include <utility>

#include "pipeline/sentences.h"
#include "reading.h"
#include "rendering.h"
#include "report/sentences.h"

namespace gainsay::pipeline {

LinesResult claims(const ClaimsOptions& options, std::istream& in, std::ostream& out) {
  LinesResult result;
  const std::optional<Reading> reading = load_reading(options.resources.rules, result.fatal);
  if (!reading) return result;
  std::vector<std::unique_ptr<text::Document>> documents;
  const auto add = [&](Result<text::Document> read) {
    if (read) {
      documents.push_back(std::make_unique<text::Document>(std::move(*read)));
    } else {
      result.errors.push_back(std::move(read).error());
    }
  };
  if (std::ranges::find(options.paths, "-") != options.paths.end()) {
    std::string bytes((std::istreambuf_iterator<char>(in)), {});
    add(ingest::read_bytes(options.stdin_name, std::move(bytes),
                           ingest::format_of(options.stdin_name), reading->ingest));
  }
  for (const std::filesystem::path& file : expand(options.paths, result.errors))
    add(ingest::read_file(file, reading->ingest));
  std::ranges::stable_sort(documents, {}, [](const auto& d) { return d->name(); });

  report::Report view = new_report(reading->rules);
  for (const auto& document : documents) {
    const std::vector<text::Sentence> sentences = reading->splitter.split(*document);
    const DocumentId id(static_cast<std::uint32_t>(view.documents.size() + 1));
    report::ReportDocument shown;
    shown.facts = {id, document->metadata().source, document->metadata().published, OriginId{},
                   StoryId{}};
    shown.document = document.get();
    for (const text::Sentence& sentence : sentences) {
      shown.sentences.push_back(
          {sentence.original, std::string(text::readable(*document, sentence)), sentence.zone, {}});
    }
    for (extract::Trace& trace : reading->extractor.trace(*document, sentences))
      shown.sentences[trace.sentence].tagged = std::move(trace.tagged);
    view.documents.push_back(std::move(shown));
    for (Claim& claim : reading->extractor.extract(*document, sentences)) {
      claim.document = id;
      view.claims.push_back(std::move(claim));
    }
    ++result.lines;
  }
  report::name_sources(view.documents);
  std::ranges::sort(result.errors, {}, [](const Error& e) { return std::tie(e.where, e.message); });
  view.errors = result.errors;
  out << (options.json ? report::to_json(view) : report::claims_text(view));
  return result;
}

}  // namespace gainsay::pipeline
