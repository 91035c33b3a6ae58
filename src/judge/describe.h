#pragma once

#include <string>

#include "types/claim.h"

namespace gainsay::judge {

/// "130,000", "about 90 minutes", "more than 14,000", "2 to 5 %", "USD 2.5 million".
[[nodiscard]] std::string describe(const Quantity& quantity);
/// The quantity, or the label in quotation marks.
[[nodiscard]] std::string describe(const Claim& claim);
/// "23 % apart": the gap between two quantities as a share of the larger.
[[nodiscard]] std::string gap(const Quantity& a, const Quantity& b);
/// Thousands separated by commas, at most two decimals.
[[nodiscard]] std::string number(double value);

}  // namespace gainsay::judge
