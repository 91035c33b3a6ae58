#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "extract/extractor.h"
#include "ingest/reader.h"
#include "ruleset/ruleset.h"
#include "text/sentences.h"
#include "types/result.h"

namespace gainsay::pipeline {

/// The loaded rules and the stages that are built from them.
struct Reading {
  ruleset::RuleSet rules;
  ingest::Options ingest;
  text::SentenceSplitter splitter;
  extract::Extractor extractor;
};

/// Nothing, and all problems in `errors`, when the rules cannot be used.
[[nodiscard]] std::optional<Reading> load_reading(const std::filesystem::path& rules,
                                                  std::vector<Error>& errors);

/// What reading depends on besides the report: version, every rule file, the model.
[[nodiscard]] std::string recipe(const std::filesystem::path& rules,
                                 const std::filesystem::path& model);

/// The report files that `paths` name, sorted, each once; unusable paths go to `errors`. A path is
/// a file, a folder or a glob (globs.h); in folders .gainsayignore counts.
[[nodiscard]] std::vector<std::filesystem::path> expand(const std::vector<std::string>& paths,
                                                        std::vector<Error>& errors);

}  // namespace gainsay::pipeline
