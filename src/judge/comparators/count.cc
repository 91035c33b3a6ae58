#include <algorithm>
#include <cmath>

#include "comparators/comparators.h"
#include "describe.h"

namespace gainsay::judge {
namespace {

/// Value of the last significant digit of a whole number: 14,000 -> 1,000; 14,012 -> 1.
double last_digit(double value) {
  double unit = 1;
  while (value != 0 && std::fmod(value, unit * 10) == 0 && unit < 1e15)
    unit *= 10;
  return unit;
}

/// Can the rounder of two points be the other one, rounded?
bool rounds(double x, double y, double share) {
  const double larger = std::max(std::abs(x), std::abs(y));
  if (larger == 0 || std::abs(x - y) > share * larger) return false;
  const double unit = std::max(last_digit(x), last_digit(y));
  const double coarse = last_digit(x) == unit ? x : y;
  const double fine = last_digit(x) == unit ? y : x;
  return unit > 1 && std::abs(coarse - fine) <= unit / 2;
}

bool unbounded(const Bounds& bounds) {
  return bounds.lo <= 0 && std::isinf(bounds.hi);
}

bool same_numbers(const Quantity& a, const Quantity& b) {
  return a.lo == b.lo && a.hi == b.hi && a.lo_open == b.lo_open && a.hi_open == b.hi_open;
}

/// "more than 40" and "40": whoever rounds down says "more than". The other way round, "less than
/// 40" against "40", one denies the other.
bool rounded_down(const Quantity& a, const Quantity& b) {
  return a.lo_open && b.is_point() && a.lo == b.lo && last_digit(b.lo) > 1;
}

/// "more than 70" and "up to 70": about 70.
bool rounded_to_one(const Quantity& a, const Quantity& b) {
  return a.hard.lo_open && !b.hard.hi_open && a.hard.lo == b.hard.hi && !b.is_point();
}

Compared contained(const Quantity& a, const Quantity& b) {
  const bool a_wider = a.hard.contains(b.hard);
  if (!a_wider && !b.hard.contains(a.hard)) {
    return overlap(Verdict::kCompatible, "both can be true");
  }
  return overlap(Verdict::kRefines,
                 a_wider ? "the second lies inside the first" : "the first lies inside the second");
}

}  // namespace

bool outgrown(const Quantity& a, const Quantity& b) {
  if (a.vague == b.vague) return false;
  const Quantity& vague = a.vague ? a : b;
  const Quantity& figure = a.vague ? b : a;
  return figure.lo >= vague.pragmatic.hi;
}

Compared compare_intervals(const Quantity& a, const Quantity& b, double rounding, double loose) {
  if (same_numbers(a, b) && a.vague == b.vague) {
    const bool form = a.approximate == b.approximate && a.as_written == b.as_written;
    return equal(form ? Verdict::kSame : Verdict::kVariant,
                 form ? "the same figure" : "the same figure in another form");
  }
  if (!a.hard.overlaps(b.hard)) {
    if (a.is_point() && b.is_point() && rounding > 0 && rounds(a.lo, b.lo, rounding)) {
      return equal(Verdict::kVariant, "one figure is the other, rounded");
    }
    if (rounded_down(a, b) || rounded_down(b, a)) {
      return overlap(Verdict::kCompatible, "one figure is rounded down");
    }
    if (rounded_to_one(a, b) || rounded_to_one(b, a)) {
      return overlap(Verdict::kCompatible, "one figure is rounded up, one down");
    }
    return conflict(Verdict::kNumericConflict, gap(a, b));
  }
  if (unbounded(a.hard) || unbounded(b.hard)) {
    return overlap(Verdict::kCompatible, "one side gives no figure");
  }
  if (outgrown(a, b)) return overlap(Verdict::kCompatible, "both can be true");
  const bool hedged = !a.vague && !b.vague;
  const bool loosely = hedged && a.is_point() && b.is_point() &&
                       std::abs(a.lo - b.lo) > loose * std::max(std::abs(a.lo), std::abs(b.lo));
  if (loosely || (hedged && !a.pragmatic.overlaps(b.pragmatic))) {
    return overlap(Verdict::kTension, "both can be true, yet they are " + gap(a, b));
  }
  return contained(a, b);
}

Compared compare_count(const Matter& matter) {
  const Quantity& a = *matter.a.claim.value.quantity;
  const Quantity& b = *matter.b.claim.value.quantity;
  if (a.dimension != b.dimension) return unknown("unit");
  const Knowledge& knowledge = matter.knowledge;
  const bool measured = !a.dimension.empty() && a.dimension != "count";
  if (measured && a.unit != b.unit) return unknown("unit");
  const bool converted = knowledge.in("dimensions.converted", a.dimension);
  if (converted && a.as_written != b.as_written && !a.as_written.empty() && !b.as_written.empty()) {
    // Printed in two units: what differs within the tolerance is the conversion.
    const double share = knowledge.number("conversion_share", 0.05);
    const double larger = std::max(std::abs(a.lo), std::abs(b.lo));
    if (a.is_point() && b.is_point() && std::abs(a.lo - b.lo) <= share * larger) {
      return equal(Verdict::kVariant, "the same figure in another unit");
    }
  }
  const bool large = std::min(a.lo, b.lo) >= knowledge.number("rounding_from", 1000);
  const bool roundable = large && !measured;
  return compare_intervals(a, b, roundable ? knowledge.number("rounding_share", 0.05) : 0,
                           knowledge.number("loose_share", 0.1));
}

}  // namespace gainsay::judge
