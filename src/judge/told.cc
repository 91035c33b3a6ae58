#include "told.h"

#include <algorithm>

namespace gainsay::judge {
namespace {

constexpr std::string_view kEarlier = "earlier";
constexpr std::string_view kTakenBack = "taken back";

bool may_be_one(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || a == b;
}

/// Of one thing, as far as the frames say.
bool of_one_thing(const Claim& x, const Claim& y) {
  const Frame& a = x.frame;
  const Frame& b = y.frame;
  return a.ordinal == b.ordinal && may_be_one(a.subject, b.subject) &&
         may_be_one(a.place, b.place) && may_be_one(a.population, b.population);
}

bool whole(const Claim& claim) {
  const auto& q = claim.value.quantity;
  return claim.assertion.polarity == Polarity::kAffirmed && !(q && (q->subset || q->increment));
}

bool one_value(const Claim& x, const Claim& y) {
  const auto& a = x.value.quantity;
  const auto& b = y.value.quantity;
  if (!a || !b) return x.value.label == y.value.label;
  return a->dimension == b->dimension && a->lo == b->lo && a->hi == b->hi;
}

}  // namespace

Told::Told(const std::vector<Claim>& claims) {
  for (const Claim& claim : claims) {
    if (claim.kind == ClaimKind::kQuantity || claim.kind == ClaimKind::kFact) {
      groups_[{claim.document, claim.attribute}].push_back(&claim);
    }
    if (claim.value.quantity && claim.frame.ordinal == kTakenBack) {
      figures_back_.insert({claim.document, claim.sentence});
    }
  }
}

const Told::Group& Told::group(const Claim& claim) const {
  const auto found = groups_.find({claim.document, claim.attribute});
  return found == groups_.end() ? none_ : found->second;
}

bool Told::in_body(const Claim& claim, const Claim& not_this) const {
  return std::ranges::any_of(group(claim), [&](const Claim* other) {
    return other != &claim && other != &not_this && other->zone != Zone::kHeadline &&
           whole(*other) && of_one_thing(*other, claim) && one_value(*other, claim);
  });
}

bool Told::both(const Claim& x, const Claim& y) const {
  // A headline that its own body does not bear out is an error, and gives no second value.
  const bool borne_out = x.zone != Zone::kHeadline || in_body(x, y);
  if (x.document == y.document) return x.zone == Zone::kHeadline && borne_out;
  return borne_out && std::ranges::any_of(group(x), [&](const Claim* other) {
           return other->zone != Zone::kHeadline && whole(*other) && of_one_thing(*other, y) &&
                  one_value(*other, y);
         });
}

bool Told::one_of_several(const Claim& claim) const {
  return std::ranges::any_of(group(claim), [&](const Claim* other) {
    const auto& a = claim.value.quantity;
    const auto& b = other->value.quantity;
    return other->sentence == claim.sentence && whole(*other) && a && b && a->unit == b->unit &&
           of_one_thing(*other, claim) && other->frame.subject == claim.frame.subject &&
           other->frame.population == claim.frame.population && !a->hard.overlaps(b->hard);
  });
}

bool Told::figure_taken_back(const Claim& claim) const {
  return figures_back_.contains({claim.document, claim.sentence});
}

const Quantity* Told::replaced(const Claim& claim) const {
  if (!claim.frame.ordinal.empty()) return nullptr;
  for (const Claim* other : group(claim)) {
    const bool named = other->sentence == claim.sentence && other->frame.ordinal == kEarlier;
    if (named && other->value.quantity) return &*other->value.quantity;
  }
  return nullptr;
}

}  // namespace gainsay::judge
