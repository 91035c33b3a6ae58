#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/output.h"
#include "report/report.h"
#include "ruleset/ruleset.h"
#include "types/result.h"

namespace gainsay::pipeline {

/// One text for each format of the options. Errors: the page template cannot be read.
[[nodiscard]] Result<std::vector<std::string>> render(const report::Report& report,
                                                      const OutputOptions& options,
                                                      const std::filesystem::path& page);

/// An empty report that knows the version and what the verdicts mean.
[[nodiscard]] report::Report new_report(const ruleset::RuleSet& rules);

}  // namespace gainsay::pipeline
