#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lexicon.h"
#include "tagged_sentence.h"

namespace gainsay::extract {

/// Half-open range of tokens.
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  [[nodiscard]] bool has(std::uint32_t token) const { return token >= first && token < last; }
  [[nodiscard]] bool empty() const { return first >= last; }
};

/// What a speaker does with what is said.
enum class Stance : std::uint8_t {
  kAsserts,
  kDenies,     ///< "denied that", "rejected claims that"
  kWithholds,  ///< "refused to confirm that", "did not say how many"
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
  Stance stance = Stance::kAsserts;
};

/// Who spoke last, for "he said", and who holds which office, for "the minister said". Lives as
/// long as one report is read.
struct Discourse {
  std::string last_speaker;  ///< a person
  std::string last_person;
  std::string last_body;  ///< a ministry, company, agency that spoke, for "it said"
  std::map<std::string, std::set<std::string>> holders;  ///< "minister" -> persons called so
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

}  // namespace gainsay::extract
