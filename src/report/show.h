#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/report.h"
#include "types/decision.h"

namespace gainsay::report {

/// What has this id in full: each finding of it with both claims and what was decided, or a claim
/// with its findings. A finding has the same id in every copy of its reports.
[[nodiscard]] std::string shown_text(const Report& report, std::uint64_t id,
                                     const std::vector<Decision>& decisions);
/// `{"schema": "gainsay-show/1", "findings", "claims", "documents", "decision"}`, the first three
/// as in gainsay-report/1.
[[nodiscard]] std::string shown_json(const Report& report, std::uint64_t id,
                                     const std::vector<Decision>& decisions);

}  // namespace gainsay::report
