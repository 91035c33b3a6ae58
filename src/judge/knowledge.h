#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ruleset/ruleset.h"
#include "types/claim.h"
#include "types/finding.h"

namespace gainsay::judge {

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
  std::map<std::string, Policy, std::less<>> by_rule_;
  std::map<std::string, Policy, std::less<>> by_attribute_;
  std::map<std::string, double, std::less<>> numbers_;
  std::map<std::string, std::set<std::string, std::less<>>, std::less<>> lists_;
  std::map<std::string, std::string, std::less<>> groups_;
  std::vector<ruleset::VerdictRule> verdicts_;
};

}  // namespace gainsay::judge
