#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "types/finding.h"
#include "types/result.h"

namespace gainsay::pipeline {

struct DiffOptions {
  std::string before;  ///< JSON reports, as report and check write them
  std::string after;
  Severity minimum = Severity::kNote;  ///< findings below do not count
  bool json = false;
};

struct DiffResult {
  std::string output;
  std::map<Severity, std::uint64_t> risen;  ///< findings that are new, or graver than before
};

/// What is new, gone and changed between two runs. Errors: kNotFound, kInvalidText.
[[nodiscard]] Result<DiffResult> diff(const DiffOptions& options);

}  // namespace gainsay::pipeline
