#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lexicon.h"
#include "phrases.h"
#include "types/time.h"

namespace gainsay::extract {

/// A time in a tokenised text. `value`: "monday"; "2022-01-21", "--01-21" (no year), "--01"
/// (month); "2014"; "7:41_p.m."; "last_week", "two_days_ago"; "the_next_day".
struct TimeTag {
  /// kAnaphoric: counts from something else in the text ("hours later", "on the third day"); it
  /// says that no other time of the sentence holds, and is never resolved.
  enum class Kind : std::uint8_t { kWeekday, kDate, kYear, kClock, kRelative, kAnaphoric };
  enum class Direction : std::uint8_t { kUnknown, kLast, kNext, kFuture };
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  Kind kind = Kind::kWeekday;
  std::string value;
  /// Of a weekday: "last Friday", "next Friday", "will meet on Friday".
  Direction direction = Direction::kUnknown;
};

[[nodiscard]] const char* name(TimeTag::Kind kind);

/// In order, without overlaps.
[[nodiscard]] std::vector<TimeTag> find_times(const Lexicon& lexicon, const Tokenized& in);

/// Where in time the tag lies when the report was published at `published`; a weekday without a
/// publication time stays a weekday, and is the last one before it unless the text says otherwise.
[[nodiscard]] TimeInterval resolve(const Lexicon& lexicon, const TimeTag& tag,
                                   std::optional<Instant> published);

}  // namespace gainsay::extract
