#pragma once

#include <vector>

#include "report/report.h"
#include "types/decision.h"

namespace gainsay::pipeline {

/// Lets the findings follow what reviewers decided: a dismissed one loses its severity and is
/// counted, one decided as a variant is a note, one decided as an update is no more than a warning.
/// A decision about sentences that now read otherwise changes nothing.
void honour(const std::vector<Decision>& decisions, report::Report& report);

}  // namespace gainsay::pipeline
