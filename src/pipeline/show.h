#pragma once

#include <istream>
#include <string>
#include <vector>

#include "pipeline/ingest.h"
#include "types/result.h"

namespace gainsay::pipeline {

struct ShowOptions {
  IngestOptions input;  ///< with no paths, the database is asked as it is
  std::string id;       ///< the first digits of the id of a finding or a claim
  bool json = false;
};

struct ShowResult {
  std::string output;
  IngestSummary ingested;
  /// kNotFound: nothing has this id; kUsage: the digits begin several ids.
  std::vector<Error> fatal;
};

/// One finding with both of its claims, or one claim with its findings, in full.
[[nodiscard]] ShowResult show(const ShowOptions& options, std::istream& standard_input);

}  // namespace gainsay::pipeline
