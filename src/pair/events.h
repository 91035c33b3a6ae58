#pragma once

#include <cstdint>
#include <vector>

#include "types/pair.h"

namespace gainsay::pair {

/// Divides reports of like matters (indices into `terms`) into those of one event each. `copy_of`
/// names for each report the first one with the same text; copies go where that one goes.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> events_among(
    const std::vector<std::uint32_t>& reports, const std::vector<Terms>& terms,
    const std::vector<std::uint32_t>& copy_of, double evidence);

}  // namespace gainsay::pair
