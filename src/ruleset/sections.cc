#include "sections.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace gainsay::ruleset {
namespace {

using Name = std::pair<std::string_view, std::string>;

template <std::size_t N>
std::array<Name, N> names(const std::array<std::string_view, N>& texts) {
  std::array<Name, N> out;
  for (std::size_t i = 0; i < N; ++i)
    out[i] = {texts[i], std::string(texts[i])};
  return out;
}

/// Reports the second of two equal words.
class Once {
 public:
  explicit Once(const Source& source) : source_(source) {}
  void check(const Yaml& node, const std::string& word) {
    const auto [it, is_new] = first_.emplace(word, &node);
    if (!is_new && !word.empty()) {
      source_.fail(
          node, "\"" + word + "\" stands twice; first at line " + std::to_string(it->second->line));
    }
  }

 private:
  const Source& source_;
  std::map<std::string, const Yaml*> first_;
};

/// Calls `read` with a view of each map in the list.
template <class Read>
void for_each_map(const Source& source, const Yaml& list, std::string_view key,
                  std::string_view what, Read read) {
  for (const Yaml& item : read_list(source, list, key)) {
    MapView map(source, item, what);
    read(map, item);
    map.finish();
  }
}

void read_vague(const Source& source, const Yaml& list, std::vector<VagueWord>& out) {
  Once once(source);
  for_each_map(source, list, "vague", "a vague word", [&](MapView& map, const Yaml& item) {
    VagueWord word;
    map.need_text("word", word.word);
    map.need_number("lo", word.lo);
    map.need_number("hi", word.hi);
    if (word.lo > word.hi) source.fail(item, "\"lo\" is above \"hi\"");
    word.pragmatic_lo = word.lo;
    word.pragmatic_hi = word.hi;
    const Yaml* narrow = map.find("pragmatic");
    if (narrow != nullptr &&
        read_pair(source, *narrow, "pragmatic", word.pragmatic_lo, word.pragmatic_hi) &&
        (word.pragmatic_lo < word.lo || word.pragmatic_hi > word.hi)) {
      source.fail(*narrow, "\"pragmatic\" reaches outside [lo, hi]");
    }
    map.flag("scalable", word.scalable);
    map.flag("open", word.open);
    map.flag("needs_noun", word.needs_noun);
    once.check(item, word.word);
    out.push_back(std::move(word));
  });
}

void read_named_numbers(const Source& source, const Yaml& node, std::string_view what,
                        std::map<std::string, double>& out) {
  for (const auto& [key, value] : read_entries(source, node, what)) {
    read_number(source, *value, key->text, out[key->text]);
  }
}

Case::Text read_case_text(const Source& source, const Yaml& node) {
  Case::Text out;
  if (node.kind == Yaml::Kind::kScalar) {
    read_text(source, node, "a text", out.text);
    return out;
  }
  MapView map(source, node, "a text of a case");
  map.need_text("text", out.text);
  map.text("source", out.source);
  std::string published;
  map.text("published", published);
  if (!published.empty()) {
    out.published = from_iso(published);
    if (!out.published) {
      source.fail(*map.find("published"),
                  "\"published\" must be a date or a time in UTC: 2031-03-14 or "
                  "2031-03-14T18:00:00Z");
    }
  }
  map.finish();
  return out;
}

std::vector<Case> read_cases(const Source& source, const Yaml* list, std::string_view key) {
  std::vector<Case> out;
  if (list == nullptr) return out;
  for (const Yaml& item : read_list(source, *list, key)) {
    Case one;
    one.where = source.at(item);
    MapView map(source, item, "a case");
    map.need_text("says", one.says);
    map.flag("fires", one.fires);
    if (const Yaml* texts = map.need("texts")) {
      for (const Yaml& text : read_list(source, *texts, "texts"))
        one.texts.push_back(read_case_text(source, text));
    }
    map.finish();
    out.push_back(std::move(one));
  }
  return out;
}

/// Verdicts that no two texts can show: one depends on a policy, the other is silence.
bool needs_proof(Verdict verdict) {
  return verdict != Verdict::kUncorroborated && verdict != Verdict::kNotComparable;
}

void check_cases(const Source& source, const Yaml& node, const VerdictRule& rule) {
  if (!needs_proof(rule.verdict)) return;
  const auto firing = std::count_if(rule.cases.begin(), rule.cases.end(),
                                    [](const Case& one) { return one.fires; });
  if (firing == 0) source.fail(node, "a verdict needs at least one case that fires");
  if (static_cast<std::size_t>(firing) == rule.cases.size()) {
    source.fail(node, "a verdict needs at least one case with \"fires: false\"");
  }
}

void read_verdict(const Source& source, const Yaml& node, JudgeRules& judge,
                  std::map<Verdict, Location>& seen) {
  MapView map(source, node, "a verdict");
  VerdictRule rule;
  std::vector<std::pair<std::string_view, Verdict>> verdicts;
  for (std::size_t i = 0; i < kVerdictCount; ++i) {
    const auto verdict = static_cast<Verdict>(i);
    verdicts.emplace_back(name(verdict), verdict);
  }
  std::vector<std::pair<std::string_view, Severity>> severities;
  for (const Severity s :
       {Severity::kNone, Severity::kNote, Severity::kWarning, Severity::kError}) {
    severities.emplace_back(name(s), s);
  }
  const Yaml* given = map.find("verdict");
  const bool is_text = given != nullptr && given->kind == Yaml::Kind::kScalar;
  map.need_choice("verdict", verdicts, rule.verdict);
  map.need_choice("severity", severities, rule.severity);
  map.need_text("says", rule.says);
  map.need_text("reason", rule.reason);
  rule.cases = read_cases(source, map.find("cases"), "cases");
  rule.known_gaps = read_cases(source, map.find("known_gaps"), "known_gaps");
  rule.where = source.at(node);
  map.finish();
  if (node.kind == Yaml::Kind::kMap) check_cases(source, node, rule);
  if (!is_text || given->text != name(rule.verdict)) return;
  const auto [it, is_new] = seen.emplace(rule.verdict, source.at(*given));
  if (!is_new) {
    source.fail(*given, "the verdict \"" + given->text + "\" stands twice; first at " + it->second);
  }
  judge.verdicts.push_back(std::move(rule));
}

}  // namespace

