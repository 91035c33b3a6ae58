// A folder of rules with one damaged file: it loads, or every error says where.
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "fuzz.h"
#include "ruleset/ruleset.h"

namespace gainsay::fuzz {
namespace {

namespace fs = std::filesystem;

struct File {
  std::string path;  ///< below rules/
  std::string text;
};

const std::vector<File>& sound_files() {
  static const std::vector<File> kFiles = {
      {"claims/a.yaml",
       "id: casualties.killed\nsays: Number of people killed.\ncompare: count\ncumulative: true\n"
       "patterns:\n  - '{value=n:person|bare} {opt:were}{verb:kill}'\n"
       "  - '{w:group} {gap:3}{times}{value=q:duration}'\nunless:\n  - 'bill {gap:2}killed'\n"
       "labels: { dead: ['{group}', gone] }\nordered: [[a, b]]\npriority: 3\nconfidence: 0.8\n"
       "examples:\n  - { text: 'At least 12 people were killed.', value: [12, null] }\n"
       "  - { text: 'The blast killed 3.', value: 3, quote: '3' }\n"
       "  - { text: 'The bill was killed.', none: true }\n"},
      {"fragments.yaml", "fragments:\n  times: '(?:{when} )?'\n"},
      {"lexicon/a.yaml",
       "lists:\n  group: [band, 'set of', '{other}', '{verb:kill}']\n  other: ['null', x]\n"
       "canonical:\n  Oslo: [Christiania]\nirregular:\n  take: [takes, took, taken, taking]\n"},
      {"quantities/units.yaml",
       "units:\n  - { name: second, dimension: duration, factor: 60, forms: [minute, minutes] }\n"
       "  - { name: EUR, dimension: money, forms: ['\xE2\x82\xAC'], prefix: true, exact: true }\n"},
      {"quantities/numbers.yaml",
       "numbers:\n  - { word: two, value: 2, kind: unit }\nvague:\n"
       "  - { word: several, lo: 2, hi: .inf, pragmatic: [3, 10], scalable: true }\n"},
      {"quantities/hedges.yaml",
       "hedges:\n  - { words: [at least], position: before, bound: at-least }\n"
       "tolerance: { about: 0.1 }\n"},
      {"gates.yaml", "numbers: { window: 3 }\nfamilies: { a: [b, c] }\n"},
      {"verdicts/agreement.yaml", read_file(GAINSAY_SOURCE_DIR "/rules/verdicts/agreement.yaml")},
      {"verdicts/change.yaml", read_file(GAINSAY_SOURCE_DIR "/rules/verdicts/change.yaml")},
      {"verdicts/conflict.yaml", read_file(GAINSAY_SOURCE_DIR "/rules/verdicts/conflict.yaml")},
      {"verdicts/scope.yaml", read_file(GAINSAY_SOURCE_DIR "/rules/verdicts/scope.yaml")},
      {"verdicts/silence.yaml", read_file(GAINSAY_SOURCE_DIR "/rules/verdicts/silence.yaml")},
      {"verdicts/speech.yaml", read_file(GAINSAY_SOURCE_DIR "/rules/verdicts/speech.yaml")},
      {"text/abbreviations.yaml", "abbreviations: [Mr., 'U.S. |']\n"},
      {"text/furniture.yaml", "furniture:\n  - { begin: MORE, end: X }\n"}};
  return kFiles;
}

void write(const fs::path& root, const File& file) {
  fs::create_directories((root / file.path).parent_path());
  std::ofstream(root / file.path, std::ios::binary) << file.text;
}

ruleset::Loaded load_with(const File& damaged) {
  const fs::path root = fs::path(scratch_folder()) / "rules";
  for (const File& file : sound_files()) {
    if (file.path != damaged.path) write(root, file);
  }
  write(root, damaged);
  return ruleset::load(root);
}

void check(const File& damaged) {
  const ruleset::Loaded loaded = load_with(damaged);
  for (const Error& error : loaded.errors) {
    must(error.code == ErrorCode::kInvalidRule, "a damaged file is an invalid rule");
    must(error.where.starts_with("rules") && error.where.find(':') != std::string::npos,
         "an error names file, line and column, not " + error.where);
    must(!error.message.empty(), "an error says what is wrong");
  }
  if (!loaded.errors.empty()) return;
  for (const ruleset::ClaimRule& rule : loaded.rules.claims)
    must(!rule.id.empty() && !rule.patterns.empty(), "a rule that loads is whole");
}

}  // namespace

std::vector<Target> targets() {
  for (const Error& error : load_with(sound_files().front()).errors)
    must(false, error.where + ": " + error.message);
  std::vector<Target> all;
  for (const File& file : sound_files()) {
    Target target;
    target.name = file.path;
    std::replace_if(
        target.name.begin(), target.name.end(), [](char c) { return c == '/' || c == '.'; }, '_');
    target.seeds = {file.text};
    target.pieces = {"{",
                     "}",
                     "[",
                     "]",
                     ": ",
                     ", ",
                     "- ",
                     "\n",
                     "  ",
                     "\t",
                     "'",
                     "\"",
                     "#",
                     "&a ",
                     "*a",
                     "!!str ",
                     "<<: ",
                     "|\n",
                     ">\n",
                     "---\n",
                     "...\n",
                     "%YAML 9\n",
                     "? ",
                     "~",
                     "null",
                     ".inf",
                     ".nan",
                     "true",
                     "{value=n:person}",
                     "{gap:99}",
                     "{opt:",
                     "{verb:",
                     "{w:nosuch}",
                     "{times}",
                     "\\{",
                     "(",
                     ")",
                     "(?P<value>",
                     "{verbs:group}",
                     "\xEF\xBB\xBF",
                     "\xF0\x9F\x98\x80",
                     "id: x\n",
                     "rules:\n  - ",
                     "lists:\n"};
    const std::string path = file.path;
    target.check = [path](const std::string& input) { check({path, input}); };
    all.push_back(std::move(target));
  }
  return all;
}

}  // namespace gainsay::fuzz
