#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <list>

#include "ruleset/node.h"
#include "ruleset/ruleset.h"
#include "ruleset/schema.h"
#include "sections.h"
#include "types/parallel.h"
#include "words.h"

namespace gainsay::ruleset {
namespace {

namespace fs = std::filesystem;

struct SingleFile {
  std::string_view name;
  void (*read)(const Source&, RuleSet&);
};
constexpr std::array<SingleFile, 10> kFiles = {{{"text/abbreviations.yaml", read_abbreviations},
                                               {"text/furniture.yaml", read_furniture},
                                               {"quantities/numbers.yaml", read_numbers},
                                               {"quantities/hedges.yaml", read_hedges},
                                               {"quantities/units.yaml", read_units},
                                               {"quantities/labels.yaml", read_labels},
                                               {"gates.yaml", read_gates},
                                               {"measured.yaml", check_measured},
                                               {"publishers.yaml", read_publishers},
                                               {"scenarios.yaml", read_scenarios}}};
constexpr std::size_t kMaxThreads = 4;
constexpr std::string_view kFragments = "fragments.yaml";
constexpr std::string_view kLexicon = "lexicon";
constexpr std::string_view kClaims = "claims";
constexpr std::string_view kVerdicts = "verdicts";
constexpr std::array<std::string_view, 3> kFolders = {kLexicon, kClaims, kVerdicts};

bool lies_in(std::string_view name, std::string_view folder) {
  return name.starts_with(folder) && name.substr(folder.size()).starts_with('/');
}

bool is_known(const std::string& name) {
  return name == kFragments ||
         std::any_of(kFiles.begin(), kFiles.end(),
                     [&](const SingleFile& file) { return file.name == name; }) ||
         std::any_of(kFolders.begin(), kFolders.end(),
                     [&](std::string_view folder) { return lies_in(name, folder); });
}

/// The name of the directory itself, also for "rules/" and ".".
std::string shown_name(const fs::path& directory) {
  fs::path path = directory.lexically_normal();
  if (!path.has_filename()) path = path.parent_path();
  std::string name = path.filename().generic_string();
  if (name.empty() || name == "." || name == "..") {
    std::error_code error;
    name = fs::canonical(directory, error).filename().generic_string();
  }
  return name.empty() ? "rules" : name;
}

/// The files of a rules directory, by their path inside it.
class Directory {
 public:
  Directory(fs::path path, Problems& problems)
      : path_(std::move(path)), shown_(shown_name(path_)), problems_(problems) {
    std::error_code error;
    if (!fs::is_directory(path_, error)) {
      problems_.add(path_.generic_string(), 1, 1, "no such directory of rules",
                    ErrorCode::kNotFound);
      return;
    }
    if (!has(kClaims)) {
      problems_.add(shown(kClaims), 1, 1, "the directory of claim rules is missing",
                    ErrorCode::kNotFound);
    }
    find_files();
    read_all();
  }

  [[nodiscard]] const Source* file(std::string_view name) const {
    const auto it = std::find_if(parsed_.begin(), parsed_.end(),
                                 [&](const auto& entry) { return entry.first == name; });
    return it == parsed_.end() ? nullptr : &it->second;
  }
  [[nodiscard]] std::vector<const Source*> under(std::string_view folder) const {
    std::vector<const Source*> out;
    for (const auto& [name, source] : parsed_) {
      if (lies_in(name, folder)) out.push_back(&source);
    }
    return out;
  }
  [[nodiscard]] bool has(std::string_view folder) const {
    std::error_code error;
    return fs::is_directory(path_ / folder, error);
  }
  [[nodiscard]] std::string shown(std::string_view name) const {
    return shown_ + "/" + std::string(name);
  }

 private:
  void find_files() {
    std::error_code error;
    fs::recursive_directory_iterator it(path_, error);
    for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
      const std::string name = it->path().lexically_relative(path_).generic_string();
      const std::string base = it->path().filename().generic_string();
      std::error_code ignored;
      if (base.starts_with('.')) {
        if (it->is_directory(ignored)) it.disable_recursion_pending();
      } else if (base.ends_with(".yml")) {
        problems_.add(shown(name), 1, 1, "rule files end in .yaml");
      } else if (base.ends_with(".yaml") && !it->is_directory(ignored)) {
        names_.push_back(name);
      }
    }
    if (error) {
      problems_.add(shown_, 1, 1, "the directory cannot be read: " + error.message(),
                    ErrorCode::kUnreadable);
    }
    std::sort(names_.begin(), names_.end());
  }

