#pragma once

#include <string>
#include <vector>

#include "pipeline/policy.h"
#include "ruleset/ruleset.h"
#include "types/claim.h"
#include "types/finding.h"
#include "types/result.h"

namespace gainsay::pipeline {

/// What a policy and a comment in a draft may name: verdicts, claim rules and their attributes.
[[nodiscard]] std::vector<std::string> rule_names(const ruleset::RuleSet& rules);

/// Entries that name nothing there is, each with its place and the nearest name.
[[nodiscard]] std::vector<Error> unknown_names(const Policy& policy, const ruleset::RuleSet& rules);

/// Sets the numbers of the judge that the policy names.
void tune(const Policy& policy, ruleset::RuleSet& rules);

/// The entries that are for a draft of this name; for "" those that are for every draft.
[[nodiscard]] Policy policy_for(const Policy& policy, const std::string& draft);

/// Verdict and severity of a finding as all entries of the policy have it; false when it is
/// switched off.
[[nodiscard]] bool apply(const Policy& policy, const ruleset::JudgeRules& rules, const Claim& a,
                         const Claim& b, Finding& finding);

}  // namespace gainsay::pipeline
