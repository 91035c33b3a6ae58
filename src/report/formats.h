#pragma once

#include <map>
#include <string>

#include "report/report.h"

namespace gainsay::report {

// Formats of other tools. Each lists the findings from `minimum` up, a draft's own place first, and
// gives the same bytes for the same report. Lines and columns start at 1; what a column counts is
// what the reading tool expects. Where a format has one place only, a report without drafts gives
// an entry for either side. Every id is the finding's.

/// `path:line:column: severity: message [verdict]`, one finding a line. Columns: bytes.
[[nodiscard]] std::string to_unix(const Report& report, Severity minimum);
/// `path: line L, col C, Severity - message (verdict)`, as ESLint prints it. Columns: characters.
[[nodiscard]] std::string to_compact(const Report& report, Severity minimum);
/// One JSON object a finding, with both places in full. Columns: bytes.
[[nodiscard]] std::string to_jsonl(const Report& report, Severity minimum);
/// SARIF 2.1.0: one location, related locations linked from the message. Columns: UTF-16.
/// `precision`: how far findings of a verdict can be trusted, in SARIF's words, where it is known.
[[nodiscard]] std::string to_sarif(const Report& report, Severity minimum,
                                   const std::map<Verdict, std::string>& precision = {});
/// Reviewdog's diagnostics, as one object or one a line. Columns: bytes.
[[nodiscard]] std::string to_rdjson(const Report& report, Severity minimum);
[[nodiscard]] std::string to_rdjsonl(const Report& report, Severity minimum);
/// Workflow commands of GitHub Actions: the gravest ten of a severity, which is what a step shows,
/// and a notice that counts the rest. Columns: UTF-16.
[[nodiscard]] std::string to_github(const Report& report, Severity minimum);
/// Code Quality report of GitLab.
[[nodiscard]] std::string to_gitlab(const Report& report, Severity minimum);
/// One test case a claim, failed by what speaks against it; of the drafts, where there are any.
[[nodiscard]] std::string to_junit(const Report& report, Severity minimum);
/// Columns: characters.
[[nodiscard]] std::string to_checkstyle(const Report& report, Severity minimum);
/// A memo for editors.
[[nodiscard]] std::string to_markdown(const Report& report, Severity minimum);
/// RFC 4180 with a header; a cell that a spreadsheet would take for a formula begins with '.
[[nodiscard]] std::string to_csv(const Report& report, Severity minimum);

}  // namespace gainsay::report
