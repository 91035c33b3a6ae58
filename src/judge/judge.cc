#include "judge/judge.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "bearers.h"
#include "concord.h"
#include "gates.h"
#include "knowledge.h"
#include "reason.h"

namespace gainsay::judge {
namespace {

constexpr std::string_view kIdVersion = "gainsay-finding/1";

/// How many independent origins say what a claim says.
class Support {
 public:
  Support(const std::vector<Claim>& claims, const std::vector<const DocumentFacts*>& facts)
      : claims_(claims), facts_(facts), known_(claims.size(), 0) {
    for (std::uint32_t i = 0; i < claims.size(); ++i)
      groups_[{facts[i]->story, claims[i].attribute}].push_back(i);
  }

  std::uint32_t origins(std::uint32_t index) {
    if (known_[index] == 0) known_[index] = count(index);
    return known_[index];
  }

 private:
  std::uint32_t count(std::uint32_t index) const {
    const Claim& claim = claims_[index];
    std::set<OriginId> origins{facts_[index]->origin};
    for (const std::uint32_t i : groups_.at({facts_[index]->story, claim.attribute})) {
      if (says_the_same(claims_[i], claim)) origins.insert(facts_[i]->origin);
    }
    return static_cast<std::uint32_t>(origins.size());
  }

  static bool says_the_same(const Claim& x, const Claim& y) {
    if (x.assertion.polarity != y.assertion.polarity) return false;
    if (!x.frame.subject.empty() && !y.frame.subject.empty() &&
        x.frame.subject != y.frame.subject) {
      return false;
    }
    const auto& a = x.value.quantity;
    const auto& b = y.value.quantity;
    if (a.has_value() != b.has_value()) return false;
    if (!a) return x.value.label == y.value.label;
    return a->dimension == b->dimension && a->pragmatic.overlaps(b->pragmatic);
  }

  const std::vector<Claim>& claims_;
  const std::vector<const DocumentFacts*>& facts_;
  std::vector<std::uint32_t> known_;
  std::map<std::pair<StoryId, std::string_view>, std::vector<std::uint32_t>> groups_;
};

std::uint64_t pair_hash(const Claim& a, const Claim& b) {
  const auto [low, high] = std::minmax(a.fingerprint, b.fingerprint);
  return ContentHash{}.add(kIdVersion).add(low).add(high).value();
}

/// Verdicts that need one event, which a common story alone does not show.
bool presumes_one_event(Verdict verdict) {
  switch (verdict) {
    case Verdict::kNumericConflict:
    case Verdict::kFactConflict:
    case Verdict::kTension:
    case Verdict::kUpdate:
    case Verdict::kRevisionDown:
    case Verdict::kPartWhole:
    case Verdict::kScopeDifference:
    case Verdict::kStrengthShift:
      return true;
    default:
      return false;
  }
}

/// One content can stand in several places: the later ones are numbered.
void make_unique(std::vector<Finding>& findings) {
  std::set<FindingId> taken;
  std::map<FindingId, std::uint64_t> repeats;
  for (Finding& finding : findings) {
    const FindingId base = finding.id;
    while (!taken.insert(finding.id).second) {
      const std::uint64_t repeat = ++repeats[base];
      finding.id = FindingId{ContentHash{}.add(base.value()).add(repeat).value()};
    }
  }
}

const DocumentFacts& facts_of(const std::vector<DocumentFacts>& documents, DocumentId id) {
  return *std::ranges::lower_bound(documents, id, {}, &DocumentFacts::id);
}

}  // namespace

struct Judge::Impl {
  explicit Impl(const ruleset::RuleSet& rules) : knowledge(rules) {}

  [[nodiscard]] Matter matter(const Claim& a, const DocumentFacts& document_a, const Claim& b,
                              const DocumentFacts& document_b) const {
    return {{a, document_a, knowledge.policy(a)}, {b, document_b, knowledge.policy(b)}, knowledge};
  }

