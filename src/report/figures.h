#pragma once

#include <vector>

#include "overview.h"
#include "report/report.h"

namespace gainsay::report {

/// Quantities of one attribute, unit and story, by document and span.
using Figure = std::vector<const Claim*>;

/// True when the judge found one event, measure, scope and time.
[[nodiscard]] bool compares(const Finding& finding);

/// Joins the claims of each finding for which `joins` holds; claims that meet no other stand alone.
/// Denied figures are left out. By the first claim. Lifetime: not longer than the report.
[[nodiscard]] std::vector<Figure> figures(const Report& report, const Lookup& lookup,
                                          bool (*joins)(const Finding&));

}  // namespace gainsay::report
