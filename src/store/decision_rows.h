#pragma once

#include <optional>
#include <vector>

#include "types/decision.h"

namespace SQLite {  // NOLINT(readability-identifier-naming)
class Database;
}

namespace gainsay::store {

/// All of them, by finding. Throws what SQLiteCpp throws, and DamagedRow.
std::vector<Decision> all_decisions(SQLite::Database& db);

/// In one transaction; false, and nothing changed, when another than `expected` stands.
bool replace_decision(SQLite::Database& db, FindingId finding,
                      const std::optional<Decision>& expected, const std::optional<Decision>& next);

}  // namespace gainsay::store
