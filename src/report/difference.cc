#include "report/difference.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "json_writer.h"
#include "quote.h"

namespace gainsay::report {
namespace {

using Json = nlohmann::json;

/// Claims by id with their attribute and place.
std::map<std::string, std::pair<std::string, std::string>> claims_of(const Json& report) {
  std::map<std::uint64_t, std::string> paths;
  for (const Json& document : report.at("documents"))
    paths.emplace(document.at("id").get<std::uint64_t>(), document.at("path").get<std::string>());
  std::map<std::string, std::pair<std::string, std::string>> out;
  for (const Json& claim : report.at("claims")) {
    const Json& span = claim.at("span");
    out.emplace(
        claim.at("id").get<std::string>(),
        std::pair(claim.at("attribute").get<std::string>(),
                  fmt::format("{}:{}:{}", paths.at(claim.at("document").get<std::uint64_t>()),
                              span.at("line").get<std::uint64_t>(),
                              span.at("column").get<std::uint64_t>())));
  }
  return out;
}

Told told_of(const Json& report, Severity minimum) {
  const auto claims = claims_of(report);
  Told out;
  for (const Json& finding : report.at("findings")) {
    ToldFinding told;
    if (!parse(finding.at("verdict").get<std::string>(), told.verdict) ||
        !parse(finding.at("severity").get<std::string>(), told.severity)) {
      throw std::out_of_range("verdict");
    }
    if (told.severity < minimum) continue;
    const auto& [attribute, a] = claims.at(finding.at("a").get<std::string>());
    told.attribute = attribute;
    told.a = a;
    told.b = claims.at(finding.at("b").get<std::string>()).second;
    told.reason = finding.at("reason").get<std::string>();
    ToldFinding& kept = out.emplace(finding.at("id").get<std::string>(), told).first->second;
    if (told.severity > kept.severity) kept = told;
  }
  return out;
}

std::string level(const ToldFinding& finding) {
  return fmt::format("{} {}", finding.severity == Severity::kNone ? "info" : name(finding.severity),
                     name(finding.verdict));
}

std::string line(const char* what, const std::string& id, const ToldFinding& finding,
                 const std::string& before) {
  return printable(fmt::format("{}: {}: {}: {}: {} ({}) [{}]", what, finding.a, level(finding),
                               finding.attribute, finding.reason,
                               before.empty() ? "also " + finding.b : before, id)) +
         "\n";
}

void write(JsonWriter& json, const std::string& id, const ToldFinding& finding,
           const ToldFinding* before) {
  json.line();
  json.open('{');
  json.key("id").string(id);
  json.key("verdict").string(name(finding.verdict));
  json.key("severity").string(name(finding.severity));
  json.key("attribute").string(finding.attribute);
  json.key("a").string(finding.a);
  json.key("b").string(finding.b);
  json.key("reason").string(finding.reason);
  if (before != nullptr) {
    json.key("before").open('{');
    json.key("verdict").string(name(before->verdict));
    json.key("severity").string(name(before->severity));
    json.key("reason").string(before->reason);
    json.close('}');
  }
  json.close('}');
}

bool same(const ToldFinding& x, const ToldFinding& y) {
  return x.verdict == y.verdict && x.severity == y.severity && x.reason == y.reason;
}

}  // namespace

Result<Told> read_told(std::string_view json, const std::string& where, Severity minimum) {
  try {
    const Json report = Json::parse(json);
    if (!report.is_object() || report.value("schema", Json()) != "gainsay-report/1") {
      return fail(ErrorCode::kInvalidText, where,
                  "this is no report of Gainsay; make one with --format json");
    }
    return told_of(report, minimum);
  } catch (const Json::parse_error& error) {
    const std::string_view before = json.substr(0, std::min(error.byte, json.size()));
    return fail(ErrorCode::kInvalidText,
                fmt::format("{}:{}", where, 1 + std::ranges::count(before, '\n')),
                "this is no JSON; make a report with --format json");
  } catch (const std::exception&) {  // a member that is missing, or of another kind
    return fail(ErrorCode::kInvalidText, where,
                "this report is not complete; make it again with --format json");
  }
}

Difference difference(const Told& before, const Told& after) {
  Difference out;
  struct List {
    std::uint64_t count = 0;
    std::string text;
    JsonWriter json;
  };
  List fresh, gone, changed;
  for (List* list : {&fresh, &gone, &changed})
    list->json.open('[');
  const auto add = [](List& list, const char* what, const std::string& id,
                      const ToldFinding& finding, const ToldFinding* was) {
    ++list.count;
    std::string told;
    if (was != nullptr) {
      told = "was " + level(*was);
      if (was->reason != finding.reason) told += ": " + was->reason;
    }
    list.text += line(what, id, finding, told);
    write(list.json, id, finding, was);
  };
  std::uint64_t unchanged = 0;
  for (const auto& [id, finding] : after) {
    const auto known = before.find(id);
    const ToldFinding* was = known == before.end() ? nullptr : &known->second;
    if (was == nullptr) {
      add(fresh, "new", id, finding, nullptr);
    } else if (!same(*was, finding)) {
      add(changed, "changed", id, finding, was);
    } else {
      ++unchanged;
    }
    if (was == nullptr || finding.severity > was->severity) ++out.risen[finding.severity];
  }
  for (const auto& [id, finding] : before) {
    if (!after.contains(id)) add(gone, "gone", id, finding, nullptr);
  }
  out.text = fresh.text + gone.text + changed.text +
             fmt::format("{} new, {} gone, {} changed, {} same\n", fresh.count, gone.count,
                         changed.count, unchanged);
  JsonWriter json;
  json.open('{');
  json.key("schema").string("gainsay-diff/1");
  for (auto& [key, list] : {std::pair("new", &fresh), {"gone", &gone}, {"changed", &changed}}) {
    list->json.close(']');
    json.key(key).json(list->json.take());
  }
  json.key("same").integer(unchanged);
  json.close('}');
  out.json = json.take() + "\n";
  return out;
}

}  // namespace gainsay::report
