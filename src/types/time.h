#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gainsay {

using Instant = std::chrono::sys_seconds;  ///< UTC

/// When something happened, as far as the text says. A weekday that could not be resolved against a
/// publication date stays a weekday: two of them can still be compared.
struct TimeInterval {
  std::optional<Instant> from;  ///< first second of the interval
  std::optional<Instant> to;    ///< last second of the interval
  std::int8_t weekday = -1;     ///< 0 Monday ... 6 Sunday, -1 none
  [[nodiscard]] bool known() const { return from.has_value() || weekday >= 0; }
  friend bool operator==(const TimeInterval&, const TimeInterval&) = default;
};

/// `2022-01-21T00:00:00Z`
[[nodiscard]] std::string to_iso(Instant t);
/// Reads what to_iso writes, and a bare `2022-01-21` (midnight UTC); nothing for other text.
[[nodiscard]] std::optional<Instant> from_iso(std::string_view text);

}  // namespace gainsay
