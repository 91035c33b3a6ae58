#pragma once

#include <cstdint>
#include <istream>
#include <map>
#include <string>
#include <vector>

#include "pipeline/ingest.h"
#include "pipeline/output.h"
#include "pipeline/policy.h"
#include "types/finding.h"
#include "types/pair.h"
#include "types/result.h"

namespace gainsay::pipeline {

struct ReportOptions {
  IngestOptions input;  ///< with no paths, the database is reported as it is
  OutputOptions output;
  Policy policy;                ///< what it says of every draft counts here
  bool list_abstained = false;  ///< also list pairs that are not comparable, with the reason
};

struct ReportResult {
  std::vector<std::string> outputs;              ///< one for each format, or one for each page
  std::vector<std::string> names;                ///< of pages that are split by story
  std::map<Severity, std::uint64_t> severities;  ///< findings of each
  std::uint64_t documents = 0;
  IngestSummary ingested;
  std::map<std::string, double> seconds;  ///< wall time of each stage
  PairCounts pairs;                       ///< proposed, and left out by the caps
  std::vector<Error> fatal;
};

/// The main job: reads the reports, finds their claims, judges them against each other.
[[nodiscard]] ReportResult report(const ReportOptions& options, std::istream& standard_input);

}  // namespace gainsay::pipeline
