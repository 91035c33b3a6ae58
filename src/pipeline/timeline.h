#pragma once

#include <istream>
#include <string>
#include <vector>

#include "pipeline/ingest.h"
#include "types/result.h"

namespace gainsay::pipeline {

struct TimelineOptions {
  IngestOptions input;  ///< with no paths, the database is asked as it is
  std::string query;    ///< an attribute or words of it; "" every figure that two reports tell
  bool json = false;
};

struct TimelineResult {
  std::string output;
  std::size_t figures = 0;
  std::size_t documents = 0;
  std::vector<std::string> known;  ///< attributes of the figures in the reports, sorted
  IngestSummary ingested;
  std::vector<Error> fatal;
};

/// How a figure moved over time and sources.
[[nodiscard]] TimelineResult timeline(const TimelineOptions& options, std::istream& standard_input);

}  // namespace gainsay::pipeline
