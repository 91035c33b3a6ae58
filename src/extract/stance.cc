#include "stance.h"

#include <algorithm>

namespace gainsay::extract {
namespace {

constexpr std::uint32_t kModalWindow = 10;
constexpr std::uint32_t kNegationWindow = 6;

/// Is the word part of a time? "in May" says nothing of what may be.
bool in_time(const Analysis& a, std::uint32_t token) {
  return std::ranges::any_of(a.times,
                             [&](const TimeTag& t) { return t.first <= token && token < t.last; });
}

bool any_in(const Lexicon& lexicon, ListName list, const Analysis& a, TokenRange range) {
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const std::uint32_t length = lexicon.phrase(list, a.in(), i);
    if (length > 0 && i + length <= range.last && !in_time(a, i)) return true;
  }
  return false;
}

std::uint32_t saturated(std::uint32_t at, std::uint32_t less) {
  return at > less ? at - less : 0;
}

/// Words of the clause before `at`; what governs the verb of saying governs nothing of what is
/// said.
TokenRange before_in_clause(const Analysis& a, TokenRange at, const Cue* cue,
                            std::uint32_t window) {
  TokenRange before = clause_of(a, at);
  before.last = at.first;
  before.first = std::max(before.first, saturated(at.first, window));
  const bool leads = cue != nullptr && !cue->trailing && cue->scope.has(at.first);
  if (leads) before.first = std::min(at.first, std::max(before.first, cue->scope.first));
  return before;
}

/// Words of the clause behind `at`, up to what only adds to it: "who", "that", "and 12 others".
TokenRange behind_in_clause(const Lexicon& lexicon, const Analysis& a, TokenRange at) {
  TokenRange behind = clause_of(a, at);
  behind.first = at.last;
  behind.last = std::min(behind.last, at.last + kModalWindow / 2);
  for (std::uint32_t i = behind.first; i < behind.last; ++i) {
    const WordKey norm = a.tokens[i].key();
    if (lexicon.is("relative_words", norm) || norm == "and" || norm == "as") behind.last = i;
  }
  return behind;
}

struct ModalList {
  ListName list;
  Modality modality = Modality::kFact;
};
constexpr ModalList kModals[] = {{"modal_feared", Modality::kFeared},
                                 {"modal_alleged", Modality::kAlleged},
                                 {"modal_hypothetical", Modality::kHypothetical},
                                 {"modal_plan", Modality::kPlan},
                                 {"modal_order", Modality::kOrder},
                                 {"modal_forecast", Modality::kForecast},
                                 {"modal_estimate", Modality::kEstimate}};
constexpr ModalList kCues[] = {{"cues_fear", Modality::kFeared},
                               {"cues_allege", Modality::kAlleged},
                               {"cues_forecast", Modality::kForecast},
                               {"cues_plan", Modality::kPlan},
                               {"cues_estimate", Modality::kEstimate}};

/// "claims that 40 died": a noun that reports, and "that" or "of" between it and `at`.
std::uint32_t reporting_noun(const Lexicon& lexicon, const Analysis& a, TokenRange at) {
  for (std::uint32_t i = at.first; i > 0; --i) {
    const std::string_view norm = a.tokens[i - 1].norm;
    if (norm == ";" || norm == "\"") break;
    if (norm != "that" || i < 2) continue;
    if (lexicon.is("claim_nouns", a.tokens[i - 2].key())) return i - 2;
    break;
  }
  return at.first;
}

/// "to 4.6" in the clause.
bool figure_after_to(const Analysis& a, TokenRange clause) {
  return std::ranges::any_of(a.quantities, [&](const QuantityTag& q) {
    return q.first > clause.first && clause.has(q.first) && a.tokens[q.first - 1].norm == "to";
  });
}

}  // namespace

std::vector<bool> find_clause_ends(const Lexicon& lexicon, const std::vector<Token>& tokens) {
  std::vector<bool> out;
  out.reserve(tokens.size());
  for (const Token& token : tokens)
    out.push_back(lexicon.is("clause_marks", token.key()));
  return out;
}

TokenRange clause_of(const Analysis& a, TokenRange at) {
  TokenRange clause = at;
  while (clause.first > 0 && !a.clause_ends[clause.first - 1])
    --clause.first;
  while (clause.last < a.tokens.size() && !a.clause_ends[clause.last])
    ++clause.last;
  return clause;
}

