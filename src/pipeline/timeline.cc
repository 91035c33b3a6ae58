#include "pipeline/timeline.h"

#include <map>
#include <optional>
#include <utility>

#include "decisions_for.h"
#include "honour.h"
#include "ingest_into.h"
#include "reading.h"
#include "rendering.h"
#include "report/timeline.h"
#include "stopwatch.h"
#include "store/store.h"
#include "together.h"

namespace gainsay::pipeline {

TimelineResult timeline(const TimelineOptions& options, std::istream& standard_input) {
  TimelineResult result;
  const std::optional<Reading> reading = load_reading(options.input.resources.rules, result.fatal);
  if (!reading) return result;
  Result<store::Store> store = store::Store::open(options.input.database);
  if (!store) {
    result.fatal.push_back(std::move(store).error());
    return result;
  }
  IngestResult ingested = ingest_into(*store, *reading, options.input, standard_input);
  result.ingested = std::move(ingested.summary);
  if (!ingested.fatal.empty()) {
    result.fatal = std::move(ingested.fatal);
    return result;
  }
  const Result<std::vector<store::StoredDocument>> stored = store->all();
  const Result<std::vector<Decision>> decisions = decisions_for(*store, "");
  if (!stored || !decisions) {
    result.fatal.push_back(!stored ? stored.error() : decisions.error());
    return result;
  }
  result.documents = stored->size();

  // A figure is what the judge took for one, whatever the time.
  Reports reports;
  for (const store::StoredDocument& document : *stored)
    reports.push_back(&document);
  std::map<std::string, double> seconds;
  Stopwatch watch(seconds);
  Judged judged = judge_together(reports, reading->rules, judge::Abstained::kCounted, watch,
                                 options.input.jobs);

  report::Report view = new_report(reading->rules);
  view.claims = std::move(judged.claims);
  view.judgement = std::move(judged.judgement);
  for (std::size_t i = 0; i < stored->size(); ++i)
    view.documents.push_back(shown((*stored)[i], judged.facts[i]));
  report::name_sources(view.documents);
  honour(*decisions, view);
  report::Timeline told = report::timeline(view, options.query, options.json);
  result.output = std::move(told.output);
  result.figures = told.figures;
  result.known = std::move(told.known);
  return result;
}

}  // namespace gainsay::pipeline
