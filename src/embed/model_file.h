#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "types/result.h"

namespace gainsay::embed {

/// What a model made by train() knows beyond its word vectors.
struct Companion {
  std::vector<float> common;                           ///< direction that all sentences share
  std::vector<std::pair<std::uint32_t, float>> stems;  ///< hash of a stem, its rarity; sorted
};

/// A model made by train(): a quantised fastText model, readable by fastText too, then the
/// companion, then the checksum of both.
struct OwnModel {
  std::string fasttext;
  Companion companion;
};

/// The file's own model, or nothing when it is the model of another program.
/// Errors: kNotFound, kModel (made by train() and damaged since).
[[nodiscard]] Result<std::optional<OwnModel>> read_own_model(const std::filesystem::path& file);
[[nodiscard]] Result<void> write_own_model(const std::filesystem::path& file,
                                           const OwnModel& model);

/// Whether fastText may be let loose on the file: it trusts every size that stands in it. Walks the
/// whole file without reading the matrices or allocating by what it says.
/// Errors: kNotFound, kModel.
[[nodiscard]] Result<void> check_model_file(const std::filesystem::path& model);

}  // namespace gainsay::embed
