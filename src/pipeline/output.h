#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "types/finding.h"

namespace gainsay::pipeline {

/// The formats of a result.
enum class Format : std::uint8_t {
  kText,
  kJson,
  kHtml,
  kJsonl,
  kUnix,
  kCompact,
  kSarif,
  kRdjson,
  kRdjsonl,
  kGithub,
  kGitlab,
  kJunit,
  kCheckstyle,
  kMarkdown,
  kCsv,
};
inline constexpr std::array<std::string_view, 15> kFormatNames = {
    "text",    "json",   "html",   "jsonl", "unix",       "compact",  "sarif", "rdjson",
    "rdjsonl", "github", "gitlab", "junit", "checkstyle", "markdown", "csv"};

/// True and set when `text` is a name of kFormatNames, or "pretty" for text.
[[nodiscard]] bool parse(std::string_view text, Format& format);

struct OutputOptions {
  std::vector<Format> formats = {Format::kText};
  bool colour = false;                   ///< of text
  std::uint32_t width = 100;             ///< of text: columns of a quoted line
  Severity minimum = Severity::kNote;    ///< findings below are not listed; JSON and HTML hold all
  bool summary = true;                   ///< of text: totals below the findings
  std::string decisions;                 ///< file of decisions to follow, "" for none
  std::string made;                      ///< of HTML: the time it was made, "" says none
  std::uint32_t max_findings = 100'000;  ///< of HTML
  bool served = false;                   ///< of HTML: decisions go to the program
  bool split_by_story = false;           ///< a page for each story, and no other format
};

}  // namespace gainsay::pipeline
