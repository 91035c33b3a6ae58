#include "claims.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "stance.h"

namespace gainsay::extract {
namespace {

constexpr double kFallbackConfidence = 0.5;

Span span_in(const Analysis& a, TokenRange at) {
  return {a.tokens[at.first].span.begin, a.tokens[at.last - 1].span.end};
}

std::string value_text(const Claim& claim) {
  if (!claim.value.quantity) return claim.value.label;
  const Quantity& q = *claim.value.quantity;
  return std::to_string(q.lo) + ' ' + std::to_string(q.hi) + ' ' + q.dimension + ' ' + q.unit +
         (q.approximate ? " ~" : "");
}

bool says_the_same(const Claim& x, const Claim& y) {
  return x.value == y.value && x.frame.subject == y.frame.subject && x.assertion == y.assertion;
}

// "Ten were killed": a rule for persons says what a bare number counts.
bool counts_persons(const ruleset::ClaimRule& rule) {
  return std::any_of(rule.patterns.begin(), rule.patterns.end(), [](const auto& pattern) {
    return pattern.expanded.find("Q/count/person/[^/ ]*|Q/count/-/-") != std::string::npos;
  });
}

}  // namespace

ClaimMaker::ClaimMaker(const std::vector<ruleset::ClaimRule>& rules, const Lexicon& lexicon,
                       const Matcher& matcher, const text::Document& document)
    : rules_(rules),
      lexicon_(lexicon),
      matcher_(matcher),
      document_(document),
      published_(document.metadata().published),
      frames_(lexicon),
      statements_(lexicon) {}

void ClaimMaker::read(std::vector<SentenceReading>&& passage) {
  for (const SentenceReading& reading : passage) {
    first_before_ = first_here_;
    first_here_ = claims_.size();
    rule_claims(reading);
    quote_claims(reading);
    before_ = &reading;
  }
  if (passage.empty()) return;
  last_ = std::move(passage.back());
  before_ = &last_;
}

std::vector<Claim> ClaimMaker::claims() && {
  settle_totals();
  return sorted();
}

// A claim is large, and there may be very many: each is moved once, to its place.
std::vector<Claim> ClaimMaker::sorted() {
  std::vector<std::size_t> order(claims_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t x, std::size_t y) {
    const Claim& a = claims_[x];
    const Claim& b = claims_[y];
    return std::tie(a.span, a.attribute) < std::tie(b.span, b.attribute);
  });
  for (std::size_t first = 0; first < order.size(); ++first) {
    std::size_t at = first;
    while (order[at] != first) {
      const std::size_t from = std::exchange(order[at], at);
      std::swap(claims_[at], claims_[from]);
      at = from;
    }
    order[at] = at;
  }
  return std::move(claims_);
}

void ClaimMaker::rule_claims(const SentenceReading& reading) {
  const std::vector<Match> matches = matcher_.match(reading.analysis);
  std::vector<const Match*> quantities;
  for (const Match& match : matches) {
    switch (rules_[match.rule].kind) {
      case ClaimKind::kQuantity:
        quantities.push_back(&match);
        break;
      case ClaimKind::kFact:
        fact_claim(reading, match);
        break;
      case ClaimKind::kStatement:
        statement_claim(reading, match);
        break;
      case ClaimKind::kQuote:
        break;  // QuoteReader finds them
    }
  }
  quantity_claims(reading, quantities);
}

