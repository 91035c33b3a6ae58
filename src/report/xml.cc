#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "diagnostics.h"
#include "display.h"
#include "quote.h"
#include "report/formats.h"

namespace gainsay::report {
namespace {

/// Text for XML 1.0: html() escapes the same characters and drops what no parser takes.
std::string xml(std::string_view text) {
  return html(printable(text));
}

bool is_checked(const Report& report, const Claim& claim) {
  return report.drafts.empty() || std::ranges::binary_search(report.drafts, claim.document);
}

}  // namespace

std::string to_junit(const Report& report, Severity minimum) {
  const Lookup lookup(report);
  std::map<ClaimId, std::vector<Diagnostic>> against;
  for (Diagnostic& d : both_sides(report, diagnostics(report, lookup, minimum))) {
    against[d.at.claim->id].push_back(std::move(d));
  }
  std::string cases;
  std::size_t tests = 0;
  std::size_t failures = 0;
  for (const Claim& claim : report.claims) {
    const ReportDocument* in = lookup.document(claim.document);
    if (in == nullptr || !is_checked(report, claim)) continue;
    const text::Position at = in->document->position(claim.span.begin);
    const std::string path = xml(in->document->name());
    ++tests;
    cases += fmt::format(
        "    <testcase classname=\"{}\" name=\"{}\" file=\"{}\" line=\"{}\"", path,
        xml(fmt::format("{}: {} at {}:{}", claim.attribute, claim.text, at.line, at.column)), path,
        at.line);
    const auto found = against.find(claim.id);
    if (found == against.end()) {
      cases += "/>\n";
      continue;
    }
    ++failures;
    std::string text;
    for (const Diagnostic& d : found->second) {
      if (!text.empty()) text += "\n";
      text += fmt::format("{}: {} [{}]", name(d.finding->severity), message(d),
                          to_hex(d.finding->id.value()));
    }
    const Diagnostic& first = found->second.front();
    std::string escaped;
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      escaped += (begin == 0 ? "" : "\n") + xml(text.substr(begin, end - begin));
      begin = end + 1;
    }
    cases +=
        fmt::format(">\n      <failure type=\"{}\" message=\"{}\">{}</failure>\n    </testcase>\n",
                    name(first.finding->verdict), xml(message(first)), escaped);
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"gainsay\" tests=\"{0}\" failures=\"{1}\" errors=\"{2}\">\n"
      "  <testsuite name=\"gainsay\" tests=\"{0}\" failures=\"{1}\" errors=\"{2}\">\n{3}"
      "  </testsuite>\n</testsuites>\n",
      tests, failures, report.errors.size(), cases);
}

std::string to_checkstyle(const Report& report, Severity minimum) {
  const Lookup lookup(report);
  std::map<std::string, std::string> files;
  for (const Diagnostic& d : both_sides(report, diagnostics(report, lookup, minimum))) {
    const text::Position at =
        position(*d.at.in->document, d.at.claim->span.begin, ColumnUnit::kCodePoint);
    const char* severity =
        d.finding->severity <= Severity::kNote ? "info" : name(d.finding->severity);
    files[d.at.in->document->name()] += fmt::format(
        "    <error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" "
        "source=\"gainsay.{}\"/>\n",
        at.line, at.column, severity, xml(message(d)), name(d.finding->verdict));
  }
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
  for (const auto& [path, errors] : files) {
    out += fmt::format("  <file name=\"{}\">\n{}  </file>\n", xml(path), errors);
  }
  return out + "</checkstyle>\n";
}

}  // namespace gainsay::report
