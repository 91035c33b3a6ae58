#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay::pipeline {

/// True when `pattern` matches all of `path`: `*`, `?` and `[a-z]` stand for letters of one name,
/// `**` for any number of folders.
[[nodiscard]] bool glob_matches(std::string_view pattern, std::string_view path);

/// The same where a pattern without a slash means a name in any folder.
[[nodiscard]] bool glob_matches_anywhere(std::string_view pattern, std::string_view path);

/// `path` as it is seen from `folder`, with slashes; both relative to the working directory or
/// absolute.
[[nodiscard]] std::string seen_from(const std::filesystem::path& folder,
                                    const std::filesystem::path& path);

/// What the files called .gainsayignore leave out of a folder that is walked: those in it, below
/// it, and above it up to the root of the repository. They are written as git's are: one pattern a
/// line, # for remarks, ! to take one back, a slash at the end for folders alone, a slash in front
/// or in the midst to count from the folder of the file; the last that matches decides.
class Ignored {
 public:
  explicit Ignored(const std::filesystem::path& walked);

  /// `entry` is below the walked folder.
  [[nodiscard]] bool operator()(const std::filesystem::path& entry, bool is_folder);

 private:
  struct Pattern {
    std::string glob;
    bool taken_back = false;
    bool folders_only = false;
  };
  [[nodiscard]] const std::vector<Pattern>& patterns_of(const std::filesystem::path& folder);

  std::filesystem::path top_;
  std::map<std::filesystem::path, std::vector<Pattern>> read_;  ///< by folder
};

/// The folders from `start` (absolute) up to the root of its repository or of the file system.
[[nodiscard]] std::vector<std::filesystem::path> upward(const std::filesystem::path& start);

}  // namespace gainsay::pipeline
