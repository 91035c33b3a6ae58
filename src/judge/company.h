#pragma once

#include <cstdint>

#include "knowledge.h"
#include "types/claim.h"

namespace gainsay::judge {

enum class Company : std::uint8_t { kUnknown, kSame, kOther };

/// Who takes part, by the participants of both frames. kSame: the same people, of whom one report
/// may name fewer, but not fewer than two.
[[nodiscard]] Company company(const Frame& a, const Frame& b, const Knowledge& knowledge);

}  // namespace gainsay::judge