void read_abbreviations(const Source& source, RuleSet& rules) {
  MapView map(source, source.root, "the file of abbreviations");
  static_cast<void>(map.need("abbreviations"));
  rules.abbreviations = map.texts("abbreviations");
  map.finish();
}

void read_furniture(const Source& source, RuleSet& rules) {
  MapView file(source, source.root, "the file of furniture");
  if (const Yaml* list = file.need("furniture")) {
    for_each_map(source, *list, "furniture", "a furniture rule",
                 [&](MapView& map, const Yaml& item) {
                   FurnitureRule rule;
                   map.text("begin", rule.begin);
                   map.text("end", rule.end);
                   map.text("pattern", rule.pattern);
                   if (map.find("begin") == nullptr && map.find("pattern") == nullptr) {
                     source.fail(item, "a furniture rule needs \"begin\" or \"pattern\"");
                   }
                   rules.furniture.push_back(std::move(rule));
                 });
  }
  file.finish();
}

void read_numbers(const Source& source, RuleSet& rules) {
  static const auto kKinds =
      names(std::array<std::string_view, 6>{"unit", "teen", "ten", "scale", "fraction", "vague"});
  MapView file(source, source.root, "the file of numbers");
  if (const Yaml* list = file.find("numbers")) {
    Once once(source);
    for_each_map(source, *list, "numbers", "a number word", [&](MapView& map, const Yaml& item) {
      NumberWord word;
      map.need_text("word", word.word);
      map.need_number("value", word.value);
      map.need_choice("kind", kKinds, word.kind);
      once.check(item, word.word);
      rules.quantities.numbers.push_back(std::move(word));
    });
  }
  if (const Yaml* list = file.find("vague")) read_vague(source, *list, rules.quantities.vague);
  file.finish();
}

