#include "pipeline/timeline.h"

#include <utility>

#include "report/timeline.h"
#include "whole.h"

namespace gainsay::pipeline {

TimelineResult timeline(const TimelineOptions& options, std::istream& standard_input) {
  TimelineResult result;
  Whole whole = read_whole(options.input, standard_input);
  result.ingested = std::move(whole.ingested);
  result.fatal = std::move(whole.fatal);
  if (!result.fatal.empty()) return result;
  result.documents = whole.stored.size();
  report::Timeline told = report::timeline(whole.view, options.query, options.json);
  result.output = std::move(told.output);
  result.figures = told.figures;
  result.known = std::move(told.known);
  return result;
}

}  // namespace gainsay::pipeline
