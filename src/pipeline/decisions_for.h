#pragma once

#include <string>
#include <vector>

#include "store/store.h"
#include "types/decision.h"
#include "types/result.h"

namespace gainsay::pipeline {

/// The decisions that a run follows: those of the store and, before them, those of a file ("" for
/// none).
[[nodiscard]] Result<std::vector<Decision>> decisions_for(store::Store& store,
                                                          const std::string& file);

}  // namespace gainsay::pipeline
