#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/output.h"
#include "pipeline/resources.h"
#include "report/report.h"
#include "ruleset/measured.h"
#include "ruleset/ruleset.h"
#include "types/decision.h"
#include "types/result.h"

namespace gainsay::pipeline {

/// One text for each format of the options. Pages show all findings, with what was decided about
/// them; then `report` follows the decisions (honour.h) and the other formats show what is left.
/// Errors: the page template cannot be read.
[[nodiscard]] Result<std::vector<std::string>> render(report::Report& report,
                                                      const OutputOptions& options,
                                                      const Resources& resources,
                                                      const std::vector<Decision>& decisions);

/// A page for each story and an index of them, with their `names`. Errors: as render().
[[nodiscard]] Result<std::vector<std::string>> render_by_story(
    const report::Report& report, const OutputOptions& options, const std::filesystem::path& page,
    const std::vector<Decision>& decisions, std::vector<std::string>& names);

/// SARIF's word for the share of findings that were right, with one right and one wrong added, so
/// that a few say little.
[[nodiscard]] const char* precision_of(const ruleset::Measured& measured);

/// An empty report that knows the version and what the verdicts mean.
[[nodiscard]] report::Report new_report(const ruleset::RuleSet& rules);

}  // namespace gainsay::pipeline
