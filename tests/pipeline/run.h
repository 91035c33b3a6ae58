#pragma once

#include <filesystem>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "pipeline/ingest.h"
#include "pipeline/report.h"

namespace gainsay::pipeline {

/// Rules, model and page of this build.
inline Resources resources() {
  const std::filesystem::path data =
      std::filesystem::path(GAINSAY_BINARY_DIR) / "share" / "gainsay";
  return {data / "rules", data / "model" / "default.bin", data / "review.html"};
}

/// Files and folders of reports, reported as JSON; without any, a database as it is.
inline std::string json_of(std::vector<std::string> paths, unsigned jobs,
                           const std::string& database = ":memory:") {
  ReportOptions options;
  options.input = {resources(), database, std::move(paths), "<stdin>", jobs};
  options.output.formats = {Format::kJson};
  std::istringstream none;
  const ReportResult result = report(options, none);
  EXPECT_TRUE(result.fatal.empty()) << result.fatal.front().where << result.fatal.front().message;
  EXPECT_TRUE(result.ingested.errors.empty());
  return result.outputs.empty() ? std::string() : result.outputs.front();
}

}  // namespace gainsay::pipeline
