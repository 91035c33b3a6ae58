#include "places.h"

#include <algorithm>

#include "lexical/gazetteer.h"

namespace gainsay::extract {
namespace {

constexpr std::uint32_t kLongest = 5;  ///< tokens of a name: "Trinidad and Tobago"

std::string spelled(const Lexicon& lexicon, std::string_view name) {
  std::string canonical = lexicon.canonical(to_lower_ascii(name));
  return canonical.empty() ? std::string(name) : canonical;
}

// "OR", "Pa" and "MO" are words more often than states.
bool abbreviation(const Tokenized& in, std::uint32_t i) {
  const WordKey norm = in.norm(i);
  const std::string_view surface = in.surface(i, i + 1);
  const bool capitals = std::ranges::all_of(surface, [](char c) { return c >= 'A' && c <= 'Z'; });
  return norm.size() < 3 || (norm.size() == 3 && capitals);
}

std::optional<PlaceHit> people(const Lexicon& lexicon, std::string_view lower,
                               std::uint32_t length) {
  std::string_view name = lexical::demonym(lower);
  if (name.empty() && lower.ends_with('s'))
    name = lexical::demonym(lower.substr(0, lower.size() - 1));
  if (name.empty()) return std::nullopt;
  return PlaceHit{length, spelled(lexicon, name), true, true};
}

std::optional<PlaceHit> place(const Lexicon& lexicon, std::string_view lower,
                              std::uint32_t length) {
  const auto found = lexical::find_place(lower);
  if (!found) return std::nullopt;
  const bool state = found->kind == lexical::PlaceKind::kDistrict &&
                     std::ranges::find(found->within, "United States") != found->within.end();
  const bool country = state || found->kind == lexical::PlaceKind::kCountry ||
                       found->kind == lexical::PlaceKind::kNationalCapital;
  // What the rules spell in their own way keeps that: "Kiev" is Kyiv, not "Kyyiv".
  std::string own = lexicon.canonical(lower);
  return PlaceHit{length, own.empty() ? spelled(lexicon, found->name) : own, false, country};
}

}  // namespace

std::optional<PlaceHit> place_at(const Lexicon& lexicon, const Tokenized& in, std::uint32_t first) {
  std::optional<PlaceHit> best;
  std::string lower;
  for (std::uint32_t i = first; i < in.size() && i < first + kLongest; ++i) {
    if (i > first && in.tokens[i].space_before) lower += ' ';
    lower += in.norm(i);
    const bool ends = in.capital(i) || in.norm(i) == "'s";
    if (!ends && !in.word(i) && in.norm(i) != "." && in.norm(i) != "-") break;
    if (!ends || (i == first && abbreviation(in, i))) continue;
    if (auto hit = place(lexicon, lower, i + 1 - first)) best = std::move(hit);
    if (i > first + 1) continue;
    if (auto hit = people(lexicon, lower, i + 1 - first)) best = std::move(hit);
  }
  return best;
}

}  // namespace gainsay::extract
