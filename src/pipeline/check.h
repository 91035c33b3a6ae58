#pragma once

#include <cstdint>
#include <istream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/output.h"
#include "pipeline/policy.h"
#include "pipeline/resources.h"
#include "types/finding.h"
#include "types/pair.h"
#include "types/result.h"
#include "types/time.h"

namespace gainsay::pipeline {

/// A file of findings that are known and accepted (suppress/baseline.h).
struct BaselineUse {
  std::string file;       ///< "" for none
  bool update = false;    ///< first write what is found into it
  bool new_only = false;  ///< known findings leave the report
};
struct BaselineChange {
  std::uint64_t added = 0;
  std::uint64_t removed = 0;
};

struct CheckOptions {
  Resources resources;
  std::string database;             ///< an archive that exists; "" for none
  std::vector<std::string> drafts;  ///< files, directories, "-" for standard input
  std::string stdin_name = "<stdin>";
  bool cross_drafts = false;        ///< also draft against draft
  unsigned jobs = 1;                ///< worker threads, at least 1
  bool inline_suppressions = true;  ///< heed the comments of drafts (suppress/directives.h)
  bool require_reason = false;      ///< a comment without a reason does not count
  std::optional<Instant> today;     ///< for comments with a last day
  BaselineUse baseline;
  Policy policy;
  OutputOptions output;
};

struct CheckResult {
  std::vector<std::string> outputs;              ///< one for each format
  std::map<Severity, std::uint64_t> severities;  ///< findings of each
  std::uint64_t drafts = 0;
  std::uint64_t archive = 0;              ///< reports in the archive
  std::vector<Error> errors;              ///< drafts that could not be read, sorted by place
  std::vector<Error> directives;          ///< comments that are written wrong or have run out
  std::vector<Error> unused;              ///< comments that took nothing back
  BaselineChange baseline;                ///< by its update
  std::map<std::string, double> seconds;  ///< wall time of each stage
  PairCounts pairs;                       ///< proposed, and left out by the caps
  std::vector<Error> fatal;
};

/// Sets each draft against itself and the reports of the archive that are closest to it: up to 128
/// reports and 1,024 claims, so that the time does not grow with the archive. The findings of a
/// draft do not depend on the other drafts, unless they are asked for. In a finding the draft's
/// claim comes first, and `origins_a` counts the origins of the archive that say the same. The
/// archive is not changed; a report of the draft's name or content in it is left aside.
[[nodiscard]] CheckResult check(const CheckOptions& options, std::istream& standard_input);

}  // namespace gainsay::pipeline
