#pragma once

#include <vector>

#include "judge/judge.h"
#include "report/report.h"
#include "ruleset/ruleset.h"
#include "stopwatch.h"
#include "store/store.h"
#include "types/claim.h"
#include "types/finding.h"
#include "types/pair.h"

namespace gainsay::pipeline {

/// Reports set against each other.
struct Judged {
  std::vector<DocumentFacts> facts;  ///< facts[i] belongs to document i
  std::vector<Claim> claims;         ///< of all, by document and span
  Judgement judgement;
  PairCounts pairs;
};

/// In the order of their numbers, which count from 1; none is null.
using Reports = std::vector<const store::StoredDocument*>;

/// Numbers, sources and dates of the reports, grouped by origin.
[[nodiscard]] std::vector<DocumentFacts> facts_of(const Reports& stored);

/// Reports that are not judged: how rare a word is, is counted in them as well.
struct Others {
  std::vector<std::vector<store::StoredSentence>> reports;
  double weight = 1;  ///< for how many reports each of them stands
};

/// Groups origins and stories, proposes pairs and judges them. The result does not depend on `jobs`
/// threads.
[[nodiscard]] Judged judge_together(const Reports& stored, const ruleset::RuleSet& rules,
                                    judge::Abstained abstained, Stopwatch& watch, unsigned jobs = 1,
                                    const Others& others = {});

/// A report of `stored`, which has to outlive it, judged together.
[[nodiscard]] report::Report report_of(const std::vector<store::StoredDocument>& stored,
                                       Judged judged, const ruleset::RuleSet& rules);

/// What a report shows of a document, which has to outlive it.
[[nodiscard]] report::ReportDocument shown(const store::StoredDocument& stored,
                                           DocumentFacts facts);

}  // namespace gainsay::pipeline
