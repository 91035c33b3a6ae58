#pragma once

#include <cstdint>
#include <istream>
#include <string>
#include <vector>

#include "pipeline/resources.h"
#include "types/result.h"

namespace gainsay::pipeline {

struct IngestOptions {
  Resources resources;
  std::string database;            ///< file, or ":memory:"
  std::vector<std::string> paths;  ///< files, directories, "-" for standard input
  std::string stdin_name = "<stdin>";
  unsigned jobs = 1;  ///< worker threads, at least 1
};

struct IngestSummary {
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;
  std::uint64_t unchanged = 0;
  std::vector<Error> errors;  ///< reports that were left out, sorted by place
};

/// Reads reports into a database. One unreadable report is an entry in the summary; the others go
/// on. Errors: rules, model or database cannot be used at all (all problems of the rules, one an
/// Error).
struct IngestResult {
  IngestSummary summary;
  std::vector<Error> fatal;
};
[[nodiscard]] IngestResult ingest(const IngestOptions& options, std::istream& standard_input);

}  // namespace gainsay::pipeline
