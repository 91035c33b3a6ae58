#include "reading.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <utility>

#include "globs.h"
#include "types/ids.h"

namespace gainsay::pipeline {
namespace fs = std::filesystem;

std::optional<Reading> load_reading(const fs::path& rules, std::vector<Error>& errors) {
  ruleset::Loaded loaded = ruleset::load(rules);
  if (!loaded.errors.empty()) {
    std::move(loaded.errors.begin(), loaded.errors.end(), std::back_inserter(errors));
    return std::nullopt;
  }
  Result<extract::Extractor> extractor = extract::Extractor::create(loaded.rules, errors);
  if (!extractor) {
    if (errors.empty()) errors.push_back(std::move(extractor).error());
    return std::nullopt;
  }
  ingest::Options ingest;
  for (const ruleset::FurnitureRule& rule : loaded.rules.furniture) {
    ingest.furniture.push_back({rule.begin, rule.end, rule.pattern});
  }
  text::SentenceSplitter splitter(loaded.rules.abbreviations);
  return Reading{std::move(loaded.rules), std::move(ingest), std::move(splitter),
                 std::move(*extractor)};
}

std::string recipe(const fs::path& rules, const fs::path& model) {
  std::vector<fs::path> files;
  std::error_code ignored;
  for (const auto& entry : fs::recursive_directory_iterator(rules, ignored)) {
    if (entry.is_regular_file(ignored)) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  files.push_back(model);
  ContentHash hash;
  hash.add(GAINSAY_VERSION);
  for (const fs::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    hash.add(fs::relative(file, rules, ignored).generic_string()).add(bytes);
  }
  return to_hex(hash.value());
}

namespace {

/// The report files at `path`, which may be a glob; what .gainsayignore leaves out is left out.
Result<std::vector<fs::path>> find(const std::string& path) {
  std::error_code error;
  const bool glob = !fs::exists(path, error) && path.find_first_of("*?[") != std::string::npos;
  const fs::path walked =
      glob ? fs::path(path.substr(0, path.find_first_of("*?["))).parent_path() : fs::path(path);
  Ignored ignored(walked);
  bool any_ignored = false;
  Result<std::vector<fs::path>> found = ingest::find_reports(
      walked.empty() ? "." : walked, [&](const fs::path& entry, bool is_folder) {
        const bool left_out = ignored(entry, is_folder);
        any_ignored |= left_out;
        return left_out;
      });
  if (!found) return found;
  if (glob) {
    std::erase_if(*found, [&](const fs::path& file) {
      return !glob_matches(path, file.lexically_normal().generic_string());
    });
    if (walked.empty()) std::ranges::transform(*found, found->begin(), &fs::path::lexically_normal);
  }
  if (!found->empty()) return found;
  std::string why = glob ? "no report matches" : "no reports in this directory";
  why += "; reports end in .txt, .md, .markdown, .html or .htm";
  if (any_ignored) why += ", and a .gainsayignore leaves some out";
  return fail(ErrorCode::kNotFound, path, why);
}

}  // namespace

std::vector<fs::path> expand(const std::vector<std::string>& paths, std::vector<Error>& errors) {
  std::set<fs::path> files;
  for (const std::string& path : paths) {
    if (path == "-") continue;
    Result<std::vector<fs::path>> found = find(path);
    if (found) {
      files.insert(found->begin(), found->end());
    } else {
      errors.push_back(std::move(found).error());
    }
  }
  return {files.begin(), files.end()};
}

}  // namespace gainsay::pipeline
