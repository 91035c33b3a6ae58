#include "frame.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "lexical/gazetteer.h"
#include "stance.h"
#include "statements.h"

namespace gainsay::extract {
namespace {

constexpr std::uint32_t kSaidReach = 8;  ///< tokens between a verb of saying and its day
constexpr std::chrono::days kOneDay{1};
/// Years and seasons date no event.
constexpr std::chrono::days kLongestDay{32};

void tidy(std::vector<std::string>& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

std::uint32_t distance(TokenRange a, TokenRange b) {
  if (a.last <= b.first) return b.first - a.last;
  if (b.last <= a.first) return a.first - b.last;
  return 0;
}

const Mention* person_before(const Analysis& a, std::uint32_t token, const std::string& not_this) {
  const Mention* best = nullptr;
  for (const Mention& m : a.mentions) {
    const bool fits = m.type == EntityType::kPerson && m.last <= token && m.name != not_this;
    if (fits) best = &m;
  }
  return best;
}

}  // namespace

std::string name_at(const Analysis& a, UnitRange range) {
  for (std::uint32_t u = range.first; u < range.last; ++u) {
    const Unit& unit = a.units[u];
    if (unit.kind == Unit::Kind::kEntity && range.last - range.first == 1) {
      return a.mentions[unit.index].name;
    }
  }
  const TokenRange at = tokens_of(a, range);
  std::string words(a.in().surface(at.first, at.last));
  std::replace(words.begin(), words.end(), '\n', ' ');
  return words;
}

std::vector<std::string> FrameReader::participants(const Analysis& a, const Match& match,
                                                   TokenRange at, const Cue* cue) const {
  std::vector<std::string> names;
  const UnitRange* one = match.group("a");
  const UnitRange* two = match.group("b");
  if (one != nullptr) names.push_back(name_at(a, *one));
  if (two != nullptr) names.push_back(name_at(a, *two));
  if (one == nullptr && two != nullptr) {
    const std::uint32_t begin = tokens_of(a, match.whole).first;
    if (const Mention* m = person_before(a, begin, names.front())) names.push_back(m->name);
  }
  if (names.empty()) {
    const TokenRange clause = clause_of(a, at);
    const auto gather = [&](TokenRange range) {
      for (const Mention& m : a.mentions) {
        const bool other = m.type == EntityType::kOther;
        const bool speaks = cue != nullptr && cue->speaker_at.has(m.first) && !cue->scope.empty();
        if (range.has(m.first) && !other && !speaks) names.push_back(m.name);
      }
    };
    gather(clause);
    if (names.empty()) gather({0, static_cast<std::uint32_t>(a.tokens.size())});
  }
  tidy(names);
  return names;
}

std::string FrameReader::only_person(const Analysis& a, const std::string& not_this) const {
  std::string name;
  for (const Mention& m : a.mentions) {
    if (m.type != EntityType::kPerson || m.name == not_this || m.name == name) continue;
    if (!name.empty()) return {};
    name = m.name;
  }
  return name;
}

// "for three hours, longer than in Oslo on Monday": where the words on something else begin.
std::uint32_t FrameReader::compared_from(const Analysis& a, TokenRange at) const {
  const Tokenized in = a.in();
  for (std::uint32_t i = at.last; i + 1 < in.size(); ++i) {
    const bool leads = lexicon_.is("comparison_links", in.norm(i));
    const std::string_view next = in.norm(i + 1);
    if (leads && (next == "on" || lexicon_.is("place_prepositions", next))) return i;
  }
  return in.size();
}

// The nearest place that a preposition of place leads to.
std::string FrameReader::place(const Analysis& a, TokenRange at) const {
  const Mention* best = nullptr;
  const std::uint32_t end = compared_from(a, at);
  for (const Mention& m : a.mentions) {
    if (m.type != EntityType::kPlace || m.first == 0 || m.first >= end) continue;
    std::uint32_t before = m.first - 1;
    while (before > 0 && (lexicon_.is("determiners", a.tokens[before].key()) ||
                          lexicon_.is("place_adjectives", a.tokens[before].key()))) {
      --before;
    }
    if (!lexicon_.is("place_prepositions", a.tokens[before].key())) continue;
    if (best == nullptr ||
        distance({m.first, m.last}, at) < distance({best->first, best->last}, at))
      best = &m;
  }
  return best == nullptr ? std::string() : with_its_equals(a, *best);
}

// "in Norway and Sweden", "in Norway, Sweden and Denmark": all of them. Of places that lie in each
// other only the first counts.
std::string FrameReader::with_its_equals(const Analysis& a, const Mention& first) const {
  const Tokenized in = a.in();
  std::vector<const Mention*> all{&first};
  bool listed = false;  // "and" ends the list
  for (std::uint32_t at = first.last; at + 1 < in.size() && !listed; at = all.back()->last) {
    listed = in.norm(at) == "and";
    if (!listed && in.norm(at) != ",") break;
    const auto next = std::ranges::find(a.mentions, at + 1, &Mention::first);
    if (next == a.mentions.end() || next->type != EntityType::kPlace) return first.name;
    const bool nested = std::ranges::any_of(all, [&](const Mention* m) {
      return m->name == next->name || lexical::lies_in(m->name, next->name) ||
             lexical::lies_in(next->name, m->name);
    });
    if (nested || lexicon_.is("say_verbs", in.norm(next->last))) return first.name;
    all.push_back(&*next);
  }
  if (!listed) return first.name;
  std::ranges::sort(all, {}, &Mention::name);
  std::string names;
  for (const Mention* m : all)
    names += (names.empty() ? "" : " and ") + m->name;
  return names;
}

TimeInterval FrameReader::time(const Analysis& a, TokenRange at, const Cue* cue,
                               std::optional<Instant> published) const {
  const TimeTag* best = nullptr;
  const bool said = cue != nullptr && cue->scope.has(at.first);
  const std::uint32_t end = compared_from(a, at);
  for (const TimeTag& t : a.times) {
    if (t.first >= end) break;
    // "said on Friday": when it was said.
    if (said && !cue->scope.has(t.first)) continue;
    // "begun in 2020" dates what went before, seldom the event.
    if (t.kind == TimeTag::Kind::kYear || t.kind == TimeTag::Kind::kClock) continue;
    // "since late June": when a count began.
    const bool late = t.first > 1 && lexicon_.is("parts_of_months", a.in().norm(t.first - 1));
    if (t.first > 0 && a.in().norm(t.first - (late ? 2 : 1)) == "since") continue;
    if (best == nullptr ||
        distance({t.first, t.last}, at) < distance({best->first, best->last}, at))
      best = &t;
  }
  if (best == nullptr) return {};
  const TimeInterval interval = resolve(lexicon_, *best, published);
  const bool long_one = interval.from && interval.to && *interval.to - *interval.from > kLongestDay;
  return long_one ? TimeInterval{} : interval;
}

TimeInterval FrameReader::said_at(const Analysis& a, const Cue& cue,
                                  std::optional<Instant> published) const {
  const TimeTag* best = nullptr;
  for (const TimeTag& t : a.times) {
    const bool day = t.kind != TimeTag::Kind::kYear && t.kind != TimeTag::Kind::kClock;
    if (!day || cue.scope.has(t.first)) continue;
    if (best == nullptr ||
        distance({t.first, t.last}, cue.verb) < distance({best->first, best->last}, cue.verb)) {
      best = &t;
    }
  }
  if (best == nullptr || distance({best->first, best->last}, cue.verb) > kSaidReach) return {};
  const TimeInterval interval = resolve(lexicon_, *best, published);
  const bool one_day = interval.from && interval.to && *interval.to - *interval.from < kOneDay;
  // On the day of publication the publication itself is the better time.
  const bool before = one_day && published && *interval.to < *published;
  return before ? interval : TimeInterval{};
}

// "in 2019", "last year", "two years ago"; at the head of the sentence also before a comma.
std::string FrameReader::earlier_year(const Analysis& a, TokenRange at,
                                      std::optional<Instant> published) const {
  const Tokenized in = a.in();
  const TokenRange clause = clause_of(a, at);
  for (const TimeTag& t : a.times) {
    const bool of_year =
        t.kind == TimeTag::Kind::kYear && t.first > 0 && in.norm(t.first - 1) == "in";
    const bool years_ago =
        t.kind == TimeTag::Kind::kRelative &&
        (t.value == "last_year" || t.value.ends_with("year_ago") || t.value.ends_with("years_ago"));
    if ((!of_year && !years_ago) || (!clause.has(t.first) && t.first > 1)) continue;
    const TimeInterval interval = resolve(lexicon_, t, published);
    if (interval.from && published && *interval.to >= *published) continue;
    if (interval.from) return "of " + to_iso(*interval.from).substr(0, 4);
    return "of " + to_lower_ascii(in.surface(t.first, t.last));
  }
  return {};
}

std::string FrameReader::which(const Analysis& a, TokenRange at,
                               std::optional<Instant> published) const {
  const Tokenized in = a.in();
  // "A strong aftershock, the worst so far, hit ..."
  const std::uint32_t opening = lexicon_.is("determiners", in.norm(0)) ? 4 : 0;
  const TokenRange clause = clause_of(a, at);
  for (std::uint32_t i = 0; i < std::min(clause.last, at.last + 2); ++i) {
    if (i < clause.first && i >= opening) i = clause.first;
    if (!lexicon_.is("secondary_events", in.norm(i))) continue;
    // "the quake and its aftershocks", "followed by aftershocks"
    const bool beside = i > 0 && lexicon_.is("secondary_beside", in.norm(i - 1));
    if (!beside) return lexicon_.lemma(in.norm(i));
  }
  return earlier_year(a, at, published);
}

std::string FrameReader::wide_area(const Analysis& a, TokenRange at) const {
  const TokenRange clause = clause_of(a, at);
  for (std::uint32_t i = clause.first; i < clause.last; ++i) {
    const std::uint32_t length = lexicon_.phrase("wide_areas", a.in(), i);
    if (length > 0) return to_lower_ascii(a.in().surface(i, i + length));
  }
  return {};
}

TimeInterval FrameReader::counted_at(const Analysis& a, TokenRange at,
                                     std::optional<Instant> published) const {
  constexpr std::uint32_t kReach = 3;
  const Tokenized in = a.in();
  bool counted = false;
  for (std::uint32_t i = at.first > kReach ? at.first - kReach : 0; i < at.first; ++i)
    counted = counted || lexicon_.is("count_verbs", in.norm(i));
  const auto behind = std::ranges::find_if(a.times, [&](const TimeTag& t) {
    return t.first >= at.last && t.first < at.last + kReach && t.kind != TimeTag::Kind::kClock;
  });
  if (!counted || behind == a.times.end()) return {};
  return resolve(lexicon_, *behind, published);
}

std::string FrameReader::period(const Analysis& a, TokenRange at) const {
  const Tokenized in = a.in();
  if (const std::uint32_t n = lexicon_.phrase("rate_phrases", in, at.last); n > 0) {
    return "per " + std::string(in.norm(at.last + n - 1));
  }
  for (const TimeTag& t : a.times) {
    if (t.first > 0 && in.norm(t.first - 1) == "since" && distance({t.first, t.last}, at) < 8) {
      return "since " + t.value;
    }
  }
  return {};
}

std::string FrameReader::population(const Quantity& quantity) const {
  std::string out;
  const auto add = [&](std::string_view word) {
    if (word.empty() || lexicon_.is("generic_people", word)) return;
    if (!out.empty()) out += ' ';
    out += word;
  };
  for (std::size_t at = 0; at < quantity.modifiers.size();) {
    const std::size_t end = std::min(quantity.modifiers.find(' ', at), quantity.modifiers.size());
    const std::string_view word = std::string_view(quantity.modifiers).substr(at, end - at);
    if (!lexicon_.is("empty_modifiers", word)) add(word);
    at = end + 1;
  }
  if (quantity.unit == "person") add(quantity.noun);
  return out;
}

Frame FrameReader::around(const Analysis& a, TokenRange at, const Cue* cue,
                          std::optional<Instant> published) const {
  Frame frame;
  frame.participants = participants(a, Match{}, at, cue);
  frame.place = place(a, at);
  frame.time = time(a, at, cue, published);
  return frame;
}

Frame FrameReader::read(const Analysis& a, const ruleset::ClaimRule& rule, const Match& match,
                        TokenRange at, const Cue* cue, std::optional<Instant> published) const {
  Frame frame;
  frame.event = rule.event;
  frame.participants = participants(a, match, at, cue);
  if (const UnitRange* subject = match.group("subject")) frame.subject = name_at(a, *subject);
  const UnitRange* where = match.group("place");
  frame.place = where != nullptr ? name_at(a, *where) : place(a, at);
  const UnitRange* when = match.group("time");
  const bool tag = when != nullptr && when->last == when->first + 1 &&
                   a.units[when->first].kind == Unit::Kind::kTime;
  frame.time = tag ? resolve(lexicon_, a.times[a.units[when->first].index], published)
                   : time(a, at, cue, published);
  if (const UnitRange* who = match.group("population")) {
    const TokenRange words = tokens_of(a, *who);
    frame.population = lexicon_.content(a.in(), words.first, words.last);
  }
  frame.period = period(a, at);
  return frame;
}

}  // namespace gainsay::extract
