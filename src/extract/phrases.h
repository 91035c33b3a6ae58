#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tokens.h"
#include "word_map.h"

namespace gainsay::extract {

/// A text with its tokens; refers to both, lives for one call.
struct Tokenized {
  std::string_view text;
  const std::vector<Token>& tokens;

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(tokens.size()); }
  /// "" beyond either end; `i` may be one below 0 through wrap-around.
  [[nodiscard]] WordKey norm(std::uint32_t i) const {
    return i < tokens.size() ? tokens[i].key() : WordKey();
  }
  [[nodiscard]] bool word(std::uint32_t i) const {
    return i < tokens.size() && tokens[i].kind == Token::Kind::kWord;
  }
  [[nodiscard]] bool capital(std::uint32_t i) const {
    return i < tokens.size() && tokens[i].capital;
  }
  /// No white space between token i-1 and token i.
  [[nodiscard]] bool glued(std::uint32_t i) const {
    return i > 0 && i < tokens.size() && !tokens[i].space_before;
  }
  /// A hyphen at i, as in "90-minute"; a tokeniser may have put spaces on both sides.
  [[nodiscard]] bool hyphen(std::uint32_t i) const {
    return norm(i) == "-" && i + 1 < tokens.size() && glued(i) == glued(i + 1);
  }
  [[nodiscard]] std::string_view surface(std::uint32_t first, std::uint32_t last) const {
    if (first >= last || last > tokens.size()) return {};
    return text.substr(tokens[first].span.begin,
                       tokens[last - 1].span.end - tokens[first].span.begin);
  }
};

/// Phrases of several tokens, found at a place by their longest match.
class PhraseTable {
 public:
  struct Hit {
    std::uint32_t length = 0;  ///< tokens of the text; 0 = nothing found
    std::uint32_t payload = 0;
    explicit operator bool() const { return length != 0; }
  };

  /// `exact`: letter case counts. Where the phrase has a space the text may have a space, nothing
  /// or a hyphen; where it has none, the text must have none.
  /// The first word of the phrase as tokens have it; "" for a phrase without words.
  std::string add(std::string_view phrase, std::uint32_t payload, bool exact = false);
  [[nodiscard]] Hit at(const Tokenized& in, std::uint32_t first) const;
  /// All payloads that share the longest match at `first`.
  [[nodiscard]] std::vector<Hit> all_at(const Tokenized& in, std::uint32_t first) const;
  /// The longest phrase that ends just before token `end` and begins at `floor` or later.
  [[nodiscard]] Hit before(const Tokenized& in, std::uint32_t end, std::uint32_t floor) const;

 private:
  struct Phrase {
    std::string text;
    std::vector<Token> tokens;
    std::uint32_t payload = 0;
    bool exact = false;
  };
  [[nodiscard]] std::uint32_t match(const Phrase& phrase, const Tokenized& in,
                                    std::uint32_t first) const;

  std::vector<Phrase> phrases_;
  WordMap<std::vector<std::uint32_t>> by_first_;
  WordMap<std::vector<std::uint32_t>> by_last_;
};

}  // namespace gainsay::extract
