#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>

#include "comparators/comparators.h"
#include "describe.h"

namespace gainsay::judge {
namespace {

using std::chrono::days;

bool dated(const TimeInterval& time) {
  return time.from && time.to;
}

bool one_day(const TimeInterval& time) {
  return dated(time) && std::chrono::floor<days>(*time.from) == std::chrono::floor<days>(*time.to);
}

/// 0 Monday ... 6 Sunday, -1 when the interval is no single day.
int weekday_of(const TimeInterval& time) {
  if (time.weekday >= 0) return time.weekday;
  if (!one_day(time)) return -1;
  const std::chrono::weekday day{std::chrono::floor<days>(*time.from)};
  return static_cast<int>(day.iso_encoding()) - 1;
}

Compared compare_dates(const TimeInterval& a, const TimeInterval& b) {
  if (a.from == b.from && a.to == b.to) return equal(Verdict::kVariant, "the same time");
  const bool apart = *a.to < *b.from || *b.to < *a.from;
  if (apart) {
    // A wrong day is a day off; what is further off happened at another time.
    const auto between = *a.to < *b.from ? *b.from - *a.to : *a.from - *b.to;
    if (between > days(1)) return unknown("event");
    return conflict(Verdict::kFactConflict, "the times do not meet");
  }
  const bool a_wider = *a.from <= *b.from && *b.to <= *a.to;
  const bool b_wider = *b.from <= *a.from && *a.to <= *b.to;
  if (!a_wider && !b_wider) return overlap(Verdict::kCompatible, "the times meet");
  return overlap(Verdict::kRefines,
                 a_wider ? "the second is more exact" : "the first is more exact");
}

/// Clock times that differ by whole half hours may be one moment in two time zones.
Compared compare_times_of_day(const Quantity& a, const Quantity& b) {
  Compared out = compare_intervals(a, b, 0, 1);
  constexpr double kHalfHour = 1800;
  if (out.relation == Relation::kDisjoint && std::fmod(std::abs(a.lo - b.lo), kHalfHour) == 0) {
    return unknown("timezone");
  }
  if (out.relation == Relation::kDisjoint && a.is_point() && b.is_point()) {
    const double minutes = std::abs(a.lo - b.lo) / 60;
    out.because = number(minutes) + (minutes == 1 ? " minute apart" : " minutes apart");
  }
  return out;
}

}  // namespace

Compared compare_time(const Matter& matter) {
  const Claim& x = matter.a.claim;
  const Claim& y = matter.b.claim;
  if (x.value.quantity && y.value.quantity) {
    return compare_times_of_day(*x.value.quantity, *y.value.quantity);
  }
  if (!x.value.label.empty() && x.value.label == y.value.label) {
    // One weekday may be two dates: only the dates can tell.
    if (!dated(x.frame.time) || !dated(y.frame.time)) return equal(Verdict::kSame, "the same time");
    Compared out = compare_dates(x.frame.time, y.frame.time);
    if (out.verdict == Verdict::kVariant) out.verdict = Verdict::kSame;
    return out.relation == Relation::kDisjoint ? unknown("event") : out;
  }
  if (dated(x.frame.time) && dated(y.frame.time)) return compare_dates(x.frame.time, y.frame.time);
  const int a = weekday_of(x.frame.time);
  const int b = weekday_of(y.frame.time);
  if (a < 0 || b < 0) return unknown("time");
  if (a == b) return equal(Verdict::kVariant, "the same day of the week");
  const int between = std::abs(a - b);
  if (std::min(between, 7 - between) > 1) return unknown("event");
  return conflict(Verdict::kFactConflict, "two days of the week");
}

}  // namespace gainsay::judge
