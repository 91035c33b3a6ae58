#include "entities.h"

#include <algorithm>
#include <array>
#include <optional>
#include <ranges>
#include <utility>

#include "lexical/words.h"
#include "places.h"

namespace gainsay::extract {
namespace {

constexpr std::array<std::pair<std::string_view, EntityType>, 7> kTypedLists = {{
    {"persons", EntityType::kPerson},
    {"organisations", EntityType::kOrganisation},
    {"countries", EntityType::kPlace},
    {"cities", EntityType::kPlace},
    {"regions", EntityType::kPlace},
    {"nationalities", EntityType::kNationality},
    {"other_names", EntityType::kOther},
}};

/// One pass over one text.
class Scan {
 public:
  Scan(const Lexicon& lexicon, const PhraseTable& gazetteer,
       const std::vector<NameTable::Entry>& entries, const Tokenized& in, const NameTable* known)
      : lexicon_(lexicon), gazetteer_(gazetteer), entries_(entries), in_(in), known_(known) {
    title_case_ = is_title_case();
  }

  std::vector<Mention> run() {
    for (std::uint32_t i = 0; i < in_.size();) {
      const std::optional<Mention> mention = at(i);
      if (mention) mentions_.push_back(*mention);
      i = mention ? mention->last : i + 1;
    }
    return std::move(mentions_);
  }

 private:
  [[nodiscard]] bool is(ListName list, std::uint32_t i) const {
    return lexicon_.is(list, in_.norm(i));
  }

  // A headline in capitals says nothing about names by its capitals.
  [[nodiscard]] bool is_title_case() const {
    std::uint32_t words = 0;
    std::uint32_t capitals = 0;
    for (std::uint32_t i = 0; i < in_.size(); ++i) {
      if (!in_.word(i) || in_.norm(i).size() < 4) continue;
      ++words;
      if (in_.capital(i)) ++capitals;
    }
    const bool ends =
        in_.size() > 0 && (in_.norm(in_.size() - 1) == "." || in_.norm(in_.size() - 1) == "\"");
    return !ends && words >= 4 && capitals * 5 >= words * 4;
  }

  [[nodiscard]] std::optional<Mention> at(std::uint32_t i) const {
    if (is("honorifics", i) && in_.capital(i)) {
      const std::uint32_t next = in_.norm(i + 1) == "." ? i + 2 : i + 1;
      if (auto mention = person_after(next)) {
        mention->first = i;
        return mention;
      }
    }
    if (!in_.capital(i) || !in_.word(i)) return std::nullopt;
    if (auto mention = organisation(i)) return mention;
    if (auto mention = listed(i)) return mention;
    if (auto mention = known(i)) return mention;
    if (title_case_) return std::nullopt;
    return run_of_capitals(i);
  }

  // "Mr. Russia's Putin" skips to the surname.
  [[nodiscard]] std::optional<Mention> person_after(std::uint32_t i) const {
    if (!in_.capital(i)) return std::nullopt;
    if (auto hit = listed(i)) {
      if (hit->type == EntityType::kPerson) return hit;
      if (in_.norm(hit->last) == "'s") return person_after(hit->last + 1);
    }
    const std::uint32_t end = run_end(i);
    if (end == i) return std::nullopt;
    return person(i, end);
  }

  [[nodiscard]] bool name_word(std::uint32_t i) const {
    return in_.word(i) && in_.capital(i) && !is("role_words", i) && !is("weekdays", i) &&
           !is("months", i) && !is("honorifics", i);
  }
  [[nodiscard]] bool initial(std::uint32_t i) const {
    return in_.capital(i) && in_.norm(i).size() == 1 && in_.norm(i + 1) == "." && in_.glued(i + 1);
  }

  [[nodiscard]] std::uint32_t run_end(std::uint32_t i) const {
    std::uint32_t end = i;
    while (end < in_.size()) {
      if (initial(end) && end + 2 < in_.size() && in_.capital(end + 2)) {
        end += 2;
      } else if ((name_word(end) && (end == i || !borders(end, i))) ||
                 (end > i && connector(end))) {
        ++end;
      } else {
        break;
      }
    }
    return end;
  }
  [[nodiscard]] bool connector(std::uint32_t i) const {
    if (!name_word(i + 1)) return false;
    const bool hyphen = in_.norm(i) == "-" && in_.glued(i) && in_.glued(i + 1);
    return hyphen || is("name_connectors", i);
  }
  // A country or nationality begins a name of its own, as does a word after "'s".
  [[nodiscard]] bool borders(std::uint32_t i, std::uint32_t first) const {
    if (in_.norm(i - 1) == "." && !initial(i - 2)) return true;
    if (i == first) return false;
    if (const auto hit = gazetteer_.at(in_, i)) {
      const EntityType type = entries_[hit.payload].type;
      return type == EntityType::kPlace || type == EntityType::kNationality;
    }
    // "Michael Jordan"
    if (i == first + 1 && is("given_names", first)) return false;
    const auto place = place_at(lexicon_, in_, i);
    return place && place->country;
  }

