#pragma once

#include <cstdint>
#include <filesystem>
#include <map>

#include "types/finding.h"

namespace gainsay::ruleset {

/// How many findings of a verdict were judged by readers, and how many of them were right.
struct Measured {
  std::uint32_t right = 0;
  std::uint32_t judged = 0;
};

/// The measured.yaml of a rules directory that load() takes; verdicts that were not measured are not
/// in it.
[[nodiscard]] std::map<Verdict, Measured> load_measured(const std::filesystem::path& directory);

}  // namespace gainsay::ruleset
