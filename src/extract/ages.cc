// Ages: "10-year-old", "Smith, 60,", "in his 40s", "children under 5".
#include <algorithm>
#include <cmath>

#include "quantity_scan.h"

namespace gainsay::extract {
namespace {

constexpr double kSecondsPerYear = 31556952.0;  // the mean Gregorian year
constexpr double kOldest = 115;

bool plausible(const Amount& a) {
  const Number& n = a.number;
  return a.unit == nullptr && !a.range && !n.decimal && !n.fraction && !n.comma && n.scale == 1 &&
         n.value >= 1 && n.value <= kOldest;
}

}  // namespace

bool QuantityScan::age(const Amount& a, Draft& d) const {
  if (a.unit != nullptr && a.unit->dimension == "duration") {
    const std::uint32_t at = in_.hyphen(a.last) ? a.last + 1 : a.last;
    const WordKey word = in_.norm(at);
    const bool of_age = word == "of" && in_.norm(at + 1) == "age";
    if (word != "old" && word != "olds" && !of_age) return false;
    d.factor = a.factor / kSecondsPerYear;
    d.last = of_age ? at + 2 : at + 1;
  } else if (plausible(a) && a.number.digits && in_.norm(a.last) == "yo") {
    d.last = a.last + 1;
  } else if (!plausible(a) ||
             !(age_in_apposition(a) || age_said_of(a, d) || age_limit(a, d) || age_in_list(a))) {
    return false;
  }
  d.quantity.dimension = "age";
  d.quantity.unit = "year";
  return true;
}

// "Ana Holt, 45, said", "Juan Holt Jr., 45, said", "a man, 34, was held", "Ana Holt, 45 and"
bool QuantityScan::age_in_apposition(const Amount& a) const {
  if (!a.number.digits || a.first < 2 || in_.norm(a.first - 1) != ",") return false;
  std::uint32_t name = a.first - 2;
  if (in_.norm(name) == "." && name > 0) --name;
  if (!in_.word(name) || masked_[name]) return false;
  const WordKey word = in_.norm(name);
  if (tables_.nouns.person(tables_.nouns.lemma(word)) && !in_.capital(name)) {
    return !in_.word(a.last);
  }
  if (!in_.capital(name) || tables_.has("date_months", word) || tables_.nouns.stops(word)) {
    return false;
  }
  const WordKey after = in_.norm(a.last);
  if (after == "," || after == "." || after == ";" || after == "--") return true;
  const bool full_name = name > 0 && in_.capital(name - 1);
  if (after == "and") return full_name && in_.capital(a.last + 1);
  return full_name && (after.empty() || after == ")" || tables_.has("age_closers", after));
}

// "she was 81.", "who turned 40 on Friday"
bool QuantityScan::age_said_of(const Amount& a, const Draft& d) const {
  if (d.first < 2 || (in_.word(a.last) && !tables_.has("age_after", in_.norm(a.last))))
    return false;
  std::uint32_t verb = d.first - 1;
  if (tables_.has("age_adverbs", in_.norm(verb))) --verb;
  if (tables_.has("age_verbs", in_.norm(verb))) return true;
  return verb > 0 && tables_.has("forms_of_be", in_.norm(verb)) &&
         tables_.has("person_pronouns", in_.norm(verb - 1));
}

// "children under 5", "people over 65"
bool QuantityScan::age_limit(const Amount& a, const Draft& d) const {
  if (d.first == 0 || d.first + 1 != a.first || !tables_.has("age_limits", in_.norm(d.first))) {
    return false;
  }
  return tables_.nouns.person(tables_.nouns.lemma(in_.norm(d.first - 1))) &&
         !tables_.nouns.find(in_, a.last, false);
}

// "aged 12 and 14"
bool QuantityScan::age_in_list(const Amount& a) const {
  if (tags_.empty() || tags_.back().quantity.dimension != "age" || in_.word(a.last)) return false;
  if (tags_.back().number_last != tags_.back().last) return false;
  const std::uint32_t gap = a.first - tags_.back().last;
  const WordKey link = in_.norm(tags_.back().last);
  return gap == 1 && (link == "and" || link == "or" || link == ",");
}

// "a 50-something man", "thirtysomethings"
QuantityScan::Step QuantityScan::something_old(std::uint32_t i) const {
  constexpr std::string_view kSomething = "something";
  const bool joined = in_.hyphen(i + 1) && in_.glued(i + 1);
  const std::uint32_t last = joined ? i + 3 : i + 1;
  std::string_view tail = in_.norm(last - 1);
  const bool plural = tail.ends_with('s');
  if (plural) tail.remove_suffix(1);
  if (!tail.ends_with(kSomething) || (joined && tail != kSomething)) return {};
  const std::string_view figure =
      joined ? std::string_view(in_.norm(i)) : tail.substr(0, tail.size() - kSomething.size());
  std::optional<double> value = tables_.numbers.word(figure);
  if (!value) value = figure_value(figure);
  if (!value || *value < 20 || *value > 99) return {};
  if (!plural) {
    const auto noun = tables_.nouns.find(in_, last, true);
    const auto nouns = noun ? noun : tables_.nouns.find(in_, last, false);
    if (!nouns || !tables_.nouns.person(nouns->lemma)) return {};
  }
  Draft d;
  d.first = d.number_first = i;
  d.last = d.number_last = last;
  d.quantity.dimension = "age";
  d.quantity.unit = "year";
  d.written.lo = *value;
  d.written.hi = (std::floor(*value / 10) + 1) * 10;
  d.written.hi_open = true;
  return finish(d);
}

// "in his 40s", "in her early thirties", "over-65s"
QuantityScan::Step QuantityScan::decade_of_life(std::uint32_t i) const {
  std::optional<double> value = figure_before(in_.norm(i), "s");
  if (const auto found = tables_.decades.find(in_.norm(i)); found != tables_.decades.end()) {
    value = found->second;
  }
  if (!value || *value < 2 || *value > kOldest) return {};
  Draft d;
  d.first = d.number_first = i;
  d.last = d.number_last = i + 1;
  d.quantity.dimension = "age";
  d.quantity.unit = "year";
  const std::uint32_t limit = i > 1 && in_.hyphen(i - 1) ? i - 2 : i - 1;
  if (i > 0 && tables_.has("age_limits", in_.norm(limit))) {
    d.written.lo = d.written.hi = *value;
    d.hedge.add(tables_.bounds[tables_.hedges_before.at(in_, limit).payload]);
    d.first = limit;
    return finish(d);
  }
  bool person = false;
  for (std::uint32_t k = i >= 4 ? i - 4 : 0; k < i; ++k) {
    person = person || tables_.has("possessives", in_.norm(k));
  }
  if (!person || *value < 10 || *value > 90) return skip(i + 1);
  d.written.lo = *value;
  d.written.hi = *value + 10;
  d.written.hi_open = true;
  return finish(d);
}

}  // namespace gainsay::extract
