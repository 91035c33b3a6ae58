#pragma once

#include <string>

#include "types/claim.h"

namespace gainsay::report {

/// "14,000", "1.25", "-3": at most three decimals, thousands grouped.
[[nodiscard]] std::string display_number(double value);

/// The figure without what is counted, for a heading that names the measure: "more than 14,000".
[[nodiscard]] std::string display_figure(const Value& value);

/// The values under which the statement holds, in the unit of the quantity: "81 to 99 minutes".
[[nodiscard]] std::string display_bounds(const Quantity& quantity, const Bounds& bounds);

}  // namespace gainsay::report