void ClaimMaker::quantity_claims(const SentenceReading& reading,
                                 const std::vector<const Match*>& matches) {
  const Analysis& a = reading.analysis;
  std::map<std::uint32_t, const Match*> best;
  const auto better = [&](const Match& x, const Match& y) {
    const auto length = [](const Match& m) { return m.whole.last - m.whole.first; };
    const auto& rx = rules_[x.rule];
    const auto& ry = rules_[y.rule];
    if (rx.priority != ry.priority) return rx.priority > ry.priority;
    if (length(x) != length(y)) return length(x) > length(y);
    return rx.id < ry.id;
  };
  for (const Match* match : matches) {
    const UnitRange* value = match->group("value");
    if (value == nullptr) continue;
    const bool figure =
        std::any_of(a.units.begin() + value->first, a.units.begin() + value->last,
                    [](const Unit& unit) { return unit.kind == Unit::Kind::kQuantity; });
    if (!figure) person_claim(reading, *match);
    for (std::uint32_t u = value->first; u < value->last; ++u) {
      if (a.units[u].kind != Unit::Kind::kQuantity) continue;
      const Match*& slot = best[a.units[u].index];
      if (slot == nullptr || better(*match, *slot)) slot = match;
    }
  }
  std::vector<const Unit*> unread;
  for (const Unit& unit : a.units) {
    if (unit.kind != Unit::Kind::kQuantity) continue;
    const Quantity& q = a.quantities[unit.index].quantity;
    const TokenRange at{unit.first, unit.last};
    const auto found = best.find(unit.index);
    const bool counted = q.dimension == "count" && !q.noun.empty();
    const bool bare = q.dimension == "count" && q.unit.empty();
    if (found == best.end() && !counted) {
      unread.push_back(&unit);
      continue;
    }
    Claim claim = base(reading, at);
    claim.kind = ClaimKind::kQuantity;
    claim.value.quantity = q;
    if (found != best.end()) {
      const auto& rule = rules_[found->second->rule];
      claim.attribute = rule.attribute;
      claim.rule = rule.id;
      claim.confidence = rule.confidence;
      if (bare && counts_persons(rule)) claim.value.quantity->unit = "person";
      claim.frame = frames_.read(a, rule, *found->second, at, cue_at(reading, at), published_);
      assert_at(reading, at, &rule, claim);
    } else if (const Claim* whole = whole_of(q)) {
      claim.attribute = whole->attribute;
      claim.rule = whole->rule;
      claim.confidence = whole->confidence;
      claim.frame = whole->frame;
      claim.frame.population.clear();
      assert_at(reading, at, rule_named(claim.attribute), claim);
    } else {
      claim.attribute = "count:" + q.noun;
      claim.rule = "count";
      claim.confidence = kFallbackConfidence;
      claim.frame = frames_.around(a, at, cue_at(reading, at), published_);
      assert_at(reading, at, nullptr, claim);
    }
    if (claim.frame.population.empty()) claim.frame.population = frames_.population(q);
    if (claim.frame.population.empty()) claim.frame.population = frames_.wide_area(a, at);
    add(reading, std::move(claim));
  }
  for (const Unit* unit : unread) {
    other_of_change(reading, *unit);
    figure_of_before(reading, *unit);
  }
}

// "24 killed, including three children": a part counts what its whole counts.
const Claim* ClaimMaker::whole_of(const Quantity& part) const {
  if (!part.subset) return nullptr;
  const auto is_whole = [&](const Claim& claim) {
    const auto& q = claim.value.quantity;
    return q && !q->subset && q->dimension == part.dimension && q->unit == part.unit;
  };
  const auto behind = std::find_if(claims_.crbegin(), std::make_reverse_iterator(here()), is_whole);
  return behind == std::make_reverse_iterator(here()) ? nullptr : &*behind;
}

void ClaimMaker::person_claim(const SentenceReading& reading, const Match& match) {
  const Analysis& a = reading.analysis;
  const ruleset::ClaimRule& rule = rules_[match.rule];
  const TokenRange at = tokens_of(a, *match.group("value"));
  Claim claim = base(reading, at);
  Quantity q;
  q.lo = q.hi = 1;
  q.hard.lo = q.pragmatic.lo = 1;
  q.dimension = "count";
  q.unit = "person";
  q.noun = lexicon_.lemma(a.tokens[at.last - 1].norm);
  q.increment = a.tokens[at.first].norm == "another";
  claim.kind = ClaimKind::kQuantity;
  claim.value.quantity = q;
  claim.attribute = rule.attribute;
  claim.rule = rule.id;
  claim.confidence = rule.confidence / 2;
  claim.frame = frames_.read(a, rule, match, at, cue_at(reading, at), published_);
  assert_at(reading, at, &rule, claim);
  const auto same = [&](const Claim& other) {
    return other.span.overlaps(claim.span) && other.kind == claim.kind;
  };
  if (std::any_of(here(), claims_.cend(), same)) return;
  const bool lead = claim.zone == Zone::kHeadline || reading.sentence->index == 0;
  const bool singular = lexicon_.is("singular_auxiliaries", a.in().norm(at.last));
  if (lead && singular && !q.increment) totals_.push_back(claims_.size());
  add(reading, std::move(claim));
}

