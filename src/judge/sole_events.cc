#include "sole_events.h"

#include <map>
#include <string_view>
#include <utility>

#include "company.h"

namespace gainsay::judge {
namespace {

/// Do both values hold of one event?
bool one_value(const Claim& x, const Claim& y) {
  const auto& a = x.value.quantity;
  const auto& b = y.value.quantity;
  return a && b ? a->hard.overlaps(b->hard) : x.value.label == y.value.label;
}

/// The first claim of a group, and whether the others are of the same event.
struct Group {
  const Claim* first = nullptr;
  bool sole = true;
};

}  // namespace

std::vector<bool> sole_events(const std::vector<Claim>& claims,
                              const std::vector<const DocumentFacts*>& facts,
                              const Knowledge& knowledge) {
  std::map<std::pair<DocumentId, std::string_view>, Group> reports;
  std::map<std::pair<StoryId, std::string_view>, Group> stories;
  const auto counts = [&](const Claim& claim) {
    return knowledge.in("events.sole", claim.frame.event);
  };
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    if (!counts(claim)) continue;
    Group& report =
        reports.try_emplace({claim.document, claim.attribute}, Group{&claim, true}).first->second;
    if (!one_value(*report.first, claim)) report.sole = false;
    if (claim.frame.participants.size() < 2) continue;
    Group& story = stories.try_emplace({facts[i]->story, claim.frame.event}, Group{&claim, true})
                       .first->second;
    const Company other = company(story.first->frame, claim.frame, knowledge);
    if (other == Company::kOther) story.sole = false;
  }
  std::vector<bool> out(claims.size(), false);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    if (!counts(claim)) continue;
    const auto story = stories.find({facts[i]->story, claim.frame.event});
    out[i] = reports.at({claim.document, claim.attribute}).sole &&
             (story == stories.end() || story->second.sole);
  }
  return out;
}

}  // namespace gainsay::judge
