#include <algorithm>
#include <optional>

#include "comparators/comparators.h"
#include "describe.h"
#include "told.h"
#include "words.h"

namespace gainsay::judge {
namespace {

/// The label that a rule knows a word by, or the word.
std::string_view normal(std::string_view label, const Policy& policy, const Knowledge& knowledge) {
  for (const auto& [name, words] : policy.labels) {
    if (name == label || std::ranges::find(words, label) != words.end()) return name;
  }
  return knowledge.group(label);
}

/// Difference of stage from a to b, when both stand in one ordered list.
std::optional<int> later_by(std::string_view a, std::string_view b, const Policy& policy) {
  for (const auto& chain : policy.ordered) {
    const auto x = std::ranges::find(chain, a);
    const auto y = std::ranges::find(chain, b);
    if (x != chain.end() && y != chain.end()) return static_cast<int>(y - x);
  }
  return std::nullopt;
}

Compared compare_stages(const Matter& matter, int step) {
  const auto a = matter.a.known_time();
  const auto b = matter.b.known_time();
  // The older report may have the later stage only by mistake; the newer may look back.
  const bool looks_back = a && b && *a != *b && (*a < *b) != (step > 0);
  if (looks_back || matter.internal())
    return overlap(Verdict::kCompatible, "two stages of one course");
  const Claim& early = step > 0 ? matter.a.claim : matter.b.claim;
  const Claim& late = step > 0 ? matter.b.claim : matter.a.claim;
  if (matter.told != nullptr && matter.told->both(early, late))
    return overlap(Verdict::kCompatible, "the report of the first stage knows the second");
  return {Relation::kDisjoint, Verdict::kUpdate, "",
          early.value.label + " comes before " + late.value.label};
}

}  // namespace

Compared compare_label(const Matter& matter) {
  const std::string& x = matter.a.claim.value.label;
  const std::string& y = matter.b.claim.value.label;
  if (x.empty() || y.empty()) return unknown("vague");
  if (x == y) return equal(Verdict::kSame, "the same value");
  const Policy& policy = matter.a.policy;
  const std::string_view a = normal(x, policy, matter.knowledge);
  const std::string_view b = normal(y, policy, matter.knowledge);
  if (a == b) return equal(Verdict::kVariant, "the same value in other words");
  if (const auto step = later_by(a, b, policy)) return compare_stages(matter, *step);
  const auto p = word_set(a);
  const auto q = word_set(b);
  if (subset(p, q) || subset(q, p)) {
    return overlap(Verdict::kRefines,
                   subset(p, q) ? "the second says more" : "the first says more");
  }
  // Only labels of a closed list are known to exclude each other.
  const auto listed = [&](std::string_view label) {
    return policy.labels.contains(std::string(label));
  };
  if (!listed(a) || !listed(b)) return unknown("vague");
  return conflict(Verdict::kFactConflict, "one of the two can hold");
}

}  // namespace gainsay::judge
