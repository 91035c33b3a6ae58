#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "types/result.h"

namespace gainsay::pipeline {

/// Trains an embedding model on files of plain text, one sentence or paragraph a line; with `from`
/// (else empty) the word vectors are those of a fastText model. Errors: kNotFound, kModel, kOutput.
[[nodiscard]] Result<void> train_model(const std::vector<std::string>& texts,
                                       const std::filesystem::path& from,
                                       const std::filesystem::path& model);

/// What a model is, in lines of `name: value`. Errors: kNotFound, kModel.
[[nodiscard]] Result<std::string> describe_model(const std::filesystem::path& model);

/// How well a model finds related sentences of other reports, as a table in Markdown.
/// `gold` has lines of `report TAB topics TAB sentence`. Errors: kNotFound, kModel.
[[nodiscard]] Result<std::string> evaluate_model(const std::filesystem::path& model,
                                                 const std::filesystem::path& gold);

}  // namespace gainsay::pipeline
