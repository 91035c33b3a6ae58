#pragma once

#include <filesystem>
#include <vector>

#include "types/result.h"

namespace gainsay::pipeline {

/// Trains an embedding model on the sentences of reports (files and directories).
/// Errors: no readable report, kModel, kOutput.
[[nodiscard]] Result<void> train_model(const std::filesystem::path& rules,
                                       const std::vector<std::string>& paths,
                                       const std::filesystem::path& model);

}  // namespace gainsay::pipeline
