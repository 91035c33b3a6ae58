// How many gold quantities that some quantity claim found carry exactly the gold value.
//
//   score_values REPORT.json GOLD_DIR DOCS_DIR [--list]
//
// GOLD_DIR holds mentions.jsonl, one mention a line: doc, line (from 1), surface, nth (from 1),
// type, lo, hi, unit; null is an open end. DOCS_DIR holds <doc>.txt, the files of the report. Gold
// without lo and hi (clock times, scores) is left out. Of several claims the one that shares most
// bytes with the mention counts.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace {

using Json = nlohmann::json;

struct Base {
  const char* unit;
  double factor;
};

// Gold units of measure in the base units of the report. All others are counted things.
const std::multimap<std::string, Base> kMeasures = {
    {"second", {"second", 1}},
    {"minute", {"second", 60}},
    {"hour", {"second", 3600}},
    {"day", {"second", 86400}},
    {"night", {"second", 86400}},
    {"week", {"second", 604800}},
    {"month", {"second", 2629746}},
    {"year", {"second", 31556952}},
    {"year", {"year", 1}},
    {"inch", {"metre", 0.0254}},
    {"foot", {"metre", 0.3048}},
    {"ft", {"metre", 0.3048}},
    {"m", {"metre", 1}},
    {"km", {"metre", 1000}},
    {"mile", {"metre", 1609.344}},
    {"percent", {"percent", 1}},
    {"magnitude", {"magnitude", 1}},
    {"dollar", {"USD", 1}},
    {"USD", {"USD", 1}},
    {"euro", {"EUR", 1}},
    {"pound", {"GBP", 1}},
    {"rand", {"ZAR", 1}},
    {"kHz", {"hertz", 1000}},
};
constexpr double kOpen = std::numeric_limits<double>::infinity();

[[noreturn]] void stop(const std::string& message) {
  std::cerr << "score_values: " << message << '\n';
  std::exit(2);
}

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) stop("cannot read " + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Range find(const std::string& text, const Json& mention) {
  std::size_t at = 0;
  for (int line = mention["line"]; line > 1; --line)
    at = text.find('\n', at) + 1;
  const std::string surface = mention["surface"];
  std::size_t hit = text.find(surface, at);
  for (int n = mention.value("nth", 1); n > 1 && hit != std::string::npos; --n)
    hit = text.find(surface, hit + 1);
  if (hit >= text.find('\n', at)) stop("no such mention: " + mention.dump());
  return {hit, hit + surface.size()};
}

double number(const Json& value, double open) {
  return value.is_null() ? open : value.get<double>();
}

// Gold figures are rounded to what the text prints.
bool near(double found, double gold) {
  return found == gold || std::abs(found - gold) <= 1e-3 * std::abs(gold);
}

bool same_ends(const Json& value, const Json& gold, double factor) {
  return near(number(value["lo"], -kOpen), number(gold["lo"], -kOpen) * factor) &&
         near(number(value["hi"], kOpen), number(gold["hi"], kOpen) * factor);
}

bool measure(const std::string& unit) {
  return std::any_of(kMeasures.begin(), kMeasures.end(),
                     [&](const auto& entry) { return unit == entry.second.unit; });
}

enum class Score { kWrong, kOtherNoun, kExact };

// A count whose noun the text leaves out, or names more narrowly ("skiffs" for boats), has the
// value but not the unit. "The second day" is an ordinal and no duration.
Score score(const Json& value, const Json& gold) {
  const std::string want = gold["unit"];
  const std::string unit = value["unit"];
  const auto [first, last] = kMeasures.equal_range(want);
  const bool exact = std::any_of(first, last, [&](const auto& entry) {
    return unit == entry.second.unit && same_ends(value, gold, entry.second.factor);
  });
  if (exact) return Score::kExact;
  if (!same_ends(value, gold, 1)) return Score::kWrong;
  if (unit == want) return Score::kExact;
  const bool counted = first == last || gold.value("attr", "") == "ordinal";
  return counted && !measure(unit) ? Score::kOtherNoun : Score::kWrong;
}

struct Claims {
  explicit Claims(const Json& report) {
    std::map<int, std::string> names;
    for (const Json& document : report["documents"]) {
      const std::string path = document["path"];
      const std::size_t slash = path.rfind('/');
      const std::size_t begin = slash == std::string::npos ? 0 : slash + 1;
      names[document["id"]] = path.substr(begin, path.rfind('.') - begin);
    }
    for (const Json& claim : report["claims"]) {
      if (claim["kind"] == "quantity") of[names[claim["document"]]].push_back(&claim);
    }
  }

  [[nodiscard]] const Json* best(const std::string& document, Range at) const {
    const auto found = of.find(document);
    if (found == of.end()) return nullptr;
    const Json* best = nullptr;
    std::size_t shared = 0;
    for (const Json* claim : found->second) {
      const std::size_t begin = std::max<std::size_t>(at.begin, (*claim)["span"]["start"]);
      const std::size_t end = std::min<std::size_t>(at.end, (*claim)["span"]["end"]);
      if (begin >= end || end - begin <= shared) continue;
      shared = end - begin;
      best = claim;
    }
    return best;
  }

  std::map<std::string, std::vector<const Json*>> of;
};

void run(const std::string& report_path, const std::string& gold, const std::string& docs,
         bool list) {
  const Json report = Json::parse(read(report_path));
  const Claims claims(report);
  std::map<std::string, std::string> texts;
  int mentions = 0;
  int found = 0;
  int value = 0;
  int unit = 0;
  std::ifstream lines(gold + "/mentions.jsonl");
  if (!lines) stop("cannot read " + gold + "/mentions.jsonl");
  for (std::string line; std::getline(lines, line);) {
    const Json mention = Json::parse(line);
    if (mention["type"] != "quantity" || !mention.contains("lo")) continue;
    const std::string name = mention["doc"];
    if (!texts.contains(name)) texts[name] = read(docs + "/" + name + ".txt") + "\n";
    ++mentions;
    const Json* claim = claims.best(name, find(texts[name], mention));
    if (claim == nullptr) continue;
    ++found;
    const Score s = score((*claim)["value"], mention);
    value += s != Score::kWrong ? 1 : 0;
    unit += s == Score::kExact ? 1 : 0;
    if (s == Score::kExact || !list) continue;
    const Json& v = (*claim)["value"];
    std::cout << (s == Score::kWrong ? "wrong " : "noun  ") << name << ':' << mention["line"]
              << " \"" << mention["surface"].get<std::string>() << "\" " << mention["lo"] << ".."
              << mention["hi"] << ' ' << mention["unit"].get<std::string>() << " <> \""
              << (*claim)["text"].get<std::string>() << "\" " << v["lo"] << ".." << v["hi"] << ' '
              << v["unit"].get<std::string>() << '\n';
  }
  const auto share = [](int part, int whole) { return whole == 0 ? 0.0 : double(part) / whole; };
  std::cout << "mentions " << mentions << "\nfound " << found << " (" << share(found, mentions)
            << ")\nvalue_accuracy " << share(value, found) << "\nsame_noun " << share(unit, found)
            << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> args(argv + 1, argv + argc);
  if (args.size() < 3) stop("usage: score_values REPORT.json GOLD_DIR DOCS_DIR [--list]");
  try {
    run(args[0], args[1], args[2], args.size() > 3 && args[3] == "--list");
  } catch (const Json::exception& error) {
    stop(error.what());
  }
}
