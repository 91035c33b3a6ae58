#include <algorithm>
#include <cmath>

#include "comparators/comparators.h"

namespace gainsay::judge {

Compared compare_duration(const Matter& matter) {
  const Quantity& a = *matter.a.claim.value.quantity;
  const Quantity& b = *matter.b.claim.value.quantity;
  if (a.dimension != b.dimension) return unknown("unit");
  Compared out = compare_intervals(a, b, 0, matter.knowledge.number("loose_share", 0.1));
  const bool two_units = a.as_written != b.as_written && !a.as_written.empty();
  if (out.relation != Relation::kDisjoint || !two_units || !a.is_point() || !b.is_point()) {
    return out;
  }
  // "an hour" against "55 minutes": the larger unit is the coarser one.
  const double share = matter.knowledge.number("duration_share", 0.1);
  if (std::abs(a.lo - b.lo) > share * std::max(a.lo, b.lo)) return out;
  return equal(Verdict::kVariant, "the same length in another unit, rounded");
}

}  // namespace gainsay::judge