  [[nodiscard]] Mention named(std::uint32_t first, std::uint32_t last, EntityType type) const {
    std::string surface(in_.surface(first, last));
    std::replace(surface.begin(), surface.end(), '\n', ' ');
    const std::string canonical = lexicon_.canonical(to_lower_ascii(surface));
    return {first, last, type, canonical.empty() ? surface : canonical};
  }

  // Full names without middle initials, given names in one spelling.
  [[nodiscard]] Mention person(std::uint32_t first, std::uint32_t last) const {
    std::string name;
    for (std::uint32_t i = first; i < last; ++i) {
      if (initial(i) && i > first) {
        ++i;
        continue;
      }
      std::string word(in_.surface(i, i + 1));
      if (i + 1 < last) {
        const std::string given = lexicon_.given_name(in_.norm(i));
        if (!given.empty()) word = given;
      }
      if (!name.empty() && !in_.glued(i)) name += ' ';
      name += word;
    }
    std::string canonical = lexicon_.canonical(to_lower_ascii(name));
    if (!canonical.empty()) name = canonical;
    if (known_ != nullptr) {
      const auto* entry = last == first + 1 ? known_->last_word(in_.norm(first)) : nullptr;
      if (entry == nullptr) entry = known_->full(to_lower_ascii(name));
      if (entry != nullptr && !entry->ambiguous && entry->type == EntityType::kPerson) {
        name = entry->name;
      }
    }
    return {first, last, EntityType::kPerson, name};
  }

  // "US Treasury Department", "Ministry of Defence", "University of Bergen"
  [[nodiscard]] std::optional<Mention> organisation(std::uint32_t i) const {
    if (title_case_) return std::nullopt;
    std::uint32_t end = i;
    std::uint32_t best = i;
    while (end < in_.size() && end < i + 7) {
      const bool office = is("organisation_heads", end) && in_.capital(end);
      if (office || (in_.capital(end) && in_.word(end) && !is("weekdays", end))) {
        ++end;
      } else if (end > i && is("organisation_connectors", end) && in_.capital(end + 1) &&
                 organisation_head_between(i, end)) {
        ++end;
        continue;
      } else {
        break;
      }
      if (is("organisation_heads", end - 1)) best = end;
      if (best > i && organisation_connected(i, end)) best = end;
    }
    const bool lone = best == i + 1 && !is("organisations", i);
    if (best == i || lone || in_.norm(i) == "the" || starts_with_function_word(i)) {
      return std::nullopt;
    }
    Mention mention = named(i, best, EntityType::kOrganisation);
    // "U.S. Treasury Department", "US Treasury Department"
    const auto place = listed(i);
    if (place && place->last < best && place->type == EntityType::kPlace) {
      mention.name = place->name + ' ' + std::string(in_.surface(place->last, best));
    }
    return mention;
  }
  [[nodiscard]] bool organisation_head_between(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t k = from; k < to; ++k) {
      if (is("organisation_heads", k)) return true;
    }
    return false;
  }
  [[nodiscard]] bool organisation_connected(std::uint32_t from, std::uint32_t end) const {
    for (std::uint32_t k = from; k < end; ++k) {
      if (is("organisation_connectors", k)) return true;
    }
    return false;
  }
  [[nodiscard]] bool starts_with_function_word(std::uint32_t i) const {
    if (in_.surface(i, i + 1) == "US") return false;
    return is("stop_words", i) || is("sentence_starters", i);
  }

