#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "overview.h"
#include "report/report.h"

namespace gainsay::report {

/// One value of a spread, and who gives it.
struct Level {
  double value = 0;                    ///< base units
  std::vector<std::uint32_t> origins;  ///< known ones, sorted
  std::vector<std::string> sources;    ///< sorted
  std::vector<std::string> speakers;   ///< that reports name, sorted
};

/// What independent origins report of one figure: claims of one measure, event, scope and time, as
/// the judge compared them. It says what is reported, never what is true.
struct Consensus {
  std::vector<const Claim*> claims;   ///< by document and span
  std::vector<const Claim*> counted;  ///< those that give a figure
  std::vector<const Claim*> idle;     ///< the others: they hold whatever the figure is
  Level low;
  Level conservative;  ///< lowest that two origins give; the lowest where none has that support
  Level median;        ///< each origin weighs one, shared by the different values that it gives
  Level high;
  std::size_t origins = 0;  ///< of `counted`
  /// Of the gravest conflict or tension among the claims; kNone: the figure is not disputed.
  Severity dispute = Severity::kNone;
};

/// The figures that at least two origins give, by the first claim. None where drafts are checked.
/// Lifetime: not longer than the report.
[[nodiscard]] std::vector<Consensus> consensus(const Report& report, const Lookup& lookup);

/// The one number that stands for what was said: the middle of a range, the finite end of an open
/// one. NaN where no figure was given.
[[nodiscard]] double point_of(const Quantity& quantity);

/// "1,200 people": a value of a spread in the words of one of its claims.
[[nodiscard]] std::string display_level(const Level& level, const Claim& like);

}  // namespace gainsay::report
