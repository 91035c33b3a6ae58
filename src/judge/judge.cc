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
#include "sole_events.h"
#include "told.h"

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
    std::set<OriginId> origins;
    std::set<std::string_view> outlets;
    std::set<OriginId> of_no_outlet;
    for (const std::uint32_t i : groups_.at({facts_[index]->story, claim.attribute})) {
      if (i != index && !says_the_same(claims_[i], claim)) continue;
      const DocumentFacts& facts = *facts_[i];
      origins.insert(facts.origin);
      if (facts.source.empty()) of_no_outlet.insert(facts.origin);
      if (!facts.source.empty()) outlets.insert(facts.source);
    }
    // Two reports of one outlet are one witness, also where they differ.
    return static_cast<std::uint32_t>(
        std::min(origins.size(), outlets.size() + of_no_outlet.size()));
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

/// What the total of a headline seems to contradict, that of its body may not.
Outcome ask_in_full(const Matter& matter) {
  Outcome outcome = ask(matter);
  const bool alarms =
      outcome.verdict == Verdict::kNumericConflict || outcome.verdict == Verdict::kRevisionDown;
  if (!alarms || !matter.cumulative() || matter.internal()) return outcome;
  const Claim& a = matter.told->in_full(matter.a.claim);
  const Claim& b = matter.told->in_full(matter.b.claim);
  if (&a == &matter.a.claim && &b == &matter.b.claim) return outcome;
  const Knowledge& knowledge = matter.knowledge;
  Outcome in_full = ask({{a, matter.a.document, knowledge.policy(a)},
                         {b, matter.b.document, knowledge.policy(b)},
                         knowledge,
                         matter.similarity,
                         matter.why,
                         matter.one_bearer,
                         matter.sole_event,
                         matter.told});
  return in_full.verdict == Verdict::kDisputed ? outcome : in_full;
}

const DocumentFacts& facts_of(const std::vector<DocumentFacts>& documents, DocumentId id) {
  return *std::ranges::lower_bound(documents, id, {}, &DocumentFacts::id);
}

}  // namespace

struct Judge::Impl {
  explicit Impl(const ruleset::RuleSet& rules) : knowledge(rules) {}

  [[nodiscard]] Finding finding(const Matter& matter, const Outcome& outcome) const {
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
    out.gates = outcome.trace();
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
  const Knowledge& knowledge = impl_->knowledge;
  const Matter matter{
      {a, document_a, knowledge.policy(a)}, {b, document_b, knowledge.policy(b)}, knowledge};
  return impl_->finding(matter, ask(matter));
}

Judgement Judge::judge(const std::vector<Claim>& claims,
                       const std::vector<DocumentFacts>& documents,
                       const std::vector<CandidatePair>& pairs, Abstained abstained) const {
  std::vector<const DocumentFacts*> facts;
  std::vector<const Policy*> policies;
  facts.reserve(claims.size());
  policies.reserve(claims.size());
  for (const Claim& claim : claims) {
    facts.push_back(&facts_of(documents, claim.document));
    policies.push_back(&impl_->knowledge.policy(claim));
  }
  Support support(claims, facts);
  const Bearers bearers(claims, facts, impl_->knowledge);
  const std::vector<bool> sole = sole_events(claims, facts, impl_->knowledge);
  const Told told(claims, impl_->knowledge);
  const auto side = [&](std::uint32_t i) { return Side{claims[i], *facts[i], *policies[i]}; };
  const auto matter_of = [&](const CandidatePair& pair) {
    return Matter{side(pair.a),
                  side(pair.b),
                  impl_->knowledge,
                  pair.similarity,
                  pair.why,
                  bearers.one(pair.a, pair.b),
                  sole[pair.a] && sole[pair.b],
                  &told};
  };

  struct Open {  ///< a pair to be listed
    const CandidatePair& pair;
    Outcome outcome;
  };
  Judgement out;
  Concord concord;
  std::vector<Open> open;
  for (const CandidatePair& pair : pairs) {
    const Matter matter = matter_of(pair);
    Outcome outcome = ask_in_full(matter);
    if (outcome.verdict == Verdict::kNotComparable) {
      ++out.abstained[outcome.code];
      if (abstained == Abstained::kCounted) continue;
    } else {
      concord.add(matter, outcome);
    }
    open.push_back({pair, std::move(outcome)});
  }

  struct Judged {
    Finding finding;
    std::uint32_t a;
    std::uint32_t b;
  };
  std::vector<Judged> judged;
  for (Open& one : open) {
    const Matter matter = matter_of(one.pair);
    if (one.outcome.verdict != Verdict::kNotComparable && concord.apart(matter, one.outcome)) {
      ++out.abstained["event"];
      if (abstained == Abstained::kCounted) continue;
      one.outcome.verdict = Verdict::kNotComparable;
      one.outcome.code = "event";
    }
    Finding finding = impl_->finding(matter, one.outcome);
    finding.origins_a = support.origins(one.pair.a);
    finding.origins_b = support.origins(one.pair.b);
    finding.gates.push_back({Gate::kOrigin, true,
                             std::to_string(finding.origins_a) + " against " +
                                 std::to_string(finding.origins_b) + " origins"});
    judged.push_back({std::move(finding), one.pair.a, one.pair.b});
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