  [[nodiscard]] std::optional<Mention> listed(std::uint32_t i) const {
    const auto hit = gazetteer_.at(in_, i);
    const auto place = place_at(lexicon_, in_, i);
    Mention mention;
    if (place && place->length > hit.length &&
        (place->people || place->country || whole(i, *place))) {
      const EntityType type = place->people ? EntityType::kNationality : EntityType::kPlace;
      mention = {i, i + place->length, type, place->name};
    } else if (hit) {
      const NameTable::Entry& entry = entries_[hit.payload];
      if (in_.norm(i) == "us" && in_.surface(i, i + 1) != "US") return std::nullopt;
      mention = {i, i + hit.length, entry.type, entry.name};
    } else {
      return std::nullopt;
    }
    // "Jordan Miller", "Paris Hilton": a given name, not the place.
    const bool given = mention.last == i + 1 && mention.type != EntityType::kNationality &&
                       is("given_names", i) && name_word(i + 1);
    if (given && !title_case_) return std::nullopt;
    return mention.type == EntityType::kPlace && surname(i, mention.last) ? std::nullopt
                                                                          : std::optional(mention);
  }

  // "New South Wales": a name of several words that no further word belongs to.
  [[nodiscard]] bool whole(std::uint32_t i, const PlaceHit& place) const {
    return place.length > 1 && !name_word(i + place.length);
  }

  // "Jordan" in a report of Michael Jordan, unless "in" stands before it.
  [[nodiscard]] bool surname(std::uint32_t first, std::uint32_t last) const {
    if (known_ == nullptr || last != first + 1) return false;
    const auto* entry = known_->last_word(in_.norm(first));
    return entry != nullptr && !entry->ambiguous && !is("place_prepositions", first - 1);
  }

  [[nodiscard]] std::optional<Mention> known(std::uint32_t i) const {
    if (known_ == nullptr) return std::nullopt;
    std::uint32_t end = i;
    std::string lower;
    std::optional<Mention> best;
    while (end < in_.size() && end < i + 4 && in_.word(end) && in_.capital(end)) {
      lower += (end == i ? "" : " ") + in_.tokens[end].norm;
      ++end;
      if (const auto* entry = known_->full(lower)) best = Mention{i, end, entry->type, entry->name};
    }
    if (best && best->last == i + 1) {
      const auto* entry = known_->last_word(in_.norm(i));
      if (entry != nullptr && !entry->ambiguous) {
        best->name = entry->name;
        best->type = entry->type;
      }
    }
    if (best) return best;
    if (i + 1 < in_.size() && !title_case_ && name_word(i + 1)) return std::nullopt;
    const auto* entry = known_->last_word(in_.norm(i));
    if (entry == nullptr || entry->ambiguous || is("role_words", i)) return std::nullopt;
    return Mention{i, i + 1, entry->type, entry->name};
  }

  [[nodiscard]] std::optional<Mention> run_of_capitals(std::uint32_t i) const {
    if (!name_word(i)) return std::nullopt;
    const bool opens = i == 0 || in_.norm(i - 1) == "\"" || in_.norm(i - 1) == ":";
    if (starts_with_function_word(i)) return std::nullopt;
    const std::uint32_t end = run_end(i);
    if (end == i) return std::nullopt;
    if (end == i + 1 && opens && known_ != nullptr) return std::nullopt;
    if (end == i + 1 && opens && !followed_by_speech(end)) return std::nullopt;
    const EntityType type = guess(i, end);
    if (type == EntityType::kPerson) return person(i, end);
    Mention mention = named(i, end, type);
    const auto place = type == EntityType::kPlace ? place_at(lexicon_, in_, i) : std::nullopt;
    if (place && place->length == end - i) mention.name = place->name;
    return mention;
  }
  [[nodiscard]] bool followed_by_speech(std::uint32_t end) const {
    return is("say_verbs", end) || in_.norm(end) == "'s";
  }

