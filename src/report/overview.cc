#include "overview.h"

#include <algorithm>
#include <set>
#include <string_view>

#include <fmt/format.h>

namespace gainsay::report {

Lookup::Lookup(const Report& report) {
  claims_.reserve(report.claims.size());
  for (const Claim& claim : report.claims)
    claims_.emplace(claim.id.value(), &claim);
  for (const ReportDocument& d : report.documents)
    documents_.emplace(d.facts.id.value(), &d);
}

const Claim* Lookup::claim(ClaimId id) const {
  const auto found = claims_.find(id.value());
  return found == claims_.end() ? nullptr : found->second;
}

const ReportDocument* Lookup::document(DocumentId id) const {
  const auto found = documents_.find(id.value());
  return found == documents_.end() ? nullptr : found->second;
}

Sides sides(const Lookup& lookup, const Finding& finding) {
  Sides out{lookup.claim(finding.a), lookup.claim(finding.b), nullptr, nullptr};
  if (out.a != nullptr) out.in_a = lookup.document(out.a->document);
  if (out.b != nullptr) out.in_b = lookup.document(out.b->document);
  return out;
}

namespace {

const std::string& stated_source(const ReportDocument& document) {
  return document.facts.source.empty() ? document.document->metadata().source
                                       : document.facts.source;
}

/// "a/b/c": "c", "b/c", "a/b/c".
std::vector<std::string_view> path_ends(std::string_view path) {
  std::vector<std::string_view> out;
  for (std::size_t at = path.size(); at > 0; --at)
    if (at < path.size() && path[at - 1] == '/') out.push_back(path.substr(at));
  if (!path.starts_with('/')) out.push_back(path);
  return out;
}

}  // namespace

Tally tally(const Report& report) {
  Tally out;
  for (const Finding& finding : report.judgement.findings) {
    ++out.severities[static_cast<std::size_t>(finding.severity)];
    ++out.verdicts[static_cast<std::size_t>(finding.verdict)];
  }
  for (const auto& [reason, pairs] : report.judgement.abstained)
    out.abstained += pairs;
  std::set<std::string> sources;
  std::set<std::uint32_t> origins;
  std::size_t without_origin = 0;
  for (const ReportDocument& document : report.documents) {
    sources.insert(source_of(document));
    const std::uint32_t origin = document.facts.origin.value();
    if (origin == 0) ++without_origin;
    if (origin != 0) origins.insert(origin);
  }
  out.sources = sources.size();
  out.origins = origins.size() + without_origin;
  return out;
}

std::string source_of(const ReportDocument& document) {
  if (!document.source.empty()) return document.source;
  const std::string& stated = stated_source(document);
  return stated.empty() ? document.document->name() : stated;
}

void name_sources(std::vector<ReportDocument>& documents) {
  std::unordered_map<std::string_view, std::size_t> taken;
  for (const ReportDocument& document : documents)
    for (const std::string_view end : path_ends(document.document->name()))
      ++taken[end];
  for (ReportDocument& document : documents) {
    document.source = stated_source(document);
    if (!document.source.empty()) continue;
    const std::string& path = document.document->name();
    const std::vector<std::string_view> ends = path_ends(path);
    const auto own = std::ranges::find_if(ends, [&](auto end) { return taken.at(end) == 1; });
    document.source = own == ends.end() ? path : std::string(*own);
  }
}

std::string date_of(const std::optional<Instant>& instant) {
  if (!instant) return "";
  const std::string iso = to_iso(*instant);
  if (iso.substr(11) == "00:00:00Z") return iso.substr(0, 10);
  return fmt::format("{} {} UTC", iso.substr(0, 10), iso.substr(11, 5));
}

std::string counted(std::uint64_t count, const std::string& noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace gainsay::report