// "A man was killed": one, where the report begins so and gives no other figure; elsewhere one of
// perhaps more. Told again it is the same man; a woman or a figure is somebody else.
void ClaimMaker::settle_totals() {
  std::map<std::string, std::string> alone;  // what an attribute counts one of, and nothing else
  for (const std::size_t i : totals_)
    alone.emplace(claims_[i].attribute, claims_[i].value.quantity->noun);
  if (alone.empty()) return;
  for (const Claim& claim : claims_) {
    const auto& q = claim.value.quantity;
    const auto found = q ? alone.find(claim.attribute) : alone.end();
    if (found != alone.end() && (found->second != q->noun || q->hi != 1)) alone.erase(found);
  }
  for (const std::size_t i : totals_) {
    Quantity& q = *claims_[i].value.quantity;
    if (alone.contains(claims_[i].attribute)) q.hard.hi = q.pragmatic.hi = 1;
  }
}

std::string ClaimMaker::fact_label(const Analysis& a, const ruleset::ClaimRule& rule,
                                   const Match& match, TokenRange& at) const {
  const UnitRange* group = match.group("label");
  if (group == nullptr) group = match.group("value");
  if (group == nullptr) return rule.label;
  at = tokens_of(a, *group);
  std::string words;
  for (std::uint32_t u = group->first; u < group->last; ++u) {
    const Unit& unit = a.units[u];
    if (!words.empty()) words += ' ';
    if (unit.kind == Unit::Kind::kTime) {
      words += a.times[unit.index].value;
    } else if (unit.kind == Unit::Kind::kEntity &&
               a.mentions[unit.index].type != EntityType::kNationality) {
      words += to_lower_ascii(a.mentions[unit.index].name);
    } else {
      for (std::uint32_t t = unit.first; t < unit.last; ++t) {
        if (t > unit.first) words += ' ';
        words += a.tokens[t].norm;
      }
    }
  }
  std::replace(words.begin(), words.end(), '_', ' ');
  for (const auto& [label, forms] : rule.labels) {
    if (std::find(forms.begin(), forms.end(), words) != forms.end()) return label;
  }
  return rule.label.empty() ? words : rule.label;
}

void ClaimMaker::fact_claim(const SentenceReading& reading, const Match& match) {
  const Analysis& a = reading.analysis;
  const ruleset::ClaimRule& rule = rules_[match.rule];
  TokenRange at = tokens_of(a, match.whole);
  const std::string label = fact_label(a, rule, match, at);
  if (label.empty() || at.empty()) return;
  Claim claim = base(reading, rule.whole ? tokens_of(a, match.whole) : at);
  claim.kind = ClaimKind::kFact;
  claim.attribute = rule.attribute;
  claim.rule = rule.id;
  claim.confidence = rule.confidence;
  claim.value.label = label;
  claim.frame = frames_.read(a, rule, match, at, cue_at(reading, at), published_);
  assert_at(reading, at, &rule, claim);
  if (rule.per_subject && claim.frame.subject.empty()) {
    claim.frame.subject = frames_.only_person(a, claim.assertion.speaker);
  }
  const auto overlaps = [&](const Claim& other) {
    return other.attribute == claim.attribute && other.span.overlaps(claim.span);
  };
  const auto said = [&](std::size_t before) { return says_the_same(claims_[before], claim); };
  if (std::any_of(here(), claims_.cend(), overlaps)) return;
  std::vector<std::size_t>& told = told_[claim.attribute + ' ' + label];
  if (rule.once && std::ranges::any_of(told, said)) return;
  told.push_back(claims_.size());
  add(reading, std::move(claim));
}

