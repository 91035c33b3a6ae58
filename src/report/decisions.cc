#include "report/decisions.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "decision_json.h"

namespace gainsay::report {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kSchema = "gainsay-decisions/1";
constexpr std::array<std::string_view, 7> kReasons = {
    "not-same-event",   "different-as-of",  "rounding", "quoted-claim",
    "extraction-error", "source-corrected", "other"};

/// The text of a member; false when it is missing or no text.
bool text_of(const Json& object, const char* key, std::string& out) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return false;
  out = found->get<std::string>();
  return true;
}

/// What is wrong with the decision; nothing when it was read.
std::string read_one(const Json& object, Decision& out) {
  if (!object.is_object()) return "a decision is an object";
  std::string fingerprint, verdict;
  std::uint64_t id = 0;
  if (!text_of(object, "fingerprint", fingerprint) || !from_hex(fingerprint, id)) {
    return "\"fingerprint\" has to be the 16 hexadecimal digits of a finding";
  }
  out.finding = FindingId(id);
  if (!text_of(object, "verdict", verdict) || !parse(verdict, out.ruling)) {
    return "\"verdict\" has to be confirm, dismiss, variant, update or later";
  }
  for (const auto& [key, text] : {std::pair{"reason", &out.reason}, std::pair{"note", &out.note},
                                  std::pair{"reviewer", &out.reviewer}, std::pair{"at", &out.at}}) {
    if (!text_of(object, key, *text)) return std::string("\"") + key + "\" has to be a text";
  }
  const bool known = std::ranges::find(kReasons, out.reason) != kReasons.end();
  if (out.ruling == Ruling::kDismiss ? !known : !out.reason.empty()) {
    return "\"reason\" has to name why it is dismissed, and is empty for every other verdict";
  }
  const auto claims = object.find("claims");
  if (claims == object.end() || !claims->is_array() || claims->size() != 2 ||
      !(*claims)[0].is_string() || !(*claims)[1].is_string()) {
    return "\"claims\" has to hold both sentences";
  }
  for (std::size_t i = 0; i < 2; ++i)
    out.claims[i] = (*claims)[i].get<std::string>();
  return "";
}

/// The line of a decision, counted by their fingerprints.
std::string place(std::string_view text, const std::string& where, std::size_t number) {
  std::size_t line = 1;
  std::size_t seen = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.compare(at, 13, "\"fingerprint\"") == 0 && seen++ == number) break;
    if (text[at] == '\n') ++line;
  }
  return where + ":" + std::to_string(line);
}

std::size_t line_at(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, std::min(byte, text.size()));
  return 1 + static_cast<std::size_t>(std::ranges::count(before, '\n'));
}

Result<Json> parsed(std::string_view text, const std::string& where) {
  try {
    return Json::parse(text);
  } catch (const Json::parse_error& error) {
    return fail(ErrorCode::kInvalidText, where + ":" + std::to_string(line_at(text, error.byte)),
                "this is no JSON; export the decisions again");
  }
}

}  // namespace

void write_decision(JsonWriter& json, const Decision& decision) {
  json.open('{');
  json.key("fingerprint").hex(decision.finding.value());
  json.key("verdict").string(name(decision.ruling));
  json.key("reason").string(decision.reason);
  json.key("note").string(decision.note);
  json.key("reviewer").string(decision.reviewer);
  json.key("at").string(decision.at);
  json.key("claims").open('[');
  for (const std::string& claim : decision.claims)
    json.string(claim);
  json.close(']');
  json.close('}');
}

std::string to_decisions(std::vector<Decision> decisions) {
  std::ranges::sort(decisions, {}, &Decision::finding);
  JsonWriter json(JsonWriter::Spacing::kNone);
  json.open('{');
  json.key("schema").string(kSchema);
  json.key("decisions").open('[');
  for (const Decision& decision : decisions) {
    json.line();
    write_decision(json, decision);
  }
  return json.take() + (decisions.empty() ? "]}\n" : "\n]}\n");
}

Result<std::vector<Decision>> read_decisions(std::string_view text, const std::string& where) {
  const Result<Json> file = parsed(text, where);
  if (!file) return Unexpected{file.error()};
  std::string schema;
  if (!file->is_object() || !text_of(*file, "schema", schema) || schema != kSchema ||
      !file->contains("decisions") || !(*file)["decisions"].is_array()) {
    return fail(ErrorCode::kInvalidText, where + ":1",
                "this file holds no decisions: \"schema\" is not \"" + std::string(kSchema) + "\"");
  }
  std::vector<Decision> out;
  for (const Json& object : (*file)["decisions"]) {
    Decision decision;
    const std::string problem = read_one(object, decision);
    if (!problem.empty())
      return fail(ErrorCode::kInvalidText, place(text, where, out.size()), problem);
    const auto same = [&decision](const Decision& d) { return d.finding == decision.finding; };
    if (std::ranges::any_of(out, same)) {
      return fail(ErrorCode::kInvalidText, place(text, where, out.size()),
                  "a second decision about one finding; keep one of the two");
    }
    out.push_back(std::move(decision));
  }
  return out;
}

Result<std::vector<DecisionChange>> read_changes(std::string_view text) {
  const Result<Json> body = parsed(text, "changes");
  if (!body) return Unexpected{body.error()};
  const auto refused = [](const std::string& why) {
    return fail(ErrorCode::kInvalidText, "changes", why);
  };
  if (!body->is_object() || !body->contains("changes") || !(*body)["changes"].is_array()) {
    return refused("\"changes\" is missing");
  }
  std::vector<DecisionChange> out;
  for (const Json& object : (*body)["changes"]) {
    DecisionChange change;
    std::string fingerprint;
    std::uint64_t id = 0;
    if (!object.is_object() || !text_of(object, "fingerprint", fingerprint) ||
        !from_hex(fingerprint, id)) {
      return refused("\"fingerprint\" is missing");
    }
    change.finding = FindingId(id);
    for (const auto& [key, into] :
         {std::pair{"expected", &change.expected}, std::pair{"next", &change.next}}) {
      const auto found = object.find(key);
      if (found == object.end()) return refused(std::string("\"") + key + "\" is missing");
      if (found->is_null()) continue;
      const std::string problem = read_one(*found, into->emplace());
      if (!problem.empty()) return refused(problem);
      if ((*into)->finding != change.finding) return refused("two fingerprints in one change");
    }
    out.push_back(std::move(change));
  }
  return out;
}

std::string to_conflicts(const std::vector<FindingId>& refused, const std::vector<Decision>& all) {
  JsonWriter json(JsonWriter::Spacing::kNone);
  json.open('{');
  json.key("conflicts").open('[');
  for (const FindingId finding : refused) {
    const auto now = std::ranges::find(all, finding, &Decision::finding);
    json.open('{');
    json.key("fingerprint").hex(finding.value());
    json.key("now");
    if (now == all.end()) {
      json.null();
    } else {
      write_decision(json, *now);
    }
    json.close('}');
  }
  json.close(']');
  json.close('}');
  return json.take();
}

std::string to_problem(const Error& error) {
  JsonWriter json(JsonWriter::Spacing::kNone);
  json.open('{');
  json.key("problem").string(error.where + ": " + error.message);
  json.close('}');
  return json.take();
}

}  // namespace gainsay::report
