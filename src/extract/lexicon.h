#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "phrases.h"
#include "ruleset/ruleset.h"
#include "word_map.h"

namespace gainsay::extract {

/// The word lists of rules/lexicon/, ready for looking up. Lists named `concept_X` say which words
/// count as X when statements are compared.
class Lexicon {
 public:
  explicit Lexicon(const ruleset::RuleSet& rules);

  /// Notes of each token which lists hold it, so that is() and phrase() need no look-up.
  void look_up(std::vector<Token>& tokens) const;

  /// True when the one word is in the list.
  [[nodiscard]] bool is(ListName list, const WordKey& word) const {
    return members_.has(list, word);
  }
  /// Tokens of the longest entry of the list that stands at `first`; 0 when none does.
  [[nodiscard]] std::uint32_t phrase(ListName list, const Tokenized& in,
                                     std::uint32_t first) const {
    return members_.begins(list, in.norm(first)) ? longest(list, in, first) : 0;
  }
  [[nodiscard]] const std::vector<std::string>& list(ListName name) const;
  /// The concept of a word, else its form without the endings of plural, past and -ing.
  [[nodiscard]] std::string lemma(std::string_view word) const;
  /// The canonical name of an alias in lower case; "" when it is none.
  [[nodiscard]] std::string canonical(std::string_view lower) const;
  /// The usual spelling of a given name ("Sergey" -> "Sergei"); "" when it has one only.
  [[nodiscard]] std::string given_name(std::string_view lower) const;
  [[nodiscard]] const std::map<std::string, std::string>& aliases() const { return aliases_; }

  /// Lemmas of the words that carry meaning, names as they are, separated by single blanks.
  [[nodiscard]] std::string content(const Tokenized& in, std::uint32_t first,
                                    std::uint32_t last) const;

 private:
  struct List {
    std::vector<std::string> words;
    PhraseTable phrases;
  };
  [[nodiscard]] std::uint32_t longest(ListName list, const Tokenized& in,
                                      std::uint32_t first) const;

  WordMap<List> lists_;
  WordLists members_;
  WordMap<std::string> concepts_;
  WordMap<std::string> given_;
  std::map<std::string, std::string> aliases_;
};

[[nodiscard]] std::string to_lower_ascii(std::string_view text);

}  // namespace gainsay::extract
