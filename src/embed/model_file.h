#pragma once

#include <filesystem>

#include "types/result.h"

namespace gainsay::embed {

/// Whether fastText may be let loose on the file: it trusts every size that stands in it. Walks the
/// whole file without reading the matrices or allocating by what it says.
/// Errors: kNotFound, kModel.
[[nodiscard]] Result<void> check_model_file(const std::filesystem::path& model);

}  // namespace gainsay::embed
