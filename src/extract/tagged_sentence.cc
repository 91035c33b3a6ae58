#include "tagged_sentence.h"

#include <algorithm>

namespace gainsay::extract {
namespace {

std::string part(std::string_view text) {
  if (text.empty()) return "-";
  std::string out(text);
  std::replace(out.begin(), out.end(), ' ', '_');
  std::replace(out.begin(), out.end(), '/', '_');
  return out;
}

std::string spell(const Analysis& a, const Unit& unit) {
  switch (unit.kind) {
    case Unit::Kind::kWord:
      return a.tokens[unit.first].norm;
    case Unit::Kind::kQuantity: {
      const Quantity& q = a.quantities[unit.index].quantity;
      return "Q/" + part(q.dimension) + "/" + part(q.unit) + "/" + part(q.noun);
    }
    case Unit::Kind::kEntity: {
      const Mention& m = a.mentions[unit.index];
      return std::string("E/") + name(m.type) + "/" + part(to_lower_ascii(m.name));
    }
    case Unit::Kind::kTime: {
      const TimeTag& t = a.times[unit.index];
      return std::string("T/") + name(t.kind) + "/" + part(t.value);
    }
  }
  return {};
}

/// Times that count from another event stay words: rules match them as such.
bool folds(const TimeTag& tag) {
  return tag.kind != TimeTag::Kind::kAnaphoric;
}
template <class Tag>
bool folds(const Tag& /*tag*/) {
  return true;
}

template <class Tag>
void place(const std::vector<Tag>& tags, Unit::Kind kind, std::vector<Unit>& at) {
  for (std::uint32_t i = 0; i < tags.size(); ++i) {
    const auto taken = [&](std::uint32_t k) { return at[k].kind != Unit::Kind::kWord; };
    bool free = folds(tags[i]);
    for (std::uint32_t k = tags[i].first; k < tags[i].last; ++k)
      free = free && !taken(k);
    if (!free) continue;
    for (std::uint32_t k = tags[i].first; k < tags[i].last; ++k) {
      at[k] = {kind, tags[i].first, tags[i].last, i};
    }
  }
}

}  // namespace

std::uint32_t Analysis::unit_of(std::uint32_t token) const {
  const auto after = std::partition_point(units.begin(), units.end(),
                                          [&](const Unit& u) { return u.last <= token; });
  return static_cast<std::uint32_t>(after - units.begin());
}

void fold(Analysis& a) {
  std::vector<Unit> at(a.tokens.size());
  for (std::uint32_t i = 0; i < at.size(); ++i)
    at[i] = {Unit::Kind::kWord, i, i + 1, 0};
  place(a.times, Unit::Kind::kTime, at);
  place(a.quantities, Unit::Kind::kQuantity, at);
  place(a.mentions, Unit::Kind::kEntity, at);
  a.units.clear();
  a.tagged = " ";
  a.unit_at.assign(1, 0);
  for (std::uint32_t i = 0; i < at.size(); i = at[i].last) {
    const auto index = static_cast<std::uint32_t>(a.units.size());
    a.units.push_back(at[i]);
    a.tagged += spell(a, at[i]);
    a.tagged += ' ';
    a.unit_at.resize(a.tagged.size(), index);
  }
}

}  // namespace gainsay::extract
