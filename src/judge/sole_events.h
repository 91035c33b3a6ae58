#pragma once

#include <vector>

#include "knowledge.h"
#include "types/claim.h"
#include "types/pair.h"

namespace gainsay::judge {

/// Claims of events of `events.sole` that need nobody named to be known: their report tells of one
/// such event, and no two companies in the story hold one. "The talks lasted two hours" then speaks
/// of the talks.
/// Shape: one flag for each of `claims`; `facts[i]` belongs to claims[i].
[[nodiscard]] std::vector<bool> sole_events(const std::vector<Claim>& claims,
                                            const std::vector<const DocumentFacts*>& facts,
                                            const Knowledge& knowledge);

}  // namespace gainsay::judge
