#pragma once

#include <cstdint>
#include <string_view>

#include "types/quantity.h"

namespace gainsay::extract {

/// What the words around a number do to its bounds; several may come together ("at least about").
struct Hedge {
  enum class Bound : std::uint8_t { kNone, kAtLeast, kMoreThan, kAtMost, kLessThan };
  Bound bound = Bound::kNone;
  bool about = false;
  bool nearly = false;

  /// A name of rules/quantities/hedges.yaml; the first bound wins, unknown names do nothing.
  void add(std::string_view name);
};

/// A number before its hedge and unit are applied.
struct Written {
  double lo = 0;
  double hi = 0;
  double granularity = 0;  ///< place of the last significant digit where round
  bool vague = false;
  bool open = false;        ///< vague, and no end can be read from the word ("many")
  double pragmatic_lo = 0;  ///< only where vague
  double pragmatic_hi = 0;
  bool hi_open = false;
};

/// rules/quantities/hedges.yaml, tolerance
struct Tolerance {
  double about = 0.1;
  double about_two_figures = 0.05;
  double about_three_figures = 0.01;
  double nearly_hard = 0.1;
  double nearly_pragmatic = 0.05;
  double at_most_pragmatic = 0.5;
};

/// Fills the interval fields of `quantity`, in the unit as written.
void set_bounds(Quantity& quantity, const Written& written, const Hedge& hedge,
                const Tolerance& tolerance);
/// Converts the interval fields to base units.
void convert(Quantity& quantity, double factor, double offset);

}  // namespace gainsay::extract
