#include "comparators/comparators.h"

namespace gainsay::judge {

/// A claim whose whole value is that it holds. Opposite polarity is the business of the voice gate.
Compared compare_polarity(const Matter& matter) {
  const std::string& a = matter.a.claim.value.label;
  const std::string& b = matter.b.claim.value.label;
  if (a != b && !a.empty() && !b.empty()) return compare_statement(matter);
  return equal(Verdict::kSame, "the same proposition");
}

}  // namespace gainsay::judge
