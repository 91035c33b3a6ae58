#include "number_parser.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace gainsay::extract {
namespace {

constexpr std::uint32_t kLongestNumber =
    12;  // tokens; "nine hundred and ninety-nine million" has 7

double last_place(double value) {
  double place = 1;
  while (place < 1e15 && std::fmod(value, place * 10) == 0)
    place *= 10;
  return place;
}

// The place of the last significant digit, 0 when the number is not round.
double granularity(const Number& n) {
  if (n.value <= 0 || n.fraction) return 0;
  if (n.decimal && n.scale < 10) return 0;
  const double whole = std::round(n.value);
  if (std::abs(whole - n.value) > 1e-6) return 0;
  const double place = last_place(whole);
  return place >= 10 ? place : 0;
}

}  // namespace

std::optional<double> figure_value(std::string_view norm) {
  std::string plain;
  for (const char c : norm) {
    if (c == ',') continue;
    if (c != '.' && (c < '0' || c > '9')) return std::nullopt;
    plain.push_back(c);
  }
  const std::size_t whole = std::min(plain.find('.'), plain.size());
  if (plain.empty() || plain.size() > 16 || whole > 15) return std::nullopt;
  if (whole > 1 && plain[0] == '0') return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (error != std::errc() || end != plain.data() + plain.size()) return std::nullopt;
  return value;
}

NumberParser::NumberParser(const std::vector<ruleset::NumberWord>& words) {
  for (const ruleset::NumberWord& w : words) {
    const Kind kind = w.kind == "unit"    ? Kind::kUnit
                      : w.kind == "teen"  ? Kind::kTeen
                      : w.kind == "ten"   ? Kind::kTen
                      : w.kind == "scale" ? Kind::kScale
                                          : Kind::kFraction;
    words_[w.word] = Word{w.value, kind};
  }
}

const NumberParser::Word* NumberParser::find(const WordKey& norm) const {
  const auto found = words_.find(norm);
  return found == words_.end() ? nullptr : &found->second;
}

bool NumberParser::is(const Tokenized& in, std::uint32_t i, Kind kind) const {
  const Word* w = find(in.norm(i));
  return w != nullptr && w->kind == kind;
}

double NumberParser::scale(const WordKey& norm) const {
  const Word* w = find(norm);
  return w != nullptr && w->kind == Kind::kScale ? w->value : 0;
}

std::optional<double> NumberParser::word(const WordKey& norm) const {
  const Word* w = find(norm);
  if (w == nullptr || w->kind == Kind::kFraction || norm.size() < 3) return std::nullopt;
  return w->value;
}

std::optional<Number> NumberParser::parse(const Tokenized& in, std::uint32_t first) const {
  if (first >= in.size()) return std::nullopt;
  Number n;
  n.first = n.last = first;
  n.indefinite = in.norm(first) == "a" || in.norm(first) == "an";
  const bool found = in.tokens[first].kind == Token::Kind::kNumber
                         ? parse_digits(in, n)
                         : parse_fraction(in, n) || parse_words(in, n);
  if (!found || n.last - n.first > kLongestNumber || !std::isfinite(n.value)) return std::nullopt;
  if (n.value > 1e18) return std::nullopt;
  n.granularity = granularity(n);
  return n;
}

// "1/2", "1\/2", "½"
bool NumberParser::slash_fraction(const Tokenized& in, std::uint32_t i, double& value,
                                  std::uint32_t& last) const {
  if (i < in.size() && in.tokens[i].kind == Token::Kind::kNumber && is(in, i, Kind::kFraction)) {
    value = find(in.norm(i))->value;
    last = i + 1;
    return true;
  }
  std::uint32_t slash = i + 1;
  if (in.norm(slash) == "\\") ++slash;
  if (in.norm(slash) != "/" || !in.glued(slash) || !in.glued(slash + 1)) return false;
  const std::optional<double> top = figure_value(in.norm(i));
  const std::optional<double> bottom = figure_value(in.norm(slash + 1));
  if (!top || !bottom || *top < 1 || *top >= *bottom || *bottom > 16) return false;
  constexpr double kDenominators[] = {2, 3, 4, 5, 8, 10, 16};
  if (std::find(std::begin(kDenominators), std::end(kDenominators), *bottom) ==
      std::end(kDenominators)) {
    return false;
  }
  if (in.norm(slash + 2) == "/") return false;
  value = *top / *bottom;
  last = slash + 2;
  return true;
}

bool NumberParser::parse_digits(const Tokenized& in, Number& n) const {
  n.digits = true;
  double part = 0;
  if (slash_fraction(in, n.first, part, n.last)) {
    n.value = n.mantissa = part;
    n.fraction = true;
    return true;
  }
  const WordKey norm = in.norm(n.first);
  const std::optional<double> value = figure_value(norm);
  if (!value || in.norm(n.first + 1) == "/") return false;
  n.value = n.mantissa = *value;
  n.decimal = norm.find('.') != std::string_view::npos;
  n.comma = norm.find(',') != std::string_view::npos;
  n.last = n.first + 1;
  const std::uint32_t after = in.hyphen(n.last) && in.glued(n.last) ? n.last + 1 : n.last;
  if (!n.decimal && n.value < 1000 && slash_fraction(in, after, part, n.last)) {
    n.value = n.mantissa = *value + part;
    n.decimal = true;
  } else {
    add_half(in, n);
  }
  add_scale(in, n);
  return true;
}

