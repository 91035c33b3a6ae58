#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "types/ids.h"

namespace gainsay {

enum class Ruling : std::uint8_t {
  kConfirm,  ///< the reports do disagree
  kDismiss,  ///< they do not: the finding is not listed again
  kVariant,  ///< the same in other words
  kUpdate,   ///< the later report is newer news
  kLater,    ///< put aside
};

/// What a reviewer decided about a finding.
struct Decision {
  FindingId finding;
  Ruling ruling{};
  std::string reason;  ///< of a dismissal: "rounding", "not-same-event", ...; else ""
  std::string note;
  std::string reviewer;
  std::string at;                     ///< ISO 8601, as it was written
  std::array<std::string, 2> claims;  ///< both sentences as they stood when it was decided
  friend bool operator==(const Decision&, const Decision&) = default;
};

[[nodiscard]] const char* name(Ruling ruling);
/// True and set when `text` is a name that name() gives.
[[nodiscard]] bool parse(std::string_view text, Ruling& ruling);

}  // namespace gainsay
