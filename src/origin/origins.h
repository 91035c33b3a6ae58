#pragma once

#include <string_view>
#include <vector>

#include "types/ids.h"

namespace gainsay::origin {

/// One report as readable sentences, in order.
struct Input {
  std::vector<std::string_view> sentences;
};

/// Groups reports that carry the same text: near copies, and reworded copies whose sentences align
/// in order. One origin for each report, numbered from 1 by first appearance. Threads: reentrant.
/// Source: shingles and Jaccard resemblance after Broder 1997.
[[nodiscard]] std::vector<OriginId> group(const std::vector<Input>& reports);

}  // namespace gainsay::origin
