#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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
  kCloseStory = 16,    ///< as kSameAttribute, of two stories that one of the reports may be of
};
[[nodiscard]] constexpr Proposed operator|(Proposed a, Proposed b) {
  return static_cast<Proposed>(static_cast<std::uint8_t>(a) | static_cast<std::uint8_t>(b));
}
[[nodiscard]] constexpr bool has(Proposed set, Proposed bit) {
  return (static_cast<std::uint8_t>(set) & static_cast<std::uint8_t>(bit)) != 0;
}

/// Every reason, the stronger first, as it is shown.
inline constexpr std::array<std::pair<Proposed, std::string_view>, 5> kReasons = {
    {{Proposed::kSameAttribute, "attribute"},
     {Proposed::kSameFigure, "figure"},
     {Proposed::kNearest, "nearest"},
     {Proposed::kDenial, "denial"},
     {Proposed::kCloseStory, "close-story"}}};

/// Pairs counted by reason, in the order of kReasons.
using CountsByReason = std::array<std::uint64_t, kReasons.size()>;
[[nodiscard]] constexpr std::uint64_t total(const CountsByReason& counts) {
  std::uint64_t out = 0;
  for (const std::uint64_t count : counts)
    out += count;
  return out;
}

struct PairCounts {
  CountsByReason proposed{};  ///< a pair counts for each of its reasons
  CountsByReason left_out{};  ///< pairs that a cap cut, for the strongest of their reasons
  PairCounts& operator+=(const PairCounts& other) {
    for (std::size_t i = 0; i < kReasons.size(); ++i) {
      proposed[i] += other.proposed[i];
      left_out[i] += other.left_out[i];
    }
    return *this;
  }
  friend bool operator==(const PairCounts&, const PairCounts&) = default;
};

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