  [[nodiscard]] EntityType guess(std::uint32_t first, std::uint32_t last) const {
    if (is("organisation_heads", last - 1)) return EntityType::kOrganisation;
    if (is("place_heads", last - 1) || is("place_starts", first)) return EntityType::kPlace;
    const bool initials = std::ranges::any_of(
        std::views::iota(first, last), [&](std::uint32_t k) { return k > first && initial(k); });
    const bool several = last - first >= 2;
    if (is("given_names", first) && several) return EntityType::kPerson;
    if (initials && several) return EntityType::kPerson;
    if (first > 0 && is("role_words", first - 1) && !is("place_prepositions", first - 1)) {
      return EntityType::kPerson;
    }
    if (in_.norm(last) == "," && figure_value(in_.norm(last + 1)) && in_.norm(last + 2) == ",") {
      return EntityType::kPerson;
    }
    if (all_capitals(first, last)) return EntityType::kOrganisation;
    if (first > 0 && is("place_prepositions", first - 1)) return EntityType::kPlace;
    // Of one word a place is a surname as often, of several seldom.
    const auto place = several ? place_at(lexicon_, in_, first) : std::nullopt;
    if (place && place->length == last - first) return EntityType::kPlace;
    if (several && apposed(first, last)) return EntityType::kPerson;
    const bool speaks = is("say_verbs", last) || (first > 0 && is("say_verbs", first - 1));
    if (speaks && last - first <= 3) return EntityType::kPerson;
    return EntityType::kOther;
  }
  // "his counterpart, Ilse Berg, said"
  [[nodiscard]] bool apposed(std::uint32_t first, std::uint32_t last) const {
    const bool between_commas =
        first > 1 && in_.norm(first - 1) == "," && (in_.norm(last) == "," || in_.norm(last) == ".");
    if (!between_commas) return false;
    const std::string noun = lexical::noun_lemma(in_.norm(first - 2));
    return lexicon_.is("person_nouns", noun) ||
           (lexical::noun_class(noun) == lexical::NounClass::kPerson &&
            !lexicon_.is("no_person_nouns", noun));
  }
  [[nodiscard]] static std::optional<double> figure_value(std::string_view norm) {
    const bool digits = !norm.empty() && norm.size() <= 3 &&
                        norm.find_first_not_of("0123456789") == std::string_view::npos;
    return digits ? std::optional<double>(0) : std::nullopt;
  }
  [[nodiscard]] bool all_capitals(std::uint32_t first, std::uint32_t last) const {
    if (last != first + 1) return false;
    const std::string_view surface = in_.surface(first, last);
    return surface.size() >= 2 && surface.size() <= 6 &&
           std::ranges::all_of(surface, [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  const Lexicon& lexicon_;
  const PhraseTable& gazetteer_;
  const std::vector<NameTable::Entry>& entries_;
  const Tokenized& in_;
  const NameTable* known_;
  std::vector<Mention> mentions_;
  bool title_case_ = false;
};

}  // namespace

const char* name(EntityType type) {
  constexpr std::array<const char*, 5> kNames = {"per", "org", "loc", "nat", "misc"};
  return kNames[static_cast<std::size_t>(type)];
}

void NameTable::add(const Mention& mention) {
  const std::string lower = to_lower_ascii(mention.name);
  full_.try_emplace(lower, Entry{mention.name, mention.type, false});
  if (mention.type != EntityType::kPerson) return;
  full_[lower].type = EntityType::kPerson;
  const std::size_t blank = lower.rfind(' ');
  if (blank == std::string::npos) return;
  const auto [at, fresh] =
      last_.try_emplace(lower.substr(blank + 1), Entry{mention.name, mention.type, false});
  if (!fresh && at->second.name != mention.name) at->second.ambiguous = true;
}

const NameTable::Entry* NameTable::full(std::string_view lower) const {
  const auto found = full_.find(lower);
  return found == full_.end() ? nullptr : &found->second;
}

const NameTable::Entry* NameTable::last_word(std::string_view lower) const {
  const auto found = last_.find(lower);
  return found == last_.end() ? nullptr : &found->second;
}

EntityFinder::EntityFinder(const Lexicon& lexicon) : lexicon_(lexicon) {
  std::map<std::string, EntityType> type_of;
  const auto add = [&](const std::string& surface, const std::string& canonical, EntityType type) {
    gazetteer_.add(surface, static_cast<std::uint32_t>(entries_.size()));
    entries_.push_back({canonical, type, false});
  };
  for (const auto& [list, type] : kTypedLists) {
    for (const std::string& word : lexicon.list(list)) {
      const std::string canonical = lexicon.canonical(to_lower_ascii(word));
      if (!type_of.emplace(to_lower_ascii(word), type).second) continue;
      add(word, canonical.empty() ? word : canonical, type);
    }
  }
  for (const auto& [alias, canonical] : lexicon.aliases()) {
    const auto type = type_of.find(to_lower_ascii(canonical));
    if (type == type_of.end() || type_of.contains(alias)) continue;
    add(alias, canonical, type->second);
  }
}

std::vector<Mention> EntityFinder::find(const Tokenized& in, const NameTable* known) const {
  return Scan(lexicon_, gazetteer_, entries_, in, known).run();
}

}  // namespace gainsay::extract
