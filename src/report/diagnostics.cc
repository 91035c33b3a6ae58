#include "diagnostics.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "display.h"
#include "quote.h"

namespace gainsay::report {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::uint32_t units(std::string_view text, ColumnUnit unit) {
  if (unit == ColumnUnit::kByte) return static_cast<std::uint32_t>(text.size());
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    count += unit == ColumnUnit::kUtf16 && c > 0xFFFF ? 2 : 1;
  }
  return count;
}

std::string_view between(const text::Document& document, std::uint32_t begin, std::uint32_t end,
                         ColumnUnit unit) {
  std::string_view text = document.text({begin, end});
  if (unit != ColumnUnit::kByte && begin == 0 && text.starts_with(kByteOrderMark)) {
    text.remove_prefix(kByteOrderMark.size());
  }
  return text;
}

bool later(const ReportDocument& than, const ReportDocument& in) {
  return than.facts.published && in.facts.published && *than.facts.published < *in.facts.published;
}

}  // namespace

std::vector<Diagnostic> diagnostics(const Report& report, const Lookup& lookup, Severity minimum) {
  std::vector<Diagnostic> out;
  std::map<std::tuple<ClaimId, Verdict, bool, std::string, std::string>, std::size_t> known;
  for (const Finding& finding : report.judgement.findings) {
    if (finding.severity < minimum) continue;
    const Sides s = sides(lookup, finding);
    if (!s.complete()) continue;
    const auto [entry, is_new] = known.emplace(
        std::tuple(s.a->id, finding.verdict, finding.internal, s.b->attribute, display(s.b->value)),
        out.size());
    if (is_new) {
      out.push_back({&finding, {s.a, s.in_a}, {}, {}, finding.origins_a, 0, true});
    }
    Diagnostic& diagnostic = out[entry->second];
    diagnostic.related.push_back({s.b, s.in_b});
    diagnostic.ids.push_back(finding.id);
    diagnostic.origins_against = std::max(diagnostic.origins_against, finding.origins_b);
    diagnostic.newer = diagnostic.newer && later(*s.in_a, *s.in_b);
  }
  return out;
}

std::vector<Diagnostic> both_sides(const Report& report, const std::vector<Diagnostic>& found) {
  std::vector<Diagnostic> out;
  for (const Diagnostic& diagnostic : found) {
    out.push_back(diagnostic);
    if (!report.drafts.empty()) continue;
    for (const Place& place : diagnostic.related) {
      Diagnostic other = diagnostic;
      other.at = place;
      other.related = {diagnostic.at};
      std::swap(other.origins_for, other.origins_against);
      other.newer = later(*place.in, *diagnostic.at.in);
      out.push_back(std::move(other));
    }
  }
  return out;
}

std::string said_by(const ReportDocument& in) {
  std::string out = source_of(in);
  const std::string date = date_of(in.facts.published);
  if (!date.empty()) out += ", " + date;
  return out;
}

std::string message(const Diagnostic& d) {
  const Place& other = d.related.front();
  const std::string where =
      d.finding->internal ? "elsewhere in the same text" : "in " + said_by(*other.in);
  const std::string& speaker = other.claim->assertion.speaker;
  std::string out =
      fmt::format("{}: {} here, {}{} {}", d.at.claim->attribute, display(d.at.claim->value),
                  display(other.claim->value), speaker.empty() ? "" : " from " + speaker, where);
  if (d.related.size() > 1) out += fmt::format(" and {} more", d.related.size() - 1);
  if (!d.finding->internal) {
    out += fmt::format(" (origins: {} against {}{})", d.origins_for, d.origins_against,
                       d.newer ? " newer" : "");
  }
  return printable(out);
}

text::Position position(const text::Document& document, std::uint32_t offset, ColumnUnit unit) {
  text::Position at = document.position(offset);
  const std::uint32_t begin = document.line(at.line).begin;
  at.column = 1 + units(between(document, begin, offset, unit), unit);
  return at;
}

std::uint32_t units_before(const text::Document& document, std::uint32_t offset, ColumnUnit unit) {
  return units(between(document, 0, offset, unit), unit);
}

std::string uri_of(std::string_view path) {
  constexpr std::string_view kPlain = "-._~/";
  std::string out;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       kPlain.find(c) != std::string_view::npos;
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace gainsay::report
