#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "embed/embedder.h"
#include "types/result.h"

namespace gainsay::embed {

/// A sentence and what it is about: two sentences of different reports are related when they share
/// a topic.
struct LabelledSentence {
  std::string report;
  std::vector<std::string> topics;
  std::string text;
};

/// Reads lines of `report TAB topics, separated by blanks TAB sentence`.
/// Errors: kNotFound, kModel (a line of another form: says which).
[[nodiscard]] Result<std::vector<LabelledSentence>> read_labelled(
    const std::filesystem::path& file);

/// How well cosines find related sentences, over all pairs of sentences of different reports.
struct Quality {
  std::string what;     ///< which vectors
  double auc = 0;       ///< probability that a related pair is closer than an unrelated one
  double recall_5 = 0;  ///< share of the related among the nearest 5, of at most 5; mean
  double recall_20 = 0;
};

/// The embedder's rows beside stemmed tf-idf (rarity counted in the sentences themselves) and
/// fastText's own sentence vectors.
[[nodiscard]] std::vector<Quality> evaluate(Embedder& embedder,
                                            const std::vector<LabelledSentence>& sentences);

}  // namespace gainsay::embed
