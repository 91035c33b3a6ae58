#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gainsay::judge {

/// Words between spaces; views into `text`.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text);
/// The same, sorted and without repetition.
[[nodiscard]] std::vector<std::string_view> word_set(std::string_view text);
/// Is every word of `part` in `whole`? Both sorted.
[[nodiscard]] bool subset(const std::vector<std::string_view>& part,
                          const std::vector<std::string_view>& whole);
[[nodiscard]] std::size_t shared(const std::vector<std::string_view>& a,
                                 const std::vector<std::string_view>& b);
/// ASCII letters in lower case, full stops and commas removed.
[[nodiscard]] std::string fold(std::string_view text);
/// Levenshtein distance, in bytes.
[[nodiscard]] std::size_t distance(std::string_view a, std::string_view b);

}  // namespace gainsay::judge
