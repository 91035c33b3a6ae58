#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "phrases.h"
#include "ruleset/ruleset.h"
#include "word_map.h"

namespace gainsay::extract {

/// The counted noun with what stands between it and the number.
struct NounPhrase {
  std::uint32_t last = 0;  ///< one past the head noun
  std::string lemma;
  std::string modifiers;
};

/// Finds the head of a counted noun phrase with word lists and plural endings; no grammar.
/// Persons and plurals are WordNet's; lists, for what it does not know or the news uses otherwise:
/// person_nouns, no_person_nouns, noun_stoppers, collective_nouns, irregular_plurals ("men man"),
/// plural_modifiers, ing_nouns.
class NounFinder {
 public:
  explicit NounFinder(const std::map<std::string, std::vector<std::string>>& lists);
  /// Looks from `first` on; `one`: the noun is in the singular.
  [[nodiscard]] std::optional<NounPhrase> find(const Tokenized& in, std::uint32_t first,
                                               bool one) const;
  [[nodiscard]] std::string lemma(const WordKey& norm) const;
  /// "person" for persons, else the lemma itself.
  [[nodiscard]] std::string unit(const std::string& lemma) const;
  /// A word of person_nouns, or a noun whose most frequent sense is a person; no_person_nouns are
  /// none.
  [[nodiscard]] bool person(const std::string& lemma) const;
  [[nodiscard]] bool stops(const WordKey& norm) const { return stoppers_.contains(norm); }

 private:
  [[nodiscard]] bool plural(const WordKey& norm) const;
  [[nodiscard]] bool participle(const WordKey& norm) const;
  /// A hyphen inside a compound, and none that stands for a dash ("charges-including").
  [[nodiscard]] bool compound(const Tokenized& in, std::uint32_t hyphen) const;
  [[nodiscard]] bool goes_on(const Tokenized& in, std::uint32_t head) const;
  [[nodiscard]] std::optional<NounPhrase> make(const Tokenized& in, std::uint32_t first,
                                               std::uint32_t head) const;
  [[nodiscard]] std::optional<NounPhrase> singular(const Tokenized& in, std::uint32_t first) const;

  WordSet persons_, no_persons_, stoppers_, collective_, plural_modifiers_, ing_nouns_;
  WordMap<std::string> irregular_;
};

}  // namespace gainsay::extract
