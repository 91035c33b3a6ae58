#include "amounts.h"

#include <algorithm>

namespace gainsay::extract {
namespace {

Written point(const Number& n) {
  return {n.value, n.value, n.granularity, false, false, 0, 0, false};
}

bool is_foot(const ruleset::Unit& unit) {
  return unit.dimension == "length" && unit.factor > 0.304 && unit.factor < 0.305;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

void AmountReader::use(Amount& a, const ruleset::Unit& unit) const {
  a.unit = &unit;
  a.factor = unit.factor;
  a.offset = unit.offset;
}

// "R26 million", "USD34.6m": letters and figure are one token.
std::optional<Amount> AmountReader::glued_prefix(std::uint32_t first) const {
  if (!in_.word(first)) return std::nullopt;
  const std::string_view surface = in_.surface(first, first + 1);
  std::size_t letters = 0;
  while (letters < surface.size() && is_letter(surface[letters]))
    ++letters;
  std::size_t end = letters;
  while (end < surface.size() && !is_letter(surface[end]))
    ++end;
  if (letters == 0 || letters > 3 || end == letters) return std::nullopt;
  const std::string prefix(surface.substr(0, letters));
  const std::vector<Token> tokens = tokenize(prefix);
  const PhraseTable::Hit hit = tables_.units_before.at({prefix, tokens}, 0);
  const std::optional<double> value = figure_value(surface.substr(letters, end - letters));
  if (!hit || !value) return std::nullopt;
  const std::string& dimension = tables_.units[hit.payload].dimension;
  const bool magnitude = dimension == "magnitude" && *value >= 2 && *value < 10;
  if (dimension != "money" && !magnitude) return std::nullopt;
  double scale = end < surface.size() ? tables_.numbers.scale(in_.norm(first).substr(end)) : 1;
  std::uint32_t last = first + 1;
  if (end == surface.size()) {
    const std::uint32_t at = in_.hyphen(last) ? last + 1 : last;
    const double by = tables_.numbers.scale(in_.norm(at));
    if (by > 0 && in_.norm(at).size() > 1) {
      scale = by;
      last = at + 1;
    } else if (magnitude) {
      scale = 1;
    } else if (letters < 2 || (prefix[0] >= 'a' && prefix[0] <= 'z')) {
      return std::nullopt;
    }
  }
  if (scale == 0) return std::nullopt;
  Amount a;
  a.first = a.number_first = first;
  a.last = a.number_last = last;
  a.number.first = first;
  a.number.last = last;
  a.number.value = *value * scale;
  a.number.mantissa = *value;
  a.number.scale = scale;
  a.number.digits = a.number.comma = true;
  a.written = point(a.number);
  a.as_written = prefix;
  use(a, tables_.units[hit.payload]);
  return a;
}

std::optional<Amount> AmountReader::single(std::uint32_t first) const {
  if (std::optional<Amount> a = glued_prefix(first)) return a;
  Amount a;
  a.first = first;
  std::uint32_t at = first;
  if (const PhraseTable::Hit hit = tables_.units_before.at(in_, first)) {
    at = first + hit.length;
    if (in_.hyphen(at) && in_.glued(at)) ++at;
    if (const PhraseTable::Hit hedge = tables_.hedges_before.at(in_, at)) {
      a.hedge = tables_.bounds[hedge.payload];
      at += hedge.length;
    }
    const std::optional<Number> n = tables_.numbers.parse(in_, at);
    if (n && !n->fraction && !n->indefinite) {
      use(a, tables_.units[hit.payload]);
      a.as_written = in_.surface(first, first + hit.length);
    } else {
      return std::nullopt;
    }
  }
  std::optional<Number> n = tables_.numbers.parse(in_, at);
  if (!n) return std::nullopt;
  // "$200MM" and "12mm": a scale that is also a unit needs a currency before it.
  if (a.unit == nullptr && n->scale > 1 && tables_.units_after.at(in_, n->last - 1)) {
    const double by = tables_.numbers.scale(in_.norm(--n->last));
    n->scale /= by;
    n->value /= by;
  }
  a.number = *n;
  a.number_first = n->first;
  a.last = a.number_last = n->last;
  a.written = point(*n);
  return a;
}

bool AmountReader::cue_before(ListName list, std::uint32_t first) const {
  for (std::uint32_t i = first >= 5 ? first - 5 : 0; i < first; ++i) {
    if (tables_.has(list, in_.norm(i))) return true;
  }
  return false;
}

const ruleset::Unit* AmountReader::choose(const std::vector<PhraseTable::Hit>& hits,
                                          const Amount& amount) const {
  const auto same = [&](const PhraseTable::Hit& h) { return h.payload == hits.front().payload; };
  if (std::all_of(hits.begin(), hits.end(), same)) return &tables_.units[hits.front().payload];
  const ruleset::Unit* cued = nullptr;
  for (const PhraseTable::Hit& hit : hits) {
    const ruleset::Unit& unit = tables_.units[hit.payload];
    const std::string cues = "cues_" + unit.dimension;
    bool found = tables_.has(cues, in_.norm(amount.number_last + hit.length)) ||
                 cue_before(cues, amount.first) ||
                 (unit.dimension == "money" && amount.number.scale >= 1e6);
    if (unit.dimension == "mass" && in_.hyphen(amount.number_last)) found = true;
    if (!found) continue;
    if (cued != nullptr) return nullptr;
    cued = &unit;
  }
  return cued;
}

// A unit of one letter touches its figure. Spaced hyphens are a tokeniser's; a range has them too.
bool AmountReader::unit_stands(const Amount& a, std::uint32_t at, std::uint32_t length,
                               bool joined) const {
  const std::string_view surface = in_.surface(at, at + length);
  const bool letter = surface.size() == 1 && is_letter(surface[0]);
  if (letter && (joined || !in_.glued(at))) {
    return !joined && in_.capital(at) && a.number.digits && cue_before("cues_temperature", a.first);
  }
  if (joined && !in_.glued(at - 1) && in_.glued(at) == in_.glued(at - 1)) {
    return a.number.value == 1 || !surface.ends_with('s');
  }
  return true;
}

bool AmountReader::add_unit(Amount& a, std::uint32_t i) const {
  std::uint32_t at = i;
  const bool more = tables_.has("increment_after", in_.norm(at));
  if (more || tables_.has("unit_adjectives", in_.norm(at))) ++at;
  const bool joined = at == i && in_.norm(at) == "-" && (in_.hyphen(at) || in_.glued(at + 1));
  if (joined) ++at;
  const std::vector<PhraseTable::Hit> hits = tables_.units_after.all_at(in_, at);
  if (hits.empty()) return false;
  if (!unit_stands(a, at, hits.front().length, joined)) {
    a.refused = !joined && in_.capital(at) && a.number.digits;  // "104 F"
    return a.refused;
  }
  const std::string_view surface = in_.surface(at, at + hits.front().length);
  const ruleset::Unit* unit = choose(hits, a);
  if (unit == nullptr) {
    a.last = at + hits.front().length;
    a.refused = true;
    return true;
  }
  if (a.unit != nullptr) {
    const bool age = a.unit->dimension == "age" && unit->dimension == "duration";
    if (a.unit->dimension != unit->dimension && !age) return false;
    a.last = at + hits.front().length;
    if (age) a.factor = unit->factor / 31556952.0;
    return true;
  }
  if (at != i && !joined && unit->dimension != "duration") return false;
  a.increment = more;
  use(a, *unit);
  a.joined = joined;
  a.as_written = surface;
  a.last = at + hits.front().length;
  return true;
}

// "104 F" is known, "3D" and "4x4" are not.
void AmountReader::refuse_glued_letters(Amount& a) const {
  const std::uint32_t i = a.number_last;
  if (a.last == i && in_.word(i) && in_.glued(i) && a.number.digits && in_.norm(i)[0] != '\'') {
    a.refused = true;
    a.last = i + 1;
  }
}

// "80m" is a million only where something says so.
void AmountReader::settle_letter_scale(Amount& a) const {
  if (!a.number.letter_scale || (a.unit != nullptr && a.unit->dimension == "money")) return;
  if (a.unit == nullptr && tables_.nouns.find(in_, a.last, false)) return;
  const bool length = in_.norm(a.number_last - 1) == "m" && a.unit == nullptr && !a.range;
  if (in_.norm(a.first - 1) == "worth") return;
  bool cued = tables_.has("cues_length", in_.norm(a.last));
  for (std::uint32_t i = a.first >= 3 ? a.first - 3 : 0; i < a.first; ++i) {
    cued = cued || tables_.has("cues_length", in_.norm(i));
  }
  const std::vector<Token> word = tokenize("metres");
  const PhraseTable::Hit unit = tables_.units_after.at({"metres", word}, 0);
  if (!length || !cued || !unit) {
    a.refused = true;
    return;
  }
  a.number.scale = 1;
  a.number.value = a.number.mantissa;
  a.written = {a.number.mantissa, a.number.mantissa, 0, false, false, 0, 0, false};
  a.as_written = "m";
  use(a, tables_.units[unit.payload]);
}

// "rose from 12 to 19" is no range; "from 20 to 30 homes burned" is one.
bool AmountReader::change_before(std::uint32_t first) const {
  const bool from = in_.norm(first - 1) == "from";
  if (from && tables_.has("range_verbs", in_.norm(first - 2))) return false;
  const std::uint32_t reach = from ? 8 : 4;
  for (std::uint32_t i = first >= reach ? first - reach : 0; i < first; ++i) {
    if (tables_.has("change_verbs", in_.norm(i))) return true;
  }
  return false;
}

// "won by 20 to 13", "voted 48 to 52"
bool AmountReader::score_before(std::uint32_t first) const {
  for (std::uint32_t i = first >= 2 ? first - 2 : 0; i < first; ++i) {
    if (tables_.has("score_before", in_.norm(i))) return true;
  }
  return false;
}

bool AmountReader::score_allowed(const Amount& a, const Amount& b) const {
  if (b.unit != nullptr || a.unit != nullptr || a.number.scale > 1 || b.number.scale > 1) {
    return true;
  }
  if (in_.hyphen(b.last) || tables_.nouns.find(in_, b.last, false)) return true;
  const double gap = b.number.value - a.number.value;
  return a.number.value >= 10 && gap >= 2 && in_.norm(b.last) == "of";
}

void AmountReader::join(Amount& a, const Amount& b) const {
  if (a.number.scale == 1 && b.number.scale > 1 && a.number.value < b.number.mantissa) {
    a.written.lo *= b.number.scale;
  }
  const ruleset::Unit* unit = b.unit != nullptr ? b.unit : a.unit;
  const double lo = a.written.lo * (a.unit != nullptr ? a.factor : b.factor);
  const double hi = b.written.hi * (b.unit != nullptr ? b.factor : a.factor);
  const double shared = b.unit != nullptr ? b.factor : a.factor;
  a.written.lo = lo / shared;
  a.written.hi = hi / shared;
  a.written.granularity = 0;
  a.range = true;
  if (unit != nullptr) {
    a.offset = unit->offset;
    if (a.unit == nullptr) a.as_written = b.as_written;
  }
  a.factor = shared;
  a.unit = unit;
  a.joined = b.joined;
  a.last = b.last;
  a.number_last = b.number_last;
}

// "5- to 7-year-olds", "two- or three-day"
bool AmountReader::hanging_hyphen(std::uint32_t i) const {
  return in_.norm(i) == "-" && in_.glued(i) && !in_.glued(i + 1) && in_.word(i + 1);
}

void AmountReader::borrow_unit(Amount& a) const {
  if (a.unit != nullptr || a.range || a.number.fraction || a.number.letter_scale) return;
  const std::uint32_t link = hanging_hyphen(a.last) ? a.last + 1 : a.last;
  if (in_.norm(link) != "and" && in_.norm(link) != "or") return;
  std::optional<Amount> b = single(link + 1);
  if (!b || b->unit != nullptr || b->number.fraction || b->number.indefinite) return;
  if (!add_unit(*b, b->last) || b->refused || b->increment) return;
  if (b->number.digits != a.number.digits) return;
  if (b->unit->dimension == "duration" && tables_.has("a_unit_after", in_.norm(b->last))) return;
  use(a, *b->unit);
  a.as_written = b->as_written;
  a.last = link;
}

void AmountReader::add_range(Amount& a) const {
  const std::uint32_t link = hanging_hyphen(a.last) ? a.last + 1 : a.last;
  const WordKey word = in_.norm(link);
  const bool dash = word == "-" && (in_.hyphen(link) || a.number.digits);
  const bool to = word == "to" || word == "or" || (word == "--" && a.number.digits);
  const bool between = word == "and" && (in_.norm(a.first - 1) == "between" ||
                                         in_.norm(a.number_first - 1) == "between");
  if (!dash && !to && !between) return;
  if (a.number.fraction && !dash) return;
  std::optional<Amount> b = single(link + 1);
  if (!b || b->number.fraction || b->number.indefinite) return;
  if (word == "to" && change_before(a.first)) return;
  add_unit(*b, b->last);
  const bool money = a.unit != nullptr && b->unit == nullptr && a.unit->prefix;
  if (a.unit != nullptr && !money && (b->unit == nullptr || b->unit->name != a.unit->name)) {
    return;
  }
  const bool figures = a.number.digits && b->number.digits;
  const std::uint32_t after = b->last;
  const bool again = in_.norm(after) == "-" && in_.glued(after) && figures && dash;
  const bool long_gap =
      dash && a.number.value < 10 && b->number.value >= 1000 && b->number.scale == 1;
  Amount joined = a;
  join(joined, *b);
  const bool descending = joined.written.lo >= joined.written.hi;
  if (word == "or" && descending) return;
  const bool score = word == "to" && b->unit == nullptr && score_before(a.first) &&
                     !tables_.nouns.find(in_, b->last, false);
  if (descending || score || again || long_gap || b->refused || (dash && !score_allowed(a, *b))) {
    if (!figures && !dash && !between) return;
    a.refused = true;
    a.last = again ? after + 1 : b->last;
    return;
  }
  a = joined;
}

// "6ft 2in", "6 ft. 2 in."
bool AmountReader::inches_follow(const Number& n, const ruleset::Unit& feet) const {
  if (!is_foot(feet) || !n.digits || n.value >= 12 || in_.norm(n.last) != "in") return false;
  return in_.glued(n.last) || (in_.norm(n.last + 1) == "." && in_.glued(n.last + 1));
}

// 5'10"
std::optional<Amount> AmountReader::feet_and_inches(std::uint32_t first) const {
  if (in_.norm(first + 1) != "'" || in_.norm(first + 3) != "\"") return std::nullopt;
  const std::optional<double> feet = figure_value(in_.norm(first));
  const std::optional<double> inches = figure_value(in_.norm(first + 2));
  if (!feet || !inches || *feet < 2 || *feet > 8 || *inches > 11) return std::nullopt;
  for (std::uint32_t i = first + 1; i < first + 4; ++i) {
    if (!in_.glued(i)) return std::nullopt;
  }
  const ruleset::Unit* unit = tables_.unit_named("foot", "length");
  if (unit == nullptr) return std::nullopt;
  Amount a;
  a.first = a.number_first = first;
  a.last = a.number_last = first + 4;
  a.number.value = *feet + *inches / 12;
  a.number.digits = true;
  a.written.lo = a.written.hi = a.number.value;
  a.as_written = "'";
  use(a, *unit);
  return a;
}

void AmountReader::add_smaller_units(Amount& a) const {
  if (a.unit == nullptr || a.range || a.refused) return;
  if (a.unit->dimension != "duration" && a.unit->dimension != "length") return;
  const ruleset::Unit* last_unit = a.unit;
  double total = a.written.lo * a.factor;
  bool compound = false;
  for (int count = 0; count < 3; ++count) {
    std::uint32_t i = a.last;
    const bool foot = in_.hyphen(i) && in_.glued(i) && a.joined && a.unit->dimension == "length";
    const bool comma = in_.norm(i) == ",";
    if (foot || in_.norm(i) == "and" || comma) ++i;
    const std::optional<Number> n = tables_.numbers.parse(in_, i);
    if (!n) break;
    if (n->fraction && in_.norm(a.last) == "and") {
      if (!n->indefinite || (n->value != 0.5 && n->value != 0.25)) break;
      total += n->value * last_unit->factor;
      a.last = n->last;
      compound = true;
      break;
    }
    if (inches_follow(*n, *last_unit)) {
      total += n->value * last_unit->factor / 12;
      a.last = n->last + (in_.norm(n->last + 1) == "." && in_.glued(n->last + 1) ? 2 : 1);
      compound = true;
      break;
    }
    Amount next;
    next.number = *n;
    next.first = n->first;
    next.last = next.number_last = n->last;
    if (foot && n->digits && n->value < 12) {
      total += n->value * last_unit->factor / 12;
      a.last = n->last;
      compound = true;
      break;
    }
    if (!add_unit(next, next.last) || next.refused || next.unit == nullptr ||
        next.unit->name != a.unit->name || next.factor >= last_unit->factor) {
      break;
    }
    // "an hour, 55 minutes" says it twice; "two hours, ten minutes" does not.
    if (comma && a.number.indefinite && in_.norm(next.last) != "and") break;
    total += n->value * next.factor;
    last_unit = next.unit;
    a.last = next.last;
    compound = true;
  }
  if (!compound) return;
  a.written = {total, total, 0, false, false, 0, 0, false};
  a.factor = 1;
}

std::optional<Amount> AmountReader::read(std::uint32_t first) const {
  if (std::optional<Amount> a = feet_and_inches(first)) return a;
  std::optional<Amount> a = single(first);
  if (!a) return a;
  add_unit(*a, a->last);
  if (a->refused) return a;
  add_range(*a);
  if (a->refused) return a;
  settle_letter_scale(*a);
  refuse_glued_letters(*a);
  add_smaller_units(*a);
  borrow_unit(*a);
  return a;
}

}  // namespace gainsay::extract
