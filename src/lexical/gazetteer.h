#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace gainsay::lexical {

enum class PlaceKind : char {
  kCountry = 'c',
  kNationalCapital = 'C',
  kTown = 't',
  kDistrict = 's',  ///< state, province, county
  kWater = 'w',
  kOther = 'r',  ///< region, island, continent, mountain
};

/// A place of the earth. The views are read-only data of the program.
struct Place {
  std::string_view name;  ///< one for all its names ("kiev" and "kyyiv" are one)
  PlaceKind kind = PlaceKind::kOther;
  std::vector<std::string_view> within;  ///< names of the places it is directly part of
};

/// Places of WordNet, countries and subdivisions of ISO 3166, by a name in lower case. Of several
/// places of one name the best known; many a name is also a word or a surname.
[[nodiscard]] std::optional<Place> find_place(std::string_view lower);

/// The name of the place that an adjective or its people's noun belongs to: "ukrainian",
/// "spaniard"; "" for other words.
[[nodiscard]] std::string_view demonym(std::string_view lower);

/// True when `part` lies in `whole`, over any number of steps; names in any case. A place does not
/// lie in itself.
[[nodiscard]] bool lies_in(std::string_view part, std::string_view whole);

}  // namespace gainsay::lexical