void read_hedges(const Source& source, RuleSet& rules) {
  static const auto kPositions = names(std::array<std::string_view, 2>{"before", "after"});
  static const auto kBounds = names(std::array<std::string_view, 6>{
      "at-least", "more-than", "at-most", "less-than", "about", "nearly"});
  MapView file(source, source.root, "the file of hedges");
  if (const Yaml* list = file.find("hedges")) {
    for_each_map(source, *list, "hedges", "a hedge", [&](MapView& map, const Yaml& /*item*/) {
      HedgeWord hedge;
      const Yaml* words = map.need("words");
      map.need_choice("position", kPositions, hedge.position);
      map.need_choice("bound", kBounds, hedge.bound);
      if (words == nullptr) return;
      if (words->kind == Yaml::Kind::kList) {
        for (std::string& word : read_texts(source, *words, "words")) {
          rules.quantities.hedges.push_back({std::move(word), hedge.position, hedge.bound});
        }
      } else if (read_text(source, *words, "words", hedge.words)) {
        rules.quantities.hedges.push_back(std::move(hedge));
      }
    });
  }
  if (const Yaml* node = file.find("tolerance")) {
    read_named_numbers(source, *node, "tolerance", rules.quantities.tolerance);
  }
  file.finish();
}

void read_units(const Source& source, RuleSet& rules) {
  MapView file(source, source.root, "the file of units");
  if (const Yaml* list = file.need("units")) {
    for_each_map(source, *list, "units", "a unit", [&](MapView& map, const Yaml& item) {
      Unit unit;
      map.need_text("name", unit.name);
      map.need_text("dimension", unit.dimension);
      map.number("factor", unit.factor);
      map.number("offset", unit.offset);
      static_cast<void>(map.need("forms"));
      unit.forms = map.texts("forms");
      map.flag("prefix", unit.prefix);
      map.flag("exact", unit.exact);
      if (unit.factor == 0) source.fail(item, "\"factor\" must not be 0");
      rules.quantities.units.push_back(std::move(unit));
    });
  }
  file.finish();
}

void read_labels(const Source& source, RuleSet& rules) {
  MapView file(source, source.root, "the file of labels");
  rules.quantities.label_words_before = file.texts("label_words_before");
  rules.quantities.label_patterns = file.texts("label_patterns");
  file.finish();
}

void read_gates(const Source& source, RuleSet& rules) {
  MapView file(source, source.root, "the file of gates");
  if (const Yaml* node = file.find("numbers")) {
    read_named_numbers(source, *node, "numbers", rules.judge.numbers);
  }
  if (const Yaml* node = file.find("families")) {
    for (const auto& [key, value] : read_entries(source, *node, "families")) {
      rules.judge.families[key->text] = read_texts(source, *value, key->text);
    }
  }
  file.finish();
}

void read_verdicts(std::span<const Source* const> files, const std::string& folder,
                   Problems& problems, RuleSet& rules) {
  std::map<Verdict, Location> seen;
  for (const Source* source : files) {
    for (const Yaml* node : one_or_list(*source, "verdicts")) {
      read_verdict(*source, *node, rules.judge, seen);
    }
  }
  for (std::size_t i = 0; i < kVerdictCount; ++i) {
    const auto verdict = static_cast<Verdict>(i);
    if (seen.find(verdict) == seen.end()) {
      problems.add(folder, 1, 1, "no file says what \"" + std::string(name(verdict)) + "\" means");
    }
  }
  std::sort(rules.judge.verdicts.begin(), rules.judge.verdicts.end(),
            [](const VerdictRule& a, const VerdictRule& b) { return a.verdict < b.verdict; });
}

}  // namespace gainsay::ruleset
