#pragma once

#include <cstdint>
#include <istream>
#include <map>
#include <string>
#include <vector>

#include "pipeline/ingest.h"
#include "types/finding.h"
#include "types/result.h"

namespace gainsay::pipeline {

enum class Format : std::uint8_t { kText, kJson, kHtml };

struct ReportOptions {
  IngestOptions input;  ///< with no paths, the database is reported as it is
  std::vector<Format> formats = {Format::kText};
  bool colour = false;
  std::uint32_t width = 100;
  Severity minimum = Severity::kNote;  ///< what the text report lists
  bool list_abstained = false;         ///< also list pairs that are not comparable, with the reason
};

struct ReportResult {
  std::vector<std::string> outputs;              ///< one for each of `formats`
  std::map<Severity, std::uint64_t> severities;  ///< findings of each
  std::uint64_t documents = 0;
  IngestSummary ingested;
  std::map<std::string, double> seconds;  ///< wall time of each stage
  std::vector<Error> fatal;
};

/// The main job: reads the reports, finds their claims, judges them against each other.
[[nodiscard]] ReportResult report(const ReportOptions& options, std::istream& standard_input);

}  // namespace gainsay::pipeline
