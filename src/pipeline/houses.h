#pragma once

#include "origin/origins.h"
#include "ruleset/ruleset.h"

namespace gainsay::pipeline {

/// What the rules say of publishers, as the origin stage takes it.
[[nodiscard]] origin::Knowledge houses_of(const ruleset::RuleSet& rules);
/// The same with one way of crediting alone.
[[nodiscard]] origin::Knowledge houses_of(const ruleset::RuleSet& rules,
                                          const ruleset::CreditRule& alone);

}  // namespace gainsay::pipeline
