#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "types/result.h"

namespace gainsay::pipeline {

struct RuleInfo {
  std::string id;
  std::string kind;
  std::string attribute;
  std::string says;
  std::size_t examples = 0;
};

struct RulesResult {
  std::vector<RuleInfo> rules;  ///< sorted by id
  std::vector<Error> errors;    ///< everything wrong with the rule files
};
[[nodiscard]] RulesResult list_rules(const std::filesystem::path& rules);
/// The same, with every pattern compiled.
[[nodiscard]] RulesResult validate_rules(const std::filesystem::path& rules);

struct RulesTestResult {
  std::uint64_t passed = 0;
  std::uint64_t known_gaps = 0;  ///< examples listed as not working yet, which do not
  std::vector<Error> failures;   ///< place of the example, what was expected and what was found
  std::vector<Error> errors;     ///< rule files that do not load
};
/// Runs every example of every rule. A known gap that passes is a failure: it is to be promoted.
[[nodiscard]] RulesTestResult test_rules(const std::filesystem::path& rules);

/// The kinds of rule files: a file ("gates.yaml") or a folder ("claims").
[[nodiscard]] std::vector<std::string> rule_kinds();
/// JSON Schema, draft 7, of one kind of rule file; nothing for an unknown kind.
[[nodiscard]] std::optional<std::string> rule_schema(std::string_view kind);

}  // namespace gainsay::pipeline
