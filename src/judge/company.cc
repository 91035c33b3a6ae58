#include "company.h"

#include <algorithm>

#include "comparators/comparators.h"
#include "words.h"

namespace gainsay::judge {
namespace {

/// A place alone takes no part in what happens there.
std::size_t size(const Frame& frame) {
  const auto& names = frame.participants;
  return names.size() == 1 && names.front() == frame.place ? 0 : names.size();
}

std::size_t shared_names(const Frame& a, const Frame& b, const Knowledge& knowledge) {
  return static_cast<std::size_t>(std::ranges::count_if(a.participants, [&](const auto& name) {
    const FoldedName one(name);
    return std::ranges::any_of(b.participants, [&](const std::string& other) {
      return likeness(one, FoldedName(other), knowledge) != Likeness::kDifferent;
    });
  }));
}

}  // namespace

Company company(const Frame& a, const Frame& b, const Knowledge& knowledge) {
  const std::size_t of_a = size(a);
  const std::size_t of_b = size(b);
  if (of_a == 0 || of_b == 0) return Company::kUnknown;
  const std::size_t common = shared_names(a, b, knowledge);
  const bool all = of_a == of_b && common == of_a;
  const bool same = all || (common >= 2 && common == std::min(of_a, of_b));
  return same ? Company::kSame : Company::kOther;
}

}  // namespace gainsay::judge
