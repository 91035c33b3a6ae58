#include <algorithm>
#include <span>

#include "comparators/comparators.h"
#include "words.h"

namespace gainsay::judge {
namespace {

using Words = std::span<const std::string_view>;

/// "s" or "s." stands for "sergei"; equal words stand for each other.
bool stands_for(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (a.size() > b.size()) std::swap(a, b);
  return a.size() == 1 && b.starts_with(a);
}

/// Words of the shorter name, each standing for a word of the longer, in order.
bool shortens(Words part, Words whole) {
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

/// One word of as many is spelled in two ways.
bool misspelled(Words a, Words b, const Knowledge& knowledge) {
  if (a.size() != b.size() || a.size() < 2) return false;
  std::size_t different = 0;
  std::size_t where = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    ++different;
    where = i;
  }
  if (different != 1 || std::min(a[where].size(), b[where].size()) < 4) return false;
  const auto limit = static_cast<std::size_t>(knowledge.number("name_distance", 2));
  return within(a[where], b[where], limit);
}

std::string names(const Matter& matter, std::string_view between) {
  return matter.a.claim.value.label + std::string(between) + matter.b.claim.value.label;
}

}  // namespace

Likeness likeness(std::string_view a, std::string_view b, const Knowledge& knowledge) {
  return a == b ? Likeness::kEqual : likeness(FoldedName(a), FoldedName(b), knowledge);
}

Likeness likeness(const FoldedName& x, const FoldedName& y, const Knowledge& knowledge) {
  if (x.text() == y.text() || knowledge.group(x.text()) == knowledge.group(y.text())) {
    return Likeness::kVariant;
  }
  const Words p = x.words();
  const Words q = y.words();
  if (p.empty() || q.empty()) return Likeness::kDifferent;
  if (p.size() <= q.size() ? shortens(p, q) : shortens(q, p)) return Likeness::kVariant;
  return misspelled(p, q, knowledge) ? Likeness::kSpelled : Likeness::kDifferent;
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