Modality modality_at(const Lexicon& lexicon, const Analysis& a, TokenRange at, const Cue* cue,
                     Modality rule_modality) {
  if (rule_modality != Modality::kFact) return rule_modality;
  if (cue != nullptr && cue->stance == Stance::kWithholds) return Modality::kHypothetical;
  const TokenRange before = before_in_clause(a, at, cue, kModalWindow);
  const TokenRange near{before.first, behind_in_clause(lexicon, a, at).last};
  // "If the dam breaks, 40 villages ..."
  if (lexicon.is("conditions", a.tokens.front().key())) return Modality::kHypothetical;
  for (const ModalList& kind : kModals) {
    if (any_in(lexicon, kind.list, a, near)) return kind.modality;
  }
  // "Reportedly, two people ..."
  const bool opens = a.tokens.size() > 1 && a.tokens[1].norm == ",";
  if (opens && lexicon.is("modal_alleged", a.tokens[0].norm)) return Modality::kAlleged;
  if (reporting_noun(lexicon, a, at) != at.first && cue == nullptr) return Modality::kAlleged;
  if (cue == nullptr) return Modality::kFact;
  for (const ModalList& kind : kCues) {
    if (lexicon.is(kind.list, cue->lemma)) return kind.modality;
  }
  return Modality::kFact;
}

bool denied_at(const Lexicon& lexicon, const Analysis& a, TokenRange at, const Cue* cue) {
  const bool covered = cue != nullptr && cue->scope.has(at.first);
  if (covered && cue->stance == Stance::kDenies) return true;
  const TokenRange before = before_in_clause(a, at, cue, kNegationWindow);
  bool negated = any_in(lexicon, "negations", a, before);
  for (std::uint32_t i = before.first; i < before.last; ++i) {
    if (lexicon.phrase("no_negation", a.in(), i) > 0) negated = false;
  }
  if (negated) return true;
  TokenRange clause = clause_of(a, at);
  clause.last = at.first;
  if (any_in(lexicon, "negations_of_statements", a, clause)) return true;
  // "Claims that 40 died are false."
  const std::uint32_t noun = reporting_noun(lexicon, a, at);
  const auto size = static_cast<std::uint32_t>(a.tokens.size());
  return noun != at.first && any_in(lexicon, "called_false", a, {at.last, size});
}

bool superseded_at(const Lexicon& lexicon, const Analysis& a, TokenRange at, const Cue* cue) {
  const Tokenized in = a.in();
  const TokenRange clause = clause_of(a, at);
  // "revised from 4.4 to 4.6", "rose to 19 from 15", "up from 12"; not "fell from 12 metres"
  if (at.first > 1 && in.norm(at.first - 1) == "from") {
    const bool step = lexicon.is("steps", in.norm(at.first - 2));
    if (step || (figure_after_to(a, clause) &&
                 any_in(lexicon, "revision_words", a, {clause.first, at.first}))) {
      return true;
    }
  }
  // "stands at 17, not 18"
  if (at.first > 2 && in.norm(at.first - 1) == "not" && in.norm(at.first - 2) == "," &&
      std::ranges::any_of(a.quantities,
                          [&](const QuantityTag& q) { return q.last == at.first - 2; })) {
    return true;
  }
  // "not 15, as was first reported"
  const auto size = static_cast<std::uint32_t>(a.tokens.size());
  const TokenRange behind{at.last, std::min(size, at.last + kNegationWindow)};
  if (any_in(lexicon, "earlier_figures", a, behind)) return true;
  if (any_in(lexicon, "earlier_figures", a, {clause.first, at.first})) return true;
  return cue != nullptr && cue->scope.has(at.first) && !cue->trailing &&
         any_in(lexicon, "earlier_figures", a, {saturated(cue->verb.first, 4), cue->verb.first});
}

bool taken_back_at(const Lexicon& lexicon, const Analysis& a, TokenRange at) {
  TokenRange before{0, at.first};
  // "... said 12; there were 14", "said 12, not 14"
  for (std::uint32_t i = 0; i < at.first; ++i) {
    const std::string_view norm = a.tokens[i].norm;
    if (norm == ";" || lexicon.is("contrast_words", norm)) before.first = i;
  }
  return any_in(lexicon, "taken_back", a, before);
}

bool corrected_at(const Lexicon& lexicon, const Analysis& a, TokenRange at) {
  if (at.first == 0 || a.tokens[at.first - 1].norm != "to") return false;
  const TokenRange clause = clause_of(a, at);
  return any_in(lexicon, "correction_words", a, {clause.first, at.first});
}

}  // namespace gainsay::extract
