#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>

#include <gtest/gtest.h>

namespace gainsay::test {

/// A folder of this process alone: ctest runs each test of a program as a process, many at once.
/// The folder is not made, and what it holds is not removed.
inline std::filesystem::path scratch(const std::string& name) {
  return std::filesystem::path(::testing::TempDir()) /
         ("gainsay_" + name + "_" + std::to_string(::getpid()));
}

}  // namespace gainsay::test
