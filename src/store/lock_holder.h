#pragma once

#include <string>

namespace gainsay::store {

/// The program that keeps the database at `path` locked for writing, as "sqlite3 (process 1234)";
/// "another program" where the system does not tell.
[[nodiscard]] std::string lock_holder(const std::string& path);

}  // namespace gainsay::store
