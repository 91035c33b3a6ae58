#pragma once

#include <optional>
#include <string>
#include <vector>

#include "attribution.h"
#include "lexicon.h"
#include "matcher.h"
#include "tagged_sentence.h"

namespace gainsay::extract {

/// A statement found in one sentence, before it becomes a claim.
struct StatementDraft {
  TokenRange at;
  std::string label;    ///< content words of the proposition
  std::string speaker;  ///< "" = the outlet
  std::string cue;
  std::string which;  ///< "improved", where the object is one of several
};

/// What a rule of kind `statement` found: for "X has yet to sign any treaty" verb and object; for a
/// denial the proposition that is denied, in the rule's `label` group or to be looked for.
class StatementReader {
 public:
  explicit StatementReader(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// Groups `verb` (verb and head of its object) or `label` (a proposition). Without either the
  /// label is empty and the statement points back to an antecedent().
  [[nodiscard]] StatementDraft read(const Analysis& a, const Match& match) const;

  /// What stands before token `end` in the sentence, without the conjunction and without
  /// "`denier` said"; nothing when that is no statement.
  [[nodiscard]] std::optional<StatementDraft> antecedent(const Analysis& a,
                                                         const std::vector<Cue>& cues,
                                                         std::uint32_t end,
                                                         const std::string& denier) const;

 private:
  [[nodiscard]] TokenRange object_after(const Analysis& a, std::uint32_t verb) const;
  [[nodiscard]] std::string head_of(const Analysis& a, TokenRange object) const;

  const Lexicon& lexicon_;
};

[[nodiscard]] TokenRange tokens_of(const Analysis& a, UnitRange range);

}  // namespace gainsay::extract
