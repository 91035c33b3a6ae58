#include "quantity_scan.h"

#include <algorithm>

namespace gainsay::extract {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::optional<double> figure_before(std::string_view norm, std::string_view tail) {
  if (norm.size() <= tail.size() || !is_digit(norm[0])) return std::nullopt;
  if (norm.substr(norm.size() - tail.size()) != tail) return std::nullopt;
  return figure_value(norm.substr(0, norm.size() - tail.size()));
}

QuantityScan::QuantityScan(const Tables& tables, const Tokenized& in)
    : tables_(tables),
      in_(in),
      reader_(tables, in),
      masked_(tables.labels.mask(in, tables.numbers)) {
  constexpr std::size_t kLongWord = 5;
  for (const Token& token : in.tokens) {
    quake_ = quake_ || tables.has("magnitude_nouns", token.key());
    headline_ = headline_ && (token.kind != Token::Kind::kWord || token.capital ||
                              token.norm.size() < kLongWord);
  }
}

std::vector<QuantityTag> QuantityScan::run() {
  for (std::uint32_t i = 0; i < in_.size();) {
    Step s = masked_[i] ? Step{} : step(i);
    if (s.tag) {
      floor_ = s.tag->last;
      tags_.push_back(std::move(*s.tag));
    }
    i = std::max(i + 1, s.next);
  }
  return std::move(tags_);
}

// "the Twelve Apostles", "the Gang of Four": a capital inside a sentence makes a name.
bool QuantityScan::name_word(std::uint32_t i) const {
  if (headline_ || i == 0 || !in_.capital(i) || !in_.word(i) || !in_.word(i - 1)) return false;
  if (in_.norm(i - 1) == "of" && in_.capital(i - 2)) return true;
  const bool opens = i == 1 && in_.norm(0) == "the";
  return in_.capital(i + 1) && (opens || !in_.capital(i - 1));
}

QuantityScan::Step QuantityScan::step(std::uint32_t i) {
  if (name_word(i) && (tables_.numbers.parse(in_, i) || tables_.ordinals.contains(in_.norm(i)))) {
    return skip(i + 1);
  }
  if (Step s = zero(i); s.next != 0) return s;
  if (Step s = vague(i); s.next != 0) return s;
  if (Step s = both(i); s.next != 0) return s;
  if (Step s = lone(i); s.next != 0) return s;
  if (Step s = another(i); s.next != 0) return s;
  if (Step s = multiple(i); s.next != 0) return s;
  if (Step s = decade_of_life(i); s.next != 0) return s;
  if (Step s = something_old(i); s.next != 0) return s;
  if (Step s = amount(i); s.next != 0) return s;
  if (Step s = ordinal(i); s.next != 0) return s;
  if (Step s = bare_duration(i); s.next != 0) return s;
  if (Step s = long_unit(i); s.next != 0) return s;
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
  d.quantity.increment = a.increment;
  d.hedge.add(a.hedge);
  return d;
}

void QuantityScan::add_hedges(Draft& d, bool range) const {
  const bool duration = d.quantity.dimension == "duration";
  for (int count = 0; count < 4; ++count) {
    const std::uint32_t end = d.first;
    if (range && end > floor_ && (in_.norm(end - 1) == "between" || in_.norm(end - 1) == "from")) {
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
    const WordKey words = in_.norm(end - hit.length);
    if (words == "up" && end > hit.length &&
        tables_.has("up_verbs", in_.norm(end - hit.length - 1)))
      break;  // "shot up to 80"
    if (duration && hit.length == 1 && tables_.has("duration_doubtful_hedges", words) &&
        !tables_.has("duration_hedge_before", in_.norm(end - 2)) &&
        !tables_.has("duration_hedge_after", in_.norm(d.last))) {
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
  // "$5 plus $2 in costs"
  const std::uint32_t next = d.last + hit.length;
  const bool sum = in_.norm(d.last) == "plus" &&
                   (tables_.units_before.at(in_, next) || tables_.numbers.parse(in_, next));
  if (sum) return;
  d.hedge.add(tables_.bounds[hit.payload]);
  d.hedged = true;
  d.last += hit.length;
}

void QuantityScan::mark_subset(Draft& d) const {
  const std::uint32_t at = d.first;
  if (at == 0) return;
  const bool rest = at >= 2 && tables_.has("remainder_before", in_.norm(at - 1)) &&
                    tables_.has("determiners", in_.norm(at - 2));
  const bool among = at >= 2 && tables_.has("subset_before_two", in_.norm(at - 2)) &&
                     tables_.has("partitive_words", in_.norm(at - 1));
  if (among || rest || tables_.has("subset_before", in_.norm(at - 1))) d.quantity.subset = true;
}

void QuantityScan::set_noun(Draft& d, const NounPhrase& phrase) const {
  d.quantity.noun = phrase.lemma;
  d.quantity.unit = tables_.nouns.unit(phrase.lemma);
  d.quantity.modifiers = phrase.modifiers;
  d.last = phrase.last;
}

// "five-boat raid", "30,000-strong army"
bool QuantityScan::add_hyphenated_noun(Draft& d) const {
  if (!in_.hyphen(d.last) || !in_.word(d.last + 1)) return false;
  const WordKey word = in_.norm(d.last + 1);
  if (word == "strong") {
    d.quantity.unit = "person";
    d.last += 2;
    return true;
  }
  if (!in_.glued(d.last)) return false;
  if (word == "fold") {
    d.quantity.dimension = d.quantity.unit = "multiple";
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
  if (in_.norm(d.last + 1) == "whom") d.quantity.unit = "person";
  if (tables_.numbers.parse(in_, d.last + 2)) return true;
  if (const auto phrase = tables_.nouns.find(in_, d.last + 2, false)) set_noun(d, *phrase);
  return true;
}

void QuantityScan::add_noun(Draft& d, bool one) const {
  if (add_hyphenated_noun(d) || add_partitive(d)) return;
  const WordKey next = in_.norm(d.last);
  if (tables_.has("increment_after", next) && in_.norm(d.last + 1) != "than") {
    d.quantity.increment = true;
    ++d.last;
  }
  if (const auto phrase = tables_.nouns.find(in_, d.last, one)) set_noun(d, *phrase);
  if (d.quantity.noun.empty() || times_as_many(d)) return;
  const WordKey more = in_.norm(d.last);
  if (more == "more" && in_.norm(d.last + 1) != "than") {
    d.quantity.increment = true;
    ++d.last;
  }
}

// "10 times as many"; "three times the day before" counts times.
bool QuantityScan::times_as_many(Draft& d) const {
  if (d.quantity.noun != "time" || !tables_.has("multiple_after", in_.norm(d.last))) return false;
  const bool article = in_.norm(d.last) == "the" && tables_.units_after.at(in_, d.last + 1);
  if (article || in_.norm(d.last + 1) == "night") return false;
  d.quantity.dimension = d.quantity.unit = "multiple";
  d.quantity.noun.clear();
  return true;
}

// "$5 a share", "60 deaths per day"
void QuantityScan::add_rate(Draft& d) const {
  const bool joined = in_.hyphen(d.last) && in_.glued(d.last) && in_.hyphen(d.last + 2);
  const WordKey link = in_.norm(joined ? d.last + 1 : d.last);
  const std::uint32_t at = d.last + (joined ? 3 : 1);
  const WordKey base = in_.norm(at);
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

}  // namespace gainsay::extract
