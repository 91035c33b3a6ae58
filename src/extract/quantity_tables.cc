#include "quantity_tables.h"

#include <algorithm>

#include "lexicon.h"

namespace gainsay::extract {
namespace {

double tolerance_of(const ruleset::RuleSet& rules, const char* name, double fallback) {
  const auto found = rules.quantities.tolerance.find(name);
  return found == rules.quantities.tolerance.end() ? fallback : found->second;
}

}  // namespace

Tables::Tables(const ruleset::RuleSet& rules, std::vector<Error>& errors)
    : numbers(rules.quantities.numbers),
      nouns(rules.words),
      labels(rules, errors),
      units(rules.quantities.units),
      vague_words(rules.quantities.vague) {
  const Tolerance standard;
  tolerance.about = tolerance_of(rules, "about", standard.about);
  tolerance.about_two_figures =
      tolerance_of(rules, "about_two_figures", standard.about_two_figures);
  tolerance.about_three_figures =
      tolerance_of(rules, "about_three_figures", standard.about_three_figures);
  tolerance.nearly_hard = tolerance_of(rules, "nearly_hard", standard.nearly_hard);
  tolerance.nearly_pragmatic = tolerance_of(rules, "nearly_pragmatic", standard.nearly_pragmatic);
  tolerance.at_most_pragmatic =
      tolerance_of(rules, "at_most_pragmatic", standard.at_most_pragmatic);
  for (std::uint32_t i = 0; i < units.size(); ++i) {
    PhraseTable& table = units[i].prefix ? units_before : units_after;
    for (const std::string& form : units[i].forms)
      table.add(form, i, units[i].exact);
  }
  for (std::uint32_t i = 0; i < vague_words.size(); ++i)
    vague.add(vague_words[i].word, i);
  const auto add_hedge = [&](const std::string& words, const std::string& bound, bool before) {
    (before ? hedges_before : hedges_after).add(words, static_cast<std::uint32_t>(bounds.size()));
    bounds.push_back(bound);
  };
  for (const ruleset::HedgeWord& hedge : rules.quantities.hedges) {
    add_hedge(hedge.words, hedge.bound, hedge.position != "after");
  }
  for (const auto& [name, words] : rules.words) {
    for (const std::string& word : words)
      lists_.add(name, to_lower_ascii(word));
  }
  const auto words = [&](const char* name) {
    const auto found = rules.words.find(name);
    return found == rules.words.end() ? std::vector<std::string>() : found->second;
  };
  for (const std::string& phrase : words("exact_hedges"))
    add_hedge(phrase, "", true);
  for (const std::string& phrase : words("increment_before"))
    add_hedge(phrase, "+", true);
  const auto add_values = [&](const char* list, auto& into) {
    for (const std::string& pair : words(list)) {
      const std::size_t space = std::min(pair.find(' '), pair.size() - 1);
      if (const auto value = figure_value(pair.substr(space + 1))) {
        into[pair.substr(0, space)] = *value;
      }
    }
  };
  add_values("multiples", multiples);
  add_values("decades_of_life", decades);
  double value = 0;
  for (const std::string& word : words("ordinals"))
    ordinals[word] = ++value;
  value = 10;
  for (const std::string& word : words("ordinal_tens"))
    ordinals[word] = value += 10;
}

const ruleset::Unit* Tables::unit_named(std::string_view form, std::string_view dimension) const {
  const std::vector<Token> tokens = tokenize(form);
  const Tokenized in{form, tokens};
  for (const PhraseTable::Hit& hit : units_after.all_at(in, 0)) {
    const ruleset::Unit& unit = units[hit.payload];
    if (hit.length == in.size() && unit.dimension == dimension) return &unit;
  }
  return nullptr;
}

}  // namespace gainsay::extract
