#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <unistd.h>

#include "ruleset/ruleset.h"

namespace gainsay::ruleset {

/// Files of a rules directory: path inside it, text.
using Files = std::vector<std::pair<std::string, std::string>>;

/// The least that proves a verdict.
inline constexpr const char* kCases =
    "cases: [{says: s, texts: [a, b]}, {says: s, texts: [a, b], fires: false}]";

/// Writes the files to a fresh directory named "rules" and loads it.
inline Loaded load_files(const Files& files) {
  namespace fs = std::filesystem;
  const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
  const fs::path root = fs::path(::testing::TempDir()) /
                        ("gainsay_ruleset_" + std::to_string(getpid())) / test->test_suite_name() /
                        test->name() / "rules";
  fs::remove_all(root);
  fs::create_directories(root / "claims");
  for (const auto& [name, text] : files) {
    fs::create_directories((root / name).parent_path());
    std::ofstream(root / name, std::ios::binary) << text;
  }
  Loaded out = load(root);
  fs::remove_all(root.parent_path().parent_path().parent_path());
  return out;
}

/// One error a line: "where: message".
inline std::string printed(const std::vector<Error>& errors) {
  std::string out;
  for (const Error& error : errors)
    out += error.where + ": " + error.message + "\n";
  return out;
}

/// A claim rule that is right in everything but, perhaps, its patterns (lines of a YAML list).
inline std::string rule_with_patterns(const std::string& patterns) {
  return "id: a.b\nsays: s\ncompare: count\npatterns:\n" + patterns +
         "examples:\n  - { text: x }\n  - { text: y }\n  - { text: z, none: true }\n";
}

}  // namespace gainsay::ruleset
