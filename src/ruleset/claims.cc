#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <optional>

#include "sections.h"
#include "words.h"

namespace gainsay::ruleset {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// The names of an enum, in a type that holds one of its values.
template <class Value, class Enum>
std::vector<std::pair<std::string_view, Value>> choices(Enum last) {
  std::vector<std::pair<std::string_view, Value>> out;
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
void read_end(const Source& source, const Yaml& node, double& out) {
  read_either(
      source, node, node.kind == Yaml::Kind::kNull, [](const Source&, const Yaml&) {},
      [&](const Source& s, const Yaml& number) { read_number(s, number, "value", out); });
}

void read_interval(const Source& source, const Yaml& node, Example& out) {
  std::array<double, 2> ends{-kInfinity, kInfinity};
  std::size_t count = 0;
  read_list(source, node, "value", [&](const Source& s, const Yaml& item) {
    if (count < ends.size()) read_end(s, item, ends.at(count));
    ++count;
  });
  if (count != ends.size()) {
    source.fail(node, "\"value\" must be a number or a list [lo, hi]");
    return;
  }
  out.lo = ends[0];
  out.hi = ends[1];
  if (ends[0] > ends[1]) source.fail(node, "\"value\" begins above its end");
}

void read_value(const Source& source, const Yaml& node, Example& out) {
  out.has_value = true;
  read_either(
      source, node, node.kind != Yaml::Kind::kList,
      [&](const Source& s, const Yaml& value) {
        double number = 0;
        if (read_number(s, value, "value", number)) out.lo = out.hi = number;
      },
      [&](const Source& s, const Yaml& list) { read_interval(s, list, out); });
}

Example read_example(const Source& source, const Yaml& node) {
  Example out;
  out.where = source.at(node);
  MapView map(source, node, "an example");
  map.need_text("text", out.text);
  map.flag("none", out.none);
  map.read("value", [&](const Source& s, const Yaml& value) { read_value(s, value, out); });
  map.text("quote", out.quote);
  map.text("label", out.label);
  map.text("speaker", out.speaker);
  map.text("subject", out.subject);
  map.text("place", out.place);
  map.choice("polarity", choices<std::optional<Polarity>>(Polarity::kDenied), out.polarity);
  map.finish();
  const bool expects = out.has_value || out.polarity ||
                       !(out.quote + out.label + out.speaker + out.subject + out.place).empty();
  if (out.none && expects) {
    source.fail(node, "an example with \"none: true\" can expect nothing else");
  }
  return out;
}

auto examples(std::string_view key, std::vector<Example>& out) {
  return [key, &out](const Source& source, const Yaml& list) {
    read_list(source, list, key, [&](const Source& inner, const Yaml& item) {
      out.push_back(read_example(inner, item));
    });
  };
}

auto patterns(std::string_view key, Expander& expander, std::vector<Pattern>& out) {
  return [key, &expander, &out](const Source& source, const Yaml& list) {
    read_list(source, list, key, [&](const Source& inner, const Yaml& item) {
      out.push_back(expander.expand(inner, item));
    });
  };
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
    map.need("patterns", patterns("patterns", expander_, rule.patterns));
    const Yaml* list = map.find("patterns");
    if (list != nullptr && list->kind == Yaml::Kind::kList && rule.patterns.empty()) {
      source_.fail(*list, "\"patterns\" must not be empty");
    }
    map.read("unless", patterns("unless", expander_, rule.unless));
    map.read("examples", examples("examples", rule.examples));
    map.read("known_gaps", examples("known_gaps", rule.known_gaps));
    if (node.kind == Yaml::Kind::kMap) check_proof(source_, node, rule);
    map.finish();
    rules_.claims.push_back(std::move(rule));
  }

 private:
  void read_identity(MapView& map, ClaimRule& rule, std::map<std::string, Location>& ids) {
    map.need("id", [&](const Source& source, const Yaml& id) {
      if (!read_text(source, id, "id", rule.id)) return;
      if (!is_id(rule.id)) {
        source.fail(id, "\"" + rule.id + "\" is no id; write it as casualties.killed");
      }
      const auto [it, is_new] = ids.emplace(rule.id, source.at(id));
      if (!is_new) {
        source.fail(id, "the id \"" + rule.id + "\" stands twice; first at " + it->second);
      }
    });
    map.need_text("says", rule.says);
    map.text("source", rule.source);
    map.choice("kind", choices<ClaimKind>(ClaimKind::kQuote), rule.kind);
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
    map.choice("modality", choices<Modality>(Modality::kAlleged), rule.modality);
    map.choice("polarity", choices<Polarity>(Polarity::kDenied), rule.polarity);
    double priority = 0;
    map.number("priority", {-1000, 1000, true}, priority);
    rule.priority = static_cast<int>(priority);
    map.number("confidence", {0, 1}, rule.confidence);
  }

  void read_labels_and_stages(MapView& map, ClaimRule& rule) {
    map.text("label", rule.label);
    map.read("labels", [&](const Source& source, const Yaml& labels) {
      read_entries(source, labels, "labels",
                   [&](const Source& inner, const Yaml& key, const Yaml& words) {
                     rule.labels[key.text] = read_words(inner, words, key.text, rules_);
                   });
    });
    map.read("ordered", [&](const Source& source, const Yaml& ordered) {
      read_list(source, ordered, "ordered", [&](const Source& inner, const Yaml& stages) {
        rule.ordered.push_back(read_texts(inner, stages, "ordered"));
      });
    });
  }

  const Source& source_;
  Expander& expander_;
  RuleSet& rules_;
};

}  // namespace

void read_claims(std::span<const Source* const> files, Expander& expander, RuleSet& rules) {
  std::map<std::string, Location> ids;
  for (const Source* source : files) {
    read_one_or_list(*source, "rules", [&](const Source& inner, const Yaml& node) {
      ClaimReader(inner, expander, rules).read(node, ids);
    });
  }
  std::sort(rules.claims.begin(), rules.claims.end(),
            [](const ClaimRule& a, const ClaimRule& b) { return a.id < b.id; });
}

}  // namespace gainsay::ruleset
