#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "types/decision.h"
#include "types/result.h"

namespace gainsay::pipeline {

/// What an import did. Conflicts stay as they are in the database.
struct ImportResult {
  std::uint64_t added = 0;
  std::uint64_t same = 0;
  std::vector<Decision> conflicts;  ///< those of the file
};

/// Reads a decisions file. Errors: kNotFound, kInvalidText with file and line.
[[nodiscard]] Result<std::vector<Decision>> read_decisions_file(const std::filesystem::path& file);

/// Puts the decisions of a file into a database. With `theirs` those of the file win where the two
/// differ. Nothing is changed when a decision of the file cannot be read.
[[nodiscard]] Result<ImportResult> import_decisions(const std::string& database,
                                                    const std::filesystem::path& file, bool theirs);

/// The decisions of a database as a decisions file.
[[nodiscard]] Result<std::string> export_decisions(const std::string& database);

}  // namespace gainsay::pipeline
