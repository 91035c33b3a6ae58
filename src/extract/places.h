#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "lexicon.h"
#include "phrases.h"

namespace gainsay::extract {

/// A place or its people, by the gazetteer.
struct PlaceHit {
  std::uint32_t length = 0;  ///< tokens
  std::string name;          ///< canonical, of the country for its people
  bool people = false;       ///< "Norwegian", "Norwegians"
  bool country = false;      ///< a country, its capital, a state: seldom a surname or a word
};

/// The longest name of a place or a people at `first`, which begins with a capital. The rules' own
/// spelling of a name wins over the gazetteer's.
[[nodiscard]] std::optional<PlaceHit> place_at(const Lexicon& lexicon, const Tokenized& in,
                                               std::uint32_t first);

}  // namespace gainsay::extract
