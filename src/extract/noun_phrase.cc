#include "noun_phrase.h"

#include "lexical/gazetteer.h"
#include "lexical/words.h"

namespace gainsay::extract {
namespace {

constexpr std::uint32_t kLongestPhrase = 7;  // tokens between number and noun, hyphens included

std::vector<std::string> list(const std::map<std::string, std::vector<std::string>>& lists,
                              const char* name) {
  const auto found = lists.find(name);
  return found == lists.end() ? std::vector<std::string>() : found->second;
}

bool ends(std::string_view word, std::string_view tail) {
  return word.size() > tail.size() && word.substr(word.size() - tail.size()) == tail;
}

}  // namespace

NounFinder::NounFinder(const std::map<std::string, std::vector<std::string>>& lists)
    : persons_(list(lists, "person_nouns")),
      no_persons_(list(lists, "no_person_nouns")),
      stoppers_(list(lists, "noun_stoppers")),
      collective_(list(lists, "collective_nouns")),
      plural_modifiers_(list(lists, "plural_modifiers")),
      ing_nouns_(list(lists, "ing_nouns")) {
  for (const std::string& pair : list(lists, "irregular_plurals")) {
    const std::size_t space = pair.find(' ');
    if (space != std::string::npos) irregular_[pair.substr(0, space)] = pair.substr(space + 1);
  }
}

std::string NounFinder::lemma(const WordKey& norm) const {
  if (const auto found = irregular_.find(norm); found != irregular_.end()) return found->second;
  std::string word(norm);
  if (collective_.contains(norm)) return word;
  // "troops" has an entry of its own, and is counted as its singular.
  if (std::string lemma = lexical::noun_lemma(norm); !lemma.empty() && lemma != norm) return lemma;
  if (word.size() < 4 || !ends(norm, "s") || ends(norm, "ss") || ends(norm, "us") ||
      ends(norm, "is")) {
    return word;
  }
  if (ends(norm, "ies") && word.size() > 4) return word.substr(0, word.size() - 3) + "y";
  for (const char* tail : {"sses", "xes", "ches", "shes", "zzes", "oes"}) {
    if (ends(norm, tail)) return word.substr(0, word.size() - 2);
  }
  return word.substr(0, word.size() - 1);
}

std::string NounFinder::unit(const std::string& lemma) const {
  return person(lemma) ? "person" : lemma;
}

// "Norwegians" are; "poles" and "swedes" may be none.
bool NounFinder::person(const std::string& lemma) const {
  if (persons_.contains(lemma)) return true;
  const bool ending = ends(lemma, "an") || ends(lemma, "i");
  if (ending && !lexical::demonym(lemma).empty()) return true;
  return lexical::noun_class(lemma) == lexical::NounClass::kPerson && !no_persons_.contains(lemma);
}

bool NounFinder::plural(const WordKey& norm) const {
  if (irregular_.contains(norm) || collective_.contains(norm)) return true;
  // "women", "criteria"
  if (norm.size() > 2 && !ends(norm, "s")) {
    const std::string lemma = lexical::noun_lemma(norm);
    return !lemma.empty() && lemma != norm;
  }
  return norm.size() > 2 && ends(norm, "s") && !ends(norm, "ss") && !ends(norm, "us") &&
         !ends(norm, "is");
}

bool NounFinder::participle(const WordKey& norm) const {
  if (norm.size() < 5) return false;
  return ends(norm, "ed") || (ends(norm, "ing") && !ing_nouns_.contains(norm));
}

bool NounFinder::compound(const Tokenized& in, std::uint32_t hyphen) const {
  return in.hyphen(hyphen) && in.glued(hyphen) && in.word(hyphen + 1) &&
         !(plural(in.norm(hyphen - 1)) && stops(in.norm(hyphen + 1)));
}

// A plural that belongs to a longer noun: "United States troops", "women soldiers".
bool NounFinder::goes_on(const Tokenized& in, std::uint32_t head) const {
  const std::uint32_t next = head + 1;
  if (!in.word(next) || stops(in.norm(next)) || !plural(in.norm(next))) return false;
  if (plural_modifiers_.contains(in.norm(head))) return true;
  return in.capital(head) && !in.capital(next) && head > 0 && in.capital(head - 1);
}

std::optional<NounPhrase> NounFinder::make(const Tokenized& in, std::uint32_t first,
                                           std::uint32_t head) const {
  NounPhrase phrase;
  phrase.last = head + 1;
  phrase.lemma = lemma(in.norm(head));
  for (std::uint32_t i = first; i < head; ++i) {
    const bool joined = in.norm(i) == "-" || (i > first && in.norm(i - 1) == "-");
    if (i > first && !joined) phrase.modifiers += ' ';
    phrase.modifiers += in.norm(i);
  }
  if (phrase.modifiers.ends_with('-')) phrase.modifiers.pop_back();
  return phrase;
}

std::optional<NounPhrase> NounFinder::singular(const Tokenized& in, std::uint32_t first) const {
  std::uint32_t head = in.size();
  for (std::uint32_t i = first; i < first + 4; ++i) {
    if (!in.word(i) || stops(in.norm(i))) break;
    if (participle(in.norm(i)) && head != in.size()) break;
    if (in.capital(i) && head != in.size() && !in.capital(head)) break;
    if (in.norm(i)[0] == '\'') return std::nullopt;
    if (participle(in.norm(i))) continue;
    if (head != in.size() && persons_.contains(in.norm(head)) && !persons_.contains(in.norm(i))) {
      break;
    }
    head = i;
    if (i + 1 == first + 4) return std::nullopt;
  }
  if (head == in.size() || plural(in.norm(head))) return std::nullopt;
  return make(in, first, head);
}

std::optional<NounPhrase> NounFinder::find(const Tokenized& in, std::uint32_t first,
                                           bool one) const {
  if (one) return singular(in, first);
  for (std::uint32_t i = first; i < first + kLongestPhrase; ++i) {
    if (i > first && compound(in, i)) continue;
    if (i > first && in.norm(i) == "and" && in.capital(i - 1) && in.capital(i + 1)) continue;
    const bool compounded = compound(in, i + 1);
    const bool stopped = stops(in.norm(i)) && !(compounded && !plural(in.norm(i)));
    if (!in.word(i) || stopped || in.norm(i)[0] == '\'') return std::nullopt;
    if (compounded) continue;
    if (plural(in.norm(i)) && !goes_on(in, i)) return make(in, first, i);
  }
  return std::nullopt;
}

}  // namespace gainsay::extract
