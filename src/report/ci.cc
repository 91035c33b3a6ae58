#include <array>

#include <fmt/format.h>

#include "diagnostics.h"
#include "display.h"
#include "json_writer.h"
#include "quote.h"
#include "report/formats.h"

namespace gainsay::report {
namespace {

std::vector<Diagnostic> listed(const Report& report, Severity minimum) {
  const Lookup lookup(report);
  return both_sides(report, diagnostics(report, lookup, minimum));
}

text::Position end_of(const Place& place, ColumnUnit unit) {
  return position(*place.in->document, place.claim->span.end, unit);
}
text::Position start_of(const Place& place, ColumnUnit unit) {
  return position(*place.in->document, place.claim->span.begin, unit);
}

std::string label(const Place& place) {
  return display(place.claim->value) + " in " + said_by(*place.in);
}

void write_location(JsonWriter& json, const Place& place) {
  const auto point = [&json](const char* key, text::Position at) {
    json.key(key).open('{');
    json.key("line").integer(at.line);
    json.key("column").integer(at.column);
    json.close('}');
  };
  json.key("location").open('{');
  json.key("path").string(place.in->document->name());
  json.key("range").open('{');
  point("start", start_of(place, ColumnUnit::kByte));
  point("end", end_of(place, ColumnUnit::kByte));
  json.close('}');
  json.close('}');
}

void write_rd(JsonWriter& json, const Diagnostic& d) {
  constexpr std::array<const char*, 4> kLevels = {"INFO", "INFO", "WARNING", "ERROR"};
  json.open('{');
  json.key("message").string(message(d));
  write_location(json, d.at);
  json.key("severity").string(kLevels[static_cast<std::size_t>(d.finding->severity)]);
  json.key("source").open('{');
  json.key("name").string("gainsay");
  json.close('}');
  json.key("code").open('{');
  json.key("value").string(name(d.finding->verdict));
  json.close('}');
  json.key("related_locations").open('[');
  for (const Place& place : d.related) {
    json.open('{');
    json.key("message").string(label(place));
    write_location(json, place);
    json.close('}');
  }
  json.close(']');
  json.close('}');
}

/// GitHub's escapes; properties escape two characters more.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    out += special ? fmt::format("%{:02X}", static_cast<unsigned char>(c)) : std::string(1, c);
  }
  return out;
}

}  // namespace

std::string to_rdjson(const Report& report, Severity minimum) {
  const Lookup lookup(report);
  JsonWriter json;
  json.open('{');
  json.key("source").open('{');
  json.key("name").string("gainsay");
  json.close('}');
  json.key("diagnostics").open('[');
  for (const Diagnostic& d : diagnostics(report, lookup, minimum)) {
    json.line();
    write_rd(json, d);
  }
  json.close(']');
  json.close('}');
  return json.take() + "\n";
}

std::string to_rdjsonl(const Report& report, Severity minimum) {
  const Lookup lookup(report);
  std::string out;
  for (const Diagnostic& d : diagnostics(report, lookup, minimum)) {
    JsonWriter json;
    write_rd(json, d);
    out += json.take() + "\n";
  }
  return out;
}

std::string to_github(const Report& report, Severity minimum) {
  constexpr std::uint32_t kShown = 10;
  constexpr std::array<const char*, 4> kCommands = {"notice", "notice", "warning", "error"};
  std::array<std::uint32_t, 4> given{};
  std::uint32_t left_out = 0;
  std::string out;
  for (const Diagnostic& d : listed(report, minimum)) {
    const auto severity = static_cast<std::size_t>(d.finding->severity);
    if (given[severity]++ >= kShown) {
      ++left_out;
      continue;
    }
    const text::Position start = start_of(d.at, ColumnUnit::kUtf16);
    const text::Position end = end_of(d.at, ColumnUnit::kUtf16);
    out += fmt::format("::{} file={},line={},endLine={}", kCommands[severity],
                       escaped(d.at.in->document->name(), true), start.line, end.line);
    // Columns are refused for more than one line.
    if (start.line == end.line) {
      out += fmt::format(",col={},endColumn={}", start.column, end.column);
    }
    out += fmt::format(",title={}::{}\n", name(d.finding->verdict), escaped(message(d), false));
  }
  if (left_out != 0) {
    out += fmt::format("::notice::{} not shown here, for a step shows {} of a severity\n",
                       counted(left_out, "finding"), kShown);
  }
  return out;
}

std::string to_gitlab(const Report& report, Severity minimum) {
  constexpr std::array<const char*, 4> kLevels = {"info", "info", "minor", "major"};
  JsonWriter json;
  json.open('[');
  for (const Diagnostic& d : listed(report, minimum)) {
    const ContentHash side = ContentHash{}
                                 .add(d.finding->id.value())
                                 .add(d.at.claim->fingerprint)
                                 .add(d.at.in->document->name());
    json.line();
    json.open('{');
    json.key("description").string(message(d));
    json.key("check_name").string(name(d.finding->verdict));
    json.key("fingerprint").hex(side.value());
    json.key("severity").string(kLevels[static_cast<std::size_t>(d.finding->severity)]);
    json.key("location").open('{');
    json.key("path").string(d.at.in->document->name());
    json.key("lines").open('{');
    json.key("begin").integer(start_of(d.at, ColumnUnit::kByte).line);
    json.key("end").integer(end_of(d.at, ColumnUnit::kByte).line);
    json.close('}');
    json.close('}');
    json.close('}');
  }
  json.close(']');
  return json.take() + "\n";
}

}  // namespace gainsay::report
