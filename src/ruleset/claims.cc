#include <algorithm>
#include <limits>
#include <map>

#include "sections.h"
#include "words.h"

namespace gainsay::ruleset {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

template <class Enum>
std::vector<std::pair<std::string_view, Enum>> choices(Enum last) {
  std::vector<std::pair<std::string_view, Enum>> out;
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    out.emplace_back(name(static_cast<Enum>(i)), static_cast<Enum>(i));
  }
  return out;
}

/// Lower-case words of letters, digits, "_" and "-", joined by dots.
bool is_id(std::string_view text) {
  char before = '.';
  for (char c : text) {
    const bool letter = c >= 'a' && c <= 'z';
    const bool inner = (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    if (!letter && (before == '.' || !inner)) return false;
    before = c;
  }
  return before != '.';
}

/// One end of an example's value; nothing written stands for an open end.
double read_end(const Source& source, const Yaml& node, double open) {
  double out = open;
  if (node.kind != Yaml::Kind::kNull) read_number(source, node, "value", out);
  return out;
}

void read_value(const Source& source, const Yaml& node, Example& out) {
  out.has_value = true;
  if (node.kind != Yaml::Kind::kList) {
    double number = 0;
    if (read_number(source, node, "value", number)) out.lo = out.hi = number;
    return;
  }
  if (node.items.size() != 2) {
    source.fail(node, "\"value\" must be a number or a list [lo, hi]");
    return;
  }
  out.lo = read_end(source, node.items[0], -kInfinity);
  out.hi = read_end(source, node.items[1], kInfinity);
  if (*out.lo > *out.hi) source.fail(node, "\"value\" begins above its end");
}

Example read_example(const Source& source, const Yaml& node) {
  Example out;
  out.where = source.at(node);
  MapView map(source, node, "an example");
  map.need_text("text", out.text);
  map.flag("none", out.none);
  if (const Yaml* value = map.find("value")) read_value(source, *value, out);
  map.text("quote", out.quote);
  map.text("label", out.label);
  map.text("speaker", out.speaker);
  map.text("subject", out.subject);
  map.text("place", out.place);
  Polarity polarity{};
  map.choice("polarity", choices(Polarity::kDenied), polarity);
  if (map.find("polarity") != nullptr) out.polarity = polarity;
  map.finish();
  const bool expects = out.has_value || out.polarity ||
                       !(out.quote + out.label + out.speaker + out.subject + out.place).empty();
  if (out.none && expects) {
    source.fail(node, "an example with \"none: true\" can expect nothing else");
  }
  return out;
}

std::vector<Example> read_examples(const Source& source, const Yaml* list, std::string_view key) {
  std::vector<Example> out;
  if (list == nullptr) return out;
  for (const Yaml& item : read_list(source, *list, key))
    out.push_back(read_example(source, item));
  return out;
}

std::vector<Pattern> read_patterns(const Source& source, const Yaml* list, std::string_view key,
                                   Expander& expander) {
  std::vector<Pattern> out;
  if (list == nullptr) return out;
  for (const Yaml& item : read_list(source, *list, key)) {
    out.push_back(expander.expand(source, item));
  }
  return out;
}

void check_proof(const Source& source, const Yaml& node, const ClaimRule& rule) {
  const auto none = std::count_if(rule.examples.begin(), rule.examples.end(),
                                  [](const Example& e) { return e.none; });
  if (static_cast<std::ptrdiff_t>(rule.examples.size()) - none < 2) {
    source.fail(node, "a claim rule needs at least two examples that match");
  }
  if (none == 0) source.fail(node, "a claim rule needs at least one example with \"none: true\"");
}

class ClaimReader {
 public:
  ClaimReader(const Source& source, Expander& expander, RuleSet& rules)
      : source_(source), expander_(expander), rules_(rules) {}

  void read(const Yaml& node, std::map<std::string, Location>& ids) {
    MapView map(source_, node, "a claim rule");
    ClaimRule rule;
    rule.where = source_.at(node);
    read_identity(map, rule, ids);
    read_flags(map, rule);
    read_labels_and_stages(map, rule);
    const Yaml* patterns = map.need("patterns");
    rule.patterns = read_patterns(source_, patterns, "patterns", expander_);
    if (patterns != nullptr && patterns->kind == Yaml::Kind::kList && rule.patterns.empty()) {
      source_.fail(*patterns, "\"patterns\" must not be empty");
    }
    rule.unless = read_patterns(source_, map.find("unless"), "unless", expander_);
    rule.examples = read_examples(source_, map.find("examples"), "examples");
    rule.known_gaps = read_examples(source_, map.find("known_gaps"), "known_gaps");
    if (node.kind == Yaml::Kind::kMap) check_proof(source_, node, rule);
    map.finish();
    rules_.claims.push_back(std::move(rule));
  }

 private:
  void read_identity(MapView& map, ClaimRule& rule, std::map<std::string, Location>& ids) {
    const Yaml* id = map.need("id");
    if (id != nullptr && read_text(source_, *id, "id", rule.id)) {
      if (!is_id(rule.id)) {
        source_.fail(*id, "\"" + rule.id + "\" is no id; write it as casualties.killed");
      }
      const auto [it, is_new] = ids.emplace(rule.id, source_.at(*id));
      if (!is_new) {
        source_.fail(*id, "the id \"" + rule.id + "\" stands twice; first at " + it->second);
      }
    }
    map.need_text("says", rule.says);
    map.text("source", rule.source);
    map.choice("kind", choices(ClaimKind::kQuote), rule.kind);
    rule.attribute = rule.id;
    map.text("attribute", rule.attribute);
    map.text("event", rule.event);
    std::vector<std::pair<std::string_view, std::string>> comparators;
    for (const std::string_view comparator : kComparators) {
      comparators.emplace_back(comparator, comparator);
    }
    map.need_choice("compare", comparators, rule.compare);
  }

  void read_flags(MapView& map, ClaimRule& rule) {
    map.flag("functional", rule.functional);
    map.flag("cumulative", rule.cumulative);
    map.flag("per_subject", rule.per_subject);
    map.flag("whole", rule.whole);
    map.flag("once", rule.once);
    map.choice("modality", choices(Modality::kAlleged), rule.modality);
    map.choice("polarity", choices(Polarity::kDenied), rule.polarity);
    if (const Yaml* node = map.find("priority")) {
      double number = 0;
      if (read_number(source_, *node, "priority", number)) {
        if (number < -1000 || number > 1000 || number != static_cast<int>(number)) {
          source_.fail(*node, "\"priority\" must be a whole number from -1000 to 1000");
        } else {
          rule.priority = static_cast<int>(number);
        }
      }
    }
    if (const Yaml* node = map.find("confidence")) {
      if (read_number(source_, *node, "confidence", rule.confidence) &&
          (rule.confidence < 0 || rule.confidence > 1)) {
        source_.fail(*node, "\"confidence\" must be a number from 0 to 1");
      }
    }
  }

  void read_labels_and_stages(MapView& map, ClaimRule& rule) {
    map.text("label", rule.label);
    if (const Yaml* labels = map.find("labels")) {
      for (const auto& [key, value] : read_entries(source_, *labels, "labels")) {
        rule.labels[key->text] = read_words(source_, *value, key->text, rules_);
      }
    }
    if (const Yaml* ordered = map.find("ordered")) {
      for (const Yaml& stages : read_list(source_, *ordered, "ordered")) {
        rule.ordered.push_back(read_texts(source_, stages, "ordered"));
      }
    }
  }

  const Source& source_;
  Expander& expander_;
  RuleSet& rules_;
};

}  // namespace

void read_claims(std::span<const Source* const> files, Expander& expander, RuleSet& rules) {
  std::map<std::string, Location> ids;
  for (const Source* source : files) {
    ClaimReader reader(*source, expander, rules);
    for (const Yaml* node : one_or_list(*source, "rules"))
      reader.read(*node, ids);
  }
  std::sort(rules.claims.begin(), rules.claims.end(),
            [](const ClaimRule& a, const ClaimRule& b) { return a.id < b.id; });
}

}  // namespace gainsay::ruleset
