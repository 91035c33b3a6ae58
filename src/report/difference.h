#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "types/finding.h"
#include "types/result.h"

namespace gainsay::report {

/// A finding as a JSON report (gainsay-report/1) tells it.
struct ToldFinding {
  Verdict verdict{};
  Severity severity{};
  std::string attribute;
  std::string reason;
  std::string a;  ///< path:line:column
  std::string b;
};
/// By id. A finding has the same id in every copy of its reports; the gravest is told.
using Told = std::map<std::string, ToldFinding>;

/// Findings from `minimum` up. Errors: kInvalidText with file:line: no JSON, no such report.
[[nodiscard]] Result<Told> read_told(std::string_view json, const std::string& where,
                                     Severity minimum);

struct Difference {
  std::string text;  ///< a line for each finding that is new, gone or changed, and a summary
  std::string json;  ///< `{"schema": "gainsay-diff/1", "new", "gone", "changed", "same"}`
  std::map<Severity, std::uint64_t> risen;  ///< new, or graver than before
};
[[nodiscard]] Difference difference(const Told& before, const Told& after);

}  // namespace gainsay::report
