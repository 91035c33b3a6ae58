#include <algorithm>
#include <array>
#include <cassert>

#include "pipeline/config.h"

namespace gainsay::pipeline {
namespace {

using Kind = Setting::Kind;

constexpr std::array<std::string_view, 4> kFailLevels = {"error", "warning", "note", "never"};
constexpr std::array<std::string_view, 4> kMinimums = {"error", "warning", "note", "none"};
constexpr std::array<std::string_view, 3> kUnused = {"off", "warn", "error"};
constexpr std::array<std::string_view, 4> kLevels = {"off", "note", "warning", "error"};

constexpr std::array<Setting, 16> kSettings = {{
    {"db", Kind::kFile, "Database of reports", "", {}},
    {"rules", Kind::kFile, "Directory of rules", "", {}},
    {"model", Kind::kFile, "Embedding model (fastText)", "", {}},
    {"drafts",
     Kind::kFiles,
     "Files, folders and globs that check reads when none is named",
     "",
     {}},
    {"decisions", Kind::kFile, "Decisions of reviewers to follow", "", {}},
    {"baseline", Kind::kFile, "File of known findings", "", {}},
    {"new_only", Kind::kFlag, "Leave out what the baseline knows", "false", {}},
    {"fail_level", Kind::kChoice, "Exit status 1 for findings of this severity", "", kFailLevels},
    {"max_warnings", Kind::kNumber, "Exit status 1 for more warnings than this", "", {}},
    {"min_level", Kind::kChoice, "Findings to list", "note", kMinimums},
    {"cross_drafts", Kind::kFlag, "Also check drafts against each other", "false", {}},
    {"unused_suppressions", Kind::kChoice, "Comments that take nothing back", "warn", kUnused},
    {"require_reason", Kind::kFlag, "Heed only comments that give a reason", "false", {}},
    {"levels", Kind::kLevels,
     "Severity of a verdict, or the highest for findings about a claim rule or attribute", "",
     kLevels},
    {"tolerances",
     Kind::kTolerances,
     "Share by which figures of a claim rule or attribute may differ, or a number of the judge",
     "",
     {}},
    {"overrides", Kind::kOverrides, "Levels and tolerances for some drafts", "", {}},
}};

std::string quoted(std::string_view text) {
  assert(text.find_first_of("\"\\\n") == text.npos);
  return "\"" + std::string(text) + "\"";
}

std::string schema_of(Kind kind, std::span<const std::string_view> choices, bool in_override);

std::string choice_schema(std::span<const std::string_view> choices) {
  std::string out;
  for (const std::string_view choice : choices)
    out += (out.empty() ? "" : ", ") + quoted(choice);
  return "{\"enum\": [" + out + "]";
}

std::string override_schema() {
  std::string out =
      "{\"type\": \"array\", \"items\": {\"type\": \"object\", \"additionalProperties\": false, "
      "\"required\": [\"files\"], \"properties\": {\"files\": " +
      schema_of(Kind::kFiles, {}, true) + "}";
  for (const Setting& one : kSettings) {
    if (one.kind == Kind::kLevels || one.kind == Kind::kTolerances) {
      out += ", " + quoted(one.key) + ": " + schema_of(one.kind, one.choices, true) + "}";
    }
  }
  return out + "}}";
}

/// Without its closing brace.
std::string schema_of(Kind kind, std::span<const std::string_view> choices, bool in_override) {
  switch (kind) {
    case Kind::kFile:
      return R"({"type": "string", "minLength": 1)";
    case Kind::kFiles:
      return R"({"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 1)";
    case Kind::kNumber:
      return R"({"type": "integer", "minimum": 0)";
    case Kind::kFlag:
      return R"({"type": "boolean")";
    case Kind::kChoice:
      return choice_schema(choices);
    case Kind::kLevels:
      return R"({"type": "object", "additionalProperties": )" + choice_schema(choices) + "}";
    case Kind::kTolerances:
      return R"({"type": "object", "additionalProperties": {"type": "number", "minimum": 0})";
    case Kind::kOverrides:
      return in_override ? std::string() : override_schema();
  }
  return {};
}

/// What is written behind a key in the template: what counts without it, or what could stand there.
std::string_view sample(const Setting& setting) {
  if (!setting.initial.empty()) return setting.initial;
  switch (setting.kind) {
    case Kind::kFile:
      return setting.key == "db" ? "news.db" : "PATH";
    case Kind::kFiles:
      return "[drafts/]";
    case Kind::kNumber:
      return "10";
    case Kind::kLevels:
      return "{variant: off, casualties.*: warning}";
    case Kind::kTolerances:
      return "{crowd.size: 0.1}";
    case Kind::kOverrides:
      return "[{files: [drafts/sport/**], levels: {update: note}}]";
    case Kind::kFlag:
    case Kind::kChoice:
      break;
  }
  return setting.choices.empty() ? "" : setting.choices.front();
}

}  // namespace

std::span<const Setting> settings() {
  return kSettings;
}

const Setting& setting(std::string_view key) {
  const auto* found = std::ranges::find(kSettings, key, &Setting::key);
  assert(found != kSettings.end());
  return *found;
}

std::string config_template() {
  std::string out =
      "# Settings of Gainsay. What stands on the command line or in the environment goes before "
      "them.\n# gainsay config schema prints what an editor needs to complete and check this "
      "file.\n";
  for (const Setting& one : kSettings) {
    out += "\n# " + std::string(one.says);
    for (const std::string_view choice : one.choices)
      out += (choice == one.choices.front() ? ": " : ", ") + std::string(choice);
    out += ".\n# " + std::string(one.key) + ": " + std::string(sample(one)) + "\n";
  }
  return out;
}

std::string config_schema() {
  std::string out =
      "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
      "  \"title\": \"Settings of Gainsay (.gainsay.yml)\",\n  \"type\": \"object\",\n"
      "  \"additionalProperties\": false,\n  \"properties\": {";
  for (const Setting& one : kSettings) {
    out += (&one == kSettings.data() ? "\n" : ",\n");
    out += "    " + quoted(one.key) + ": " + schema_of(one.kind, one.choices, false) +
           ", \"description\": " + quoted(one.says);
    if (!one.initial.empty()) {
      const bool text = one.kind == Kind::kChoice;
      out += ", \"default\": " + (text ? quoted(one.initial) : std::string(one.initial));
    }
    out += "}";
  }
  return out + "\n  }\n}\n";
}

}  // namespace gainsay::pipeline
