#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entities.h"
#include "phrases.h"
#include "quantities.h"
#include "times.h"
#include "tokens.h"

namespace gainsay::extract {

/// One unit of a tagged sentence: a word, or a folded quantity, name or time.
struct Unit {
  enum class Kind : std::uint8_t { kWord, kQuantity, kEntity, kTime };
  Kind kind = Kind::kWord;
  std::uint32_t first = 0;  ///< token range [first, last)
  std::uint32_t last = 0;
  std::uint32_t index = 0;  ///< into the tags of its kind
};

/// What is known of one sentence before rules match. `text` of the tokens is owned by the document.
struct Analysis {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<QuantityTag> quantities;
  std::vector<Mention> mentions;
  std::vector<TimeTag> times;
  std::vector<bool> clause_ends;  ///< per token: whether it stands between two clauses

  std::string tagged;  ///< units joined by blanks, a blank at either end
  std::vector<Unit> units;
  std::vector<std::uint32_t> unit_at;  ///< byte offset in `tagged` -> unit

  [[nodiscard]] Tokenized in() const { return {text, tokens}; }
  /// The unit that holds the token.
  [[nodiscard]] std::uint32_t unit_of(std::uint32_t token) const;
};

/// Fills `tagged`, `units` and `unit_at` from the tags, anaphoric times left out; where tags
/// overlap, times win over quantities, quantities over names.
void fold(Analysis& analysis);

}  // namespace gainsay::extract
