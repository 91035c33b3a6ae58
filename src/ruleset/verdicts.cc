#include <algorithm>
#include <map>
#include <utility>

#include "sections.h"

namespace gainsay::ruleset {
namespace {

void read_published(const Source& source, const Yaml& node, Case::Text& out) {
  std::string published;
  if (!read_text(source, node, "published", published)) return;
  out.published = from_iso(published);
  if (out.published) return;
  source.fail(node,
              "\"published\" must be a date or a time in UTC: 2031-03-14 or 2031-03-14T18:00:00Z");
}

Case::Text read_case_text(const Source& source, const Yaml& node) {
  Case::Text out;
  read_either(
      source, node, node.kind == Yaml::Kind::kScalar,
      [&](const Source& s, const Yaml& text) { read_text(s, text, "a text", out.text); },
      [&](const Source& s, const Yaml& text) {
        MapView map(s, text, "a text of a case");
        map.need_text("text", out.text);
        map.text("source", out.source);
        map.read("published",
                 [&](const Source& inner, const Yaml& time) { read_published(inner, time, out); });
        map.finish();
      });
  return out;
}

auto case_texts(std::vector<Case::Text>& out) {
  return [&out](const Source& source, const Yaml& list) {
    read_list(source, list, "texts", [&](const Source& inner, const Yaml& text) {
      out.push_back(read_case_text(inner, text));
    });
  };
}

auto cases(std::string_view key, std::vector<Case>& out) {
  return [key, &out](const Source& source, const Yaml& list) {
    read_list(source, list, key, [&](const Source& inner, const Yaml& item) {
      Case one;
      one.where = inner.at(item);
      MapView map(inner, item, "a case");
      map.need_text("says", one.says);
      map.flag("fires", one.fires);
      map.need("texts", case_texts(one.texts));
      map.finish();
      out.push_back(std::move(one));
    });
  };
}

auto scenarios(std::string_view key, std::vector<Scenario>& out) {
  return [key, &out](const Source& source, const Yaml& list) {
    read_list(source, list, key, [&](const Source& inner, const Yaml& item) {
      Scenario scenario;
      scenario.where = inner.at(item);
      MapView map(inner, item, "a scenario");
      map.need_text("says", scenario.says);
      map.need("texts", case_texts(scenario.texts));
      map.need_texts("findings", scenario.findings);
      map.finish();
      out.push_back(std::move(scenario));
    });
  };
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
  map.read("cases", cases("cases", rule.cases));
  map.read("known_gaps", cases("known_gaps", rule.known_gaps));
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

void read_verdicts(std::span<const Source* const> files, const std::string& folder,
                   Problems& problems, RuleSet& rules) {
  std::map<Verdict, Location> seen;
  for (const Source* source : files) {
    read_one_or_list(*source, "verdicts", [&](const Source& inner, const Yaml& node) {
      read_verdict(inner, node, rules.judge, seen);
    });
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

void read_scenarios(const Source& source, RuleSet& rules) {
  MapView file(source, source.root, "the file of scenarios");
  file.need("scenarios", scenarios("scenarios", rules.scenarios));
  file.read("known_gaps", scenarios("known_gaps", rules.scenario_gaps));
  file.finish();
}

}  // namespace gainsay::ruleset
