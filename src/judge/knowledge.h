#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ruleset/ruleset.h"
#include "types/claim.h"
#include "types/finding.h"

namespace gainsay::judge {

/// Looks a view up without making a string of it.
struct ViewHash {
  using is_transparent = void;  // NOLINT(readability-identifier-naming)
  std::size_t operator()(std::string_view text) const noexcept {
    return std::hash<std::string_view>{}(text);
  }
};
template <class Value>
using ByName = std::unordered_map<std::string, Value, ViewHash, std::equal_to<>>;
using Names = std::unordered_set<std::string, ViewHash, std::equal_to<>>;

/// How claims of one attribute are compared: the part of a ClaimRule that the judge needs.
struct Policy {
  std::string compare;
  bool known = false;  ///< a rule exists; false for the generic `count:<noun>`
  bool functional = true;
  bool cumulative = false;
  bool per_subject = false;
  Modality modality = Modality::kFact;
  std::map<std::string, std::vector<std::string>> labels;
  std::vector<std::vector<std::string>> ordered;
};

/// Everything the judge knows of language and news, taken from the rules.
class Knowledge {
 public:
  explicit Knowledge(const ruleset::RuleSet& rules);

  [[nodiscard]] const Policy& policy(const Claim& claim) const;
  /// The tolerance or window of that name, `fallback` when the rules do not set it.
  [[nodiscard]] double number(std::string_view name, double fallback) const;
  /// Is `word` in the list or family of that name?
  [[nodiscard]] bool in(std::string_view list, std::string_view word) const;
  /// Name of the synonym group (`same.<group>`) of a word, or the word itself.
  [[nodiscard]] std::string_view group(std::string_view word) const;
  /// True when `whole` is an attribute that counts `part` among others (`includes.<whole>`).
  [[nodiscard]] bool includes(std::string_view whole, std::string_view part) const;
  [[nodiscard]] const ruleset::VerdictRule& verdict(Verdict verdict) const;

 private:
  void add_list(const std::string& name, const std::vector<std::string>& words);

  Policy generic_;
  ByName<Policy> by_rule_;
  ByName<Policy> by_attribute_;
  ByName<double> numbers_;
  ByName<Names> lists_;
  ByName<Names> includes_;
  ByName<std::string> groups_;
  std::size_t longest_in_group_ = 0;
  std::vector<ruleset::VerdictRule> verdicts_;
};

}  // namespace gainsay::judge
