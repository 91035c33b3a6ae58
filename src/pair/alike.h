#pragma once

#include <cstdint>
#include <vector>

#include "pair/pairer.h"
#include "types/pair.h"

namespace gainsay::pair {

struct Alike {
  std::uint32_t report = 0;
  float similarity = 0;
};
/// For each report those it shares words with, sorted by report. Symmetric.
using AlikeReports = std::vector<std::vector<Alike>>;

/// Cosines of the reports' terms, weighted by rarity; names count double. Of each report the
/// closest 500 at the least. The result does not depend on `jobs` threads.
[[nodiscard]] AlikeReports alike_reports(const std::vector<Terms>& terms,
                                         const Background& background, unsigned jobs);

/// Average-link clusters: the cluster of each report, named by its first report. Pairs that are not
/// in `alike` count as 0; ties go to the reports that come first.
[[nodiscard]] std::vector<std::uint32_t> average_link(const AlikeReports& alike, double threshold);

}  // namespace gainsay::pair
