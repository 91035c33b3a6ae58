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

Told::Told(const std::vector<Claim>& claims, const Knowledge& knowledge) : knowledge_(knowledge) {
  for (const Claim& claim : claims) {
    if (knowledge.in("words.saying_day", claim.attribute)) {
      said_on_[{claim.document, claim.sentence}] = claim.frame.time.weekday;
    }
    if (claim.kind != ClaimKind::kQuote) {
      groups_[{claim.document, claim.attribute}].push_back(&claim);
    }
    const Frame& frame = claim.frame;
    if (!frame.event.empty() && !frame.place.empty() && frame.ordinal.empty()) {
      const auto [known, fresh] = places_.try_emplace({claim.document, frame.event}, frame.place);
      if (!fresh && known->second != frame.place) known->second.clear();
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

const Claim& Told::in_full(const Claim& claim) const {
  const auto& figure = claim.value.quantity;
  if (claim.zone != Zone::kHeadline || !figure) return claim;
  const Group& all = group(claim);
  const auto full = std::ranges::find_if(all, [&](const Claim* other) {
    const auto& q = other->value.quantity;
    return other->zone != Zone::kHeadline && whole(*other) && of_one_thing(*other, claim) && q &&
           q->dimension == figure->dimension && q->lo == figure->lo;
  });
  return full == all.end() ? claim : **full;
}

bool Told::part_of_more(const Claim& claim) const {
  const auto& part = claim.value.quantity;
  const double ratio = knowledge_.number("conflict_ratio", 4);
  if (!part || claim.zone == Zone::kHeadline || !knowledge_.policy(claim).cumulative) return false;
  return std::ranges::any_of(group(claim), [&](const Claim* other) {
    const auto& all = other->value.quantity;
    const bool before = other->zone == Zone::kHeadline || other->sentence < claim.sentence;
    return before && whole(*other) && all && all->unit == part->unit &&
           all->hard.lo > part->hard.hi && all->lo <= ratio * part->lo &&
           other->frame.ordinal == claim.frame.ordinal &&
           other->frame.period == claim.frame.period &&
           may_be_one(other->frame.population, claim.frame.population) &&
           may_be_one(other->assertion.speaker, claim.assertion.speaker);
  });
}

const std::string& Told::place(const Claim& claim) const {
  if (!claim.frame.place.empty()) return claim.frame.place;
  const auto found = places_.find({claim.document, claim.frame.event});
  return found == places_.end() ? claim.frame.place : found->second;
}

bool Told::leads(const Claim& claim) const {
  constexpr std::uint32_t kLead = 2;  // sentences, a headline among them
  const auto& figure = claim.value.quantity;
  const bool plain = figure && figure->is_point() && !figure->vague && !figure->subset &&
                     figure->lo >= knowledge_.number("specific_from", 13) && !figure->increment &&
                     claim.frame.ordinal.empty() && claim.frame.period.empty();
  return plain && claim.sentence < kLead &&
         std::ranges::all_of(group(claim),
                             [&](const Claim* other) { return one_value(*other, claim); });
}

int Told::said_on(const Claim& claim) const {
  const auto found = said_on_.find({claim.document, claim.sentence});
  return found == said_on_.end() ? -1 : found->second;
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
