#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "types/decision.h"
#include "types/result.h"

namespace gainsay::report {

/// gainsay-decisions/1: one decision a line, sorted by finding, ended by a newline.
[[nodiscard]] std::string to_decisions(std::vector<Decision> decisions);

/// Errors: kInvalidText with the line, from 1, behind `where`: no JSON, another schema, a decision
/// that is not complete, two decisions about one finding.
[[nodiscard]] Result<std::vector<Decision>> read_decisions(std::string_view text,
                                                           const std::string& where);

/// One wish of a page: what it saw and what is to stand instead; nothing: no decision.
struct DecisionChange {
  FindingId finding;
  std::optional<Decision> expected;
  std::optional<Decision> next;
};
/// `{"changes":[{"fingerprint", "expected", "next"}]}`. Errors: kInvalidText.
[[nodiscard]] Result<std::vector<DecisionChange>> read_changes(std::string_view text);

/// `{"conflicts":[{"fingerprint", "now"}]}`: what stands, or null, where a change was refused.
[[nodiscard]] std::string to_conflicts(const std::vector<FindingId>& refused,
                                       const std::vector<Decision>& all);
/// `{"problem": ...}`
[[nodiscard]] std::string to_problem(const Error& error);

}  // namespace gainsay::report
