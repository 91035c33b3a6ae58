// Quantities that are words rather than figures: none, both, dozens, twice, "a year after".
#include <algorithm>

#include "quantity_scan.h"

namespace gainsay::extract {

QuantityScan::Step QuantityScan::zero(std::uint32_t i) {
  const WordKey norm = in_.norm(i);
  Draft d;
  d.first = d.number_first = i;
  d.number_last = d.last = i + 1;
  d.quantity.dimension = "count";
  const bool no = norm == "no" && !in_.hyphen(i + 1);
  if (norm == "nobody" || norm == "none") {
    if (norm == "nobody") d.quantity.unit = "person";
    add_partitive(d);
    d.quantity.subset = false;
    return finish(d);
  }
  const std::uint32_t one = i + (no ? 1 : 2);
  if (norm == "no" && in_.norm(one) == "one" && !masked_[one]) {
    d.number_last = d.last = one + 1;
    d.quantity.unit = "person";
    return finish(d);
  }
  const bool again = norm == "or" && zero_end_ == i && i > 0;
  if (!no && norm != "without" && !again) return {};
  if (norm == "without" && in_.norm(i + 1) == "any") ++d.last;
  if (again) ++d.first;
  const auto phrase = tables_.nouns.find(in_, d.last, false);
  if (!phrase || !tables_.has("zero_nouns", phrase->lemma)) return {};
  set_noun(d, *phrase);
  zero_end_ = d.last;
  return finish(d);
}

// "several hundred", "tens of thousands of troops", "many others"
QuantityScan::Step QuantityScan::vague(std::uint32_t i) {
  const PhraseTable::Hit hit = tables_.vague.at(in_, i);
  if (!hit) return {};
  const ruleset::VagueWord& word = tables_.vague_words[hit.payload];
  Amount a;
  a.first = a.number_first = i;
  a.last = i + hit.length;
  const double by = word.scalable ? vague_scale(a.last) : 1;
  a.number_last = a.last;
  a.number.scale = by;
  a.written.vague = true;
  a.written.open = word.open;
  a.written.lo = a.written.hi = word.lo * by;
  a.written.pragmatic_lo = word.pragmatic_lo * by;
  a.written.pragmatic_hi = word.pragmatic_hi * by;
  const bool of = in_.norm(a.last) == "of";
  const std::uint32_t noun = of || tables_.has("increment_after", in_.norm(a.last)) ? 1 : 0;
  const bool counts_more = noun != 0 && !of;
  if (!word.open) reader_.add_unit(a, a.last + noun);
  if (a.refused) return skip(a.last);
  Draft d = draft_of(a);
  d.quantity.increment = counts_more && a.unit != nullptr;
  if (a.unit == nullptr && !vague_noun(d, of, word.needs_noun)) return {};
  add_rate(d);
  add_hedges(d, false);
  mark_subset(d);
  return finish(d);
}

// The scale word at `at`, which moves behind it; 1 where there is none.
double QuantityScan::vague_scale(std::uint32_t& last) const {
  const std::uint32_t at = in_.norm(last) == "of" ? last + 1 : last;
  const bool of = in_.norm(at - 1) == "of";
  double by = in_.word(at) ? tables_.numbers.scale(in_.norm(at)) : 0;
  if (const PhraseTable::Hit next = tables_.vague.at(in_, at); by == 0 && next && of) {
    by = tables_.vague_words[next.payload].lo;
  }
  if (by < 10) return 1;
  last = at + 1;
  return by;
}

bool QuantityScan::vague_noun(Draft& d, bool of, bool needed) const {
  const std::uint32_t last = d.last;
  if (needed && !of) {
    if (d.first > 0 && tables_.has("vague_refused_before", in_.norm(d.first - 1))) return false;
    if (tables_.numbers.parse(in_, last)) return false;
  }
  if (add_partitive(d)) return !needed || !d.quantity.noun.empty();
  if (of) ++d.last;
  add_noun(d, false);
  if (of && d.quantity.noun.empty()) d.last = last;
  if (!needed || !d.quantity.noun.empty()) return true;
  const std::uint32_t state = tables_.has("forms_of_be", in_.norm(last)) ? last + 1 : last;
  return tables_.has("casualty_states", in_.norm(state)) || stands_for_noun(d.first, last);
}

// "four men, some dressed as women"
bool QuantityScan::stands_for_noun(std::uint32_t first, std::uint32_t last) const {
  if (first == 0 || in_.capital(first)) return false;
  const WordKey before = in_.norm(first - 1);
  if (in_.word(first - 1) && before != "and") return false;
  const std::uint32_t verb = in_.norm(last).ends_with("ly") ? last + 1 : last;
  return tables_.has("guises", in_.norm(verb));
}

// "both men", "wounding both"; not "both men and women"
QuantityScan::Step QuantityScan::both(std::uint32_t i) const {
  if (in_.norm(i) != "both") return {};
  Draft d;
  d.first = d.number_first = i;
  d.last = d.number_last = i + 1;
  d.written.lo = d.written.hi = 2;
  d.quantity.dimension = "count";
  std::uint32_t noun = i + 1;
  if (in_.norm(noun) == "of") ++noun;
  if (noun < in_.size() && tables_.has("partitive_words", in_.norm(noun))) ++noun;
  if (const auto phrase = tables_.nouns.find(in_, noun, false)) {
    const bool pair = in_.norm(phrase->last) == "and" || phrase->modifiers.find("and") == 0;
    if (pair || tables_.has("both_refused_nouns", phrase->lemma)) return {};
    set_noun(d, *phrase);
    return finish(d);
  }
  const std::uint32_t state = tables_.has("forms_of_be", in_.norm(i + 1)) ? i + 2 : i + 1;
  const bool hurt = i > 0 && tables_.has("one_bare_before", in_.norm(i - 1));
  const bool ends = !in_.word(i + 1) || in_.norm(i + 1) == "and";
  if (tables_.has("casualty_states", in_.norm(state)) || (hurt && ends)) return finish(d);
  return {};
}

// "a single bullet", "a lone gunman"
QuantityScan::Step QuantityScan::lone(std::uint32_t i) const {
  if ((in_.norm(i) != "a" && in_.norm(i) != "an") || !tables_.has("lone_words", in_.norm(i + 1))) {
    return {};
  }
  Draft d;
  d.first = i;
  d.number_first = i + 1;
  d.last = d.number_last = i + 2;
  d.written.lo = d.written.hi = 1;
  d.quantity.dimension = "count";
  const auto phrase = tables_.nouns.find(in_, i + 2, true);
  if (!phrase || tables_.has("lone_refused_nouns", phrase->lemma)) return {};
  set_noun(d, *phrase);
  return finish(d);
}

// "two killed and another wounded"
QuantityScan::Step QuantityScan::another(std::uint32_t i) const {
  if (in_.norm(i) != "another") return {};
  const std::uint32_t state = tables_.has("forms_of_be", in_.norm(i + 1)) ? i + 2 : i + 1;
  if (!tables_.has("casualty_states", in_.norm(state)) || in_.norm(state) == "held") return {};
  Draft d;
  d.first = d.number_first = i;
  d.last = d.number_last = i + 1;
  d.written.lo = d.written.hi = 1;
  d.quantity.dimension = "count";
  d.quantity.unit = "person";
  d.quantity.increment = true;
  return finish(d);
}

// "twice", "tripled", "a threefold rise"
QuantityScan::Step QuantityScan::multiple(std::uint32_t i) const {
  const WordKey norm = in_.norm(i);
  std::optional<double> value;
  if (const auto found = tables_.multiples.find(norm); found != tables_.multiples.end()) {
    value = found->second;
  }
  constexpr std::string_view kFold = "fold";
  if (norm.size() > kFold.size() && norm.ends_with(kFold)) {
    value = tables_.numbers.word(norm.substr(0, norm.size() - kFold.size()));
  }
  if (!value) return {};
  Draft d;
  d.first = d.number_first = i;
  d.last = d.number_last = i + 1;
  d.written.lo = d.written.hi = *value;
  const bool frequency = norm.ends_with("ce") && !tables_.has("multiple_after", in_.norm(i + 1));
  d.quantity.dimension = frequency ? "count" : "multiple";
  d.quantity.unit = frequency ? "time" : "multiple";
  if (frequency) d.quantity.noun = "time";
  add_hedges(d, false);
  return finish(d);
}

// "days later", "for weeks": two or more.
QuantityScan::Step QuantityScan::bare_duration(std::uint32_t i) const {
  if (!in_.norm(i).ends_with('s')) return {};
  const PhraseTable::Hit hit = tables_.units_after.at(in_, i);
  if (!hit || tables_.units[hit.payload].dimension != "duration") return {};
  const ruleset::Unit& unit = tables_.units[hit.payload];
  const WordKey before = in_.norm(i - 1);
  const WordKey after = in_.norm(i + hit.length);
  const bool opened = tables_.has("a_unit_after", after) && !in_.hyphen(i - 1) &&
                      !tables_.has("determiners", before) && before != "of";
  const bool led = tables_.has("bare_unit_before", before) &&
                   (!in_.word(i + hit.length) || tables_.has("bare_unit_end", after));
  if (!opened && !led) return {};
  Draft d;
  d.first = d.number_first = i;
  d.last = d.number_last = i + hit.length;
  d.written.vague = true;
  d.written.lo = d.written.hi = 1;
  d.written.pragmatic_lo = 2;
  d.written.pragmatic_hi = 10;
  d.quantity.dimension = unit.dimension;
  d.quantity.unit = unit.name;
  d.quantity.as_written = in_.surface(i, i + hit.length);
  d.factor = unit.factor;
  add_hedges(d, false);
  return finish(d);
}

// "an hour and a half", "a year after"
QuantityScan::Step QuantityScan::article(std::uint32_t i) {
  if (in_.norm(i) != "a" && in_.norm(i) != "an") return {};
  Amount a;
  a.first = a.number_first = i;
  a.number_last = a.last = i + 1;
  a.number.value = 1;
  a.number.indefinite = true;
  a.written.lo = a.written.hi = 1;
  if (!reader_.add_unit(a, i + 1) || a.refused || a.unit == nullptr) return {};
  if (a.unit->dimension != "duration" || a.factor < 3600 || a.joined) return {};
  const std::uint32_t plain = a.last;
  reader_.add_smaller_units(a);
  Draft d = draft_of(a);
  add_hedges(d, false);
  if (a.last == plain && !d.hedged && !tables_.has("a_unit_before", in_.norm(i - 1)) &&
      !tables_.has("a_unit_after", in_.norm(a.last))) {
    return {};
  }
  return finish(d);
}

// "a weeklong strike", "month-long talks"
QuantityScan::Step QuantityScan::long_unit(std::uint32_t i) const {
  constexpr std::string_view kLong = "long";
  const std::string_view norm = in_.norm(i);
  const bool joined = in_.hyphen(i + 1) && in_.norm(i + 2) == kLong;
  if (!joined && (norm.size() <= kLong.size() || !norm.ends_with(kLong))) return {};
  const std::string_view word = joined ? norm : norm.substr(0, norm.size() - kLong.size());
  const ruleset::Unit* unit = tables_.unit_named(word, "duration");
  if (unit == nullptr || unit->factor < 60 || (i > 0 && in_.norm(i - 1) == "-")) return {};
  Draft d;
  d.first = d.number_first = i;
  d.last = d.number_last = joined ? i + 3 : i + 1;
  d.written.lo = d.written.hi = 1;
  d.quantity.dimension = unit->dimension;
  d.quantity.unit = unit->name;
  d.quantity.as_written = word;
  d.factor = unit->factor;
  add_hedges(d, false);
  return finish(d);
}

}  // namespace gainsay::extract
