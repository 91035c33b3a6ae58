#include "comparators/comparators.h"
#include "lexical/gazetteer.h"
#include "places.h"

namespace gainsay::judge {
namespace {

/// The gazetteer's one name of a place, or the name as it is.
std::string_view known_as(std::string_view name) {
  const auto place = lexical::find_place(name);
  return place ? place->name : name;
}

}  // namespace

// A town is no other place than its country, which is only less exact. Two towns of one province
// are two places.
Compared compare_place(const Matter& matter) {
  const std::string& a = matter.a.claim.value.label;
  const std::string& b = matter.b.claim.value.label;
  if (a.empty() || b.empty()) return unknown("vague");
  if (a == b) return equal(Verdict::kSame, "the same place");
  if (known_as(a) == known_as(b)) return equal(Verdict::kVariant, "one place under two names");
  const bool inside = lies_in(a, b);
  if (inside || lies_in(b, a)) {
    return overlap(Verdict::kRefines, (inside ? a : b) + " lies in " + (inside ? b : a));
  }
  if (lexical::find_place(a) && lexical::find_place(b)) {
    return conflict(Verdict::kFactConflict, "two places");
  }
  // "north of Oslo", and "Oslo"
  const auto p = word_set(a);
  const auto q = word_set(b);
  if (!subset(p, q) && !subset(q, p)) return unknown("place");
  return overlap(Verdict::kRefines, subset(p, q) ? "the second says more" : "the first says more");
}

}  // namespace gainsay::judge
