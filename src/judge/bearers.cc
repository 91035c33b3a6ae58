#include "bearers.h"

#include <map>
#include <string_view>
#include <utility>

#include "comparators/comparators.h"

namespace gainsay::judge {
namespace {

bool one_value(const Claim& x, const Claim& y, const Policy& policy) {
  const auto& a = x.value.quantity;
  const auto& b = y.value.quantity;
  if (a && b) return a->hard.overlaps(b->hard);
  // Stages of one course are met by one and the same.
  return x.value.label == y.value.label || !policy.ordered.empty();
}

}  // namespace

std::vector<bool> single_bearers(const std::vector<Claim>& claims,
                                 const std::vector<const DocumentFacts*>& facts,
                                 const Knowledge& knowledge) {
  struct Group {
    std::uint32_t first = 0;
    bool single = true;
  };
  std::map<std::pair<StoryId, std::string_view>, Group> stories;     // first: the claim that names
  std::map<std::pair<DocumentId, std::string_view>, Group> reports;  // first: any claim
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    const Policy& policy = knowledge.policy(claim);
    if (!policy.per_subject) continue;
    const auto [report, fresh] =
        reports.try_emplace({claim.document, claim.attribute}, Group{i, true});
    if (!fresh && !one_value(claims[report->second.first], claim, policy)) {
      report->second.single = false;
    }
    if (claim.frame.subject.empty()) continue;
    const auto [story, unnamed] =
        stories.try_emplace({facts[i]->story, claim.attribute}, Group{i, true});
    if (!unnamed && likeness(claims[story->second.first].frame.subject, claim.frame.subject,
                             knowledge) == Likeness::kDifferent) {
      story->second.single = false;
    }
  }
  std::vector<bool> out(claims.size(), false);
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    const auto report = reports.find({claim.document, claim.attribute});
    if (report == reports.end()) continue;
    const auto story = stories.find({facts[i]->story, claim.attribute});
    out[i] = report->second.single && (story == stories.end() || story->second.single);
  }
  return out;
}

}  // namespace gainsay::judge
