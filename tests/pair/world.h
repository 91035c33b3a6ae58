#pragma once

#include <chrono>
#include <cmath>
#include <cstdint>
#include <ostream>
#include <string>
#include <tuple>
#include <vector>

#include "pair/pairer.h"

namespace gainsay {

inline void PrintTo(const CandidatePair& pair, std::ostream* out) {
  *out << pair.a << '-' << pair.b << " why " << static_cast<int>(pair.why) << " similarity "
       << pair.similarity;
}

}  // namespace gainsay

namespace gainsay::pair {

inline constexpr Proposed kAttribute = Proposed::kSameAttribute;

/// Reports and claims put together by hand. Sentences are points on the unit circle.
struct World {
  std::vector<Claim> claims;
  Rows claim_rows{2, {}};
  std::vector<DocumentFacts> documents;
  std::vector<Terms> terms;

  /// Capitalised words are names.
  World& report(const std::vector<std::string>& words) {
    documents.push_back({});
    documents.back().id = DocumentId{static_cast<std::uint32_t>(documents.size())};
    terms.emplace_back();
    for (const std::string& word : words) {
      const bool name = word.front() >= 'A' && word.front() <= 'Z';
      const bool figure = word.front() >= '0' && word.front() <= '9';
      terms.back().push_back({name     ? TermKind::kName
                              : figure ? TermKind::kFigure
                                       : TermKind::kWord,
                              word, 1});
    }
    return *this;
  }
  /// The last report was published so many days after the first of January 2030.
  World& on_day(int day) {
    documents.back().published = Instant{std::chrono::sys_days{std::chrono::year{2030} / 1 / 1}} +
                                 std::chrono::hours(24 * day);
    return *this;
  }
  /// Of the last report.
  World& claim(const std::string& attribute, ClaimKind kind = ClaimKind::kQuantity,
               double degrees = 0) {
    Claim out;
    out.id = ClaimId{claims.size() + 100};
    out.document = documents.back().id;
    out.attribute = attribute;
    out.kind = kind;
    claims.push_back(out);
    point(claim_rows, degrees);
    return *this;
  }
  World& figure(const std::string& attribute, double value) {
    claim(attribute);
    Quantity& quantity = claims.back().value.quantity.emplace();
    quantity.lo = quantity.hi = value;
    quantity.dimension = "count";
    return *this;
  }
  static void point(Rows& rows, double degrees) {
    const double radians = degrees * 3.14159265358979 / 180;
    rows.data.push_back(static_cast<float>(std::cos(radians)));
    rows.data.push_back(static_cast<float>(std::sin(radians)));
  }
  [[nodiscard]] Output propose(const Options& options = {}) const {
    return pair::propose({claims, claim_rows, documents, terms}, options);
  }
};

using Pair = std::tuple<std::uint32_t, std::uint32_t, Proposed>;

inline std::vector<Pair> reasons(const Candidates& candidates) {
  std::vector<Pair> out;
  for (const CandidatePair& pair : candidates.pairs)
    out.emplace_back(pair.a, pair.b, pair.why);
  return out;
}
inline std::vector<Pair> reasons(const Output& output) {
  return reasons(output.candidates);
}

}  // namespace gainsay::pair
