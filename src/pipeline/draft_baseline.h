#pragma once

#include <vector>

#include "pipeline/check.h"
#include "report/report.h"
#include "types/decision.h"
#include "types/result.h"

namespace gainsay::pipeline {

/// Findings that the file knows lose their severity and are counted in `in_baseline`. What a
/// reviewer dismissed is that, known or not: comments come first, then decisions, then the
/// baseline. Errors: those of the file, kOutput.
[[nodiscard]] Result<BaselineChange> compare_with_baseline(const BaselineUse& use,
                                                           const std::vector<Decision>& decisions,
                                                           report::Report& report);

}  // namespace gainsay::pipeline