void ClaimMaker::statement_claim(const SentenceReading& reading, const Match& match) {
  const Analysis& a = reading.analysis;
  const ruleset::ClaimRule& rule = rules_[match.rule];
  StatementDraft draft = statements_.read(a, match);
  if (draft.at.empty()) return;
  Claim claim = base(reading, draft.at);
  claim.kind = ClaimKind::kStatement;
  claim.attribute = rule.attribute;
  claim.rule = rule.id;
  claim.confidence = rule.confidence;
  claim.frame.event = rule.event;
  if (const UnitRange* subject = match.group("subject")) claim.frame.subject = name_at(a, *subject);
  // What excludes another statement does so at one time.
  if (rule.functional) {
    const Cue* cue = cue_at(reading, draft.at);
    claim.frame.time = frames_.read(a, rule, match, draft.at, cue, published_).time;
    claim.frame.ordinal = draft.which;
  }
  assert_at(reading, draft.at, &rule, claim);
  if (const UnitRange* speaker = match.group("speaker")) {
    claim.assertion.voice = Voice::kAttributed;
    claim.assertion.speaker = speaker_at(reading, *speaker);
    claim.assertion.cue = draft.cue;
    claim.assertion.modality = rule.modality;
  }
  const bool points_back = match.group("verb") == nullptr && match.group("label") == nullptr;
  if (points_back) {
    claim.denies = claim_antecedent(reading, draft.at.first, claim.assertion.quoted,
                                    claim.assertion.speaker, draft.label);
    if (!claim.denies) return;
  }
  if (draft.label.empty()) return;
  claim.value.label = draft.label;
  const auto same = [&](const Claim& other) {
    return other.span.overlaps(claim.span) && other.attribute == claim.attribute;
  };
  if (std::any_of(here(), claims_.cend(), same)) return;
  add(reading, std::move(claim));
}

std::optional<ClaimId> ClaimMaker::claim_antecedent(const SentenceReading& here, std::uint32_t end,
                                                    bool quoted, const std::string& denier,
                                                    std::string& label) {
  const SentenceReading* reading = &here;
  auto draft =
      quoted ? std::nullopt : statements_.antecedent(reading->analysis, reading->cues, end, denier);
  if (!draft && before_ != nullptr) {
    reading = before_;
    const auto size = static_cast<std::uint32_t>(reading->analysis.tokens.size());
    draft = statements_.antecedent(reading->analysis, reading->cues, size, denier);
  }
  if (!draft) return std::nullopt;
  Claim claim = base(*reading, draft->at);
  claim.kind = ClaimKind::kStatement;
  claim.attribute = "statement";
  const ruleset::ClaimRule* rule = rule_named(claim.attribute);
  claim.rule = rule == nullptr ? claim.attribute : rule->id;
  claim.confidence = rule == nullptr ? kFallbackConfidence : rule->confidence;
  claim.value.label = draft->label;
  claim.assertion.speaker = draft->speaker;
  claim.assertion.cue = draft->cue;
  claim.assertion.voice = draft->speaker.empty() ? Voice::kOutlet : Voice::kAttributed;
  label = draft->label;
  const auto same = std::find_if(before(), claims_.cend(), [&](const Claim& other) {
    return other.span == claim.span && other.attribute == claim.attribute;
  });
  if (same != claims_.cend()) return same->id;
  return add(*reading, std::move(claim));
}

void ClaimMaker::quote_claims(const SentenceReading& reading) {
  const ruleset::ClaimRule* rule = reading.quotes.empty() ? nullptr : rule_named("quote");
  for (const QuoteDraft& draft : reading.quotes) {
    Claim claim = base(reading, draft.at);
    const std::uint32_t offset = reading.sentence->in_block.begin;
    claim.span = document_.blocks()[reading.sentence->block].original(
        {draft.span.begin + offset, draft.span.end + offset});
    claim.text = std::string(document_.text(claim.span));
    claim.kind = ClaimKind::kQuote;
    claim.attribute = "quote";
    claim.rule = rule == nullptr ? claim.attribute : rule->id;
    claim.confidence = rule == nullptr ? kFallbackConfidence : rule->confidence;
    claim.value.label = draft.label;
    claim.assertion.quoted = true;
    claim.assertion.speaker = draft.speaker;
    claim.assertion.cue = draft.cue;
    claim.assertion.voice = draft.speaker.empty() ? Voice::kOutlet : Voice::kAttributed;
    add(reading, std::move(claim));
  }
}

Claim ClaimMaker::base(const SentenceReading& reading, TokenRange at) const {
  const std::uint32_t offset = reading.sentence->in_block.begin;
  const Span in_sentence = span_in(reading.analysis, at);
  Claim claim;
  claim.sentence = reading.sentence->index;
  claim.span = document_.blocks()[reading.sentence->block].original(
      {in_sentence.begin + offset, in_sentence.end + offset});
  claim.text = std::string(document_.text(claim.span));
  claim.zone = reading.sentence->zone;
  return claim;
}

