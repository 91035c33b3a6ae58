#include "honour.h"

#include <algorithm>
#include <unordered_map>

namespace gainsay::pipeline {
namespace {

using Claims = std::unordered_map<std::uint64_t, const Claim*>;

bool is_about(const Decision& decision, const Finding& finding, const Claims& claims,
              const report::Report& report) {
  const auto sentence = [&](ClaimId id) {
    const Claim& claim = *claims.at(id.value());
    return report::quoted_sentence(claim, report.documents[claim.document.value() - 1]);
  };
  const std::string a = sentence(finding.a);
  const std::string b = sentence(finding.b);
  const auto& [x, y] = decision.claims;
  return (x == a && y == b) || (x == b && y == a);
}

void apply(const Decision& decision, Finding& finding, report::Report& report) {
  switch (decision.ruling) {
    case Ruling::kDismiss:
      if (finding.severity != Severity::kNone) ++report.dismissed;
      finding.severity = Severity::kNone;
      break;
    case Ruling::kVariant:
      finding.verdict = Verdict::kVariant;
      finding.severity = std::min(finding.severity, Severity::kNote);
      break;
    case Ruling::kUpdate:
      finding.verdict = Verdict::kUpdate;
      finding.severity = std::min(finding.severity, Severity::kWarning);
      break;
    case Ruling::kConfirm:
    case Ruling::kLater:
      break;
  }
}

}  // namespace

std::vector<const Decision*> decisions_about(const std::vector<Decision>& decisions,
                                             const report::Report& report) {
  std::vector<const Decision*> out(report.judgement.findings.size());
  if (decisions.empty()) return out;
  std::unordered_map<std::uint64_t, const Decision*> by_finding;
  for (const Decision& decision : decisions)
    by_finding.emplace(decision.finding.value(), &decision);
  Claims claims;
  for (const Claim& claim : report.claims)
    claims.emplace(claim.id.value(), &claim);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const Finding& finding = report.judgement.findings[i];
    const auto found = by_finding.find(finding.id.value());
    if (found != by_finding.end() && is_about(*found->second, finding, claims, report)) {
      out[i] = found->second;
    }
  }
  return out;
}

void honour(const std::vector<Decision>& decisions, report::Report& report) {
  const std::vector<const Decision*> about = decisions_about(decisions, report);
  for (std::size_t i = 0; i < about.size(); ++i) {
    if (about[i] != nullptr) apply(*about[i], report.judgement.findings[i], report);
  }
  // As the judge sorts them: the gravest first.
  std::ranges::stable_sort(report.judgement.findings, std::ranges::greater{}, &Finding::severity);
}

}  // namespace gainsay::pipeline
