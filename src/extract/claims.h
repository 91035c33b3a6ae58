#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "attribution.h"
#include "frame.h"
#include "lexicon.h"
#include "matcher.h"
#include "quotes.h"
#include "statements.h"
#include "tagged_sentence.h"
#include "text/document.h"
#include "text/sentences.h"
#include "types/claim.h"

namespace gainsay::extract {

/// Turns the analysed sentences of one report into claims. Lives for one report.
class ClaimMaker {
 public:
  ClaimMaker(const std::vector<ruleset::ClaimRule>& rules, const Lexicon& lexicon,
             const Matcher& matcher, const text::Document& document);

  /// Makes the claims of the sentences that follow those of the call before.
  void read(std::vector<SentenceReading>&& passage);
  /// Those of all passages, in the order of their spans.
  [[nodiscard]] std::vector<Claim> claims() &&;

 private:
  void rule_claims(const SentenceReading& reading);
  void quantity_claims(const SentenceReading& reading, const std::vector<const Match*>& matches);
  /// "killed a woman": one person, where the rule's value holds no figure.
  [[nodiscard]] const Claim* whole_of(const Quantity& part) const;
  [[nodiscard]] const ruleset::ClaimRule* rule_named(std::string_view attribute) const;
  void figure_of_before(const SentenceReading& reading, const Unit& unit);
  void other_of_change(const SentenceReading& reading, const Unit& unit);
  [[nodiscard]] bool takes_back(const SentenceReading& reading, TokenRange at) const;
  void person_claim(const SentenceReading& reading, const Match& match);
  void settle_totals();
  void fact_claim(const SentenceReading& reading, const Match& match);
  void statement_claim(const SentenceReading& reading, const Match& match);
  void quote_claims(const SentenceReading& reading);
  [[nodiscard]] std::vector<Claim> sorted();
  /// The claim that a denial at token `end` of the sentence points back to.
  std::optional<ClaimId> claim_antecedent(const SentenceReading& here, std::uint32_t end,
                                          bool quoted, const std::string& denier,
                                          std::string& label);

  [[nodiscard]] Claim base(const SentenceReading& reading, TokenRange at) const;
  void assert_at(const SentenceReading& reading, TokenRange at, const ruleset::ClaimRule* rule,
                 Claim& claim) const;
  ClaimId add(const SentenceReading& reading, Claim claim);
  /// The first claim of the sentence at hand, and of the one before it.
  [[nodiscard]] std::vector<Claim>::const_iterator here() const {
    return claims_.begin() + static_cast<std::ptrdiff_t>(first_here_);
  }
  [[nodiscard]] std::vector<Claim>::const_iterator before() const {
    return claims_.begin() + static_cast<std::ptrdiff_t>(first_before_);
  }
  /// A name, what a pronoun stands for, or the noun phrase without what leads to it.
  [[nodiscard]] std::string speaker_at(const SentenceReading& reading, UnitRange range) const;
  [[nodiscard]] const Cue* cue_at(const SentenceReading& reading, TokenRange at) const;
  [[nodiscard]] std::string fact_label(const Analysis& a, const ruleset::ClaimRule& rule,
                                       const Match& match, TokenRange& at) const;

  const std::vector<ruleset::ClaimRule>& rules_;
  const Lexicon& lexicon_;
  const Matcher& matcher_;
  const text::Document& document_;
  std::optional<Instant> published_;
  FrameReader frames_;
  StatementReader statements_;
  const SentenceReading* before_ = nullptr;  ///< the sentence before the one at hand
  SentenceReading last_;                     ///< of the passage before
  std::vector<Claim> claims_;
  std::size_t first_here_ = 0;
  std::size_t first_before_ = 0;
  std::vector<std::size_t> totals_;  ///< claims of one person that may be all there were
  /// Attribute and label of facts -> the claims that have both.
  std::unordered_map<std::string, std::vector<std::size_t>> told_;
};

}  // namespace gainsay::extract
