#include "lexical/gazetteer.h"

#include <algorithm>
#include <array>

#include "table.h"

namespace gainsay::lexical {
namespace {

constexpr int kDeepest = 6;  ///< quarter, city, district, state, country, continent

/// A name in lower case; "" for one longer than any of the table. Containment is asked for every
/// pair of claims: it must cost no allocation.
class Lower {
 public:
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): written before it is read
  explicit Lower(std::string_view name) {
    if (name.size() > room_.size()) return;
    for (const char c : name)
      room_[size_++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  [[nodiscard]] std::string_view text() const { return {room_.data(), size_}; }

 private:
  std::array<char, 128> room_;
  std::size_t size_ = 0;
};

/// Takes the text before the next bar.
std::string_view next(std::string_view& fields) {
  const std::size_t bar = std::min(fields.find('|'), fields.size());
  const std::string_view field = fields.substr(0, bar);
  fields.remove_prefix(std::min(bar + 1, fields.size()));
  return field;
}

struct Line {
  std::string_view name;
  std::string_view kind;
  std::string_view within;  ///< names between bars
};

std::optional<Line> find_line(std::string_view key) {
  std::string_view fields = find(kPlaces, key);
  if (fields.empty()) return std::nullopt;
  Line line;
  line.name = next(fields);
  line.kind = next(fields);
  line.within = fields;
  return line;
}

bool lies_in(const Line& part, std::string_view whole, int depth) {
  for (std::string_view rest = part.within; !rest.empty();) {
    const std::string_view name = next(rest);
    if (name == whole) return true;
    const auto outer = depth < kDeepest ? find_line(Lower(name).text()) : std::nullopt;
    if (outer && outer->name != part.name && lies_in(*outer, whole, depth + 1)) return true;
  }
  return false;
}

}  // namespace

std::optional<Place> find_place(std::string_view lower) {
  auto line = find_line(lower);
  if (!line) return std::nullopt;
  Place place{line->name, static_cast<PlaceKind>(line->kind[0]), {}};
  while (!line->within.empty())
    place.within.push_back(next(line->within));
  return place;
}

std::string_view demonym(std::string_view lower) {
  return find(kDemonyms, lower);
}

bool lies_in(std::string_view part, std::string_view whole) {
  const auto inner = find_line(Lower(part).text());
  const auto outer = find_line(Lower(whole).text());
  if (!inner || !outer || inner->name == outer->name) return false;
  return lies_in(*inner, outer->name, 1);
}

}  // namespace gainsay::lexical
