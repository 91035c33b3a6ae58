#include <cmath>

#include "comparators/comparators.h"

namespace gainsay::judge {
namespace {

bool whole(double value) {
  return value == std::floor(value);
}

}  // namespace

Compared compare_proportion(const Matter& matter) {
  const Quantity& a = *matter.a.claim.value.quantity;
  const Quantity& b = *matter.b.claim.value.quantity;
  if (a.dimension != b.dimension) return unknown("unit");
  Compared out = compare_intervals(a, b, 0, matter.knowledge.number("loose_share", 0.1));
  if (out.relation != Relation::kDisjoint || !a.is_point() || !b.is_point()) return out;
  // 52 % and 51.6 %: the whole number is the other one, rounded.
  const bool rounded = whole(a.lo) != whole(b.lo) && std::abs(a.lo - b.lo) <= 0.5;
  return rounded ? equal(Verdict::kVariant, "one share is the other, rounded") : out;
}

}  // namespace gainsay::judge
