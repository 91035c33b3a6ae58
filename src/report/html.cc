#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "html_parts.h"
#include "quote.h"
#include "report/report.h"

namespace gainsay::report {
namespace {

std::string title_of(const Tally& t) {
  const auto level = [&t](Severity s) { return t.severities[static_cast<std::size_t>(s)]; };
  return fmt::format("{}, {}, {}", counted(level(Severity::kError), "error"),
                     counted(level(Severity::kWarning), "warning"),
                     counted(level(Severity::kNote), "note"));
}

/// What the page tells apart from other reports by: the same findings about the same reports.
std::string report_id(const Report& report) {
  ContentHash hash;
  for (const ReportDocument& in : report.documents)
    hash.add(in.document->sha256());
  for (const Finding& finding : report.judgement.findings)
    hash.add(finding.id.value());
  return to_hex(hash.value());
}

}  // namespace

std::string fill(std::string_view page, const Parts& parts) {
  std::string out;
  while (!page.empty()) {
    const std::size_t open = page.find("{{");
    const std::size_t close = open == page.npos ? open : page.find("}}", open);
    if (close == page.npos) break;
    const auto part = parts.find(page.substr(open + 2, close - open - 2));
    const std::size_t taken = part == parts.end() ? open + 2 : open;
    out += page.substr(0, taken);
    if (part != parts.end()) out += part->second;
    page.remove_prefix(part == parts.end() ? taken : close + 2);
  }
  return out.append(page);
}

Listed listed_in(const Report& report, const Lookup& lookup) {
  Listed out;
  for (const Finding& finding : report.judgement.findings) {
    const Sides s = sides(lookup, finding);
    if (finding.severity != Severity::kNone && s.complete()) out.emplace_back(&finding, s);
  }
  return out;
}

Parts frame_parts(const Report& report, const HtmlOptions& options) {
  return {{"title", title_of(tally(report))},
          {"version", html(report.version)},
          {"report", report_id(report)},
          {"made", options.made.empty() ? "" : ", " + html(options.made)},
          {"connect", options.served ? "'self'" : "'none'"}};
}

Parts page_parts(const Report& report, const HtmlOptions& options) {
  const Lookup lookup(report);
  Parts parts = frame_parts(report, options);
  Listed listed = listed_in(report, lookup);
  const std::size_t shown = std::min<std::size_t>(listed.size(), options.max_findings);
  const std::size_t not_shown = listed.size() - shown;
  listed.resize(shown);
  parts["overview"] = overview_html(report, listed);
  parts["limits"] = limits_html(report, not_shown);
  parts["data"] = review_data(report, lookup, listed, parts["report"], options);
  parts["reports"] = reports_html(report, listed);
  parts["plain"] = plain_html(listed);
  return parts;
}

std::string to_html(const Report& report, std::string_view page, const HtmlOptions& options) {
  return fill(page, page_parts(report, options));
}

}  // namespace gainsay::report
