#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/resources.h"
#include "types/result.h"

namespace gainsay::pipeline {

/// How much of a gold folder holds; the format is in corpus/README.md.
struct EvalResult {
  std::uint64_t intended = 0;  ///< findings that must be there
  std::uint64_t intended_found = 0;
  std::uint64_t traps = 0;  ///< findings that must not
  std::uint64_t traps_fired = 0;
  std::uint64_t claims = 0;
  std::uint64_t claims_found = 0;   ///< some claim of the attribute touches the words
  std::uint64_t values = 0;         ///< claims with a value that were found
  std::uint64_t values_right = 0;   ///< with exactly the gold bounds and unit
  std::vector<std::string> misses;  ///< one line each, in the order of the gold
  std::vector<Error> errors;        ///< gold lines and reports that cannot be used
  std::vector<Error> fatal;
};

/// Reads `folder`/reports, judges all of it, and looks for `folder`/gold/findings.jsonl and
/// claims.jsonl in what comes out.
[[nodiscard]] EvalResult evaluate(const Resources& resources, const std::filesystem::path& folder,
                                  unsigned jobs);

}  // namespace gainsay::pipeline
