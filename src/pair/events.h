#pragma once

#include <cstdint>
#include <vector>

#include "borders.h"
#include "pair/pairer.h"
#include "types/pair.h"

namespace gainsay::pair {

struct Events {
  std::vector<std::vector<std::uint32_t>> events;  ///< each sorted
  std::vector<Border> borders;
};

/// Divides reports of like matters (indices into `terms`) into those of one event each. `copy_of`
/// names for each report the first one with the same text; copies go where that one goes.
[[nodiscard]] Events events_among(const std::vector<std::uint32_t>& reports,
                                  const std::vector<Terms>& terms,
                                  const std::vector<std::uint32_t>& copy_of,
                                  const Options& options);

}  // namespace gainsay::pair
