#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "overview.h"
#include "report/report.h"

namespace gainsay::report {

/// A claim and the report it stands in.
struct Place {
  const Claim* claim = nullptr;
  const ReportDocument* in = nullptr;
};

/// Findings as the reader of one text meets them: a place in it, and every place that speaks
/// against it in one way with one value. Lifetime: not longer than the report.
struct Diagnostic {
  const Finding* finding = nullptr;  ///< the first of them; its id is the diagnostic's
  Place at;
  std::vector<Place> related;  ///< at least one; the finding's own comes first
  std::vector<FindingId> ids;  ///< of all findings
  std::uint32_t origins_for = 0;
  std::uint32_t origins_against = 0;
  bool newer = false;  ///< all related places are of a later date
};

/// In the order of the findings; those below `minimum` are left out.
[[nodiscard]] std::vector<Diagnostic> diagnostics(const Report& report, const Lookup& lookup,
                                                  Severity minimum);

/// The same, once for each side that may be marked: where no text is a draft, both are.
[[nodiscard]] std::vector<Diagnostic> both_sides(const Report& report,
                                                 const std::vector<Diagnostic>& found);

/// "casualties.killed: 6 people here, 4 people in Harbour Post, 2031-06-12 (origins: 0 against 1)"
[[nodiscard]] std::string message(const Diagnostic& diagnostic);

/// The outlet with its date: "Harbour Post, 2031-06-12".
[[nodiscard]] std::string said_by(const ReportDocument& in);

/// What a column counts; lines and columns start at 1. Bytes are those of the file; the other two
/// leave a byte-order mark out.
enum class ColumnUnit : std::uint8_t { kByte, kUtf16, kCodePoint };
[[nodiscard]] text::Position position(const text::Document& document, std::uint32_t offset,
                                      ColumnUnit unit);
/// Units from the start of the file to the byte.
[[nodiscard]] std::uint32_t units_before(const text::Document& document, std::uint32_t offset,
                                         ColumnUnit unit);

/// A path as the reference of a URI: everything but unreserved characters and "/" escaped.
[[nodiscard]] std::string uri_of(std::string_view path);

}  // namespace gainsay::report
