#include "bounds.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gainsay::extract {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
using Bound = Hedge::Bound;

// The next multiple of the leading digit's place: 14,000 -> 20,000.
double next_round(double value) {
  if (value <= 0) return value == 0 ? 1 : 0;
  const double place = std::pow(10.0, std::floor(std::log10(value)));
  return (std::floor(value / place) + 1) * place;
}

// How far "about" reaches, as a share of the number. Whoever writes "about 102" means it more
// closely than "about 100": every figure written narrows the share; a last 5 is half a figure.
double about_share(const Written& w, const Tolerance& t) {
  const double figures = std::round(std::max(std::abs(w.lo), std::abs(w.hi)) / w.granularity);
  const double coarse = std::fmod(figures, 5) == 0 ? figures / 10 : figures;
  if (coarse < 10) return t.about;
  return coarse < 100 ? t.about_two_figures : t.about_three_figures;
}

void set_vague(Quantity& q, const Written& w, const Hedge& h) {
  const bool below = h.bound == Bound::kAtMost || h.bound == Bound::kLessThan;
  q.vague = true;
  q.lo = below || w.open ? -kInfinity : w.pragmatic_lo;
  q.hi = kInfinity;
  if (below && !w.open) q.hi = w.pragmatic_hi;
  q.hard = {below ? 0.0 : w.lo, kInfinity, false, false};
  q.pragmatic = {below ? 0.0 : w.pragmatic_lo, w.pragmatic_hi, false, false};
}

void set_open_above(Quantity& q, double from, bool open, double slack) {
  q.lo = from;
  q.hi = kInfinity;
  q.lo_open = open;
  q.hard = {from - slack, kInfinity, open && slack == 0, false};
  q.pragmatic = {from - slack, next_round(from), open && slack == 0, false};
}

void set_open_below(Quantity& q, double to, bool open, double slack, double share) {
  q.lo = -kInfinity;
  q.hi = to;
  q.hi_open = open;
  q.hard = {std::min(0.0, to), to + slack, false, open && slack == 0};
  q.pragmatic = {std::min(to, to * share), to + slack, false, open && slack == 0};
}

void set_closed(Quantity& q, const Written& w, const Hedge& h, double slack, const Tolerance& t) {
  q.lo = w.lo;
  q.hi = w.hi;
  q.hi_open = w.hi_open;
  const bool point = w.lo == w.hi;
  q.hard = {w.lo - slack, w.hi + slack, false, w.hi_open};
  q.pragmatic = q.hard;
  if (point && h.nearly) {
    const double size = std::abs(w.hi);
    q.hard = {w.lo - t.nearly_hard * size, w.hi, false, true};
    q.pragmatic = {w.lo - t.nearly_pragmatic * size, w.hi, false, true};
  } else if (point && h.about) {
    // A leading 1 makes half of the last digit a wide range: 100,000 would reach 150,000.
    const double size = std::min(slack, t.about * std::abs(w.hi));
    q.pragmatic = {w.lo - size, w.hi + size, false, false};
  } else if (point && slack == 0) {
    q.pragmatic = {w.lo - w.granularity / 2, w.hi + w.granularity / 2, false, false};
  }
}

}  // namespace

void Hedge::add(std::string_view name) {
  if (name == "about") about = true;
  if (name == "nearly") nearly = true;
  if (bound != Bound::kNone) return;
  if (name == "at-least") bound = Bound::kAtLeast;
  if (name == "more-than") bound = Bound::kMoreThan;
  if (name == "at-most") bound = Bound::kAtMost;
  if (name == "less-than") bound = Bound::kLessThan;
}

void set_bounds(Quantity& q, const Written& w, const Hedge& h, const Tolerance& t) {
  q.approximate = h.about || h.nearly || w.vague;
  if (w.vague) return set_vague(q, w, h);
  const double slack = h.about
                           ? std::max(w.granularity / 2,
                                      about_share(w, t) * std::max(std::abs(w.lo), std::abs(w.hi)))
                           : 0;
  switch (h.bound) {
    case Bound::kAtLeast:
    case Bound::kMoreThan:
      return set_open_above(q, w.lo, h.bound == Bound::kMoreThan, slack);
    case Bound::kAtMost:
    case Bound::kLessThan:
      return set_open_below(q, w.hi, h.bound == Bound::kLessThan, slack, t.at_most_pragmatic);
    case Bound::kNone:
      return set_closed(q, w, h, slack, t);
  }
}

void convert(Quantity& q, double factor, double offset) {
  for (double* value : {&q.lo, &q.hi, &q.hard.lo, &q.hard.hi, &q.pragmatic.lo, &q.pragmatic.hi}) {
    *value = *value * factor + offset;
  }
}

}  // namespace gainsay::extract
