#include "draft_baseline.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "honour.h"
#include "suppress/baseline.h"

namespace gainsay::pipeline {
namespace {

/// Findings that somebody has to look at, unless the file knows them.
std::vector<Finding*> open_findings(const std::vector<Decision>& decisions,
                                    report::Report& report) {
  const std::vector<const Decision*> decided = decisions_about(decisions, report);
  std::vector<Finding*> out;
  for (std::size_t i = 0; i < decided.size(); ++i) {
    Finding& finding = report.judgement.findings[i];
    const bool dismissed = decided[i] != nullptr && decided[i]->ruling == Ruling::kDismiss;
    if (finding.severity > Severity::kNone && !dismissed) out.push_back(&finding);
  }
  return out;
}

Result<std::set<FindingId>> read(const BaselineUse& use) {
  std::set<FindingId> out;
  std::error_code ignored;
  if (use.update && !std::filesystem::exists(use.file, ignored)) return out;
  const Result<std::vector<suppress::Known>> known = suppress::read_baseline(use.file);
  if (!known) return Unexpected{known.error()};
  for (const suppress::Known& one : *known)
    out.insert(one.id);
  return out;
}

Result<void> write(const std::string& file, const std::vector<Finding*>& found,
                   const std::vector<Claim>& claims) {
  std::map<ClaimId, const Claim*> by_id;
  for (const Claim& claim : claims)
    by_id.emplace(claim.id, &claim);
  std::vector<suppress::Known> known;
  for (const Finding* finding : found) {
    known.push_back({finding->id, std::string(name(finding->verdict)) + " " +
                                      by_id.at(finding->a)->attribute + ": " + finding->reason});
  }
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << suppress::baseline_text(known);
  out.close();
  if (out.fail()) return fail(ErrorCode::kOutput, file, "cannot be written");
  return {};
}

std::uint64_t missing(const std::set<FindingId>& ids, const std::set<FindingId>& in) {
  return static_cast<std::uint64_t>(
      std::ranges::count_if(ids, [&](FindingId id) { return !in.contains(id); }));
}

}  // namespace

Result<BaselineChange> compare_with_baseline(const BaselineUse& use,
                                             const std::vector<Decision>& decisions,
                                             report::Report& report) {
  const std::vector<Finding*> open = open_findings(decisions, report);
  Result<std::set<FindingId>> known = read(use);
  if (!known) return Unexpected{std::move(known).error()};
  BaselineChange change;
  if (use.update) {
    const Result<void> written = write(use.file, open, report.claims);
    if (!written) return Unexpected{written.error()};
    std::set<FindingId> now;
    for (const Finding* finding : open)
      now.insert(finding->id);
    change = {missing(now, *known), missing(*known, now)};
    known = std::move(now);
  }
  std::set<const Finding*> left_out;
  for (Finding* finding : open) {
    if (!known->contains(finding->id)) continue;
    finding->severity = Severity::kNone;
    finding->reason = "known: " + finding->reason;
    left_out.insert(finding);
  }
  report.in_baseline = left_out.size();
  std::vector<Finding>& findings = report.judgement.findings;
  if (use.new_only) {
    std::erase_if(findings, [&](const Finding& finding) { return left_out.contains(&finding); });
  }
  std::ranges::stable_sort(findings, std::ranges::greater{}, &Finding::severity);
  return change;
}

}  // namespace gainsay::pipeline
