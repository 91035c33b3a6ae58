#include "draft_findings.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace gainsay::pipeline {
namespace {

constexpr DocumentId kDraft(1);

class Draft {
 public:
  explicit Draft(const Judged& judged) : judged_(judged) {
    for (const Claim& claim : judged.claims)
      claims_.emplace(claim.id, &claim);
    for (const DocumentFacts& facts : judged.facts) {
      if (facts.id != kDraft && facts.origin == facts_of(kDraft).origin) copied_ = true;
    }
    for (const Finding& finding : judged.judgement.findings)
      note(finding);
  }

  [[nodiscard]] const Claim& claim(ClaimId id) const { return *claims_.at(id); }
  [[nodiscard]] bool touches(const Finding& finding) const {
    return claim(finding.a).document == kDraft;
  }

  /// A draft is no origin of its own claim.
  void count_origins(Finding& finding) const {
    if (!copied_ && finding.origins_a > 0) --finding.origins_a;
    if (finding.internal) finding.origins_b = finding.origins_a;
  }

  /// Verdict and severity as they are for the draft.
  void weigh(Finding& finding) const {
    const Claim& ours = claim(finding.a);
    const Claim& theirs = claim(finding.b);
    if (finding.internal) return;
    if (const Finding* update = outdated(finding)) {
      finding.verdict = Verdict::kUpdate;
      finding.severity = Severity::kWarning;
      finding.reason = "the archive holds a later figure: " + update->reason;
      for (GateResult& gate : finding.gates) {
        if (gate.gate == Gate::kAsOf) gate = {Gate::kAsOf, false, update->reason};
      }
      return;
    }
    switch (finding.verdict) {
      case Verdict::kUpdate:
      case Verdict::kCorrection:
        if (!is_older(ours, theirs)) finding.severity = Severity::kNone;
        return;
      case Verdict::kDisputed:
        if (ours.assertion.voice == Voice::kOutlet &&
            ours.assertion.polarity == Polarity::kAffirmed) {
          finding.severity = Severity::kError;
        }
        return;
      default:
        return;
    }
  }

 private:
  [[nodiscard]] const DocumentFacts& facts_of(DocumentId id) const {
    return judged_.facts[id.value() - 1];
  }
  [[nodiscard]] std::optional<Instant> time_of(const Claim& claim) const {
    return claim.as_of.from ? claim.as_of.from : facts_of(claim.document).published;
  }
  /// By time; of two claims without one the lower figure is the older.
  [[nodiscard]] bool is_older(const Claim& x, const Claim& y) const {
    const auto a = time_of(x);
    const auto b = time_of(y);
    if (a && b) return *a < *b;
    return x.value.quantity && y.value.quantity && x.value.quantity->lo < y.value.quantity->lo;
  }

  void note(const Finding& finding) {
    const Claim& a = claim(finding.a);
    const Claim& b = claim(finding.b);
    if (touches(finding)) {
      const bool equal = finding.verdict == Verdict::kSame || finding.verdict == Verdict::kVariant;
      if (equal && !finding.internal) equals_[a.id].push_back(b.id);
    } else if (finding.verdict == Verdict::kUpdate || finding.verdict == Verdict::kRevisionDown) {
      const bool first = is_older(a, b);
      outdated_by_[{first ? a.id : b.id, first ? b.id : a.id}] = &finding;
    }
  }

  /// The update in the archive that makes the draft's figure an old one.
  [[nodiscard]] const Finding* outdated(const Finding& finding) const {
    const Claim& ours = claim(finding.a);
    if (finding.verdict != Verdict::kNumericConflict || time_of(ours)) return nullptr;
    const auto equal = equals_.find(ours.id);
    if (equal == equals_.end()) return nullptr;
    for (const ClaimId old : equal->second) {
      const auto found = outdated_by_.find({old, finding.b});
      if (found != outdated_by_.end()) return found->second;
    }
    return nullptr;
  }

  const Judged& judged_;
  bool copied_ = false;  ///< the archive holds the same text
  std::map<ClaimId, const Claim*> claims_;
  std::map<ClaimId, std::vector<ClaimId>> equals_;  ///< draft's claim -> archive's
  std::map<std::pair<ClaimId, ClaimId>, const Finding*> outdated_by_;
};

}  // namespace

std::vector<Finding> draft_findings(const Judged& judged) {
  const Draft view(judged);
  std::vector<Finding> out;
  for (const Finding& finding : judged.judgement.findings) {
    if (!view.touches(finding)) continue;
    out.push_back(finding);
    view.count_origins(out.back());
    view.weigh(out.back());
  }
  std::ranges::stable_sort(out, std::greater<>(), &Finding::severity);
  return out;
}

}  // namespace gainsay::pipeline
