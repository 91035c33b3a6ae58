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
  double nearest_similarity = 0.6;  ///< sentences above this propose their claims
  std::uint32_t nearest = 20;       ///< neighbours asked for
  std::uint32_t per_claim = 200;    ///< pairs of one claim that are kept, the most similar first
  std::uint32_t per_report = 200;   ///< claims of one attribute in one report that are paired
  std::map<std::string, std::vector<std::string>>
      families;  ///< attributes compared with each other
};

/// What the pairer sees of a report: which sentences it has (rows), and the words of its claims.
struct Input {
  const std::vector<Claim>& claims;             ///< sorted by document, span
  const Rows& claim_rows;                       ///< row i belongs to claims[i] (its sentence)
  const std::vector<DocumentFacts>& documents;  ///< sorted; Claim::document refers to `id`
  const std::vector<Terms>& document_terms;     ///< of each document
};

struct Output {
  std::vector<StoryId> stories;      ///< one for each document, numbered from 1
  std::vector<CandidatePair> pairs;  ///< a < b, sorted, unique
  std::uint64_t left_out = 0;        ///< pairs that a cap cut, `per_report` those inside a report
};

/// Groups reports into stories and proposes pairs of claims: inside a story, across reports, claims
/// of one attribute or family, neighbours among facts, statements and quotes, and equal figures of
/// different measures; inside a report, claims of one attribute; and every denial with what it
/// denies. A pair is cut only when it is beyond `per_claim` for both of its claims or one of them
/// is beyond `per_report`; denials never are. Deterministic. Threads: reentrant.
[[nodiscard]] Output propose(const Input& input, const Options& options);

}  // namespace gainsay::pair
