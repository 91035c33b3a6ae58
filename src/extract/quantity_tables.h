#pragma once

#include <string>
#include <vector>

#include "bounds.h"
#include "labels.h"
#include "noun_phrase.h"
#include "number_parser.h"
#include "phrases.h"
#include "ruleset/ruleset.h"
#include "word_map.h"

namespace gainsay::extract {

/// rules/quantities and the word lists of rules/lexicon/nouns.yaml, made ready for look-up.
struct Tables {
  Tables(const ruleset::RuleSet& rules, std::vector<Error>& errors);

  NumberParser numbers;
  NounFinder nouns;
  Labels labels;
  Tolerance tolerance;
  std::vector<ruleset::Unit> units;
  std::vector<ruleset::VagueWord> vague_words;
  std::vector<std::string> bounds;  ///< payload of the hedge tables
  PhraseTable vague;
  PhraseTable units_after;
  PhraseTable units_before;
  PhraseTable hedges_before;
  PhraseTable hedges_after;
  WordMap<double> ordinals;
  WordMap<double> multiples;  ///< "tripled" -> 3
  WordMap<double> decades;    ///< "forties" -> 40

  /// The unit of that form in one dimension, null if there is none.
  [[nodiscard]] const ruleset::Unit* unit_named(std::string_view form,
                                                std::string_view dimension) const;

  /// Whether the list of that name in rules/lexicon holds `norm`.
  [[nodiscard]] bool has(ListName list, const WordKey& norm) const {
    return lists_.has(list, norm);
  }

 private:
  WordLists lists_;
};

}  // namespace gainsay::extract
