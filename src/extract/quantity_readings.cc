// What an amount means where it stands: a year, an age, a share, a magnitude, a count.
#include <algorithm>

#include "quantity_scan.h"

namespace gainsay::extract {
// "6'", "4$", "2 x 4", "5 p", "one point one": what follows makes the figure part of something
// else.
bool QuantityScan::doubtful_after(const Amount& a) const {
  const WordKey after = in_.norm(a.last);
  if (a.unit != nullptr || after.empty()) return false;
  if (tables_.has("number_refused_after", after)) return true;
  if (!a.number.digits) return false;
  const bool letter = after.size() == 1 && after[0] >= 'b' && after[0] <= 'z' && after != "i";
  const bool symbol = in_.glued(a.last) && (after == "'" || tables_.units_before.at(in_, a.last));
  return letter || (symbol && !in_.word(a.last) && after != "\"");
}

// "1.000 people" is a thousand to some and one to others.
bool QuantityScan::doubtful_separator(const Amount& a) const {
  const WordKey figure = in_.norm(a.number_first);
  const std::size_t point = figure.find('.');
  return a.unit == nullptr && a.number.digits && a.number.scale == 1 && point > 0 && point < 4 &&
         point + 4 == figure.size() && figure[0] != '0';
}

// "#5", "'08", "under-15", "3.5.2"
bool QuantityScan::refused_by_neighbours(const Amount& a) const {
  const std::uint32_t i = a.first;
  if (doubtful_after(a) || (i > 0 && tables_.has("number_refused_before", in_.norm(i - 1)))) {
    return true;
  }
  const std::uint32_t comma = a.number_last;
  if (a.number.digits && in_.norm(comma) == "," && in_.glued(comma) && in_.glued(comma + 1) &&
      in_.tokens[comma + 1].kind == Token::Kind::kNumber) {
    return true;
  }
  if (i == 0 || i != a.number_first || !in_.glued(i)) return false;
  const WordKey before = in_.norm(i - 1);
  if (!a.number.digits) return false;
  if (before == "-") {
    return in_.glued(i - 1) && !tables_.has("casualty_states", in_.norm(a.last));
  }
  return before == "#" || before == "'" || before == "@" || before == "/" || before == "_" ||
         before == "=" || before == "." || before == ":" || before == "\\" || before == "*" ||
         before == ",";
}

bool QuantityScan::year(const Amount& a, bool hedged) const {
  const Number& n = a.number;
  const bool looks = n.digits && !n.comma && !n.decimal && n.scale == 1 &&
                     in_.norm(a.number_first).size() == 4 && n.value >= 1600 && n.value <= 2060;
  if (!looks || (a.unit != nullptr && a.unit->prefix)) return false;
  const WordKey before = in_.norm(a.first - 1);
  if (tables_.has("year_before", before)) return true;
  if (a.unit != nullptr || hedged) return false;
  const auto phrase = tables_.nouns.find(in_, a.last, false);
  if (!phrase || in_.capital(a.last)) return true;
  const bool round = n.granularity >= 100 && n.value != 2000;
  return !round && (before == "the" || tables_.nouns.unit(phrase->lemma) != "person");
}

// "one" is a number only where a singular noun or a casualty word says so.
bool QuantityScan::lone_one(const Amount& a, const Draft& d) const {
  if (a.number.value != 1 || a.unit != nullptr || a.range || a.number.digits) return false;
  if (tables_.has("one_refused_before", in_.norm(a.first - 1))) return true;
  if (!d.quantity.noun.empty()) {
    return tables_.has("one_refused_nouns", d.quantity.noun) ||
           (d.quantity.subset && d.quantity.unit != "person");
  }
  if (d.quantity.subset && tables_.numbers.parse(in_, a.last + 2)) return false;  // of the two
  if (tables_.has("one_bare_before", in_.norm(a.first - 1)) && in_.norm(a.last) != "of" &&
      in_.norm(a.last) != "another") {
    return false;
  }
  if (tables_.has("casualty_states", in_.norm(a.last))) return false;
  return !(d.hedged && !in_.word(a.last));
}

// "worth 1.7m": money of a currency that the text does not name.
bool QuantityScan::money_without_currency(const Amount& a, Draft& d) const {
  const Number& n = a.number;
  if (a.unit != nullptr || !n.digits || n.scale < 1e6 || in_.norm(a.first - 1) == "(") return false;
  const bool worth = in_.norm(a.first - 1) == "worth" || in_.norm(a.last) == "worth";
  if (!worth || tables_.nouns.find(in_, a.last, false)) return false;
  d.quantity.dimension = "money";
  return true;
}

// "52 votes to 48"
bool QuantityScan::score_of_votes(const Amount& a, Draft& d) const {
  if (!tables_.has("score_nouns", d.quantity.noun) || in_.norm(d.last) != "to") return false;
  const std::optional<Number> other = tables_.numbers.parse(in_, d.last + 1);
  if (!other || a.range || tables_.units_after.at(in_, other->last)) return false;
  d.last = other->last;
  return true;
}

// One of several numbers in a row ("five five two"), or part of a name ("GAD 67").
bool QuantityScan::in_a_list(const Amount& a) const {
  const auto number = [&](std::uint32_t i) {
    return i < in_.size() &&
           (in_.tokens[i].kind == Token::Kind::kNumber || tables_.numbers.parse(in_, i));
  };
  if (number(a.last) || (a.first > 0 && number(a.first - 1))) return true;
  if (!a.number.digits || a.first == 0 || !in_.word(a.first - 1)) return false;
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const std::string_view name = in_.surface(a.first - 1, a.first);
  const bool capitals = name.size() >= 2 && std::all_of(name.begin(), name.end(), upper);
  const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return capitals && !tables_.has("casualty_states", in_.norm(a.last)) &&
         std::any_of(in_.text.begin(),
                     in_.text.begin() + std::min<std::ptrdiff_t>(
                                            static_cast<std::ptrdiff_t>(in_.text.size()), 200),
                     lower);
}

// A long figure without separators counts nothing unless a unit or noun says so.
bool QuantityScan::identifier(const Amount& a) const {
  return a.unit == nullptr && a.number.digits && !a.number.comma && a.number.scale == 1 &&
         in_.norm(a.number_first).size() > 6 && !a.number.decimal &&
         !tables_.nouns.find(in_, a.last, false);
}

bool QuantityScan::negative(const Amount& a, Draft& d) const {
  if (a.first == 0) return false;
  const std::uint32_t i = a.first - 1;
  const bool sign = in_.norm(i) == "-" && in_.glued(a.first) && !in_.glued(i);
  const bool word = in_.norm(i) == "minus" || in_.norm(i) == "negative";
  if (!sign && !word) return false;
  const std::string& dimension = d.quantity.dimension;
  if (dimension != "temperature" && dimension != "percent") {
    d.refused = word || in_.glued(a.first);
    return d.refused;
  }
  std::swap(d.written.lo, d.written.hi);
  d.written.lo = -d.written.lo;
  d.written.hi = -d.written.hi;
  d.first = i;
  return true;
}

void QuantityScan::fraction_of_unit(Amount& a) const {
  if (!a.number.fraction || a.unit != nullptr) return;
  std::uint32_t at = a.last;
  if (in_.norm(at) == "of") ++at;
  if (in_.norm(at) != "a" && in_.norm(at) != "an") return;
  reader_.add_unit(a, at + 1);
}

bool QuantityScan::persons_at(std::uint32_t i) const {
  const auto noun = tables_.nouns.find(in_, i, false);
  return noun && tables_.nouns.unit(noun->lemma) == "person";
}

// "two-thirds of", "nearly half", "one in five", "three out of four"
bool QuantityScan::share(const Amount& a, Draft& d) const {
  if (a.unit != nullptr || a.range) return false;
  double part = 0;
  if (a.number.fraction) {
    const bool several =
        !a.number.digits && !a.number.indefinite && a.number.value != 0.75 && a.number.value > 0.5;
    const bool half_of_a_game = tables_.ordinals.contains(in_.norm(a.first - 1));
    const bool whole = a.number.value == 0.5 && tables_.has("partitive_words", in_.norm(a.last));
    if (half_of_a_game || (in_.norm(a.last) != "of" && !d.hedged && !several && !whole)) {
      d.refused = true;
      return true;
    }
    part = a.number.value;
  } else {
    const bool out_of = in_.norm(a.last) == "out" && in_.norm(a.last + 1) == "of";
    const bool in = in_.norm(a.last) == "in";
    if (!out_of && !in) return false;
    std::uint32_t at = a.last + (out_of ? 2 : 1);
    if (in_.norm(at) == "every") ++at;
    const std::optional<Number> whole =
        at < in_.size() && !masked_[at] ? tables_.numbers.parse(in_, at) : std::nullopt;
    if (!whole || whole->value <= a.number.value || whole->fraction || whole->value > 1000) {
      return false;
    }
    // "three in 10 nurses", not "three in 10 days"
    const bool several = in && a.number.value != 1;
    if (several && !persons_at(whole->last)) return false;
    part = a.number.value / whole->value;
    d.last = whole->last;
  }
  d.quantity.dimension = "percent";
  d.quantity.unit = "percent";
  d.written = {part * 100, part * 100, 0, false, false, 0, 0, false};
  return true;
}

// "a 6.1 earthquake", "the quake measured 6.1"
bool QuantityScan::magnitude(const Amount& a, Draft& d) const {
  const Number& n = a.number;
  if (!quake_ || a.unit != nullptr || !n.digits || !n.decimal || n.scale != 1 || n.value < 2 ||
      n.value >= 10) {
    return false;
  }
  std::uint32_t at = a.last;
  if (in_.hyphen(at)) ++at;
  bool found = tables_.has("magnitude_nouns", in_.norm(at));
  for (std::uint32_t i = a.first >= 4 ? a.first - 4 : 0; i < a.first; ++i) {
    found = found || tables_.has("magnitude_verbs", in_.norm(i));
  }
  if (!found) return false;
  d.quantity.dimension = d.quantity.unit = "magnitude";
  return true;
}

QuantityScan::Step QuantityScan::amount(std::uint32_t i) {
  std::optional<Amount> a = reader_.read(i);
  if (!a) return {};
  const auto from = masked_.begin() + a->number_first;
  if (a->refused ||
      std::find(from, masked_.begin() + a->number_last, true) != masked_.begin() + a->number_last) {
    return skip(a->last);
  }
  if (refused_by_neighbours(*a)) return skip(a->last);
  const bool bare_part = a->number.fraction && !a->number.digits && !a->number.indefinite &&
                         a->number_last == i + 1 && a->number.value != 0.5;
  if (bare_part) return {};
  fraction_of_unit(*a);
  Draft d = draft_of(*a);
  if (identifier(*a)) return skip(a->last);
  if (negative(*a, d)) {
    if (d.refused) return skip(a->last);
  } else {
    add_hedges(d, a->range);
  }
  if (year(*a, d.hedged)) return skip(a->last);
  if (!age(*a, d) && !share(*a, d) && !magnitude(*a, d) && !money_without_currency(*a, d) &&
      a->unit == nullptr) {
    add_hedge_after(d);
    add_noun(d, a->number.value == 1 && !a->range);
    if (score_of_votes(*a, d) || doubtful_separator(*a)) return skip(d.last);
    if (lone_one(*a, d) || (!d.hedged && d.quantity.noun.empty() && in_a_list(*a))) {
      return skip(a->last);
    }
  }
  if (d.refused && a->number.fraction && a->number.indefinite) return {};  // "a third man"
  if (!d.refused) {
    add_hedge_after(d);
    if (d.quantity.dimension != "age") add_rate(d);
    mark_subset(d);
  }
  return finish(d);
}

}  // namespace gainsay::extract
