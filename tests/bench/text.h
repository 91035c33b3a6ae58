#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ruleset/ruleset.h"
#include "text/document.h"
#include "text/sentences.h"

namespace gainsay::bench {

/// A text in memory, read and cut into sentences: what extraction begins with.
struct Read {
  std::vector<text::Document> documents;
  std::vector<std::vector<text::Sentence>> sentences;  ///< of each document
  std::size_t bytes = 0;                               ///< of the sentences
  std::size_t count = 0;                               ///< of the sentences

  Read(std::vector<text::Document> from, const ruleset::RuleSet& rules);
};

/// rules/ of the repository. A folder in GAINSAY_BENCH_RULES is read in its place.
[[nodiscard]] const ruleset::RuleSet& rules();

/// The plain-text reports of corpus/. A file named in GAINSAY_BENCH_TEXT is read in their place, a
/// paragraph a line, in reports of 30 paragraphs.
[[nodiscard]] std::vector<text::Document> reports();

/// One report; a line is a paragraph.
[[nodiscard]] text::Document report_of(std::string text);

}  // namespace gainsay::bench
