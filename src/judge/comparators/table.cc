#include <array>

#include "comparators/comparators.h"

namespace gainsay::judge {
namespace {

struct Entry {
  std::string_view name;
  Compared (*compare)(const Matter&);
};

constexpr std::array<Entry, 12> kComparators = {{
    {"count", compare_count},
    {"money", compare_money},
    {"duration", compare_duration},
    {"proportion", compare_proportion},
    {"time", compare_time},
    {"clock", compare_clock},
    {"place", compare_place},
    {"label", compare_label},
    {"identity", compare_identity},
    {"polarity", compare_polarity},
    {"quote", compare_quote},
    {"statement", compare_statement},
}};

std::string_view kind_of(const Matter& matter) {
  const Claim& claim = matter.a.claim;
  if (claim.value.quantity) {
    const std::string& dimension = claim.value.quantity->dimension;
    if (dimension == "money" || dimension == "duration") return dimension;
    if (dimension == "percent") return "proportion";
    return dimension == "clock" ? "time" : "count";
  }
  if (claim.kind == ClaimKind::kQuote) return "quote";
  if (claim.kind == ClaimKind::kStatement) return "statement";
  return "label";
}

}  // namespace

Compared equal(Verdict verdict, std::string because) {
  return {Relation::kEqual, verdict, "", std::move(because)};
}
Compared overlap(Verdict verdict, std::string because) {
  return {Relation::kOverlap, verdict, "", std::move(because)};
}
Compared conflict(Verdict verdict, std::string because) {
  return {Relation::kDisjoint, verdict, "", std::move(because)};
}
Compared unknown(const char* code) {
  return {Relation::kUnknown, Verdict::kNotComparable, code, {}};
}

Compared compare(const Matter& matter) {
  const bool number = matter.a.claim.value.quantity.has_value();
  if (number != matter.b.claim.value.quantity.has_value()) return unknown("kind");
  const std::string& named = matter.a.policy.compare;
  // A rule's comparator of labels cannot read a number; the value decides then.
  const bool of_labels =
      named == "label" || named == "identity" || named == "clock" || named == "place";
  const bool by_value = named.empty() || named == "number" || (number && of_labels);
  const std::string_view wanted = by_value ? kind_of(matter) : std::string_view(named);
  for (const Entry& entry : kComparators) {
    if (entry.name == wanted) return entry.compare(matter);
  }
  return number ? compare_count(matter) : compare_label(matter);
}

}  // namespace gainsay::judge
