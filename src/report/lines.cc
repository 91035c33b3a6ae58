#include <fmt/format.h>

#include "diagnostics.h"
#include "display.h"
#include "json_parts.h"
#include "json_writer.h"
#include "quote.h"
#include "report/formats.h"

namespace gainsay::report {
namespace {

std::string path_of(const Diagnostic& d) {
  return printable(d.at.in->document->name());
}

std::vector<Diagnostic> listed(const Report& report, Severity minimum) {
  const Lookup lookup(report);
  return both_sides(report, diagnostics(report, lookup, minimum));
}

std::string cell(std::string text) {
  constexpr std::string_view kFormula = "=+-@\t\r";
  if (!text.empty() && kFormula.find(text.front()) != std::string_view::npos) text.insert(0, "'");
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += c;
    quoted += c;
  }
  return quoted + '"';
}

std::string cells(const Place& place) {
  const text::Position at = place.in->document->position(place.claim->span.begin);
  return fmt::format("{},{},{},{},{},{},{},{},{}", cell(place.in->document->name()), at.line,
                     at.column, place.claim->span.begin, place.claim->span.end,
                     cell(place.claim->text), cell(display(place.claim->value)),
                     cell(source_of(*place.in)),
                     place.in->facts.published ? to_iso(*place.in->facts.published) : "");
}

void write_place(JsonWriter& json, std::string_view key, const Place& place) {
  const text::Position at = place.in->document->position(place.claim->span.begin);
  json.key(key).open('{');
  json.key("path").string(place.in->document->name());
  json.key("source").string(source_of(*place.in));
  json.key("published")
      .string_or_null(place.in->facts.published ? to_iso(*place.in->facts.published) : "");
  json.key("start").integer(place.claim->span.begin);
  json.key("end").integer(place.claim->span.end);
  json.key("line").integer(at.line);
  json.key("column").integer(at.column);
  json.key("text").string(place.claim->text);
  json.key("attribute").string(place.claim->attribute);
  json.key("value");
  write_value(json, place.claim->value);
  json.close('}');
}

}  // namespace

std::string to_unix(const Report& report, Severity minimum) {
  std::string out;
  for (const Diagnostic& d : listed(report, minimum)) {
    const text::Position at =
        position(*d.at.in->document, d.at.claim->span.begin, ColumnUnit::kByte);
    out += fmt::format("{}:{}:{}: {}: {} [{}]\n", path_of(d), at.line, at.column,
                       name(d.finding->severity), message(d), name(d.finding->verdict));
  }
  return out;
}

std::string to_compact(const Report& report, Severity minimum) {
  std::string out;
  for (const Diagnostic& d : listed(report, minimum)) {
    const text::Position at =
        position(*d.at.in->document, d.at.claim->span.begin, ColumnUnit::kCodePoint);
    std::string severity = name(d.finding->severity);
    severity.front() = static_cast<char>(severity.front() - 'a' + 'A');
    out += fmt::format("{}: line {}, col {}, {} - {} ({})\n", path_of(d), at.line, at.column,
                       severity, message(d), name(d.finding->verdict));
  }
  return out;
}

std::string to_csv(const Report& report, Severity minimum) {
  const Lookup lookup(report);
  std::string out =
      "id,severity,verdict,attribute,path,line,column,start,end,text,value,source,published,"
      "other_path,other_line,other_column,other_start,other_end,other_text,other_value,"
      "other_source,other_published,origins,other_origins,reason\r\n";
  for (const Finding& finding : report.judgement.findings) {
    const Sides s = sides(lookup, finding);
    if (finding.severity < minimum || !s.complete()) continue;
    out += fmt::format("{},{},{},{},{},{},{},{},{}\r\n", to_hex(finding.id.value()),
                       name(finding.severity), name(finding.verdict), cell(s.a->attribute),
                       cells({s.a, s.in_a}), cells({s.b, s.in_b}), finding.origins_a,
                       finding.origins_b, cell(finding.reason));
  }
  return out;
}

std::string to_jsonl(const Report& report, Severity minimum) {
  const Lookup lookup(report);
  std::string out;
  for (const Finding& finding : report.judgement.findings) {
    const Sides s = sides(lookup, finding);
    if (finding.severity < minimum || !s.complete()) continue;
    JsonWriter json;
    json.open('{');
    json.key("id").hex(finding.id.value());
    json.key("verdict").string(name(finding.verdict));
    json.key("severity").string(name(finding.severity));
    json.key("reason").string(finding.reason);
    json.key("internal").boolean(finding.internal);
    write_place(json, "a", {s.a, s.in_a});
    write_place(json, "b", {s.b, s.in_b});
    json.key("confidence").number(finding.confidence);
    json.key("origins").open('{');
    json.key("a").integer(finding.origins_a);
    json.key("b").integer(finding.origins_b);
    json.close('}');
    json.close('}');
    out += json.take() + "\n";
  }
  return out;
}

}  // namespace gainsay::report
