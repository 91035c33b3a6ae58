#include "lexical/gazetteer.h"

#include <algorithm>
#include <string>

#include "table.h"

namespace gainsay::lexical {
namespace {

constexpr int kDeepest = 6;  ///< quarter, city, district, state, country, continent

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool lies_in(const Place& part, std::string_view whole, int depth) {
  return std::ranges::any_of(part.within, [&](std::string_view name) {
    if (name == whole) return true;
    const auto next = depth < kDeepest ? find_place(lower(name)) : std::nullopt;
    return next && next->name != part.name && lies_in(*next, whole, depth + 1);
  });
}

}  // namespace

std::optional<Place> find_place(std::string_view key) {
  std::string_view value = find(kPlaces, key);
  if (value.empty()) return std::nullopt;
  const auto next = [&] {
    const std::size_t bar = std::min(value.find('|'), value.size());
    const std::string_view field = value.substr(0, bar);
    value.remove_prefix(std::min(bar + 1, value.size()));
    return field;
  };
  Place place;
  place.name = next();
  place.kind = static_cast<PlaceKind>(next()[0]);
  while (!value.empty())
    place.within.push_back(next());
  return place;
}

std::string_view demonym(std::string_view key) {
  return find(kDemonyms, key);
}

bool lies_in(std::string_view part, std::string_view whole) {
  const auto inner = find_place(lower(part));
  const auto outer = find_place(lower(whole));
  if (!inner || !outer || inner->name == outer->name) return false;
  return lies_in(*inner, outer->name, 1);
}

}  // namespace gainsay::lexical
