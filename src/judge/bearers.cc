#include "bearers.h"

#include <map>
#include <optional>
#include <string_view>
#include <tuple>
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

using Facts = std::vector<const DocumentFacts*>;

std::vector<bool> single_bearers(const std::vector<Claim>& claims, const Facts& facts,
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

/// A property that tells the persons of a story apart: the attribute and its value.
using Trait = std::pair<std::string_view, double>;

/// The trait of the one person that a sentence describes; none where it describes two.
class SentenceTraits {
 public:
  SentenceTraits(const std::vector<Claim>& claims, const Knowledge& knowledge) {
    for (const Claim& claim : claims) {
      const auto& q = claim.value.quantity;
      if (!q || !q->is_point() || !knowledge.in("words.describing", claim.attribute)) continue;
      const Trait trait{claim.attribute, q->lo};
      const auto [known, fresh] = traits_.try_emplace({claim.document, claim.sentence}, trait);
      if (!fresh && known->second != trait) known->second.reset();
    }
  }

  [[nodiscard]] std::optional<Trait> of(const Claim& claim) const {
    const auto found = traits_.find({claim.document, claim.sentence});
    return found == traits_.end() ? std::nullopt : found->second;
  }

 private:
  std::map<std::pair<DocumentId, std::uint32_t>, std::optional<Trait>> traits_;
};

std::vector<std::uint32_t> described(const std::vector<Claim>& claims, const Facts& facts,
                                     const Knowledge& knowledge) {
  struct Person {
    std::uint32_t number = 0;
    std::string_view name;  ///< "" as long as nobody names the person
    bool one = true;
  };
  const SentenceTraits traits(claims, knowledge);
  std::map<std::pair<StoryId, Trait>, Person> persons;
  std::map<std::pair<StoryId, std::string_view>, Person*> named;
  const auto person_of = [&](std::uint32_t i) -> Person* {
    const auto trait = traits.of(claims[i]);
    if (!trait) return nullptr;
    const auto next = static_cast<std::uint32_t>(persons.size() + 1);
    return &persons.try_emplace({facts[i]->story, *trait}, Person{next, {}, true}).first->second;
  };
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    const std::string& name = claims[i].frame.subject;
    if (name.empty() || !knowledge.in("words.describing", claims[i].attribute)) continue;
    Person* person = person_of(i);
    if (person == nullptr) continue;
    if (person->name.empty()) person->name = name;
    if (likeness(person->name, name, knowledge) == Likeness::kDifferent) person->one = false;
    named.try_emplace({facts[i]->story, name}, person);
  }
  std::vector<std::uint32_t> out(claims.size(), 0);
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    const std::string& name = claims[i].frame.subject;
    if (!knowledge.policy(claims[i]).per_subject) continue;
    const Person* person = nullptr;
    if (name.empty()) {
      person = person_of(i);
    } else if (const auto found = named.find({facts[i]->story, name}); found != named.end()) {
      person = found->second;
    }
    if (person != nullptr && person->one) out[i] = person->number;
  }
  return out;
}

}  // namespace

Bearers::Bearers(const std::vector<Claim>& claims, const Facts& facts, const Knowledge& knowledge)
    : single_(single_bearers(claims, facts, knowledge)),
      described_(described(claims, facts, knowledge)) {}

}  // namespace gainsay::judge
