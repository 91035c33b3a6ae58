#pragma once

#include <optional>
#include <string>
#include <vector>

#include "attribution.h"
#include "lexicon.h"
#include "matcher.h"
#include "tagged_sentence.h"
#include "types/claim.h"

namespace gainsay::extract {

/// Works out what a match is about from the words around it. Threads: const, shared.
class FrameReader {
 public:
  explicit FrameReader(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// `at`: the tokens of the claim. `speaker_at`: who speaks is no participant.
  [[nodiscard]] Frame read(const Analysis& a, const ruleset::ClaimRule& rule, const Match& match,
                           TokenRange at, const Cue* cue, std::optional<Instant> published) const;

  /// The frame without a rule: names and time of the clause.
  [[nodiscard]] Frame around(const Analysis& a, TokenRange at, const Cue* cue,
                             std::optional<Instant> published) const;

  /// The day before the publication on which it was said, as the cue says; unknown when it does
  /// not.
  [[nodiscard]] TimeInterval said_at(const Analysis& a, const Cue& cue,
                                     std::optional<Instant> published) const;

  /// Which one of several a claim is of: "of 2019", where its clause names a year before that of
  /// the publication; "aftershock", where it speaks of one. "" where nothing sets it apart.
  [[nodiscard]] std::string which(const Analysis& a, TokenRange at,
                                  std::optional<Instant> published) const;

  /// "whole region": the words by which the clause says that it counts in all of a place.
  [[nodiscard]] std::string wide_area(const Analysis& a, TokenRange at) const;

  /// "rose to 27 on Friday": the time behind a figure that is of its count, and not of the event;
  /// unknown when there is none.
  [[nodiscard]] TimeInterval counted_at(const Analysis& a, TokenRange at,
                                        std::optional<Instant> published) const;

  /// The one person that a sentence names besides `not_this`; "" when it names none or several.
  [[nodiscard]] std::string only_person(const Analysis& a, const std::string& not_this) const;

  /// Modifiers and noun of a count, without nouns that mean any person.
  [[nodiscard]] std::string population(const Quantity& quantity) const;

 private:
  [[nodiscard]] std::vector<std::string> participants(const Analysis& a, const Match& match,
                                                      TokenRange at, const Cue* cue) const;
  [[nodiscard]] std::uint32_t compared_from(const Analysis& a, TokenRange at) const;
  [[nodiscard]] std::string place(const Analysis& a, TokenRange at) const;
  [[nodiscard]] std::string with_its_equals(const Analysis& a, const Mention& first) const;
  [[nodiscard]] TimeInterval time(const Analysis& a, TokenRange at, const Cue* cue,
                                  std::optional<Instant> published) const;
  [[nodiscard]] std::string earlier_year(const Analysis& a, TokenRange at,
                                         std::optional<Instant> published) const;
  [[nodiscard]] std::string period(const Analysis& a, TokenRange at) const;

  const Lexicon& lexicon_;
};

/// The canonical name at a captured group: a name's, else the words as written.
[[nodiscard]] std::string name_at(const Analysis& a, UnitRange range);

}  // namespace gainsay::extract
