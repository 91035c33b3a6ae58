#include "apply_policy.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "globs.h"
#include "ruleset/node.h"
#include "show_line.h"
#include "suppress/directives.h"

namespace gainsay::pipeline {
namespace {

bool exists(const std::string& rule, const std::vector<std::string>& known) {
  return rule.starts_with("count:") || std::ranges::any_of(known, [&](const std::string& name) {
           return suppress::matches(rule, name);
         });
}

bool is_about(const std::string& rule, const Claim& claim) {
  return suppress::matches(rule, claim.attribute) || suppress::matches(rule, claim.rule);
}

/// By which share of the larger two figures differ; nothing where that makes no sense.
std::optional<double> apart(const Claim& a, const Claim& b) {
  if (!a.value.quantity || !b.value.quantity) return std::nullopt;
  const bool a_first = a.value.quantity->lo < b.value.quantity->lo;
  const double low = (a_first ? a : b).value.quantity->hi;
  const double high = (a_first ? b : a).value.quantity->lo;
  if (!std::isfinite(low) || !std::isfinite(high) || high == 0) return std::nullopt;
  return std::max(0.0, (high - low) / std::abs(high));
}

bool is_of_figures(Verdict verdict) {
  return verdict == Verdict::kNumericConflict || verdict == Verdict::kTension ||
         verdict == Verdict::kUpdate || verdict == Verdict::kRevisionDown;
}

void tolerate(const Policy& policy, const Claim& a, const Claim& b, Finding& finding) {
  const Ruled<double>* tolerance = nullptr;
  for (const Ruled<double>& one : policy.tolerances) {
    if (is_about(one.rule, a)) tolerance = &one;
  }
  if (tolerance == nullptr || !is_of_figures(finding.verdict)) return;
  const std::optional<double> share = apart(a, b);
  if (!share || *share > tolerance->value) return;
  finding.verdict = Verdict::kCompatible;
  finding.severity = Severity::kNone;
  finding.reason += ", which " + tolerance->where + " tolerates";
}

Severity usual(Verdict verdict, const ruleset::JudgeRules& rules) {
  const auto rule = std::ranges::find(rules.verdicts, verdict, &ruleset::VerdictRule::verdict);
  return rule == rules.verdicts.end() ? Severity::kNone : rule->severity;
}

template <class T>
std::vector<Ruled<T>> for_draft(const std::vector<Ruled<T>>& all, const std::string& folder,
                                const std::string& draft) {
  std::vector<Ruled<T>> out;
  std::ranges::copy_if(all, std::back_inserter(out), [&](const Ruled<T>& one) {
    return one.files.empty() ||
           (!draft.empty() && std::ranges::any_of(one.files, [&](const std::string& glob) {
             return glob_matches_anywhere(glob, seen_from(folder, draft));
           }));
  });
  return out;
}

}  // namespace

std::vector<std::string> rule_names(const ruleset::RuleSet& rules) {
  std::vector<std::string> out{"statement", "quote"};
  for (std::size_t i = 0; i < kVerdictCount; ++i)
    out.emplace_back(name(static_cast<Verdict>(i)));
  for (const ruleset::ClaimRule& rule : rules.claims) {
    out.push_back(rule.id);
    out.push_back(rule.attribute);
  }
  return out;
}

std::vector<Error> unknown_names(const Policy& policy, const ruleset::RuleSet& rules) {
  std::vector<Error> out;
  const std::vector<std::string> known = rule_names(rules);
  const auto say = [&](const auto& entry, const std::string& what,
                       const std::vector<std::string>& names) {
    out.push_back({ErrorCode::kUsage, entry.where,
                   "\"" + entry.rule + "\" is " + what + ruleset::suggest(entry.rule, names)});
    show_line(out.back());
  };
  for (const Ruled<Severity>& level : policy.levels) {
    if (!exists(level.rule, known)) say(level, "no verdict and no rule", known);
  }
  std::vector<std::string> tunable(known.begin() + kVerdictCount + 2, known.end());
  for (const auto& [number, value] : rules.judge.numbers)
    tunable.push_back(number);
  for (const Ruled<double>& tolerance : policy.tolerances) {
    const bool gate = rules.judge.numbers.contains(tolerance.rule);
    if (!exists(tolerance.rule, tunable)) {
      say(tolerance, "no rule and no number of the judge", tunable);
    } else if (gate && !tolerance.files.empty()) {
      say(tolerance, "a number of the judge, which is the same for every draft", {});
    } else if (!gate && tolerance.value > 1) {
      say(tolerance, "given a share above 1", {});
    }
  }
  return out;
}

void tune(const Policy& policy, ruleset::RuleSet& rules) {
  for (const Ruled<double>& tolerance : policy.tolerances) {
    const auto number = rules.judge.numbers.find(tolerance.rule);
    if (number != rules.judge.numbers.end()) number->second = tolerance.value;
  }
}

Policy policy_for(const Policy& policy, const std::string& draft) {
  return {policy.folder, for_draft(policy.levels, policy.folder, draft),
          for_draft(policy.tolerances, policy.folder, draft)};
}

bool apply(const Policy& policy, const ruleset::JudgeRules& rules, const Claim& a, const Claim& b,
           Finding& finding) {
  tolerate(policy, a, b, finding);
  std::optional<Severity> level;
  std::optional<Severity> highest;
  for (const Ruled<Severity>& one : policy.levels) {
    if (suppress::matches(one.rule, name(finding.verdict))) level = one.value;
    if (is_about(one.rule, a)) highest = one.value;
  }
  if (level == Severity::kNone || highest == Severity::kNone) return false;
  // What a draft has right keeps no severity, unless the verdict never has one.
  const bool counts =
      finding.severity != Severity::kNone || usual(finding.verdict, rules) == Severity::kNone;
  if (level && counts) finding.severity = *level;
  if (highest) finding.severity = std::min(finding.severity, *highest);
  return true;
}

}  // namespace gainsay::pipeline
