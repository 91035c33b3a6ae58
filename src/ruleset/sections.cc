#include "sections.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

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

/// Reads a list of maps under a key: calls `read` with a view of each.
template <class Read>
auto maps(std::string_view key, std::string_view what, const Read& read) {
  return [=](const Source& source, const Yaml& list) {
    read_list(source, list, key, [&](const Source& inner, const Yaml& item) {
      MapView map(inner, item, what);
      read(map, item);
      map.finish();
    });
  };
}

void read_vague_word(MapView& map, const Source& source, const Yaml& item, VagueWord& word) {
  map.need_text("word", word.word);
  map.need_number("lo", word.lo);
  map.need_number("hi", word.hi);
  if (word.lo > word.hi) source.fail(item, "\"lo\" is above \"hi\"");
  word.pragmatic_lo = word.lo;
  word.pragmatic_hi = word.hi;
  map.read("pragmatic", [&](const Source& inner, const Yaml& narrow) {
    if (read_pair(inner, narrow, "pragmatic", word.pragmatic_lo, word.pragmatic_hi) &&
        (word.pragmatic_lo < word.lo || word.pragmatic_hi > word.hi)) {
      inner.fail(narrow, "\"pragmatic\" reaches outside [lo, hi]");
    }
  });
  map.flag("scalable", word.scalable);
  map.flag("open", word.open);
  map.flag("needs_noun", word.needs_noun);
}

/// Reads numbers under free names.
auto named_numbers(std::string_view what, std::map<std::string, double>& out) {
  return [what, &out](const Source& source, const Yaml& node) {
    read_entries(source, node, what, [&](const Source& inner, const Yaml& key, const Yaml& value) {
      double number = 0;
      if (read_number(inner, value, key.text, number)) out[key.text] = number;
    });
  };
}

}  // namespace

void read_abbreviations(const Source& source, RuleSet& rules) {
  MapView map(source, source.root, "the file of abbreviations");
  map.need_texts("abbreviations", rules.abbreviations);
  map.finish();
}

void read_furniture(const Source& source, RuleSet& rules) {
  MapView file(source, source.root, "the file of furniture");
  file.need("furniture", maps("furniture", "a furniture rule", [&](MapView& map, const Yaml& item) {
              FurnitureRule rule;
              map.text("begin", rule.begin);
              map.text("end", rule.end);
              map.text("pattern", rule.pattern);
              if (map.find("begin") == nullptr && map.find("pattern") == nullptr) {
                source.fail(item, "a furniture rule needs \"begin\" or \"pattern\"");
              }
              rules.furniture.push_back(std::move(rule));
            }));
  file.finish();
}

void read_numbers(const Source& source, RuleSet& rules) {
  static const auto kKinds =
      names(std::array<std::string_view, 6>{"unit", "teen", "ten", "scale", "fraction", "vague"});
  MapView file(source, source.root, "the file of numbers");
  Once numbers(source);
  file.read("numbers", maps("numbers", "a number word", [&](MapView& map, const Yaml& item) {
              NumberWord word;
              map.need_text("word", word.word);
              map.need_number("value", word.value);
              map.need_choice("kind", kKinds, word.kind);
              numbers.check(item, word.word);
              rules.quantities.numbers.push_back(std::move(word));
            }));
  Once vague(source);
  file.read("vague", maps("vague", "a vague word", [&](MapView& map, const Yaml& item) {
              VagueWord word;
              read_vague_word(map, source, item, word);
              vague.check(item, word.word);
              rules.quantities.vague.push_back(std::move(word));
            }));
  file.finish();
}

void read_hedges(const Source& source, RuleSet& rules) {
  static const auto kPositions = names(std::array<std::string_view, 2>{"before", "after"});
  static const auto kBounds = names(std::array<std::string_view, 6>{
      "at-least", "more-than", "at-most", "less-than", "about", "nearly"});
  MapView file(source, source.root, "the file of hedges");
  file.read(
      "hedges", maps("hedges", "a hedge", [&](MapView& map, const Yaml& /*item*/) {
        HedgeWord hedge;
        std::vector<std::string> words;
        map.need("words", [&](const Source& inner, const Yaml& node) {
          read_either(
              inner, node, node.kind == Yaml::Kind::kList,
              [&](const Source& s, const Yaml& list) { words = read_texts(s, list, "words"); },
              [&](const Source& s, const Yaml& text) {
                if (read_text(s, text, "words", hedge.words)) words = {hedge.words};
              });
        });
        map.need_choice("position", kPositions, hedge.position);
        map.need_choice("bound", kBounds, hedge.bound);
        for (std::string& word : words)
          rules.quantities.hedges.push_back({std::move(word), hedge.position, hedge.bound});
      }));
  file.read("tolerance", named_numbers("tolerance", rules.quantities.tolerance));
  file.finish();
}

void read_units(const Source& source, RuleSet& rules) {
  MapView file(source, source.root, "the file of units");
  file.need("units", maps("units", "a unit", [&](MapView& map, const Yaml& item) {
              Unit unit;
              map.need_text("name", unit.name);
              map.need_text("dimension", unit.dimension);
              map.number("factor", unit.factor);
              map.number("offset", unit.offset);
              map.need_texts("forms", unit.forms);
              map.flag("prefix", unit.prefix);
              map.flag("exact", unit.exact);
              if (unit.factor == 0) source.fail(item, "\"factor\" must not be 0");
              rules.quantities.units.push_back(std::move(unit));
            }));
  file.finish();
}

void read_labels(const Source& source, RuleSet& rules) {
  MapView file(source, source.root, "the file of labels");
  file.texts("label_words_before", rules.quantities.label_words_before);
  file.texts("label_patterns", rules.quantities.label_patterns);
  file.finish();
}

void read_gates(const Source& source, RuleSet& rules) {
  MapView file(source, source.root, "the file of gates");
  file.read("numbers", named_numbers("numbers", rules.judge.numbers));
  file.read("families", [&](const Source& inner, const Yaml& node) {
    read_entries(inner, node, "families", [&](const Source& s, const Yaml& key, const Yaml& value) {
      rules.judge.families[key.text] = read_texts(s, value, key.text);
    });
  });
  file.finish();
}

}  // namespace gainsay::ruleset