  [[nodiscard]] Finding finding(const Matter& matter, const Outcome& outcome,
                                std::vector<GateResult> gates) const {
    const auto& rule = knowledge.verdict(outcome.verdict);
    const Claim& a = matter.a.claim;
    const Claim& b = matter.b.claim;
    Finding out;
    out.id = FindingId{pair_hash(a, b)};
    out.verdict = outcome.verdict;
    out.severity = rule.severity;
    const bool exceeds = outcome.verdict == Verdict::kPartWhole && matter.internal() &&
                         outcome.because == "the part exceeds the whole";
    if (exceeds) out.severity = Severity::kError;
    out.a = a.id;
    out.b = b.id;
    out.internal = matter.internal();
    const bool silent = outcome.verdict == Verdict::kNotComparable;
    out.reason =
        reason(rule.reason.empty() ? "{a.value} against {b.value}: {because}" : rule.reason, matter,
               silent ? explain(outcome.code) : outcome.because);
    out.gates = std::move(gates);
    out.confidence = std::min(a.confidence, b.confidence) * outcome.event_confidence;
    return out;
  }

  Knowledge knowledge;
};

Judge::Judge(const ruleset::RuleSet& rules) : impl_(std::make_unique<Impl>(rules)) {}
Judge::~Judge() = default;
Judge::Judge(Judge&&) noexcept = default;
Judge& Judge::operator=(Judge&&) noexcept = default;

Finding Judge::judge(const Claim& a, const DocumentFacts& document_a, const Claim& b,
                     const DocumentFacts& document_b) const {
  const Matter matter = impl_->matter(a, document_a, b, document_b);
  std::vector<GateResult> gates;
  const Outcome outcome = ask(matter, &gates);
  return impl_->finding(matter, outcome, std::move(gates));
}

Judgement Judge::judge(const std::vector<Claim>& claims,
                       const std::vector<DocumentFacts>& documents,
                       const std::vector<CandidatePair>& pairs, Abstained abstained) const {
  std::vector<const DocumentFacts*> facts;
  facts.reserve(claims.size());
  for (const Claim& claim : claims)
    facts.push_back(&facts_of(documents, claim.document));
  Support support(claims, facts);
  const std::vector<bool> bearers = single_bearers(claims, facts, impl_->knowledge);

  struct Judged {
    Finding finding;
    std::uint32_t a;
    std::uint32_t b;
  };
  const auto matter_of = [&](const CandidatePair& pair) {
    Matter matter = impl_->matter(claims[pair.a], *facts[pair.a], claims[pair.b], *facts[pair.b]);
    matter.similarity = pair.similarity;
    matter.why = pair.why;
    matter.one_bearer = bearers[pair.a] && bearers[pair.b];
    return matter;
  };
  Judgement out;
  Concord concord;
  std::vector<std::uint32_t> open;  // pairs to be listed
  for (std::uint32_t i = 0; i < pairs.size(); ++i) {
    const Matter matter = matter_of(pairs[i]);
    const Outcome outcome = ask(matter, nullptr);
    if (outcome.verdict == Verdict::kNotComparable) {
      ++out.abstained[outcome.code];
      if (abstained == Abstained::kListed) open.push_back(i);
      continue;
    }
    concord.add(matter, outcome);
    open.push_back(i);
  }
  std::vector<Judged> judged;
  for (const std::uint32_t i : open) {
    const CandidatePair& pair = pairs[i];
    const Matter matter = matter_of(pair);
    std::vector<GateResult> gates;
    Outcome outcome = ask(matter, &gates);
    const bool apart = outcome.event_confidence < 1 &&
                       (concord.by_chance(matter) ||
                        (presumes_one_event(outcome.verdict) && !concord.one_event(matter)));
    if (apart) {
      ++out.abstained["event"];
      if (abstained == Abstained::kCounted) continue;
      outcome = {};
      outcome.code = "event";
    }
    Finding finding = impl_->finding(matter, outcome, std::move(gates));
    finding.origins_a = support.origins(pair.a);
    finding.origins_b = support.origins(pair.b);
    finding.gates.push_back({Gate::kOrigin, true,
                             std::to_string(finding.origins_a) + " against " +
                                 std::to_string(finding.origins_b) + " origins"});
    judged.push_back({std::move(finding), pair.a, pair.b});
  }
  std::ranges::sort(judged, {}, [](const Judged& j) {
    return std::tuple(-static_cast<int>(j.finding.severity), j.a, j.b, j.finding.verdict);
  });
  out.findings.reserve(judged.size());
  for (Judged& j : judged)
    out.findings.push_back(std::move(j.finding));
  make_unique(out.findings);
  return out;
}

}  // namespace gainsay::judge
