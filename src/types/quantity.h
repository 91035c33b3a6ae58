#pragma once

#include <limits>
#include <string>

namespace gainsay {

/// An interval on the real line; infinite ends are unbounded.
struct Bounds {
  double lo = -std::numeric_limits<double>::infinity();
  double hi = std::numeric_limits<double>::infinity();
  bool lo_open = false;  ///< true: lo itself is excluded ("more than 14,000")
  bool hi_open = false;

  [[nodiscard]] bool overlaps(const Bounds& other) const;
  /// True when every point of `other` is in this interval.
  [[nodiscard]] bool contains(const Bounds& other) const;
  friend bool operator==(const Bounds&, const Bounds&) = default;
};

/// A number with its unit and its hedge, in base units (design of the intervals: rules/README.md).
///
/// `lo`/`hi` are what the text says: equal for a point ("around 90 minutes" is 5400/5400 with
/// `approximate`), infinite where the text is open ("over 100,000" has hi = infinity).
/// `hard` is the set of values under which the statement is true; `pragmatic` the narrower set a
/// reader expects. `hard` contains `pragmatic`.
struct Quantity {
  double lo = 0;
  double hi = 0;
  bool lo_open = false;
  bool hi_open = false;
  bool approximate = false;
  bool vague = false;      ///< "dozens", "several": no figure was written
  bool increment = false;  ///< "another five", "five more": on top of another figure
  bool subset = false;     ///< "including three children", "10 of whom"
  Bounds hard;
  Bounds pragmatic;
  /// count, duration, money, percent, length, area, mass, volume, speed, temperature, magnitude,
  /// age, ordinal, score, rate, clock
  std::string dimension;
  /// Base unit: second, metre, square metre, kilogram, litre, metre per second, degree Celsius,
  /// percent, magnitude, ISO 4217 code, year (ages); for counts the counted noun's lemma, or
  /// "person" for any noun of that class; "" for a bare number.
  std::string unit;
  std::string noun;        ///< lemma of the counted head noun ("troop", "official"), "" if none
  std::string modifiers;   ///< lower-case modifiers of the noun, space-separated ("russian")
  std::string as_written;  ///< unit word or symbol as printed ("miles", "$")

  [[nodiscard]] bool is_point() const { return lo == hi; }
  friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// Digits of a whole number without the zeros at its end: 2 of 1,200, 3 of 4,460.
[[nodiscard]] int significant_digits(double whole);

}  // namespace gainsay
