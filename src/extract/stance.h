#pragma once

#include <vector>

#include "attribution.h"
#include "lexicon.h"
#include "tagged_sentence.h"
#include "types/claim.h"

namespace gainsay::extract {

/// Certainty of what stands at `at`, from the words around it and the verb of the cue that covers
/// it; `rule_modality` wins where it is not kFact.
[[nodiscard]] Modality modality_at(const Lexicon& lexicon, const Analysis& a, TokenRange at,
                                   const Cue* cue, Modality rule_modality);

/// True when what stands at `at` is denied: by a negation of its clause, by "no evidence of", by
/// the speaker ("denied that"), or as a claim that is called false.
[[nodiscard]] bool denied_at(const Lexicon& lexicon, const Analysis& a, TokenRange at,
                             const Cue* cue);

/// True for a figure that the sentence says held before: "revised from 4.4", "earlier reports
/// said".
[[nodiscard]] bool superseded_at(const Lexicon& lexicon, const Analysis& a, TokenRange at,
                                 const Cue* cue);

/// True for what the outlet says it printed by mistake: "an earlier version of this report said".
[[nodiscard]] bool taken_back_at(const Lexicon& lexicon, const Analysis& a, TokenRange at);

/// True for a figure that takes back another: "revised from 4.4 to 4.6", "corrected to 12".
[[nodiscard]] bool corrected_at(const Lexicon& lexicon, const Analysis& a, TokenRange at);

/// Analysis::clause_ends of the tokens.
[[nodiscard]] std::vector<bool> find_clause_ends(const Lexicon& lexicon,
                                                 const std::vector<Token>& tokens);

/// The clause around `at`: from the mark or conjunction before it to the one behind it.
[[nodiscard]] TokenRange clause_of(const Analysis& a, TokenRange at);

}  // namespace gainsay::extract