// "two AND A HALF"
void NumberParser::add_half(const Tokenized& in, Number& n) const {
  const std::uint32_t i = n.last;
  if (in.norm(i) != "and" || !is(in, i + 2, Kind::kFraction)) return;
  const bool a = in.norm(i + 1) == "a";
  const bool one = in.norm(i + 1) == "one";
  if (!a && !one) return;
  n.value += find(in.norm(i + 2))->value * n.scale;
  n.mantissa += find(in.norm(i + 2))->value;
  n.decimal = true;
  n.last = i + 3;
}

void NumberParser::add_scale(const Tokenized& in, Number& n) const {
  for (int count = 0; count < 2; ++count) {
    const std::uint32_t i = in.hyphen(n.last) ? n.last + 1 : n.last;
    const double by = in.word(i) ? scale(in.norm(i)) : 0;
    if (by == 0) break;
    if (by == 100 && n.mantissa >= 100) break;
    if (in.norm(i).size() == 1) {
      if (!in.glued(i) || i != n.last) break;
      n.letter_scale = true;
    }
    n.scale *= by;
    n.value *= by;
    n.last = i + 1;
  }
  if (n.scale > 1) add_half(in, n);
}

// "half a million", "two-thirds", "a quarter of a million", "a third"
bool NumberParser::parse_fraction(const Tokenized& in, Number& n) const {
  std::uint32_t i = n.first;
  double top = 1;
  const Word* w = find(in.norm(i));
  const bool counted = w != nullptr && w->kind == Kind::kUnit;
  if (counted) {
    top = w->value;
    i = in.hyphen(i + 1) ? i + 2 : i + 1;
  } else if (n.indefinite) {
    ++i;
  }
  if (!is(in, i, Kind::kFraction)) return false;
  const double part = find(in.norm(i))->value;
  if (top * part >= 1 || part == 0) return false;
  // "three fifth graders", "his fifth point"
  const bool alone = !counted && !n.indefinite && in.norm(i + 1) != "of";
  if ((top > 1 || alone) && in.norm(i).ends_with("th")) return false;
  n.value = n.mantissa = top * part;
  n.fraction = true;
  n.last = i + 1;
  std::uint32_t j = n.last;
  if (in.hyphen(j) && in.glued(j)) ++j;
  if (in.norm(j) == "of" && in.norm(j + 1) == "a") ++j;
  if (in.norm(j) == "a") ++j;
  if (const double by = scale(in.norm(j)); by > 1 && in.norm(j).size() > 1) {
    n.scale = by;
    n.value *= by;
    n.fraction = false;
    n.decimal = true;
    n.last = j + 1;
  }
  return true;
}

bool NumberParser::parse_words(const Tokenized& in, Number& n) const {
  std::uint32_t i = n.first;
  if (n.indefinite) {
    if (scale(in.norm(++i)) == 0 || in.norm(i).size() == 1) return false;
  }
  double total = 0;
  double current = 0;
  double step = 1e30;  // each further word must be smaller than the last
  bool any = false;
  bool scaled = false;
  n.last = n.first;
  while (i < in.size() && i - n.first <= kLongestNumber) {
    std::uint32_t at = i;
    if (any && in.hyphen(at) && in.glued(at)) ++at;
    if (any && at == i && in.norm(at) == "and" && scaled) ++at;
    const bool after_and = at != i && in.norm(i) == "and";
    const Word* w = in.word(at) ? find(in.norm(at)) : nullptr;
    if (w == nullptr || w->kind == Kind::kFraction) break;
    if (w->kind == Kind::kScale) {
      if (after_and || (in.norm(at).size() <= 2)) break;
      if (!any && !n.indefinite) break;
      if (w->value == 100) {
        if (current >= 100) break;
        current = (any ? current : 1) * 100;
        step = 100;
      } else {
        current = (any && current > 0 ? current : (any ? 0 : 1)) * w->value;
        if (current == 0) break;
        total += current;
        current = 0;
        step = w->value;
      }
      n.scale = w->value;
      scaled = true;
    } else {
      const double size = w->kind == Kind::kTen ? 100 : w->kind == Kind::kTeen ? 20 : 10;
      if (any && (size > step || (w->kind != Kind::kUnit && step < 100))) break;
      if (any && w->kind == Kind::kTeen && step < 100) break;
      if (after_and && step < 100) break;
      current += w->value;
      step = w->kind == Kind::kTen ? 10 : 1;
      n.scale = 1;
    }
    any = true;
    n.last = at + 1;
    i = n.last;
  }
  if (!any) return false;
  n.value = total + current;
  n.mantissa = n.value / n.scale;
  const bool plain = n.scale == 1;
  add_half(in, n);
  if (plain && n.decimal) add_scale(in, n);
  return true;
}

}  // namespace gainsay::extract
