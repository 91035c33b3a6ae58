#pragma once

#include <cstddef>

namespace gainsay::pair {

/// What is supposed of the share of reports of an event that have a term, before any is seen: most
/// have few of its terms. Beta(kHas, kHasNot).
inline constexpr double kHas = 0.3;
inline constexpr double kHasNot = 1.5;

/// That share, when `held` of `reports` have the term.
[[nodiscard]] constexpr double expected_rate(std::size_t held, std::size_t reports) {
  return (kHas + static_cast<double>(held)) / (kHas + kHasNot + static_cast<double>(reports));
}

}  // namespace gainsay::pair
