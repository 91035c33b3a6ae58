#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay::text {

/// Words around a stop, by what they say of it.
struct StopWords {
  using Set = std::set<std::string, std::less<>>;
  Set never;     ///< "Mr.": no sentence ends here
  Set number;    ///< "No.": none ends here before a number
  Set maybe;     ///< "U.S.": one ends here before a starter only
  Set starters;  ///< "The": begins a sentence after a word of `maybe`
};

[[nodiscard]] constexpr bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Bytes of the white space character, ASCII or not, that ends `text` or starts it; 0 for none.
[[nodiscard]] std::size_t space_at_start(std::string_view text);
[[nodiscard]] std::size_t space_at_end(std::string_view text);

/// Offsets at which a sentence is glued to the stop before it ("pledge.MORE STORIES"), in order.
[[nodiscard]] std::vector<std::size_t> glued_boundaries(std::string_view text);

/// `boundary` moved so that quotation marks stand with their own sentence.
[[nodiscard]] std::size_t settle_quotes(std::string_view text, std::size_t begin,
                                        std::size_t boundary);

/// True when the sentence that starts at `begin` does not end at `boundary`.
[[nodiscard]] bool runs_on(std::string_view text, std::size_t begin, std::size_t boundary,
                           const StopWords& words);

/// True when there is a letter or digit; a stretch without any is no sentence.
[[nodiscard]] bool has_word(std::string_view text);

}  // namespace gainsay::text
