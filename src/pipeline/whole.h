#pragma once

#include <istream>
#include <vector>

#include "pipeline/ingest.h"
#include "report/report.h"
#include "store/store.h"
#include "types/decision.h"

namespace gainsay::pipeline {

/// Reports read, judged against each other and set right by what reviewers decided.
struct Whole {
  std::vector<store::StoredDocument> stored;
  std::vector<Decision> decisions;
  report::Report view;  ///< of `stored`
  IngestSummary ingested;
  std::vector<Error> fatal;  ///< then there is no view
};

/// With no paths, the database as it is.
[[nodiscard]] Whole read_whole(const IngestOptions& input, std::istream& standard_input);

}  // namespace gainsay::pipeline
