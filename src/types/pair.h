#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "types/ids.h"
#include "types/time.h"

namespace gainsay {

/// Why two claims were put before the judge; bits.
enum class Proposed : std::uint8_t {
  kNone = 0,
  kSameAttribute = 1,  ///< same attribute, or both in one family
  kNearest = 2,        ///< neighbours in embedding space
  kDenial = 4,         ///< one denies the other
  kSameFigure = 8,     ///< same number, other measure
};
[[nodiscard]] constexpr Proposed operator|(Proposed a, Proposed b) {
  return static_cast<Proposed>(static_cast<std::uint8_t>(a) | static_cast<std::uint8_t>(b));
}
[[nodiscard]] constexpr bool has(Proposed set, Proposed bit) {
  return (static_cast<std::uint8_t>(set) & static_cast<std::uint8_t>(bit)) != 0;
}

/// Two claims, as indices into the claim list of the run, a < b.
struct CandidatePair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  float similarity = 0;  ///< cosine of the two sentences, in [-1, 1]
  Proposed why = Proposed::kNone;
  friend bool operator==(const CandidatePair&, const CandidatePair&) = default;
};

/// What is known of a report as a whole; the part of a document that judging may see.
struct DocumentFacts {
  DocumentId id;
  std::string source;
  std::optional<Instant> published;
  OriginId origin;
  StoryId story;
};

/// What a report speaks of, word by word.
enum class TermKind : std::uint8_t {
  kWord,    ///< stem
  kName,    ///< word of a name, lower case
  kFigure,  ///< number as written
};
struct Term {
  TermKind kind = TermKind::kWord;
  std::string text;
  std::uint32_t count = 0;  ///< in the report
  friend bool operator==(const Term&, const Term&) = default;
};
/// Sorted by kind and text, unique.
using Terms = std::vector<Term>;

/// Rows of floats, row-major; a row has length 1 or is all zero.
struct Rows {
  std::uint32_t dimension = 0;
  std::vector<float> data;
  [[nodiscard]] std::size_t count() const { return dimension == 0 ? 0 : data.size() / dimension; }
};

}  // namespace gainsay
