#include <chrono>
#include <cmath>

#include "describe.h"
#include "gates.h"

namespace gainsay::judge {
namespace {

double hours_between(Instant a, Instant b) {
  return std::abs(std::chrono::duration<double, std::ratio<3600>>(a - b).count());
}

std::string change(const Quantity& from, const Quantity& to) {
  return "from " + describe(from) + " to " + describe(to);
}

bool says_it_corrects(const Side& side, const Knowledge& knowledge) {
  return knowledge.in("words.corrections", side.claim.assertion.cue);
}

/// The figure that a claim says it replaces; null when it names none.
const Quantity* replaced_by(const Matter& matter, const Side& side) {
  return matter.told == nullptr ? nullptr : matter.told->replaced(side.claim);
}

/// "to 6.6 from 6.4", and the other report still has 6.4.
Answer judge_replaced(const Matter& matter, const Side& older, const Side& newer) {
  const Quantity& from = *older.claim.value.quantity;
  const Quantity& to = *newer.claim.value.quantity;
  const Verdict verdict = says_it_corrects(newer, matter.knowledge) ? Verdict::kCorrection
                          : matter.cumulative() && to.lo < from.lo  ? Verdict::kRevisionDown
                                                                    : Verdict::kUpdate;
  return fail(verdict, change(from, to));
}

bool replaces(const Matter& matter, const Side& newer, const Side& older) {
  const Quantity* from = replaced_by(matter, newer);
  const Quantity& old = *older.claim.value.quantity;
  return from != nullptr && from->lo == old.lo && from->hi == old.hi;
}

/// The same item in a newer version, or a report that says it corrects.
bool corrects(const Matter& matter, const Side& newer, const Side& older) {
  // Whoever names the figure that is replaced replaces no other.
  const bool named = replaced_by(matter, newer) != nullptr;
  if (!named && says_it_corrects(newer, matter.knowledge)) return true;
  return !newer.document.source.empty() && newer.document.source == older.document.source &&
         newer.document.origin.value() != 0 && newer.document.origin == older.document.origin;
}

Answer judge_taken_back(const Matter& matter, bool hard) {
  if (!matter.internal()) {
    return fail(Verdict::kCorrection, "as one report takes back what the other gives");
  }
  if (!hard) return abstain("slot");
  const bool first = !matter.a.claim.frame.ordinal.empty();
  const Claim& from = first ? matter.a.claim : matter.b.claim;
  const Claim& to = first ? matter.b.claim : matter.a.claim;
  const auto& old = from.value.quantity;
  if (!old && matter.told != nullptr && matter.told->figure_taken_back(from)) {
    return abstain("slot");
  }
  // "a toll of 11" is not taken back by "two of the dead".
  const bool of_part =
      old && matter.cumulative() &&
      far_apart(*old, *to.value.quantity, matter.knowledge.number("revision_ratio", 2));
  if (of_part) return abstain("population");
  return fail(Verdict::kCorrection, "from " + describe(from) + " to " + describe(to));
}

Answer judge_dated(const Matter& matter, const Side& older, const Side& newer, bool hard) {
  const Quantity& from = *older.claim.value.quantity;
  const Quantity& to = *newer.claim.value.quantity;
  const bool rose = to.pragmatic.lo >= from.pragmatic.hi || (from.vague && outgrown(from, to));
  if (matter.cumulative()) {
    const Knowledge& knowledge = matter.knowledge;
    if (rose) {
      return far_apart(from, to, knowledge.number("update_ratio", 8))
                 ? abstain("event")
                 : fail(Verdict::kUpdate, change(from, to));
    }
    if (hard && two_speakers(matter)) return pass("two sources, no revision");
    if (hard && far_apart(from, to, knowledge.number("revision_ratio", 2))) return abstain("event");
    if (hard && replaced_by(matter, newer) != nullptr) return abstain("event");
    // "more than 58" on Monday, 12 on Tuesday: only hard bounds show a fall.
    if (hard) return fail(Verdict::kRevisionDown, change(from, to));
    return pass("an open figure");
  }
  const bool level = matter.knowledge.in("levels", matter.a.claim.attribute);
  if (!hard && !(level && from.is_point() && to.is_point())) return pass("both may still hold");
  if (corrects(matter, newer, older)) {
    return fail(Verdict::kCorrection, change(from, to));
  }
  if (level) return fail(Verdict::kUpdate, change(from, to));
  return pass("it does not change with time");
}

/// 0 Monday ... 6 Sunday, -1 unknown: when a total was counted, else when it grew.
int counted_on(const Claim& claim) {
  return claim.as_of.weekday >= 0 ? claim.as_of.weekday : claim.frame.time.weekday;
}

/// Without dates: is the second total of one of the three days that follow that of the first? 0
/// when both are of one day, -1 when the first is of the later day.
int days_order(int a, int b) {
  constexpr int kNear = 3;
  const int days = (b - a + 7) % 7;
  return days == 0 ? 0 : days <= kNear ? 1 : -1;
}

/// Both totals were told on a known day, the higher one on the later.
bool told_later(const Matter& matter) {
  if (!matter.cumulative() || matter.told == nullptr) return false;
  const Claim& x = matter.a.claim;
  const Claim& y = matter.b.claim;
  const bool rises = x.value.quantity->lo < y.value.quantity->lo;
  const int first = matter.told->said_on(rises ? x : y);
  const int last = matter.told->said_on(rises ? y : x);
  return first >= 0 && last >= 0 && days_order(first, last) > 0;
}

/// Without dates a floor or an approximation below the other figure is the earlier state of a
/// count.
Answer judge_undated(const Matter& matter, const Quantity& a, const Quantity& b) {
  if (!matter.cumulative()) return pass("no dates");
  const bool a_lower = a.lo < b.lo;
  const Quantity& low = a_lower ? a : b;
  const Quantity& high = a_lower ? b : a;
  const bool early = std::isinf(low.hi) || low.vague || low.approximate;
  if (!early || high.approximate) return pass("no dates");
  if (far_apart(low, high, matter.knowledge.number("update_ratio", 8))) return abstain("event");
  return fail(Verdict::kUpdate, change(low, high));
}

/// Only days of the week tell which figure is the older one.
Answer judge_without_dates(const Matter& matter, bool hard) {
  const Claim& x = matter.a.claim;
  const Claim& y = matter.b.claim;
  const int day_x = counted_on(x);
  const int day_y = counted_on(y);
  const bool known = day_x >= 0 && day_y >= 0;
  if (hard && matter.knowledge.in("words.dwindling", x.attribute) && (!known || day_x != day_y)) {
    return abstain("time");
  }
  const int order = matter.cumulative() && known ? days_order(day_x, day_y) : 0;
  const bool x_lower = x.value.quantity->lo < y.value.quantity->lo;
  if (order == 0 && told_later(matter)) {
    return judge_dated(matter, x_lower ? matter.a : matter.b, x_lower ? matter.b : matter.a, hard);
  }
  if (order == 0) return judge_undated(matter, *x.value.quantity, *y.value.quantity);
  const Side& older = order > 0 ? matter.a : matter.b;
  const Side& newer = order > 0 ? matter.b : matter.a;
  const bool counted = x.as_of.weekday >= 0 && y.as_of.weekday >= 0;
  const bool fell = newer.claim.value.quantity->lo < older.claim.value.quantity->lo;
  // Of the days of two events the lower figure may be the later one.
  return fell && !counted ? abstain("event") : judge_dated(matter, older, newer, hard);
}

}  // namespace

Answer as_of_gate(const Matter& matter, const Compared& values) {
  const Claim& x = matter.a.claim;
  const Claim& y = matter.b.claim;
  const bool hard = values.relation == Relation::kDisjoint;
  if (takes_back(matter)) return judge_taken_back(matter, hard);
  if (!x.value.quantity || !y.value.quantity) return pass("no figure");
  const bool differ = hard || values.verdict == Verdict::kTension ||
                      (matter.cumulative() && outgrown(*x.value.quantity, *y.value.quantity));
  if (!differ) return pass("no difference to explain");
  if (hard && replaces(matter, matter.a, matter.b)) {
    return judge_replaced(matter, matter.b, matter.a);
  }
  if (hard && replaces(matter, matter.b, matter.a)) {
    return judge_replaced(matter, matter.a, matter.b);
  }
  const auto a = matter.a.known_time();
  const auto b = matter.b.known_time();
  // One report has one time, unless it states two.
  if (matter.internal() && !(x.as_of.from && y.as_of.from)) return pass("one report, one time");
  if (!a || !b) {
    return judge_without_dates(matter, hard);
  }
  const bool level = matter.knowledge.in("levels", x.attribute);
  const double window = level ? matter.knowledge.number("level_window_hours", 24)
                              : matter.knowledge.number("as_of_window_hours", 6);
  if (hours_between(*a, *b) < window) return pass("the same time");
  return *a < *b ? judge_dated(matter, matter.a, matter.b, hard)
                 : judge_dated(matter, matter.b, matter.a, hard);
}

}  // namespace gainsay::judge
