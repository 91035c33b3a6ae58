#include <algorithm>
#include <cmath>

#include "comparators/comparators.h"

namespace gainsay::judge {

Compared compare_money(const Matter& matter) {
  const Quantity& a = *matter.a.claim.value.quantity;
  const Quantity& b = *matter.b.claim.value.quantity;
  if (a.dimension != b.dimension) return unknown("unit");
  if (a.unit.empty() || a.unit != b.unit) return unknown("currency");
  Compared out = compare_intervals(a, b, 0, matter.knowledge.number("loose_share", 0.1));
  const double larger = std::max(std::abs(a.lo), std::abs(b.lo));
  const double share = matter.knowledge.number("money_share", 0.005);
  if (out.relation == Relation::kDisjoint && a.is_point() && b.is_point() &&
      std::abs(a.lo - b.lo) <= share * larger) {
    return equal(Verdict::kVariant, "one amount is the other, rounded");
  }
  return out;
}

}  // namespace gainsay::judge
