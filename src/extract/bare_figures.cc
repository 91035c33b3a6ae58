// Figures whose words do not say what they count, because another figure does: "to 33 from 37",
// "Organisers put the number at 90,000".
#include <algorithm>
#include <ranges>

#include "claims.h"
#include "stance.h"

namespace gainsay::extract {
namespace {

constexpr const char* kEarlier = "earlier";  ///< Frame::ordinal of a figure that was replaced

}  // namespace

const ruleset::ClaimRule* ClaimMaker::rule_named(std::string_view attribute) const {
  const auto found = std::ranges::find(rules_, attribute, &ruleset::ClaimRule::attribute);
  return found == rules_.end() ? nullptr : &*found;
}

// "Organisers put the number at 90,000": of what the sentence before counts, where that is one
// thing and the figures are not too far apart for one.
void ClaimMaker::figure_of_before(const SentenceReading& reading, const Unit& unit) {
  constexpr double kFar = 6;
  const Analysis& a = reading.analysis;
  const Quantity& q = a.quantities[unit.index].quantity;
  const TokenRange at{unit.first, unit.last};
  if (q.dimension != "count" || !q.is_point() || q.lo <= 0) return;
  bool given = false;
  for (std::uint32_t i = 0; i < at.first && !given; ++i) {
    const std::uint32_t length = lexicon_.phrase("figure_given", a.in(), i);
    given = length > 0 && i + length == at.first;
  }
  if (!given || here() != claims_.cend() || reading.sentence->index == 0) return;
  const Claim* counted = nullptr;
  for (const Claim& claim : std::ranges::subrange(before(), here())) {
    const auto& p = claim.value.quantity;
    if (claim.sentence + 1 != reading.sentence->index || !p || p->dimension != q.dimension)
      continue;
    if (p->subset || p->increment || claim.rule == "count" || !claim.frame.ordinal.empty())
      continue;
    if (counted != nullptr && counted->attribute != claim.attribute) return;
    counted = &claim;
  }
  if (counted == nullptr) return;
  const double other = counted->value.quantity->lo;
  if (std::max(other, q.lo) > kFar * std::min(other, q.lo)) return;
  Claim claim = base(reading, at);
  claim.kind = ClaimKind::kQuantity;
  claim.attribute = counted->attribute;
  claim.rule = counted->rule;
  claim.confidence = counted->confidence / 2;
  claim.value.quantity = q;
  claim.value.quantity->unit = counted->value.quantity->unit;
  claim.value.quantity->noun = counted->value.quantity->noun;
  claim.frame = counted->frame;
  assert_at(reading, at, rule_named(claim.attribute), claim);
  add(reading, std::move(claim));
}

// "to 33 from 37", "17, not 18", "from 12 to 19": what a figure counts that replaces another, or is
// replaced by it, is what the other one counts.
void ClaimMaker::other_of_change(const SentenceReading& reading, const Unit& unit) {
  const Analysis& a = reading.analysis;
  const Quantity& q = a.quantities[unit.index].quantity;
  const TokenRange at{unit.first, unit.last};
  const bool old = superseded_at(lexicon_, a, at, cue_at(reading, at));
  if (!old && (at.first == 0 || a.tokens[at.first - 1].norm != "to")) return;
  const auto by = std::find_if(here(), claims_.cend(), [&](const Claim& claim) {
    const auto& p = claim.value.quantity;
    return p && p->dimension == q.dimension && !p->subset &&
           claim.frame.ordinal == (old ? "" : kEarlier);
  });
  if (by == claims_.cend()) return;
  Claim claim = *by;
  const Claim own = base(reading, at);
  claim.span = own.span;
  claim.text = own.text;
  claim.value.quantity = q;
  claim.value.quantity->unit = by->value.quantity->unit;
  claim.value.quantity->noun = by->value.quantity->noun;
  claim.frame.ordinal = old ? kEarlier : "";
  claim.as_of = {};
  if (!old) assert_at(reading, at, rule_named(claim.attribute), claim);
  add(reading, std::move(claim));
}

}  // namespace gainsay::extract
