// "the fifth victim", "his 81st birthday", "wounding a third"
#include "quantity_scan.h"

namespace gainsay::extract {

// "wounding a third", "killed a fourth man": one more of them.
bool QuantityScan::one_more(std::uint32_t i) const {
  if (i < 2 || in_.norm(i - 1) != "a" || !tables_.ordinals.contains(in_.norm(i))) return false;
  const auto phrase = tables_.nouns.find(in_, i + 1, true);
  if (phrase) return tables_.nouns.person(phrase->lemma) && hurt_before(i - 1);
  return !in_.word(i + 1) || tables_.has("ordinal_ends", in_.norm(i + 1)) ? hurt_before(i - 1)
                                                                          : false;
}

bool QuantityScan::hurt_before(std::uint32_t i) const {
  for (std::uint32_t k = i > 2 ? i - 2 : 0; k < i; ++k) {
    if (tables_.has("one_bare_before", in_.norm(k)) && in_.norm(k) != "including") return true;
  }
  return false;
}

QuantityScan::Step QuantityScan::ordinal(std::uint32_t i) const {
  std::optional<double> value;
  const WordKey norm = in_.norm(i);
  bool figure = false;
  if (const auto found = tables_.ordinals.find(norm); found != tables_.ordinals.end()) {
    value = found->second;
  }
  for (const char* tail : {"st", "nd", "rd", "th"}) {
    if (value) break;
    value = figure_before(norm, tail);
    figure = value.has_value();
  }
  const bool first_of = in_.norm(i + 1) == "of";
  if (first_of && !tables_.has("partitive_words", in_.norm(i + 2)) &&
      !tables_.numbers.parse(in_, i + 2)) {
    return {};
  }
  if (!value || in_.hyphen(i + 1) || tables_.has("ordinal_refused_after", in_.norm(i + 1))) {
    return {};
  }
  Draft d;
  d.first = d.number_first = i;
  d.last = d.number_last = i + 1;
  d.written.lo = d.written.hi = *value;
  d.quantity.dimension = "ordinal";
  const bool led = i > 0 && tables_.has("ordinal_before", in_.norm(i - 1));
  const auto phrase = tables_.nouns.find(in_, i + 1, true);
  const bool opens = i == 0 && in_.capital(i) && phrase;
  if (!figure && !led && !opens) return {};
  if (one_more(i)) {
    d.first = i - 1;
    d.written.lo = d.written.hi = 1;
    d.quantity.dimension = "count";
    d.quantity.unit = "person";
    d.quantity.increment = true;
    if (phrase) set_noun(d, *phrase);
  } else if (phrase) {
    d.quantity.noun = phrase->lemma;
  } else if (i > 1 && in_.norm(i - 1) == "a" && tables_.has("bare_unit_before", in_.norm(i - 2))) {
    return skip(i + 1);  // "for a second"
  }
  return finish(d);
}

}  // namespace gainsay::extract
