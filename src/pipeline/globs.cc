#include "globs.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <span>
#include <system_error>

#include <fnmatch.h>

namespace gainsay::pipeline {
namespace fs = std::filesystem;

namespace {

std::vector<std::string> names_of(std::string_view path) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    if (end > at && path.substr(at, end - at) != ".") out.emplace_back(path.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

bool matches(std::span<const std::string> pattern, std::span<const std::string> path) {
  if (pattern.empty()) return path.empty();
  if (pattern.front() != "**") {
    return !path.empty() && fnmatch(pattern.front().c_str(), path.front().c_str(), 0) == 0 &&
           matches(pattern.subspan(1), path.subspan(1));
  }
  for (std::size_t skipped = 0; skipped <= path.size(); ++skipped) {
    if (matches(pattern.subspan(1), path.subspan(skipped))) return true;
  }
  return false;
}

/// fs::absolute() takes no empty path.
fs::path whole(const fs::path& path) {
  return (fs::current_path() / path).lexically_normal();
}

}  // namespace

bool glob_matches(std::string_view pattern, std::string_view path) {
  return matches(names_of(pattern), names_of(path));
}

bool glob_matches_anywhere(std::string_view pattern, std::string_view path) {
  const bool anchored = pattern.find('/') < pattern.size() - 1;
  return glob_matches(anchored ? std::string(pattern) : "**/" + std::string(pattern), path);
}

std::string seen_from(const fs::path& folder, const fs::path& path) {
  return whole(path).lexically_relative(whole(folder)).generic_string();
}

std::vector<fs::path> upward(const fs::path& start) {
  std::vector<fs::path> out;
  for (fs::path folder = start;; folder = folder.parent_path()) {
    out.push_back(folder);
    std::error_code ignored;
    constexpr std::array<const char*, 3> kRoots = {".git", ".hg", ".svn"};
    const bool root = std::ranges::any_of(
        kRoots, [&](const char* name) { return fs::exists(folder / name, ignored); });
    if (root || folder == folder.parent_path()) return out;
  }
}

Ignored::Ignored(const fs::path& walked)
    : top_(upward((whole(walked) / "").parent_path()).back()) {}

bool Ignored::operator()(const fs::path& entry, bool is_folder) {
  const fs::path path = whole(entry);
  // The nearest file that has something to say decides.
  for (fs::path folder = path.parent_path();; folder = folder.parent_path()) {
    const std::vector<Pattern>& patterns = patterns_of(folder);
    const std::string name = patterns.empty() ? "" : seen_from(folder, path);
    const auto last = std::find_if(patterns.rbegin(), patterns.rend(), [&](const Pattern& p) {
      return (is_folder || !p.folders_only) && glob_matches_anywhere(p.glob, name);
    });
    if (last != patterns.rend()) return !last->taken_back;
    if (folder == top_ || folder == folder.parent_path()) return false;
  }
}

const std::vector<Ignored::Pattern>& Ignored::patterns_of(const fs::path& folder) {
  const auto [known, is_new] = read_.try_emplace(folder);
  if (!is_new) return known->second;
  std::ifstream in(folder / ".gainsayignore", std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    line.erase(line.find_last_not_of(" \t\r") + 1);
    if (line.empty() || line.starts_with('#')) continue;
    Pattern pattern;
    pattern.taken_back = line.starts_with('!');
    if (pattern.taken_back) line.erase(0, 1);
    if (line.starts_with("\\#") || line.starts_with("\\!")) line.erase(0, 1);
    pattern.folders_only = line.ends_with('/');
    if (pattern.folders_only) line.pop_back();
    pattern.glob = line;
    if (!line.empty()) known->second.push_back(std::move(pattern));
  }
  return known->second;
}

}  // namespace gainsay::pipeline
