#include "pipeline/report.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "apply_policy.h"
#include "decisions_for.h"
#include "ingest_into.h"
#include "reading.h"
#include "rendering.h"
#include "stopwatch.h"
#include "store/store.h"
#include "together.h"

namespace gainsay::pipeline {
namespace {

void follow(const Policy& policy, const ruleset::JudgeRules& rules, Judged& judged) {
  const Policy general = policy_for(policy, "");
  std::map<ClaimId, const Claim*> claims;
  for (const Claim& claim : judged.claims)
    claims.emplace(claim.id, &claim);
  std::vector<Finding>& findings = judged.judgement.findings;
  std::erase_if(findings, [&](Finding& finding) {
    return !apply(general, rules, *claims.at(finding.a), *claims.at(finding.b), finding);
  });
  std::ranges::stable_sort(findings, std::ranges::greater{}, &Finding::severity);
}

}  // namespace

ReportResult report(const ReportOptions& options, std::istream& standard_input) {
  ReportResult result;
  Stopwatch watch(result.seconds);
  std::optional<Reading> reading = load_reading(options.input.resources.rules, result.fatal);
  if (!reading) return result;
  result.fatal = unknown_names(options.policy, reading->rules);
  if (!result.fatal.empty()) return result;
  tune(options.policy, reading->rules);
  Result<store::Store> store = store::Store::open(options.input.database);
  if (!store) {
    result.fatal.push_back(std::move(store).error());
    return result;
  }
  watch.lap("load");

  // Reports become claims in the store; from here on only the store is asked.
  IngestResult ingested = ingest_into(*store, *reading, options.input, standard_input);
  result.ingested = std::move(ingested.summary);
  if (!ingested.fatal.empty()) {
    result.fatal = std::move(ingested.fatal);
    return result;
  }
  watch.lap("ingest");

  const Result<std::vector<store::StoredDocument>> stored = store->all();
  if (!stored) {
    result.fatal.push_back(stored.error());
    return result;
  }
  result.documents = stored->size();
  Reports reports;
  for (const store::StoredDocument& document : *stored)
    reports.push_back(&document);
  Judged judged = judge_together(
      reports, reading->rules,
      options.list_abstained ? judge::Abstained::kListed : judge::Abstained::kCounted, watch,
      options.input.jobs);
  if (!options.policy.levels.empty() || !options.policy.tolerances.empty()) {
    follow(options.policy, reading->rules.judge, judged);
  }
  const Result<std::vector<Decision>> decisions = decisions_for(*store, options.output.decisions);
  if (!decisions) {
    result.fatal.push_back(decisions.error());
    return result;
  }

  report::Report view = report_of(*stored, std::move(judged), reading->rules);
  view.errors = result.ingested.errors;
  Result<std::vector<std::string>> outputs =
      options.output.split_by_story
          ? render_by_story(view, options.output, options.input.resources.page, *decisions,
                            result.names)
          : render(view, options.output, options.input.resources, *decisions);
  if (!outputs) {
    result.fatal.push_back(std::move(outputs).error());
    return result;
  }
  result.outputs = std::move(*outputs);
  result.pairs = view.pairs;
  for (const Finding& finding : view.judgement.findings)
    ++result.severities[finding.severity];
  watch.lap("report");
  return result;
}

}  // namespace gainsay::pipeline
