#pragma once

#include <string>
#include <utility>
#include <vector>

#include "types/span.h"

namespace gainsay::report {

/// A stretch of a sentence and what a step of reading took it for.
struct Seen {
  std::string step;  ///< "names", "times", ...; equal steps stand together
  Span span;         ///< bytes of the sentence
  std::string kind;
  std::string value;
};
/// How one sentence was read.
struct Trace {
  std::string text;
  std::string tagged;
  std::vector<Seen> seen;
};
[[nodiscard]] std::string traces_text(const std::vector<Trace>& traces);

/// What is to be said of a rule.
struct ExplainedRule {
  std::string id;
  std::string says;
  std::string source;
  std::vector<std::pair<std::string, std::string>> facts;
  std::vector<std::string> patterns, unless, firing, silent, gaps;
};
[[nodiscard]] std::string rule_text(const ExplainedRule& rule);

}  // namespace gainsay::report
