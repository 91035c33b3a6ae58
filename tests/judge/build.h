#pragma once

#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "judge/judge.h"

namespace gainsay::judge::test {

inline constexpr double kInfinity = std::numeric_limits<double>::infinity();

inline double last_digit(double value) {
  double unit = 1;
  while (value != 0 && std::fmod(value, unit * 10) == 0)
    unit *= 10;
  return unit;
}

inline Quantity quantity(double lo, double hi, Bounds hard, Bounds pragmatic) {
  Quantity q;
  q.lo = lo;
  q.hi = hi;
  q.lo_open = hard.lo_open && hard.lo == lo;
  q.hi_open = hard.hi_open && hard.hi == hi;
  q.hard = hard;
  q.pragmatic = pragmatic;
  q.dimension = "count";
  q.unit = q.noun = "person";
  return q;
}
inline Quantity exactly(double n) {
  const double half = last_digit(n) > 1 ? last_digit(n) / 2 : 0;
  return quantity(n, n, {n, n}, {n - half, n + half});
}
inline Quantity about(double n) {
  const double margin = n * 0.1;
  Quantity q = quantity(n, n, {n - margin, n + margin}, {n - margin, n + margin});
  q.approximate = true;
  return q;
}
inline Quantity at_least(double n) {
  return quantity(n, kInfinity, {n, kInfinity}, {n, n + last_digit(n)});
}
inline Quantity more_than(double n) {
  return quantity(n, kInfinity, {n, kInfinity, true}, {n, n + last_digit(n), true});
}
inline Quantity up_to(double n) {
  return quantity(0, n, {0, n}, {n / 2, n});
}
inline Quantity range(double lo, double hi) {
  return quantity(lo, hi, {lo, hi}, {lo, hi});
}
inline Quantity vague(double lo, double from, double to) {
  Quantity q = quantity(lo, kInfinity, {lo, kInfinity}, {from, to});
  q.vague = true;
  return q;
}
inline Quantity dozens() {
  return vague(12, 24, 99);
}
inline Quantity several() {
  return vague(2, 3, 10);
}
inline Quantity of(Quantity q, std::string noun, std::string modifiers = "") {
  q.noun = std::move(noun);
  q.modifiers = std::move(modifiers);
  return q;
}
inline Quantity in(Quantity q, std::string dimension, std::string unit, std::string written = "") {
  q.dimension = std::move(dimension);
  q.unit = std::move(unit);
  q.as_written = std::move(written);
  q.noun.clear();
  return q;
}
inline Quantity seconds(Quantity q, std::string written = "minutes") {
  return in(q, "duration", "second", std::move(written));
}
inline Quantity money(Quantity q, std::string currency = "USD") {
  return in(q, "money", std::move(currency), "$");
}

/// A claim of report 1, 2, 3 ... in story 1.
struct Build {
  Claim claim;
  Build(std::uint32_t report, std::string attribute, Quantity q) {
    start(report, std::move(attribute));
    claim.value.quantity = std::move(q);
  }
  Build(std::uint32_t report, std::string attribute, std::string label,
        ClaimKind kind = ClaimKind::kFact) {
    start(report, std::move(attribute));
    claim.kind = kind;
    claim.value.label = std::move(label);
  }
  void start(std::uint32_t report, std::string attribute) {
    claim.document = DocumentId{report};
    claim.attribute = claim.rule = std::move(attribute);
  }
  Build& by(std::string speaker) {
    claim.assertion.voice = Voice::kAttributed;
    claim.assertion.speaker = std::move(speaker);
    return *this;
  }
  Build& denied() {
    claim.assertion.polarity = Polarity::kDenied;
    return *this;
  }
  Build& as(Modality modality) {
    claim.assertion.modality = modality;
    return *this;
  }
  Build& company(std::vector<std::string> names, std::string event = "meeting") {
    claim.frame.participants = std::move(names);
    claim.frame.event = std::move(event);
    return *this;
  }
  Build& sentence(std::uint32_t index) {
    claim.sentence = index;
    return *this;
  }
  Build& subject(std::string name) {
    claim.frame.subject = std::move(name);
    return *this;
  }
  Build& place(std::string name) {
    claim.frame.place = std::move(name);
    return *this;
  }
  Build& event(std::string type) {
    claim.frame.event = std::move(type);
    return *this;
  }
  Build& ordinal(std::string which) {
    claim.frame.ordinal = std::move(which);
    return *this;
  }
  Build& period(std::string period) {
    claim.frame.period = std::move(period);
    return *this;
  }
  Build& population(std::string who) {
    claim.frame.population = std::move(who);
    return *this;
  }
  Build& on(std::string_view first, std::string_view last) {
    claim.frame.time.from = from_iso(first);
    claim.frame.time.to = *from_iso(last) + std::chrono::seconds(86399);
    return *this;
  }
  Build& on(std::string_view day) { return on(day, day); }
  Build& weekday(int day) {
    claim.frame.time.weekday = static_cast<std::int8_t>(day);
    return *this;
  }
  Build& as_of(std::string_view day) {
    claim.as_of.from = from_iso(day);
    return *this;
  }
  Build& headline() {
    claim.zone = Zone::kHeadline;
    return *this;
  }
  Build& increment() {
    claim.value.quantity->increment = true;
    return *this;
  }
  Build& subset() {
    claim.value.quantity->subset = true;
    return *this;
  }
  operator Claim() const { return claim; }  // NOLINT(google-explicit-constructor)
};

inline Build killed(std::uint32_t report, const Quantity& q) {
  return {report, "casualties.killed", q};
}
inline Build lasted(std::uint32_t report, double s) {
  return {report, "meeting.duration", seconds(exactly(s))};
}

ruleset::RuleSet rules();

/// A run over hand-made claims; claims are called a, b, c ... in the order given.
struct Session {
  std::vector<Claim> claims;
  std::vector<DocumentFacts> documents;
  float similarity = 0.5F;
  Proposed why = Proposed::kSameAttribute;

  explicit Session(std::vector<Claim> given);
  Session& published(std::uint32_t report, std::string_view when);
  Session& story(std::uint32_t report, std::uint32_t story);
  Session& origin(std::uint32_t report, std::uint32_t origin);
  Session& source(std::uint32_t report, std::string name);
  Session& proposed(Proposed reason, float cosine = 0.5F);
  [[nodiscard]] Judgement judge() const;
  /// "numeric-conflict a b: reason", one line a finding; "not-comparable: event 1" at the end.
  [[nodiscard]] std::string print() const;
};

/// The one line for two claims, their letters left out.
std::string judged(const Claim& a, const Claim& b);

/// The same for claims in nearly the same sentence.
std::string alike(const Claim& a, const Claim& b);

}  // namespace gainsay::judge::test
