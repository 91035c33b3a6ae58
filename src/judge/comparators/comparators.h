#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "knowledge.h"
#include "told.h"
#include "types/claim.h"
#include "types/pair.h"
#include "words.h"

namespace gainsay::judge {

/// One claim with everything the judge may know about it.
struct Side {
  const Claim& claim;
  const DocumentFacts& document;
  const Policy& policy;

  /// When the value held, as stated, else when the report was published.
  [[nodiscard]] std::optional<Instant> known_time() const {
    return claim.as_of.from ? claim.as_of.from : document.published;
  }
};

/// Two claims before the judge. Lives for one judgement; refers to the caller's values.
struct Matter {  // NOLINT(cppcoreguidelines-pro-type-member-init): of references
  Side a;
  Side b;
  const Knowledge& knowledge;
  double similarity = 0;  ///< cosine of the two sentences
  Proposed why = Proposed::kSameAttribute;
  bool one_bearer = false;     ///< of the property, by Bearers
  bool sole_event = false;     ///< both claims, by sole_events()
  const Told* told = nullptr;  ///< null when the claims are judged alone

  [[nodiscard]] bool internal() const { return a.claim.document == b.claim.document; }
  [[nodiscard]] bool functional() const { return a.policy.functional && b.policy.functional; }
  [[nodiscard]] bool cumulative() const { return a.policy.cumulative || b.policy.cumulative; }
  [[nodiscard]] bool per_subject() const { return a.policy.per_subject || b.policy.per_subject; }
};

/// What the two values have to do with each other, the frames being equal.
enum class Relation : std::uint8_t { kEqual, kOverlap, kDisjoint, kUnknown };

struct Compared {
  Relation relation = Relation::kUnknown;
  Verdict verdict = Verdict::kNotComparable;
  const char* code = "";  ///< reason code, for kNotComparable
  std::string because;
};

[[nodiscard]] Compared equal(Verdict verdict, std::string because);
[[nodiscard]] Compared overlap(Verdict verdict, std::string because);
[[nodiscard]] Compared conflict(Verdict verdict, std::string because);
[[nodiscard]] Compared unknown(const char* code);

/// The comparator that the rule names; without a rule, the one of the value's kind.
[[nodiscard]] Compared compare(const Matter& matter);

Compared compare_count(const Matter& matter);
Compared compare_money(const Matter& matter);
Compared compare_duration(const Matter& matter);
Compared compare_proportion(const Matter& matter);
Compared compare_time(const Matter& matter);
Compared compare_clock(const Matter& matter);
Compared compare_place(const Matter& matter);
Compared compare_label(const Matter& matter);
Compared compare_identity(const Matter& matter);
Compared compare_polarity(const Matter& matter);
Compared compare_quote(const Matter& matter);
Compared compare_statement(const Matter& matter);

/// Interval logic alone; `rounding` is the share by which two points may differ when one of them
/// can be the other, rounded; `loose` the share by which two figures, one of them approximate, may
/// differ before a reader takes them for two.
[[nodiscard]] Compared compare_intervals(const Quantity& a, const Quantity& b, double rounding,
                                         double loose);

/// Is one figure more than a reader expects of the other, which is only a word ("several")?
[[nodiscard]] bool outgrown(const Quantity& a, const Quantity& b);

enum class Likeness : std::uint8_t { kEqual, kVariant, kSpelled, kDifferent };
/// Initials, middle names, missing first names and full stops are no difference.
[[nodiscard]] Likeness likeness(std::string_view a, std::string_view b, const Knowledge& knowledge);
[[nodiscard]] Likeness likeness(const FoldedName& x, const FoldedName& y,
                                const Knowledge& knowledge);

}  // namespace gainsay::judge
