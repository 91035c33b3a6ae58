#pragma once

#include <string>

#include "comparators/comparators.h"
#include "types/finding.h"

namespace gainsay::judge {

/// Fills the template of the verdict: {a.value} {b.value} {a.source} {b.source} {measure}
/// {because}.
[[nodiscard]] std::string reason(const std::string& pattern, const Matter& matter,
                                 const std::string& because);

}  // namespace gainsay::judge
