#pragma once

#include <string>
#include <string_view>

#include "types/claim.h"

namespace gainsay::report {

/// "14,000", "1.25", "-3": at most three decimals, thousands grouped.
[[nodiscard]] std::string display_number(double value);

/// The figure without what is counted, for a heading that names the measure: "more than 14,000".
[[nodiscard]] std::string display_figure(const Value& value);

/// The values under which the statement holds, in the unit of the quantity: "81 to 99 minutes".
[[nodiscard]] std::string display_bounds(const Quantity& quantity, const Bounds& bounds);

/// "Casualties: killed" for "casualties.killed", "Number of soldiers" for "count:soldier".
[[nodiscard]] std::string display_measure(std::string_view attribute);

/// How numbers of a quantity's base unit are shown: divided by `factor`, between two affixes.
struct Scale {
  double factor = 1;
  std::string before;  ///< "EUR "
  std::string after;   ///< " km"
};
/// Without the counted noun, which the measure names.
[[nodiscard]] Scale display_scale(const Quantity& quantity);

}  // namespace gainsay::report
