#pragma once

#include <cstdint>
#include <vector>

#include "types/pair.h"

namespace gainsay::pair {

/// A report that may as well be of another event.
struct Border {
  std::uint32_t report = 0;
  std::uint32_t event = 0;  ///< the other one, as its place in the list of events
};

/// The reports whose words are less than exp(`doubt`) times likelier in their own event than in
/// another; of several others the likeliest. An event is a list of indices of `terms`.
[[nodiscard]] std::vector<Border> borders(const std::vector<std::vector<std::uint32_t>>& events,
                                          const std::vector<Terms>& terms, double doubt);

}  // namespace gainsay::pair
