#pragma once

#include <cstdint>
#include <string>

#include "types/result.h"

namespace gainsay::store {

/// What a database file is, as it lies there.
struct Health {
  int version = 0;  ///< of its schema
  int newest = 0;   ///< that this program knows
  std::uint64_t reports = 0;
  std::uint64_t claims = 0;
  std::uint64_t decisions = 0;  ///< 0 where the schema is too old for them
  std::string damage;           ///< the first thing that is wrong; "" when it is sound
};

/// Reads all of an existing file and changes nothing. Errors: kStore (no database, that of another
/// program, a newer version, locked).
[[nodiscard]] Result<Health> examine(const std::string& path);

}  // namespace gainsay::store
