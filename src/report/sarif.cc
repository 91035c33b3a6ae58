#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "diagnostics.h"
#include "display.h"
#include "json_parts.h"
#include "json_writer.h"
#include "report/formats.h"

// Source: SARIF 2.1.0, and the part of it that code hosts read: the first location, related
// locations that the message links, partialFingerprints, at most 25,000 results.

namespace gainsay::report {
namespace {

constexpr std::size_t kMostResults = 25000;
constexpr std::size_t kMostRelated = 100;

const char* level(Severity severity) {
  constexpr std::array<const char*, 4> kLevels = {"none", "note", "warning", "error"};
  return kLevels[static_cast<std::size_t>(severity)];
}

void write_text(JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key).open('{');
  json.key("text").string(text);
  json.close('}');
}

/// The path of a report in the checked tree; other reports are named in the message only.
bool in_tree(const Place& place) {
  const std::string& path = place.in->document->name();
  return !path.starts_with('/') && !path.starts_with("../") && !path.starts_with('<');
}

void write_physical(JsonWriter& json, const Place& place) {
  const text::Document& document = *place.in->document;
  const Span span = place.claim->span;
  const text::Position start = position(document, span.begin, ColumnUnit::kUtf16);
  const text::Position end = position(document, span.end, ColumnUnit::kUtf16);
  const std::uint32_t offset = units_before(document, span.begin, ColumnUnit::kUtf16);
  json.key("physicalLocation").open('{');
  json.key("artifactLocation").open('{');
  json.key("uri").string((document.name().starts_with('/') ? "file://" : "") +
                         uri_of(document.name()));
  json.close('}');
  json.key("region").open('{');
  json.key("startLine").integer(start.line);
  json.key("startColumn").integer(start.column);
  json.key("endLine").integer(end.line);
  json.key("endColumn").integer(end.column);
  json.key("charOffset").integer(offset);
  json.key("charLength").integer(units_before(document, span.end, ColumnUnit::kUtf16) - offset);
  json.key("byteOffset").integer(span.begin);
  json.key("byteLength").integer(span.size());
  write_text(json, "snippet", place.claim->text);
  json.close('}');
  json.close('}');
}

/// The message with a link to each related location.
std::string linked(const Diagnostic& d, const std::vector<const Place*>& related) {
  std::string out = message(d) + ".";
  for (std::size_t i = 0; i < related.size(); ++i) {
    std::string source;
    for (const char c : said_by(*related[i]->in)) {
      if (c == '[' || c == ']' || c == '\\') source += '\\';
      source += c;
    }
    out += fmt::format("{} [{}]({})", i == 0 ? " See" : ",", source, i + 1);
  }
  return out;
}

void write_result(JsonWriter& json, const Diagnostic& d, std::size_t rule) {
  std::vector<const Place*> related;
  for (const Place& place : d.related) {
    if (in_tree(place) && related.size() < kMostRelated) related.push_back(&place);
  }
  const std::string id = to_hex(d.finding->id.value());
  json.line();
  json.open('{');
  json.key("ruleId").string(name(d.finding->verdict));
  json.key("ruleIndex").integer(rule);
  json.key("level").string(level(d.finding->severity));
  write_text(json, "message", linked(d, related));
  json.key("locations").open('[');
  json.open('{');
  write_physical(json, d.at);
  json.close('}');
  json.close(']');
  if (!related.empty()) {
    json.key("relatedLocations").open('[');
    for (std::size_t i = 0; i < related.size(); ++i) {
      json.open('{');
      json.key("id").integer(i + 1);
      write_physical(json, *related[i]);
      write_text(json, "message",
                 display(related[i]->claim->value) + " in " + said_by(*related[i]->in));
      json.close('}');
    }
    json.close(']');
  }
  json.key("partialFingerprints").open('{');
  json.key("primaryLocationLineHash").string(id);
  json.key("gainsayPair/v1").string(id);
  json.close('}');
  json.key("properties").open('{');
  json.key("attribute").string(d.at.claim->attribute);
  json.key("value");
  write_value(json, d.at.claim->value);
  json.key("otherValue");
  write_value(json, d.related.front().claim->value);
  json.key("confidence").number(d.finding->confidence);
  json.close('}');
  json.close('}');
}

void write_rules(JsonWriter& json, const Report& report, const std::vector<Verdict>& rules,
                 const std::map<Verdict, std::string>& precision) {
  json.key("rules").open('[');
  for (const Verdict verdict : rules) {
    const std::string& says = report.says[static_cast<std::size_t>(verdict)];
    json.line();
    json.open('{');
    json.key("id").string(name(verdict));
    write_text(json, "shortDescription", says.empty() ? name(verdict) : says);
    write_text(json, "fullDescription", says.empty() ? name(verdict) : says);
    write_text(json, "help",
               fmt::format("gainsay explain {} says what this verdict means and when it is given.",
                           name(verdict)));
    if (const auto known = precision.find(verdict); known != precision.end()) {
      json.key("properties").open('{');
      json.key("precision").string(known->second);
      json.close('}');
    }
    json.close('}');
  }
  json.close(']');
}

void write_invocation(JsonWriter& json, const Report& report, std::size_t left_out) {
  json.key("invocations").open('[');
  json.open('{');
  json.key("executionSuccessful").boolean(report.errors.empty());
  json.key("toolExecutionNotifications").open('[');
  for (const Error& error : report.errors) {
    json.open('{');
    json.key("level").string("error");
    write_text(json, "message", error.where + ": " + error.message);
    json.close('}');
  }
  if (left_out != 0) {
    json.open('{');
    json.key("level").string("warning");
    write_text(json, "message", counted(left_out, "finding") + " left out, above the limit");
    json.close('}');
  }
  json.close(']');
  json.close('}');
  json.close(']');
}

}  // namespace

std::string to_sarif(const Report& report, Severity minimum,
                     const std::map<Verdict, std::string>& precision) {
  const Lookup lookup(report);
  std::vector<Diagnostic> found = diagnostics(report, lookup, minimum);
  const std::size_t left_out = found.size() > kMostResults ? found.size() - kMostResults : 0;
  found.resize(found.size() - left_out);
  std::set<Verdict> seen;
  for (const Diagnostic& d : found)
    seen.insert(d.finding->verdict);
  const std::vector<Verdict> rules(seen.begin(), seen.end());

  JsonWriter json;
  json.open('{');
  json.key("$schema").string("https://json.schemastore.org/sarif-2.1.0.json");
  json.key("version").string("2.1.0");
  json.key("runs").open('[');
  json.open('{');
  json.key("tool").open('{');
  json.key("driver").open('{');
  json.key("name").string("gainsay");
  json.key("semanticVersion").string(report.version);
  write_rules(json, report, rules, precision);
  json.close('}');
  json.close('}');
  json.key("columnKind").string("utf16CodeUnits");
  write_invocation(json, report, left_out);
  json.key("results").open('[');
  for (const Diagnostic& d : found) {
    const auto rule = std::ranges::lower_bound(rules, d.finding->verdict);
    write_result(json, d, static_cast<std::size_t>(rule - rules.begin()));
  }
  json.close(']');
  json.close('}');
  json.close(']');
  json.close('}');
  return json.take() + "\n";
}

}  // namespace gainsay::report
