#pragma once

#include <cstdint>
#include <vector>

#include "knowledge.h"
#include "types/claim.h"
#include "types/pair.h"

namespace gainsay::judge {

/// Which claims can only speak of one bearer of their property: the story names one at most, and
/// the report gives the property one value. "The driver was arrested" then speaks of the driver
/// that another report names.
/// Shape: one flag for each of `claims`; `facts[i]` belongs to claims[i].
[[nodiscard]] std::vector<bool> single_bearers(const std::vector<Claim>& claims,
                                               const std::vector<const DocumentFacts*>& facts,
                                               const Knowledge& knowledge);

}  // namespace gainsay::judge
