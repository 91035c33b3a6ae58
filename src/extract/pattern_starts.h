#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gainsay::extract {

/// With which unit of a tagged sentence a match of the pattern can begin, as atoms (see
/// pattern_needs.h), sorted; none: it may begin anywhere. For patterns that RE2 takes.
[[nodiscard]] std::vector<std::string> starts_of(std::string_view pattern);

}  // namespace gainsay::extract
