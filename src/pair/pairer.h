#pragma once

#include <map>
#include <string>
#include <vector>

#include "types/claim.h"
#include "types/pair.h"

namespace gainsay::pair {

/// Settings, filled from rules/gates.yaml by the corridor.
struct Options {
  double story_similarity = 0.08;   ///< clusters of reports above this are of like matters ...
  double story_evidence = 12.5;     ///< ... and of one event, unless more than this speaks for two
  double story_days = 30;           ///< days without a report that end a story
  double story_doubt = 4;           ///< a report is of one event only if its words are exp(this)
                                    ///< times likelier in it than in the next
  double nearest_similarity = 0.6;  ///< sentences above this propose their claims
  std::uint32_t nearest = 20;       ///< neighbours asked for
  std::uint32_t per_claim = 200;    ///< pairs of one claim that are kept, the most similar first
  std::uint32_t per_report = 200;   ///< claims of one attribute in one report that are paired
  std::map<std::string, std::vector<std::string>>
      families;       ///< attributes compared with each other
  unsigned jobs = 1;  ///< threads, at least 1; the result does not depend on them
};

/// Reports that are not looked at and stand for many: how rare a word is, is counted in them too.
struct Background {
  std::vector<Terms> terms;
  double weight = 1;  ///< for how many reports each of them stands
};

/// What the pairer sees of a report: which sentences it has (rows), and the words of its claims.
struct Input {
  const std::vector<Claim>& claims;             ///< sorted by document, span
  const Rows& claim_rows;                       ///< row i belongs to claims[i] (its sentence)
  const std::vector<DocumentFacts>& documents;  ///< sorted; Claim::document refers to `id`
  const std::vector<Terms>& document_terms;     ///< of each document
  Background background = {};                   ///< may be empty
};

/// The story of a report, and another one that it may be of instead: 0 for none.
struct Membership {
  StoryId story;
  StoryId beside;
  friend bool operator==(const Membership&, const Membership&) = default;
};

struct Candidates {
  std::vector<CandidatePair> pairs;  ///< a < b, sorted, unique
  PairCounts counts;
};

struct Output {
  std::vector<Membership> stories;  ///< one for each document, numbered from 1
  Candidates candidates;
};

/// The stories of each report, numbered from 1: like reports (average link), of one stretch of
/// time, of one event.
[[nodiscard]] std::vector<Membership> stories(const std::vector<Terms>& terms,
                                              const std::vector<DocumentFacts>& documents,
                                              const Background& background, const Options& options);

/// What propose() proposes inside a story, for the claims of its reports and of those beside it: an
/// archive can be paired story by story, without all of its claims in memory. `memberships[i]` is
/// that of the report of claims[i]; `rows` as in Input.
[[nodiscard]] Candidates propose_in_story(StoryId story, const std::vector<Claim>& claims,
                                          const std::vector<Membership>& memberships,
                                          const Rows& rows, const Options& options);

/// Groups reports into stories and proposes pairs of claims: inside a story, across reports, claims
/// of one attribute or family, neighbours among facts, statements and quotes, and equal figures of
/// different measures; inside a report, claims of one attribute; every denial with what it denies;
/// and claims of one attribute or family of a report and of the story that it may be of instead.
/// A pair is cut only when it is beyond `per_claim`, or as neighbours beyond `nearest`, for both
/// of its claims, or when one of them is beyond `per_report`; denials never are. What is cut is
/// counted, but for figures and neighbours of claims beyond `per_report`. Deterministic. Threads:
/// reentrant.
[[nodiscard]] Output propose(const Input& input, const Options& options);

}  // namespace gainsay::pair