  /// One file on its way to a Source.
  struct Reading {
    std::string name;
    bool readable = false;
    bool usable = false;
    Yaml root;
    std::vector<YamlProblem> problems;
  };

  /// yaml-cpp takes most of the time of a load, and files do not depend on each other.
  void read_all() {
    std::vector<Reading> readings;
    for (const std::string& name : names_) {
      if (is_known(name)) {
        readings.push_back({name, false, false, {}, {}});
      } else {
        refuse(name);
      }
    }
    in_parallel(readings.size(), threads_for(readings.size(), 8, kMaxThreads),
                [&](std::size_t i, std::size_t) { read(readings[i]); });
    for (Reading& reading : readings)
      keep(std::move(reading));
  }

  void read(Reading& out) const {
    std::error_code error;
    if (!fs::is_regular_file(path_ / out.name, error)) return;
    std::ifstream in(path_ / out.name, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    out.readable = !in.bad() && fs::file_size(path_ / out.name, error) == bytes.size();
    if (out.readable) out.usable = parse_yaml(bytes, out.root, out.problems);
  }

  void keep(Reading reading) {
    if (!reading.readable) {
      problems_.add(shown(reading.name), 1, 1, "the file cannot be read", ErrorCode::kUnreadable);
      return;
    }
    for (YamlProblem& p : reading.problems) {
      problems_.add(shown(reading.name), p.line, p.column, std::move(p.message));
    }
    if (!reading.usable) return;
    Source source{shown(reading.name), std::move(reading.root), &problems_};
    parsed_.emplace_back(std::move(reading.name), std::move(source));
  }

  void refuse(const std::string& name) {
    std::vector<std::string> known = {std::string(kFragments)};
    for (const SingleFile& file : kFiles)
      known.emplace_back(file.name);
    problems_.add(shown(name), 1, 1, "no file of this name is read" + suggest(name, known));
  }

  fs::path path_;
  std::string shown_;
  Problems& problems_;
  std::vector<std::string> names_;
  std::list<std::pair<std::string, Source>> parsed_;  // readers keep pointers to a Source
};

}  // namespace

Loaded load(const std::filesystem::path& directory) {
  Loaded out;
  Problems problems;
  const Directory files(directory, problems);
  // Word lists come first: everything later may name them.
  read_lexicon(files.under(kLexicon), out.rules);
  for (const SingleFile& file : kFiles) {
    if (const Source* source = files.file(file.name)) file.read(*source, out.rules);
  }
  Expander expander(out.rules);
  if (const Source* source = files.file(kFragments)) expander.read_fragments(*source);
  read_claims(files.under(kClaims), expander, out.rules);
  if (files.has(kVerdicts)) {
    read_verdicts(files.under(kVerdicts), files.shown(kVerdicts), problems, out.rules);
  }
  out.errors = problems.take();
  return out;
}

std::vector<std::string> kinds() {
  std::vector<std::string> out(kFolders.begin(), kFolders.end());
  out.emplace_back(kFragments);
  for (const SingleFile& file : kFiles)
    out.emplace_back(file.name);
  std::sort(out.begin(), out.end());
  return out;
}

std::optional<Shape> shape_of(std::string_view kind) {
  Shape out;
  RuleSet ignored;
  Problems problems;
  Expander expander(ignored);
  const Source source{std::string(kind), {}, &problems, &out};
  const std::array<const Source*, 1> alone{&source};
  const auto file = std::find_if(kFiles.begin(), kFiles.end(),
                                 [&](const SingleFile& one) { return one.name == kind; });
  if (file != kFiles.end()) {
    file->read(source, ignored);
  } else if (kind == kFragments) {
    expander.read_fragments(source);
  } else if (kind == kLexicon) {
    read_lexicon(alone, ignored);
  } else if (kind == kClaims) {
    read_claims(alone, expander, ignored);
  } else if (kind == kVerdicts) {
    read_verdicts(alone, std::string(kind), problems, ignored);
  } else {
    return std::nullopt;
  }
  return out;
}

}  // namespace gainsay::ruleset
