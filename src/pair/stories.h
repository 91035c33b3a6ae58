#pragma once

#include <vector>

#include "pair/pairer.h"

namespace gainsay::pair {

/// The story of each report: average-link clusters of reports that are alike.
[[nodiscard]] std::vector<StoryId> stories(const Rows& rows,
                                           const std::vector<std::vector<std::string>>& words,
                                           std::size_t documents, double threshold);

}  // namespace gainsay::pair
