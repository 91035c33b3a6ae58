#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "overview.h"
#include "report/report.h"

namespace gainsay::report {

/// The findings that the page shows, in the order of the judge.
using Listed = std::vector<std::pair<const Finding*, Sides>>;

/// Bytes of a title or a value that a list shows.
inline constexpr std::size_t kShownOfText = 200;

using Parts = std::map<std::string, std::string, std::less<>>;

/// Replaces {{name}} in one pass, so that a marker inside an article stays what it is. Unknown
/// markers stay too.
[[nodiscard]] std::string fill(std::string_view page, const Parts& parts);
/// Those of every page: title, version, report, made, connect.
[[nodiscard]] Parts frame_parts(const Report& report, const HtmlOptions& options);
[[nodiscard]] Parts page_parts(const Report& report, const HtmlOptions& options);

/// The findings that a page shows.
[[nodiscard]] Listed listed_in(const Report& report, const Lookup& lookup);

/// A sentence for people, cut at the claim: `before`, `words`, `after`.
struct Marked {
  std::string before;
  std::string words;
  std::string after;
};

/// Finds the claim in the readable sentence by walking both texts from their common start, never by
/// searching. Where they do not run together the original bytes are cut at the span instead.
[[nodiscard]] Marked mark(const Claim& claim, const ReportDocument& in);

/// Totals, bars by measure and verdict, sources against sources.
[[nodiscard]] std::string overview_html(const Report& report, const Listed& listed);
[[nodiscard]] std::string reports_html(const Report& report, const Listed& listed);
[[nodiscard]] std::string limits_html(const Report& report, std::uint64_t not_shown);

/// The findings as a list that needs no script.
[[nodiscard]] std::string plain_html(const Listed& listed);

/// What the script of the page reads, as JSON that cannot end its element. The shape is told by
/// reports/src/model.ts.
[[nodiscard]] std::string review_data(const Report& report, const Lookup& lookup,
                                      const Listed& listed, const std::string& id,
                                      const HtmlOptions& options);

/// `<span class="badge error">` with a sign, so that colour is never alone.
[[nodiscard]] std::string badge(Severity severity, bool plural = false);
[[nodiscard]] const char* sign(Severity severity);

/// "numeric conflict" for "numeric-conflict".
[[nodiscard]] std::string in_words(std::string_view name);

/// At most `size` bytes, cut between characters, with "…" where something was cut.
[[nodiscard]] std::string clip(std::string_view text, std::size_t size);

}  // namespace gainsay::report
