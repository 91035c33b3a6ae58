#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "report/report.h"

namespace gainsay::report {

/// Finds claims and reports by id. Lifetime: not longer than the report.
class Lookup {
 public:
  explicit Lookup(const Report& report);
  /// Null when a finding names a claim that the report does not hold.
  [[nodiscard]] const Claim* claim(ClaimId id) const;
  [[nodiscard]] const ReportDocument* document(DocumentId id) const;

 private:
  std::unordered_map<std::uint64_t, const Claim*> claims_;
  std::unordered_map<std::uint32_t, const ReportDocument*> documents_;
};

/// Both sides of a finding, with the reports they stand in.
struct Sides {
  const Claim* a = nullptr;
  const Claim* b = nullptr;
  const ReportDocument* in_a = nullptr;
  const ReportDocument* in_b = nullptr;
  [[nodiscard]] bool complete() const { return in_a != nullptr && in_b != nullptr; }
};
[[nodiscard]] Sides sides(const Lookup& lookup, const Finding& finding);

/// The totals of a run.
struct Tally {
  std::array<std::uint64_t, 4> severities{};
  std::array<std::uint64_t, kVerdictCount> verdicts{};
  std::uint64_t abstained = 0;
  std::size_t sources = 0;
  std::size_t origins = 0;
};
[[nodiscard]] Tally tally(const Report& report);

/// ReportDocument::source, or what it would be for this report alone.
[[nodiscard]] std::string source_of(const ReportDocument& document);

/// "2022-01-21", with " 14:05 UTC" unless it is midnight; "" when unknown.
[[nodiscard]] std::string date_of(const std::optional<Instant>& instant);

/// "3 reports", "1 report".
[[nodiscard]] std::string counted(std::uint64_t count, const std::string& noun);

}  // namespace gainsay::report
