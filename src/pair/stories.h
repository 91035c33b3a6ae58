#pragma once

#include <vector>

#include "pair/pairer.h"

namespace gainsay::pair {

/// The story of each report: like reports (average link), of one stretch of time, of one event.
[[nodiscard]] std::vector<StoryId> stories(const std::vector<Terms>& terms,
                                           const std::vector<DocumentFacts>& documents,
                                           const Options& options);

}  // namespace gainsay::pair
