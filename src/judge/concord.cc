#include "concord.h"

#include <algorithm>
#include <cmath>

#include "words.h"

namespace gainsay::judge {
namespace {

/// A figure or wording that two reports of two events would hardly share.
bool specific(const Matter& matter) {
  const Claim& claim = matter.a.claim;
  const Knowledge& knowledge = matter.knowledge;
  if (claim.kind == ClaimKind::kQuote) {
    return static_cast<double>(split(claim.value.label).size()) >=
           knowledge.number("quote_short_words", 4);
  }
  if (matter.per_subject()) return claim.frame.subject.find(' ') != std::string::npos;
  if (!claim.value.quantity) return false;
  const Quantity& q = *claim.value.quantity;
  if (q.vague || !q.is_point()) return false;
  return q.lo != std::floor(q.lo) || q.lo >= knowledge.number("specific_from", 13);
}

bool telling(const Matter& matter) {
  return !matter.knowledge.in("words.untelling", matter.a.claim.attribute);
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

}  // namespace

std::uint32_t Concord::root(std::uint32_t document) const {
  for (auto it = parent_.find(document); it != parent_.end() && it->second != document;
       it = parent_.find(document)) {
    document = it->second;
  }
  return document;
}

void Concord::add(const Matter& matter, const Outcome& outcome) {
  const bool agreed = outcome.verdict == Verdict::kSame || outcome.verdict == Verdict::kVariant;
  if (!agreed || matter.internal() || !telling(matter)) return;
  const std::uint32_t a = matter.a.claim.document.value();
  const std::uint32_t b = matter.b.claim.document.value();
  met_.insert(std::minmax(a, b));
  if (!specific(matter)) return;
  ++agreeing_[a];
  ++agreeing_[b];
  const auto [low, high] = std::minmax({root(a), root(b)});
  parent_[high] = low;
  parent_.emplace(low, low);
}

bool Concord::by_chance(const Matter& matter) const {
  if (telling(matter) || matter.internal()) return false;
  const std::uint32_t a = matter.a.claim.document.value();
  const std::uint32_t b = matter.b.claim.document.value();
  return root(a) != root(b) && !met_.contains(std::minmax(a, b));
}

bool Concord::one_event(const Matter& matter) const {
  if (matter.internal()) return true;
  const std::uint32_t a = matter.a.claim.document.value();
  const std::uint32_t b = matter.b.claim.document.value();
  if (root(a) == root(b) || met_.contains(std::minmax(a, b))) return true;
  return !agreeing_.contains(a) || !agreeing_.contains(b);
}

bool Concord::apart(const Matter& matter, const Outcome& outcome) const {
  return outcome.event_confidence < 1 &&
         (by_chance(matter) || (presumes_one_event(outcome.verdict) && !one_event(matter)));
}

}  // namespace gainsay::judge
