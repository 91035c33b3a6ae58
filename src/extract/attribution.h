#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lexicon.h"
#include "matcher.h"
#include "tagged_sentence.h"
#include "types/claim.h"

namespace gainsay::extract {

/// Half-open range of tokens.
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  [[nodiscard]] bool has(std::uint32_t token) const { return token >= first && token < last; }
  [[nodiscard]] bool empty() const { return first >= last; }
};

/// "X said", "said X", "according to X" in a sentence.
struct Cue {
  TokenRange verb;
  TokenRange speaker_at;
  std::string lemma;
  std::string speaker;  ///< canonical name, or the words ("U.S. officials")
  bool person = false;  ///< the speaker is a named person
  TokenRange scope;     ///< what is said
  TokenRange relative;  ///< "the troops that X estimated": what stands before
  bool trailing = false;
};

/// Who spoke last, for "he said". Lives as long as one report is read.
struct Discourse {
  std::string last_speaker;
  std::string last_person;
};

/// Finds who says what. Threads: const, shared.
class AttributionFinder {
 public:
  explicit AttributionFinder(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// `quoted[i]`: token i stands in quotation marks. Moves the discourse on.
  [[nodiscard]] std::vector<Cue> cues(const Analysis& a, const std::vector<bool>& quoted,
                                      Discourse& discourse) const;

 private:
  const Lexicon& lexicon_;
};

/// The cue in whose scope the token stands: a relative clause first, then the innermost.
[[nodiscard]] const Cue* covering(const std::vector<Cue>& cues, std::uint32_t token);

/// Modality and polarity of the words around `at`; `rule_modality` wins where it is not kFact.
[[nodiscard]] Modality modality_at(const Lexicon& lexicon, const Analysis& a, TokenRange at,
                                   const Cue* cue, Modality rule_modality);
[[nodiscard]] bool denied_at(const Lexicon& lexicon, const Analysis& a, TokenRange at);

/// The clause around `at`: from the mark or conjunction before it to the one behind it.
[[nodiscard]] TokenRange clause_of(const Lexicon& lexicon, const Analysis& a, TokenRange at);

}  // namespace gainsay::extract
