#include "pipeline/config.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "apply_policy.h"
#include "globs.h"
#include "ruleset/node.h"
#include "show_line.h"

namespace gainsay::pipeline {
namespace fs = std::filesystem;

namespace {

using ruleset::MapView;
using ruleset::Yaml;

/// The folder that paths in a configuration count from; "" is the working directory.
fs::path folder_of(const std::string& file) {
  const fs::path folder = fs::path(file).parent_path();
  return folder.filename() == ".config" ? folder.parent_path() : folder;
}

class Reader {
 public:
  Reader(const ruleset::Source& source, Config& out) : source_(source), out_(out) {}

  void read() {
    out_.policy.folder = folder_of(out_.file).string();
    MapView map(source_, source_.root, "the configuration");
    for (const Setting& one : settings()) {
      if (const Yaml* node = map.find(one.key)) read(one, *node);
    }
    map.finish();
  }

 private:
  void read(const Setting& setting, const Yaml& node) {
    switch (setting.kind) {
      case Setting::Kind::kLevels:
        return read_levels(setting, node, {});
      case Setting::Kind::kTolerances:
        return read_tolerances(setting, node, {});
      case Setting::Kind::kOverrides:
        return read_overrides(setting, node);
      default:
        break;
    }
    std::vector<std::string> given = values(setting, node);
    if (given.empty() || given.front().empty()) return;  // which is said
    out_.values.push_back({std::string(setting.key), std::move(given), source_.at(node)});
  }

  std::vector<std::string> values(const Setting& setting, const Yaml& node) {
    std::string text;
    bool flag = false;
    switch (setting.kind) {
      case Setting::Kind::kFiles:
        return paths(read_texts(source_, node, setting.key));
      case Setting::Kind::kFile:
        if (!read_text(source_, node, setting.key, text)) return {};
        return paths({text});
      case Setting::Kind::kFlag:
        if (!read_flag(source_, node, setting.key, flag)) return {};
        return {flag ? "true" : "false"};
      case Setting::Kind::kNumber:
        return {number(setting, node)};
      default:
        return {choice(setting, setting.key, node)};
    }
  }

  std::vector<std::string> paths(std::vector<std::string> given) const {
    for (std::string& path : given)
      path = (folder_of(out_.file) / path).lexically_normal().string();
    return given;
  }

  std::string number(const Setting& setting, const Yaml& node) {
    double value = 0;
    constexpr ruleset::Range kCount{0, 1e9, true};
    return read_number(source_, node, setting.key, kCount, value) ? node.text : std::string();
  }

  std::string choice(const Setting& setting, std::string_view key, const Yaml& node) {
    const std::vector<std::string> known(setting.choices.begin(), setting.choices.end());
    const std::size_t at = read_choice(source_, node, key, known);
    return at < known.size() ? known[at] : std::string();
  }

  void read_levels(const Setting& setting, const Yaml& map, const std::vector<std::string>& files) {
    for (const auto& [rule, node] : read_entries(source_, map, setting.key)) {
      const std::string text = choice(setting, rule->text, *node);
      Severity level = Severity::kNone;
      if (text.empty() || (text != "off" && !parse(text, level))) continue;
      out_.policy.levels.push_back({rule->text, level, source_.at(*rule), files});
    }
  }

  void read_tolerances(const Setting& setting, const Yaml& map,
                       const std::vector<std::string>& files) {
    for (const auto& [rule, node] : read_entries(source_, map, setting.key)) {
      double value = 0;
      constexpr ruleset::Range kTolerance{0, 1e9};
      if (!read_number(source_, *node, rule->text, kTolerance, value)) continue;
      out_.policy.tolerances.push_back({rule->text, value, source_.at(*rule), files});
    }
  }

