#include "whole.h"

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "decisions_for.h"
#include "honour.h"
#include "ingest_into.h"
#include "reading.h"
#include "stopwatch.h"
#include "together.h"

namespace gainsay::pipeline {

Whole read_whole(const IngestOptions& input, std::istream& standard_input) {
  Whole out;
  const std::optional<Reading> reading = load_reading(input.resources.rules, out.fatal);
  if (!reading) return out;
  Result<store::Store> store = store::Store::open(input.database);
  if (!store) {
    out.fatal.push_back(std::move(store).error());
    return out;
  }
  IngestResult ingested = ingest_into(*store, *reading, input, standard_input);
  out.ingested = std::move(ingested.summary);
  out.fatal = std::move(ingested.fatal);
  if (!out.fatal.empty()) return out;
  Result<std::vector<store::StoredDocument>> stored = store->all();
  Result<std::vector<Decision>> decisions = decisions_for(*store, "");
  if (!stored || !decisions) {
    out.fatal.push_back(!stored ? stored.error() : decisions.error());
    return out;
  }
  out.stored = std::move(*stored);
  out.decisions = std::move(*decisions);

  Reports reports;
  for (const store::StoredDocument& document : out.stored)
    reports.push_back(&document);
  std::map<std::string, double> seconds;
  Stopwatch watch(seconds);
  Judged judged =
      judge_together(reports, reading->rules, judge::Abstained::kCounted, watch, input.jobs);
  out.view = report_of(out.stored, std::move(judged), reading->rules);
  honour(out.decisions, out.view);
  return out;
}

}  // namespace gainsay::pipeline
