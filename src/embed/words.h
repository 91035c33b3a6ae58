#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gainsay::embed {

/// Stands for every number, so that two sentences that differ in a figure stay neighbours.
inline constexpr const char* kNumber = "0";

/// Lower-case words (ASCII is lowered; other letters stay) and kNumber, in order. Training and
/// embedding read text the same way through this.
[[nodiscard]] std::vector<std::string> words_of(std::string_view sentence);

}  // namespace gainsay::embed
