#include "speakers.h"

#include <algorithm>

#include "lexical/gazetteer.h"
#include "lexical/words.h"

namespace gainsay::extract {
namespace {

constexpr std::uint32_t kLongestAside = 14;  ///< tokens of an apposition between two commas
constexpr std::uint32_t kLongestPhrase = 5;  ///< tokens of a noun phrase without a name

}  // namespace

const Mention* SpeakerFinder::ending(std::uint32_t end) const {
  const auto found = std::ranges::find(a_.mentions, end, &Mention::last);
  return found == a_.mentions.end() ? nullptr : &*found;
}

const Mention* SpeakerFinder::starting(std::uint32_t at) const {
  const auto found = std::ranges::find(a_.mentions, at, &Mention::first);
  return found == a_.mentions.end() ? nullptr : &*found;
}

// Persons and groups of people speak; of other things those that the list names: "statement".
bool SpeakerFinder::speaks(std::uint32_t i) const {
  if (!in_.word(i) || is("not_speakers", i)) return false;
  if (is("speaker_nouns", i)) return true;
  const std::string lemma = lexical::noun_lemma(in_.norm(i));
  const auto noun = lexical::noun_class(lemma);
  return noun == lexical::NounClass::kPerson && !is("stop_words", i);
}

// A capital that speaks is its country's government.
Speaker SpeakerFinder::of(const Mention& m) const {
  Speaker speaker{{m.first, m.last}, m.name, m.type == EntityType::kPerson};
  if (m.type != EntityType::kPlace) return speaker;
  const auto place = lexical::find_place(to_lower_ascii(m.name));
  if (!place || place->kind != lexical::PlaceKind::kNationalCapital) return speaker;
  for (std::string_view whole : place->within) {
    auto within = lexical::find_place(to_lower_ascii(whole));
    // Washington lies in the District of Columbia.
    if (within && within->kind == lexical::PlaceKind::kDistrict && within->within.size() == 1) {
      whole = within->within.front();
      within = lexical::find_place(to_lower_ascii(whole));
    }
    if (!within || within->kind != lexical::PlaceKind::kCountry) continue;
    const std::string own = lexicon_.canonical(to_lower_ascii(whole));
    speaker.name = own.empty() ? std::string(whole) : own;
    break;
  }
  return speaker;
}

std::uint32_t SpeakerFinder::phrase_begin(std::uint32_t end) const {
  std::uint32_t first = end - 1;
  while (first > 0 && in_.word(first - 1) && !is("stop_words", first - 1) &&
         !is("say_verbs", first - 1) && !is("not_speakers", first - 1) &&
         end - first < kLongestPhrase) {
    --first;
  }
  return first;
}

// "two senior U.S. officials"; "the foreign minister" is the one person who is called so.
Speaker SpeakerFinder::group(std::uint32_t end, std::uint32_t whole) const {
  const std::uint32_t first = phrase_begin(end);
  Speaker speaker{{first, whole}, std::string(in_.surface(first, whole)), false};
  std::replace(speaker.name.begin(), speaker.name.end(), '\n', ' ');
  if (whole != end || first == 0 || in_.norm(first - 1) != "the") return speaker;
  const std::string office = to_lower_ascii(in_.surface(first, end));
  const auto found = discourse_.holders.find(office);
  if (found != discourse_.holders.end() && found->second.size() == 1) {
    speaker.name = *found->second.begin();
    speaker.person = true;
  }
  return speaker;
}

// "X", "the army", "a spokesman for the army", "the mayor of Oslo"
std::optional<Speaker> SpeakerFinder::phrase(std::uint32_t end) const {
  if (end == 0 || quoted_[end - 1]) return std::nullopt;
  const Mention* m = ending(end);
  if (m != nullptr && m->type == EntityType::kPerson) return of(*m);
  if (m == nullptr && !in_.word(end - 1)) return std::nullopt;
  // What a preposition links to the head of the phrase.
  std::uint32_t link = m != nullptr ? m->first : phrase_begin(end);
  while (link > 0 && (is("determiners", link - 1) || is("place_adjectives", link - 1)) &&
         !is("name_links", link - 1)) {
    --link;
  }
  if (link > 1 && is("name_links", link - 1)) {
    if (const Mention* head = ending(link - 1)) {
      if (head->type == EntityType::kPerson || head->type == EntityType::kOrganisation) {
        return of(*head);
      }
    }
    if (speaks(link - 2)) return group(link - 1, end);
  }
  if (m != nullptr && m->type != EntityType::kNationality) return of(*m);
  if (!speaks(end - 1)) return std::nullopt;
  return group(end, end);
}

// "Yuri Falk, the adviser, said"; "the adviser, Yuri Falk, said"; "officials, including Falk, said"
std::optional<Speaker> SpeakerFinder::apposition(std::uint32_t end) const {
  const std::uint32_t floor = end > kLongestAside ? end - kLongestAside : 0;
  for (std::uint32_t comma = end - 1; comma > floor; --comma) {
    if (in_.norm(comma - 1) != "," || comma < 2) continue;
    const Mention* aside = ending(end - 1);
    const bool name =
        aside != nullptr && (aside->type == EntityType::kPerson ||
                             (aside->type == EntityType::kOther && aside->first == comma));
    if (auto outer = phrase(comma - 1)) {
      if (outer->person || !name) return outer;
      bool roles = true;
      for (std::uint32_t i = comma; i < aside->first; ++i)
        roles = roles && (is("role_words", i) || in_.norm(i) == ".");
      return roles ? of(*aside) : *outer;
    }
  }
  return std::nullopt;
}

std::optional<Speaker> SpeakerFinder::pronoun(std::uint32_t at) const {
  const WordKey norm = in_.norm(at);
  Speaker speaker{{at, at + 1}, std::string(norm), false};
  if (norm == "he" || norm == "she") {
    std::string name = discourse_.last_speaker;
    for (const Mention& m : a_.mentions) {
      if (m.last <= at && m.type == EntityType::kPerson && name.empty()) name = m.name;
    }
    if (name.empty()) name = discourse_.last_person;
    speaker.person = !name.empty();
    if (speaker.person) speaker.name = name;
  }
  if (norm == "it" && !discourse_.last_body.empty()) speaker.name = discourse_.last_body;
  return speaker;
}

std::optional<Speaker> SpeakerFinder::left(std::uint32_t end) const {
  if (end == 0 || quoted_[end - 1]) return std::nullopt;
  if (is("pronouns", end - 1)) return pronoun(end - 1);
  // "Falk, who said"
  if (in_.norm(end - 1) == "who" || in_.norm(end - 1) == "which") {
    const std::uint32_t noun = in_.norm(end - 2) == "," ? end - 2 : end - 1;
    return noun > 0 ? phrase(noun) : std::nullopt;
  }
  if (in_.norm(end - 1) == ",") return apposition(end);
  return phrase(end);
}

// "the Gazette's Karin Lund", "Oslo's mayor Ola Dahl": the person speaks, not whose it is.
const Mention* SpeakerFinder::owned(std::uint32_t at) const {
  if (in_.norm(at) != "'s") return nullptr;
  ++at;
  while (is("role_words", at))
    ++at;
  const Mention* m = starting(at);
  return m != nullptr && m->type == EntityType::kPerson ? m : nullptr;
}

std::optional<Speaker> SpeakerFinder::right(std::uint32_t from) const {
  for (std::uint32_t i = from; i < in_.size() && i < from + 7; ++i) {
    if (const Mention* m = starting(i)) {
      if (m->type == EntityType::kPerson) return of(*m);
      const std::uint32_t next = m->last;
      if (const Mention* person = owned(next)) return of(*person);
      const bool goes_on = speaks(next) || is("role_words", next) || starting(next) != nullptr;
      if (!goes_on) return of(*m);
      i = next - 1;
      continue;
    }
    if (is("pronouns", i) && i == from) return pronoun(i);
    if (in_.norm(i + 1) == "'s") {
      ++i;
      continue;
    }
    const bool last = !speaks(i + 1) && !is("role_words", i + 1) && starting(i + 1) == nullptr;
    if (speaks(i) && last) {
      // "the head of the agency", "Falk of the agency": what follows belongs to the name.
      Speaker speaker = group(i + 1, i + 1);
      if (speaker.person) return speaker;
      speaker.at.first = std::max(speaker.at.first, from);
      std::uint32_t end = i + 1;
      if (is("name_links", end)) {
        const std::uint32_t name = is("determiners", end + 1) ? end + 2 : end + 1;
        const Mention* m = starting(name);
        if (m != nullptr && m->type == EntityType::kPerson && in_.norm(end) != "of") m = nullptr;
        if (m != nullptr) end = m->last;
      }
      // "an adviser to the mayor, Ola Dahl"
      const std::uint32_t after = in_.norm(end) == "," ? end + 1 : end;
      const Mention* person = starting(after);
      if (after > end && person != nullptr && person->type == EntityType::kPerson)
        return of(*person);
      speaker.at.last = end;
      speaker.name = std::string(in_.surface(speaker.at.first, end));
      std::replace(speaker.name.begin(), speaker.name.end(), '\n', ' ');
      return speaker;
    }
    if (!in_.word(i) || is("say_verbs", i)) break;
  }
  return std::nullopt;
}

void note_offices(const Lexicon& lexicon, const Analysis& a, Discourse& discourse) {
  const Tokenized in = a.in();
  const auto role = [&](std::uint32_t i) {
    return i < in.size() && in.word(i) && lexicon.is("role_words", in.norm(i));
  };
  const auto note = [&](std::uint32_t first, std::uint32_t last, const std::string& name) {
    if (first >= last || !lexicon.is("single_offices", in.norm(last - 1))) return;
    const std::string office = to_lower_ascii(in.surface(first, last));
    discourse.holders[office].insert(name);
    if (last > first + 1) discourse.holders[std::string(in.norm(last - 1))].insert(name);
  };
  for (const Mention& m : a.mentions) {
    if (m.type != EntityType::kPerson) continue;
    std::uint32_t first = m.first;
    while (first > 0 && role(first - 1))
      --first;
    note(first, m.first, m.name);
    if (in.norm(m.last) != ",") continue;
    std::uint32_t begin = m.last + 1;
    while (begin < in.size() &&
           (lexicon.is("determiners", in.norm(begin)) ||
            std::ranges::find(a.mentions, begin, &Mention::first) != a.mentions.end())) {
      const auto name = std::ranges::find(a.mentions, begin, &Mention::first);
      begin = name == a.mentions.end() ? begin + 1 : name->last;
      if (in.norm(begin) == "'s") ++begin;
    }
    std::uint32_t end = begin;
    while (role(end))
      ++end;
    note(begin, end, m.name);
  }
}

}  // namespace gainsay::extract
