#include <algorithm>

#include "comparators/comparators.h"
#include "words.h"

namespace gainsay::judge {
namespace {

/// "s" or "s." stands for "sergei"; equal words stand for each other.
bool stands_for(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (a.size() > b.size()) std::swap(a, b);
  return a.size() == 1 && b.starts_with(a);
}

/// Words of the shorter name, each standing for a word of the longer, in order.
bool shortens(const std::vector<std::string_view>& part,
              const std::vector<std::string_view>& whole) {
  std::size_t at = 0;
  bool full_word = false;
  for (const std::string_view word : part) {
    while (at < whole.size() && !stands_for(word, whole[at]))
      ++at;
    if (at == whole.size()) return false;
    full_word = full_word || (word.size() > 1 && whole[at].size() > 1);
    ++at;
  }
  return full_word;
}

bool misspelled(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b,
                std::size_t limit) {
  if (a.size() != b.size() || a.size() < 2) return false;
  std::size_t different = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    if (std::min(a[i].size(), b[i].size()) < 4 || distance(a[i], b[i]) > limit) return false;
    ++different;
  }
  return different == 1;
}

std::string names(const Matter& matter, std::string_view between) {
  return matter.a.claim.value.label + std::string(between) + matter.b.claim.value.label;
}

}  // namespace

Likeness likeness(std::string_view a, std::string_view b, const Knowledge& knowledge) {
  if (a == b) return Likeness::kEqual;
  const std::string x = fold(a);
  const std::string y = fold(b);
  if (x == y || knowledge.group(x) == knowledge.group(y)) return Likeness::kVariant;
  const auto p = split(x);
  const auto q = split(y);
  if (p.empty() || q.empty()) return Likeness::kDifferent;
  if (p.size() <= q.size() ? shortens(p, q) : shortens(q, p)) return Likeness::kVariant;
  const auto limit = static_cast<std::size_t>(knowledge.number("name_distance", 2));
  return misspelled(p, q, limit) ? Likeness::kSpelled : Likeness::kDifferent;
}

Compared compare_identity(const Matter& matter) {
  switch (likeness(matter.a.claim.value.label, matter.b.claim.value.label, matter.knowledge)) {
    case Likeness::kEqual:
      return equal(Verdict::kSame, "the same name");
    case Likeness::kVariant:
      return equal(Verdict::kVariant, "one name, fuller and shorter");
    case Likeness::kSpelled:
      return conflict(Verdict::kFactConflict, "one name in two spellings");
    case Likeness::kDifferent:
      break;
  }
  return conflict(Verdict::kFactConflict, "two names, " + names(matter, " and "));
}

}  // namespace gainsay::judge
