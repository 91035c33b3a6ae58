#include "quantity_scan.h"

#include <algorithm>

namespace gainsay::extract {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The figure in "81st" or "40s"; none for other words.
std::optional<double> figure_before(std::string_view norm, std::string_view tail) {
  if (norm.size() <= tail.size() || !is_digit(norm[0])) return std::nullopt;
  if (norm.substr(norm.size() - tail.size()) != tail) return std::nullopt;
  return figure_value(norm.substr(0, norm.size() - tail.size()));
}

}  // namespace

QuantityScan::QuantityScan(const Tables& tables, const Tokenized& in)
    : tables_(tables),
      in_(in),
      reader_(tables, in),
      masked_(tables.labels.mask(in, tables.numbers)) {
  for (const Token& token : in.tokens) {
    quake_ = quake_ || tables.has("magnitude_nouns", token.norm);
  }
}

std::vector<QuantityTag> QuantityScan::run() {
  std::vector<QuantityTag> tags;
  for (std::uint32_t i = 0; i < in_.size();) {
    Step s = masked_[i] ? Step{} : step(i);
    if (s.tag) {
      floor_ = s.tag->last;
      tags.push_back(std::move(*s.tag));
    }
    i = std::max(i + 1, s.next);
  }
  return tags;
}

QuantityScan::Step QuantityScan::step(std::uint32_t i) {
  if (Step s = zero(i); s.next != 0) return s;
  if (Step s = vague(i); s.next != 0) return s;
  if (Step s = decade_of_life(i); s.next != 0) return s;
  if (Step s = amount(i); s.next != 0) return s;
  if (Step s = ordinal(i); s.next != 0) return s;
  return article(i);
}

QuantityScan::Step QuantityScan::finish(Draft d) const {
  if (d.refused) return skip(d.last);
  set_bounds(d.quantity, d.written, d.hedge, tables_.tolerance);
  convert(d.quantity, d.factor, d.offset);
  QuantityTag tag;
  tag.first = d.first;
  tag.last = d.last;
  tag.number_first = d.number_first;
  tag.number_last = d.number_last;
  tag.quantity = std::move(d.quantity);
  return {std::move(tag), d.last};
}

QuantityScan::Draft QuantityScan::draft_of(const Amount& a) const {
  Draft d;
  d.first = a.first;
  d.last = a.last;
  d.number_first = a.number_first;
  d.number_last = a.number_last;
  d.written = a.written;
  d.factor = a.factor;
  d.offset = a.offset;
  d.quantity.dimension = a.unit != nullptr ? a.unit->dimension : "count";
  d.quantity.unit = a.unit != nullptr ? a.unit->name : "";
  d.quantity.as_written = a.as_written;
  d.hedge.add(a.hedge);
  return d;
}

void QuantityScan::add_hedges(Draft& d, bool range) const {
  const bool duration = d.quantity.dimension == "duration";
  for (int count = 0; count < 4; ++count) {
    const std::uint32_t end = d.first;
    if (range && end > floor_ && in_.norm(end - 1) == "between") {
      d.first = end - 1;
      continue;
    }
    PhraseTable::Hit hit = tables_.hedges_before.before(in_, end, floor_);
    if (!hit && count == 0 && end > floor_ && in_.norm(end - 1) == "the") {
      hit = tables_.hedges_before.before(in_, end - 1, floor_);
      if (hit.length < 2) break;
      ++hit.length;
    }
    if (!hit || masked_[end - 1]) break;
    const std::string_view words = in_.norm(end - hit.length);
    if (duration && hit.length == 1 && tables_.has("duration_doubtful_hedges", words) &&
        !tables_.has("duration_hedge_before", in_.norm(end - 2))) {
      break;
    }
    const bool small = d.quantity.dimension == "count" && d.written.hi < 10 &&
                       in_.word(d.number_first) && hit.length == 1;
    if (small && tables_.has("doubtful_small_hedges", words)) break;
    const std::string& bound = tables_.bounds[hit.payload];
    if (bound == "+") d.quantity.increment = true;
    d.hedge.add(bound);
    d.hedged = true;
    d.first = end - hit.length;
  }
}

