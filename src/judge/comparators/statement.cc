#include <algorithm>

#include "comparators/comparators.h"
#include "lexical/words.h"
#include "words.h"

namespace gainsay::judge {
namespace {

std::vector<std::string_view> meanings(const Claim& claim, const Knowledge& knowledge) {
  auto words = split(claim.value.label);
  for (std::string_view& word : words)
    word = knowledge.group(word);
  std::ranges::sort(words);
  words.erase(std::ranges::unique(words).begin(), words.end());
  return words;
}

/// "accept offer" against "reject offer": opposite verbs of one object.
bool opposite(const Claim& x, const Claim& y, const Knowledge& knowledge) {
  const auto a = split(x.value.label);
  const auto b = split(y.value.label);
  if (a.size() < 2 || a.size() != b.size() || !lexical::verbs_opposed(a[0], b[0])) return false;
  return std::equal(a.begin() + 1, a.end(), b.begin() + 1, [&](auto one, auto other) {
    return knowledge.group(one) == knowledge.group(other);
  });
}

}  // namespace

Compared compare_statement(const Matter& matter) {
  const Claim& x = matter.a.claim;
  const Claim& y = matter.b.claim;
  if (x.value.label == y.value.label) return equal(Verdict::kSame, "the same statement");
  // One report that says both tells of a change of mind.
  if (!matter.internal() && opposite(x, y, matter.knowledge)) {
    return conflict(Verdict::kFactConflict, "one of the two can hold");
  }
  const auto a = meanings(x, matter.knowledge);
  const auto b = meanings(y, matter.knowledge);
  const std::size_t common = shared(a, b);
  const std::size_t all = a.size() + b.size() - common;
  // A wrong contradiction costs more than a missed agreement.
  const bool opposed = x.assertion.polarity != y.assertion.polarity;
  const Knowledge& knowledge = matter.knowledge;
  const double words = knowledge.number("statement_shared", 2);
  const double share = opposed ? knowledge.number("statement_overlap_opposed", 0.6)
                               : knowledge.number("statement_overlap", 0.5);
  const bool enough = static_cast<double>(common) >= words &&
                      static_cast<double>(common) >= share * static_cast<double>(all);
  if (!enough && !(common > 0 && common == all)) return unknown("statement");
  return equal(Verdict::kVariant, "the same statement in other words");
}

}  // namespace gainsay::judge
