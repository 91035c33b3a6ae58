#pragma once

#include <vector>

#include "report/report.h"
#include "types/decision.h"

namespace gainsay::pipeline {

/// For each finding of the report the decision about it, or null. A decision about sentences that
/// now read otherwise is about none.
[[nodiscard]] std::vector<const Decision*> decisions_about(const std::vector<Decision>& decisions,
                                                           const report::Report& report);

/// Lets the findings follow what reviewers decided: a dismissed one loses its severity and is
/// counted, one decided as a variant is a note, one decided as an update is no more than a warning.
void honour(const std::vector<Decision>& decisions, report::Report& report);

}  // namespace gainsay::pipeline
