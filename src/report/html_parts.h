#pragma once

#include <string>
#include <string_view>

#include "overview.h"
#include "report/report.h"

namespace gainsay::report {

/// A sentence for people, cut at the claim: `before`, `words`, `after`.
struct Marked {
  std::string before;
  std::string words;
  std::string after;
};

/// Finds the claim in the readable sentence by walking both texts from their common start, never by
/// searching. Where they do not run together the original bytes are cut at the span instead.
[[nodiscard]] Marked mark(const Claim& claim, const ReportDocument& in);

/// `<article id="f-...">` with both sentences, the reason and the gates.
[[nodiscard]] std::string finding_html(const Finding& finding, const Sides& sides);

/// `<span class="badge error">` with a sign, so that colour is never alone.
[[nodiscard]] std::string badge(Severity severity, bool plural = false);

/// "numeric conflict" for "numeric-conflict".
[[nodiscard]] std::string in_words(std::string_view name);

}  // namespace gainsay::report