void QuantityScan::add_hedge_after(Draft& d) const {
  const PhraseTable::Hit hit = tables_.hedges_after.at(in_, d.last);
  if (!hit) return;
  d.hedge.add(tables_.bounds[hit.payload]);
  d.hedged = true;
  d.last += hit.length;
}

void QuantityScan::mark_subset(Draft& d) const {
  const std::uint32_t at = d.first;
  if (at == 0) return;
  const bool among = at >= 2 && tables_.has("subset_before_two", in_.norm(at - 2)) &&
                     tables_.has("partitive_words", in_.norm(at - 1));
  if (among || tables_.has("subset_before", in_.norm(at - 1))) d.quantity.subset = true;
}

void QuantityScan::set_noun(Draft& d, const NounPhrase& phrase) const {
  d.quantity.noun = phrase.lemma;
  d.quantity.unit = tables_.nouns.unit(phrase.lemma);
  d.quantity.modifiers = phrase.modifiers;
  d.last = phrase.last;
}

// "five-boat raid", "30,000-strong army"
bool QuantityScan::add_hyphenated_noun(Draft& d) const {
  if (!in_.hyphen(d.last) || !in_.glued(d.last) || !in_.word(d.last + 1)) return false;
  const std::string_view word = in_.norm(d.last + 1);
  if (word == "strong") {
    d.quantity.unit = "person";
    d.last += 2;
    return true;
  }
  const bool adjective = word.size() > 4 && word.substr(word.size() - 2) == "ed";
  if (adjective || d.written.lo == 1 || in_.hyphen(d.last + 2) || tables_.nouns.stops(word) ||
      tables_.has("hyphen_refused", word)) {
    d.refused = true;
    d.last += 2;
    return true;
  }
  d.last += 2;
  d.quantity.noun = tables_.nouns.lemma(word);
  d.quantity.unit = tables_.nouns.unit(d.quantity.noun);
  return true;
}

// "three of the skiffs", "10 of whom", "three of the five"
bool QuantityScan::add_partitive(Draft& d) const {
  if (in_.norm(d.last) != "of" || !tables_.has("partitive_words", in_.norm(d.last + 1))) {
    return false;
  }
  d.quantity.subset = true;
  if (tables_.numbers.parse(in_, d.last + 2)) return true;
  if (const auto phrase = tables_.nouns.find(in_, d.last + 2, false)) set_noun(d, *phrase);
  return true;
}

void QuantityScan::add_noun(Draft& d, bool one) const {
  if (add_hyphenated_noun(d) || add_partitive(d)) return;
  const std::string_view next = in_.norm(d.last);
  if (tables_.has("increment_after", next) && in_.norm(d.last + 1) != "than") {
    d.quantity.increment = true;
    ++d.last;
  }
  if (const auto phrase = tables_.nouns.find(in_, d.last, one)) set_noun(d, *phrase);
  if (d.quantity.noun.empty()) return;
  const std::string_view more = in_.norm(d.last);
  if (more == "more" && in_.norm(d.last + 1) != "than") {
    d.quantity.increment = true;
    ++d.last;
  }
}

// "$5 a share", "60 deaths per day"
void QuantityScan::add_rate(Draft& d) const {
  const std::string_view link = in_.norm(d.last);
  const std::uint32_t at = d.last + 1;
  const std::string_view base = in_.norm(at);
  const bool per =
      link == "per" && at < in_.size() && in_.tokens[at].kind != Token::Kind::kPunctuation;
  const bool a = (link == "a" || link == "an" || link == "each" || link == "every") &&
                 tables_.has("rate_bases", base) &&
                 !tables_.has("not_rate_after", in_.norm(at + 1));
  if (!per && !a) return;
  d.quantity.dimension = "rate";
  d.quantity.unit += "/" + tables_.nouns.lemma(base);
  d.last = at + 1;
}

