#include "knowledge.h"

#include <algorithm>

namespace gainsay::judge {
namespace {

constexpr std::string_view kGroupPrefix = "same.";
constexpr std::string_view kIncludesPrefix = "includes.";

Policy policy_of(const ruleset::ClaimRule& rule) {
  return {rule.compare,     true,          rule.functional, rule.cumulative,
          rule.per_subject, rule.modality, rule.labels,     rule.ordered};
}

}  // namespace

Knowledge::Knowledge(const ruleset::RuleSet& rules)
    : numbers_(rules.judge.numbers.begin(), rules.judge.numbers.end()) {
  for (const auto& rule : rules.claims) {
    by_rule_.emplace(rule.id, policy_of(rule));
    by_attribute_.emplace(rule.attribute, policy_of(rule));
  }
  for (const auto& [name, words] : rules.words)
    add_list(name, words);
  for (const auto& [name, words] : rules.judge.families)
    add_list(name, words);
  verdicts_.resize(kVerdictCount);
  for (std::size_t i = 0; i < kVerdictCount; ++i)
    verdicts_[i].verdict = static_cast<Verdict>(i);
  for (const auto& rule : rules.judge.verdicts)
    verdicts_[static_cast<std::size_t>(rule.verdict)] = rule;
}

void Knowledge::add_list(const std::string& name, const std::vector<std::string>& words) {
  lists_[name].insert(words.begin(), words.end());
  if (name.starts_with(kIncludesPrefix)) {
    includes_[name.substr(kIncludesPrefix.size())].insert(words.begin(), words.end());
  }
  if (!name.starts_with(kGroupPrefix)) return;
  for (const std::string& word : words) {
    groups_.emplace(word, name.substr(kGroupPrefix.size()));
    longest_in_group_ = std::max(longest_in_group_, word.size());
  }
}

const Policy& Knowledge::policy(const Claim& claim) const {
  if (const auto it = by_rule_.find(claim.rule); it != by_rule_.end()) return it->second;
  const auto it = by_attribute_.find(claim.attribute);
  return it == by_attribute_.end() ? generic_ : it->second;
}

double Knowledge::number(std::string_view name, double fallback) const {
  const auto it = numbers_.find(name);
  return it == numbers_.end() ? fallback : it->second;
}

bool Knowledge::in(std::string_view list, std::string_view word) const {
  const auto it = lists_.find(list);
  return it != lists_.end() && it->second.contains(word);
}

std::string_view Knowledge::group(std::string_view word) const {
  if (word.size() > longest_in_group_) return word;
  const auto it = groups_.find(word);
  return it == groups_.end() ? word : std::string_view(it->second);
}

bool Knowledge::includes(std::string_view whole, std::string_view part) const {
  const auto it = includes_.find(whole);
  return it != includes_.end() && whole != part && it->second.contains(part);
}

const ruleset::VerdictRule& Knowledge::verdict(Verdict verdict) const {
  return verdicts_[static_cast<std::size_t>(verdict)];
}

}  // namespace gainsay::judge