  void read_overrides(const Setting& overrides, const Yaml& list) {
    for (const Yaml& item : read_list(source_, list, overrides.key)) {
      MapView map(source_, item, "an override");
      std::vector<std::string> files;
      map.need_texts("files", files);
      for (const Setting& one : settings()) {
        const bool levels = one.kind == Setting::Kind::kLevels;
        if (!levels && one.kind != Setting::Kind::kTolerances) continue;
        const Yaml* node = map.find(one.key);
        if (node == nullptr) continue;
        levels ? read_levels(one, *node, files) : read_tolerances(one, *node, files);
      }
      map.finish();
    }
  }

  const ruleset::Source& source_;
  Config& out_;
};

bool is_blank(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    const std::size_t text = line.find_first_not_of(" \t\r");
    if (text != line.npos && line[text] != '#') return false;
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
  }
  return true;
}

/// The only configuration in a folder; nothing where it has none.
Result<std::string> config_in(const fs::path& folder) {
  constexpr std::array<const char*, 3> kNames = {".gainsay.yml", "gainsay.yml",
                                                 ".config/gainsay.yml"};
  std::string found;
  for (const char* name : kNames) {
    std::error_code ignored;
    if (!fs::is_regular_file(folder / name, ignored)) continue;
    const std::string shown = seen_from(".", folder / name);
    if (!found.empty()) {
      return fail(ErrorCode::kUsage, found, "stands beside " + shown + "; keep one of them");
    }
    found = shown;
  }
  return found;
}

fs::path folder_to_begin(const std::string& file) {
  const fs::path path = (fs::current_path() / file).lexically_normal();
  std::error_code ignored;
  return fs::is_directory(path, ignored) ? (path / "").parent_path() : path.parent_path();
}

}  // namespace

const Configured* Config::find(std::string_view key) const {
  const auto found = std::ranges::find(values, key, &Configured::key);
  return found == values.end() ? nullptr : &*found;
}

Result<std::string> find_config(const std::vector<std::string>& files) {
  std::set<fs::path> begins;
  for (const std::string& file : files)
    begins.insert(folder_to_begin(file));
  if (begins.empty()) begins.insert(fs::current_path());
  std::optional<std::string> config;
  for (const fs::path& begin : begins) {
    std::string nearest;
    for (const fs::path& folder : upward(begin)) {
      Result<std::string> found = config_in(folder);
      if (!found) return found;
      nearest = *found;
      if (!nearest.empty()) break;
    }
    if (config && *config != nearest) {
      return fail(ErrorCode::kUsage, seen_from(".", begin),
                  "has " + (nearest.empty() ? "no configuration" : "the configuration " + nearest) +
                      ", and another file has " + (config->empty() ? "none" : *config) +
                      "; check them apart, or name one with --config");
    }
    config = nearest;
  }
  return *config;
}

ConfigResult read_config(const std::string& file) {
  ConfigResult out;
  out.config.file = file;
  std::error_code ignored;
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!fs::is_regular_file(file, ignored) || in.bad()) {
    out.errors.push_back(
        {ErrorCode::kNotFound, file, "no such configuration; gainsay config init makes one"});
    return out;
  }
  if (is_blank(bytes)) return out;
  ruleset::Problems problems;
  ruleset::Source source{file, {}, &problems};
  std::vector<ruleset::YamlProblem> broken;
  const bool usable = ruleset::parse_yaml(bytes, source.root, broken);
  for (ruleset::YamlProblem& p : broken)
    problems.add(file, p.line, p.column, std::move(p.message));
  if (usable) Reader(source, out.config).read();
  out.errors = problems.take();
  for (Error& error : out.errors) {
    error.code = ErrorCode::kUsage;
    show_line(error);
  }
  return out;
}

std::vector<Error> check_names(const Config& config, const Resources& resources) {
  if (config.policy.levels.empty() && config.policy.tolerances.empty()) return {};
  const ruleset::Loaded loaded = ruleset::load(resources.rules);
  return loaded.errors.empty() ? unknown_names(config.policy, loaded.rules) : std::vector<Error>();
}

Policy policy_of(const Config& config, const std::string& draft) {
  return policy_for(config.policy, draft);
}

}  // namespace gainsay::pipeline
