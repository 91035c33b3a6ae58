#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gainsay::embed {

/// Stands for every number, so that two sentences that differ in a figure stay neighbours.
inline constexpr const char* kNumber = "0";

/// A word or number as it stands in a sentence.
struct Token {
  std::string_view text;  ///< of the sentence
  bool number = false;    ///< digits with points and commas between them
};
[[nodiscard]] std::vector<Token> tokens_of(std::string_view sentence);

/// ASCII letters become small; other letters stay.
void make_lower(std::string& word);
[[nodiscard]] std::string lower(std::string_view word);

/// Lower-case words and kNumber, in order. Training and embedding read text the same way through
/// this.
[[nodiscard]] std::vector<std::string> words_of(std::string_view sentence);

}  // namespace gainsay::embed