std::string ClaimMaker::speaker_at(const SentenceReading& reading, UnitRange range) const {
  const Analysis& a = reading.analysis;
  const TokenRange at = tokens_of(a, range);
  if (lexicon_.is("pronouns", a.tokens[at.first].key())) {
    for (const Cue& cue : reading.cues) {
      if (cue.speaker_at.first == at.first) return cue.speaker;
    }
    return a.tokens[at.first].norm;
  }
  std::uint32_t first = range.first;
  for (std::uint32_t u = range.first; u + 1 < range.last; ++u) {
    const Unit& unit = a.units[u];
    const bool leads = unit.kind == Unit::Kind::kTime ||
                       (unit.kind == Unit::Kind::kWord &&
                        lexicon_.is("speaker_leads", a.tokens[unit.first].key()));
    if (leads) first = u + 1;
  }
  return name_at(a, {first, range.last});
}

const Cue* ClaimMaker::cue_at(const SentenceReading& reading, TokenRange at) const {
  return covering(reading.cues, at.first);
}

void ClaimMaker::assert_at(const SentenceReading& reading, TokenRange at,
                           const ruleset::ClaimRule* rule, Claim& claim) const {
  Assertion& assertion = claim.assertion;
  const Cue* cue = cue_at(reading, at);
  const std::uint32_t quotation = reading.quote_of[at.first];
  if (quotation != 0) {
    assertion.quoted = true;
    for (const QuoteDraft& quote : reading.quotes) {
      if (quote.quotation != quotation) continue;
      assertion.speaker = quote.speaker;
      assertion.cue = quote.cue;
    }
  } else if (cue != nullptr) {
    assertion.speaker = cue->speaker;
    assertion.cue = cue->lemma;
  }
  if (cue != nullptr && claim.kind == ClaimKind::kQuantity) {
    claim.as_of = frames_.said_at(reading.analysis, *cue, published_);
  }
  if (!assertion.speaker.empty()) assertion.voice = Voice::kAttributed;
  const Modality of_rule = rule == nullptr ? Modality::kFact : rule->modality;
  assertion.modality = modality_at(lexicon_, reading.analysis, at, cue, of_rule);
  const bool denied = rule != nullptr && rule->polarity == Polarity::kDenied;
  const bool negated =
      claim.kind != ClaimKind::kStatement && denied_at(lexicon_, reading.analysis, at, cue);
  assertion.polarity = denied || negated ? Polarity::kDenied : Polarity::kAffirmed;
  const bool of_person = rule != nullptr && rule->per_subject;
  if (claim.kind != ClaimKind::kStatement && !of_person) {
    claim.frame.ordinal = frames_.which(reading.analysis, at, published_);
  }
  if (rule != nullptr && rule->cumulative) {
    const TimeInterval counted = frames_.counted_at(reading.analysis, at, published_);
    if (counted.known() && claim.frame.time == counted) claim.frame.time = {};
    if (counted.known()) claim.as_of = counted;
  }
  if (superseded_at(lexicon_, reading.analysis, at, cue)) claim.frame.ordinal = "earlier";
  if (takes_back(reading, at)) claim.frame.ordinal = "taken back";
  if (corrected_at(lexicon_, reading.analysis, at)) assertion.cue = "correct";
}

// "An earlier version of this report said ... It also said ..."
bool ClaimMaker::takes_back(const SentenceReading& reading, TokenRange at) const {
  if (taken_back_at(lexicon_, reading.analysis, at)) return true;
  if (before_ == nullptr || !lexicon_.phrase("also_said", reading.analysis.in(), 0)) return false;
  const auto end = static_cast<std::uint32_t>(before_->analysis.tokens.size());
  return taken_back_at(lexicon_, before_->analysis, {end, end});
}

ClaimId ClaimMaker::add(const SentenceReading& reading, Claim claim) {
  const std::string& source = document_.metadata().source;
  ContentHash id;
  id.add(document_.sha256()).add(source).add(claim.span.begin).add(claim.span.end);
  id.add(claim.attribute).add(claim.rule);
  claim.id = ClaimId(id.value());
  ContentHash print;
  print.add(source).add(claim.attribute);
  for (const Token& token : reading.analysis.tokens)
    print.add(token.norm);
  print.add(value_text(claim)).add(claim.text);
  claim.fingerprint = print.value();
  claims_.push_back(std::move(claim));
  return claims_.back().id;
}

}  // namespace gainsay::extract
