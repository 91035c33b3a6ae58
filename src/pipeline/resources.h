#pragma once

#include <filesystem>

namespace gainsay::pipeline {

/// Where the knowledge lies that a run needs.
struct Resources {
  std::filesystem::path rules;  ///< directory
  std::filesystem::path model;  ///< fastText file
  std::filesystem::path page;   ///< template of the HTML report
};

}  // namespace gainsay::pipeline
