#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.h"
#include "types/result.h"

namespace gainsay::ingest {

/// What the reader has to know of the language of page furniture and dates; filled from rules/.
struct Options {
  /// Literal phrases, case-sensitive, that start or are furniture ("MORE STORIES FOR YOU"), with the
  /// phrase that ends it ("SUBMIT") or "" for "to the end of the block". When the end is missing,
  /// only the first phrase is furniture.
  struct Furniture {
    std::string begin, end;
    std::string pattern;  ///< instead of `begin`, for the phrase alone unless there is an `end`
  };
  /// In `begin` and `pattern`, # stands for a number ("Card # of #"), a ^ in front for the start
  /// and a $ behind for the end of the block.
  std::vector<Furniture> furniture;
};

enum class Format { kText, kMarkdown, kHtml };

/// By extension (.md, .markdown, .html, .htm; everything else is text).
[[nodiscard]] Format format_of(const std::filesystem::path& path);

/// All regular files with a known extension (.txt .md .markdown .html .htm) under `path`, sorted by
/// name; hidden ones and files and folders that are `ignored` are skipped. A file itself is returned
/// as it is.
/// Errors: kNotFound.
[[nodiscard]] Result<std::vector<std::filesystem::path>> find_reports(
    const std::filesystem::path& path,
    const std::function<bool(const std::filesystem::path&, bool is_folder)>& ignored = {});

/// Reads one report.
/// Errors: kNotFound, kUnreadable, kInvalidText (empty, binary, invalid UTF-8 with the line and
/// column of the first bad byte, over 2^32 - 2 bytes).
/// Threads: reentrant.
[[nodiscard]] Result<text::Document> read_file(const std::filesystem::path& path, const Options& options);

/// The same for bytes already in memory (standard input). `name` stands for the path.
[[nodiscard]] Result<text::Document> read_bytes(std::string name, std::string bytes, Format format,
                                                const Options& options);

}  // namespace gainsay::ingest