QuantityScan::Step QuantityScan::zero(std::uint32_t i) {
  const std::string_view norm = in_.norm(i);
  Draft d;
  d.first = d.number_first = i;
  d.number_last = d.last = i + 1;
  d.quantity.dimension = "count";
  const bool no = norm == "no" && !in_.hyphen(i + 1);
  if (norm == "nobody" || norm == "none") {
    if (norm == "nobody") d.quantity.unit = d.quantity.noun = "person";
    add_partitive(d);
    d.quantity.subset = false;
    return finish(d);
  }
  const std::uint32_t one = i + (no ? 1 : 2);
  if (norm == "no" && in_.norm(one) == "one" && !masked_[one]) {
    d.number_last = d.last = one + 1;
    d.quantity.unit = d.quantity.noun = "person";
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

QuantityScan::Step QuantityScan::vague(std::uint32_t i) {
  const PhraseTable::Hit hit = tables_.vague.at(in_, i);
  if (!hit) return {};
  const ruleset::VagueWord& word = tables_.vague_words[hit.payload];
  Amount a;
  a.first = a.number_first = i;
  a.last = i + hit.length;
  double by = 1;
  if (word.scalable) {
    const std::uint32_t at = in_.norm(a.last) == "of" ? a.last + 1 : a.last;
    by = in_.word(at) ? tables_.numbers.scale(in_.norm(at)) : 0;
    const PhraseTable::Hit next = tables_.vague.at(in_, at);
    if (by == 0 && next && in_.norm(at - 1) == "of") {
      const double lo = tables_.vague_words[next.payload].lo;
      if (lo >= 10) by = lo;
    }
    if (by >= 10) a.last = at + 1;
    if (by < 10) by = 1;
  }
  a.number_last = a.last;
  a.number.scale = by;
  a.written = {word.lo * by,           word.lo * by,           0,    true,
               word.pragmatic_lo * by, word.pragmatic_hi * by, false};
  const bool of = in_.norm(a.last) == "of";
  reader_.add_unit(a, of ? a.last + 1 : a.last);
  if (a.refused) return skip(a.last);
  Draft d = draft_of(a);
  if (a.unit == nullptr) {
    if (!add_partitive(d)) {
      if (of) ++d.last;
      add_noun(d, false);
      if (of && d.quantity.noun.empty()) d.last = a.last;
    }
  }
  add_rate(d);
  add_hedges(d, false);
  mark_subset(d);
  return finish(d);
}

QuantityScan::Step QuantityScan::ordinal(std::uint32_t i) const {
  std::optional<double> value;
  const std::string_view norm = in_.norm(i);
  if (const auto found = tables_.ordinals.find(norm); found != tables_.ordinals.end()) {
    if (i > 0 && tables_.has("ordinal_before", in_.norm(i - 1))) value = found->second;
  }
  for (const char* tail : {"st", "nd", "rd", "th"}) {
    if (!value) value = figure_before(norm, tail);
  }
  if (!value || in_.hyphen(i + 1) || tables_.has("ordinal_refused_after", in_.norm(i + 1))) {
    return {};
  }
  Draft d;
  d.first = d.number_first = i;
  d.last = d.number_last = i + 1;
  d.written.lo = d.written.hi = *value;
  d.quantity.dimension = "ordinal";
  if (const auto phrase = tables_.nouns.find(in_, i + 1, true)) d.quantity.noun = phrase->lemma;
  return finish(d);
}

// "in his 40s"
QuantityScan::Step QuantityScan::decade_of_life(std::uint32_t i) const {
  const std::optional<double> value = figure_before(in_.norm(i), "s");
  if (!value || *value < 10 || *value > 90) return {};
  bool person = false;
  for (std::uint32_t k = i >= 4 ? i - 4 : 0; k < i; ++k) {
    person = person || tables_.has("possessives", in_.norm(k));
  }
  if (!person) return skip(i + 1);
  Draft d;
  d.first = d.number_first = i;
  d.last = d.number_last = i + 1;
  d.written.lo = *value;
  d.written.hi = *value + 10;
  d.written.hi_open = true;
  d.quantity.dimension = "age";
  d.quantity.unit = "year";
  return finish(d);
}

// "an hour and a half", "a year after"
QuantityScan::Step QuantityScan::article(std::uint32_t i) {
  if (in_.norm(i) != "a" && in_.norm(i) != "an") return {};
  Amount a;
  a.first = a.number_first = i;
  a.number_last = a.last = i + 1;
  a.number.value = 1;
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

}  // namespace gainsay::extract
