#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "types/span.h"
#include "word_map.h"

namespace gainsay::extract {

/// A word, number or punctuation mark of a readable text.
struct Token {
  enum class Kind : std::uint8_t { kWord, kNumber, kPunctuation };
  Span span;  ///< bytes of the readable text
  Kind kind = Kind::kWord;
  std::string norm;  ///< lower case; curly quotes straight; dashes "-" (hyphen) or "--" (dash)
  std::uint32_t hash = 0;              ///< of `norm`
  const ListsOfWord* lists = nullptr;  ///< of `norm`; null: not looked up
  bool capital = false;                ///< begins with an upper-case letter
  bool space_before = false;           ///< white space stands before it

  [[nodiscard]] WordKey key() const { return {norm, hash, lists}; }
};

/// Splits at white space and punctuation; keeps "U.S.", "don't" -> "do" "n't", "country's" ->
/// "country" "'s", "1,200.5" and "F-16" whole; "90-minute" is three tokens, as are "$5bn" ("$" "5"
/// "bn") and "20-25". Linear in the text.
[[nodiscard]] std::vector<Token> tokenize(std::string_view text);

}  // namespace gainsay::extract
