#include "attribution.h"

#include <algorithm>
#include <optional>
#include <ranges>

namespace gainsay::extract {
namespace {

constexpr std::uint32_t kModalWindow = 10;
constexpr std::uint32_t kNegationWindow = 6;

struct Speaker {
  TokenRange at;
  std::string name;
  bool person = false;
};

/// Reads the cues of one sentence.
class CueReader {
 public:
  CueReader(const Lexicon& lexicon, const Analysis& a, const std::vector<bool>& quoted,
            Discourse& discourse)
      : lexicon_(lexicon), a_(a), in_(a.in()), quoted_(quoted), discourse_(discourse) {}

  std::vector<Cue> run() {
    std::uint32_t person = 0;
    for (std::uint32_t i = 0; i < in_.size(); ++i) {
      if (quoted_[i]) continue;
      if (in_.norm(i) == "according" && in_.norm(i + 1) == "to") according(i);
      if (is("say_verbs", i)) verb(i);
      for (; person < a_.mentions.size() && a_.mentions[person].first <= i; ++person) {
        const Mention& m = a_.mentions[person];
        if (m.type == EntityType::kPerson) discourse_.last_person = m.name;
      }
    }
    return std::move(cues_);
  }

 private:
  [[nodiscard]] bool is(std::string_view list, std::uint32_t i) const {
    return i < in_.size() && lexicon_.is(list, in_.norm(i));
  }
  [[nodiscard]] const Mention* ending(std::uint32_t end) const {
    for (const Mention& m : a_.mentions) {
      if (m.last == end) return &m;
    }
    return nullptr;
  }
  [[nodiscard]] const Mention* starting(std::uint32_t at) const {
    for (const Mention& m : a_.mentions) {
      if (m.first == at) return &m;
    }
    return nullptr;
  }
  [[nodiscard]] const TimeTag* time_ending(std::uint32_t end) const {
    for (const TimeTag& t : a_.times) {
      if (t.last == end) return &t;
    }
    return nullptr;
  }
  [[nodiscard]] static Speaker of(const Mention& m) {
    return {{m.first, m.last}, m.name, m.type == EntityType::kPerson};
  }

  void according(std::uint32_t i) {
    std::optional<Speaker> speaker = right(i + 2);
    if (!speaker) return;
    Cue cue{{i, i + 2}, speaker->at, "according", speaker->name, speaker->person, {}, {}, true};
    cue.scope = {0, in_.size()};
    push(std::move(cue));
  }

  void verb(std::uint32_t v) {
    // "a claim", "his warning": a noun.
    if (v > 0 && is("determiners", v - 1)) return;
    const std::string lemma = lexicon_.lemma(in_.norm(v));
    if (const auto speaker = left(v)) {
      Cue cue{{v, v + 1}, speaker->at, lemma, speaker->name, speaker->person, {}, {}, false};
      set_scope(cue);
      push(std::move(cue));
      return;
    }
    const bool after_quote = v > 0 && (in_.norm(v - 1) == "," || in_.norm(v - 1) == "\"");
    if (!after_quote && v > 0) {
      participle(v, lemma);
      return;
    }
    if (const auto speaker = right(v + 1)) {
      push({{v, v + 1}, speaker->at, lemma, speaker->name, speaker->person, {0, v}, {}, true});
    } else {
      participle(v, lemma);
    }
  }

  // "..., adding that" goes on with the speaker before.
  void participle(std::uint32_t v, const std::string& lemma) {
    if (cues_.empty() || !in_.norm(v).ends_with("ing")) return;
    Cue cue = cues_.back();
    cue.verb = {v, v + 1};
    cue.lemma = lemma;
    cue.relative = {};
    cue.trailing = false;
    cue.scope = {v + 1, in_.size()};
    cues_.push_back(std::move(cue));
  }

  [[nodiscard]] std::uint32_t skip_back(std::uint32_t v) const {
    std::uint32_t k = v;
    while (k > 0) {
      const TimeTag* time = time_ending(k);
      if (time != nullptr && time->first > 0) {
        k = is("time_prepositions", time->first - 1) ? time->first - 1 : time->first;
      } else if (is("auxiliaries", k - 1) || is("cue_adverbs", k - 1) ||
                 in_.norm(k - 1).ends_with("ly")) {
        --k;
      } else {
        break;
      }
    }
    return k;
  }

  [[nodiscard]] std::optional<Speaker> left(std::uint32_t v) const {
    const std::uint32_t k = skip_back(v);
    if (k == 0 || quoted_[k - 1]) return std::nullopt;
    if (const Mention* m = ending(k)) return head_of(*m);
    if (is("pronouns", k - 1)) return pronoun(k - 1);
    if (is("speaker_nouns", k - 1)) return group(k);
    // "Yuri Ushakov, the adviser, said"; "officials, including Kirby, said"
    if (in_.norm(k - 1) == ",") {
      for (std::uint32_t c = k - 1; c > 0 && c + 14 > k; --c) {
        if (in_.norm(c - 1) != "," || c < 2) continue;
        if (const Mention* m = ending(c - 1)) {
          if (m->type == EntityType::kPerson) return of(*m);
        }
        if (is("speaker_nouns", c - 2)) return group(c - 1);
      }
    }
    return std::nullopt;
  }

  // "Foreign Minister Sergei Lavrov of Russia": the person; "the mayor of Oslo": the mayor.
  [[nodiscard]] Speaker head_of(const Mention& m) const {
    if (m.type == EntityType::kPerson || m.first < 2) return of(m);
    if (!is("name_links", m.first - 1)) return of(m);
    if (const Mention* head = ending(m.first - 1)) return of(*head);
    if (is("speaker_nouns", m.first - 2)) {
      Speaker speaker = group(m.first - 1);
      speaker.at.last = m.last;
      return speaker;
    }
    return of(m);
  }

  // The noun phrase that ends before `end`: "two senior U.S. officials".
  [[nodiscard]] Speaker group(std::uint32_t end) const {
    std::uint32_t first = end - 1;
    while (first > 0 && in_.word(first - 1) && !is("stop_words", first - 1) &&
           !is("say_verbs", first - 1) && end - first < 5) {
      --first;
    }
    return {{first, end}, std::string(in_.surface(first, end)), false};
  }

  [[nodiscard]] std::optional<Speaker> pronoun(std::uint32_t at) const {
    const std::string_view norm = in_.norm(at);
    Speaker speaker{{at, at + 1}, {}, false};
    if (norm == "he" || norm == "she") {
      speaker.name =
          discourse_.last_speaker.empty() ? discourse_.last_person : discourse_.last_speaker;
      for (const Mention& m : a_.mentions) {
        if (m.last <= at && m.type == EntityType::kPerson && discourse_.last_speaker.empty()) {
          speaker.name = m.name;
        }
      }
      speaker.person = !speaker.name.empty();
    }
    if (speaker.name.empty()) speaker.name = std::string(norm);
    return speaker;
  }

  [[nodiscard]] std::optional<Speaker> right(std::uint32_t from) const {
    for (std::uint32_t i = from; i < in_.size() && i < from + 7; ++i) {
      if (const Mention* m = starting(i)) {
        if (m->type == EntityType::kPerson) return of(*m);
        const std::uint32_t next = m->last;
        const bool goes_on = is("speaker_nouns", next) || is("role_words", next) ||
                             (next < in_.size() && starting(next) != nullptr);
        if (!goes_on) return of(*m);
        i = next - 1;
        continue;
      }
      if (is("pronouns", i) && i == from) return pronoun(i);
      if (is("speaker_nouns", i) && !is("role_words", i + 1) && starting(i + 1) == nullptr) {
        Speaker speaker = group(i + 1);
        speaker.at.first = std::max(speaker.at.first, from);
        speaker.name = std::string(in_.surface(speaker.at.first, i + 1));
        return speaker;
      }
      if (!in_.word(i) || is("say_verbs", i)) break;
    }
    return std::nullopt;
  }

  void set_scope(Cue& cue) const {
    std::uint32_t next = cue.verb.last;
    // "told reporters", "told Lavrov on Friday"
    if (is("tell_verbs", cue.verb.first)) next = after_listener(next);
    for (const TimeTag& t : a_.times) {
      const std::uint32_t start = is("time_prepositions", next) ? next + 1 : next;
      if (t.first == start) next = t.last;
    }
    const std::uint32_t before = cue.speaker_at.first;
    const bool closes = next >= in_.size() || in_.norm(next) == "." || in_.norm(next) == ",";
    if (before > 0 && is("relative_words", before - 1))
      cue.relative = {clause_begin(before), before};
    else if (before > 0 && tag_ends(before))
      cue.relative = {clause_begin(before), before};
    if (closes || is("cue_adjuncts", next)) {
      const std::uint32_t that = find_that(next);
      if (that != 0) {
        cue.scope = {that, in_.size()};
      } else {
        cue.scope = {0, before};
        cue.trailing = true;
      }
      return;
    }
    cue.scope = {next, in_.size()};
  }
  [[nodiscard]] std::uint32_t after_listener(std::uint32_t next) const {
    if (next < in_.size() && starting(next) != nullptr) return starting(next)->last;
    for (std::uint32_t i = next; i < in_.size() && i < next + 4; ++i) {
      if (is("listeners", i)) return i + 1;
      if (const Mention* m = starting(i)) return m->last;
    }
    return next;
  }
  [[nodiscard]] std::uint32_t find_that(std::uint32_t from) const {
    for (std::uint32_t i = from; i < in_.size() && in_.norm(i) != "\""; ++i) {
      if (in_.norm(i) == "that" && !quoted_[i]) return i + 1;
    }
    return 0;
  }
  [[nodiscard]] bool tag_ends(std::uint32_t at) const {
    return std::ranges::any_of(a_.quantities, [&](const QuantityTag& q) { return q.last == at; });
  }
  [[nodiscard]] std::uint32_t clause_begin(std::uint32_t before) const {
    return before > 8 ? before - 8 : 0;
  }

  void push(Cue cue) {
    if (cue.person) discourse_.last_speaker = cue.speaker;
    cues_.push_back(std::move(cue));
  }

  const Lexicon& lexicon_;
  const Analysis& a_;
  Tokenized in_;
  const std::vector<bool>& quoted_;
  Discourse& discourse_;
  std::vector<Cue> cues_;
};

bool any_in(const Lexicon& lexicon, std::string_view list, const Analysis& a, TokenRange range) {
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const std::uint32_t length = lexicon.phrase(list, a.in(), i);
    if (length > 0 && i + length <= range.last) return true;
  }
  return false;
}

}  // namespace

std::vector<Cue> AttributionFinder::cues(const Analysis& a, const std::vector<bool>& quoted,
                                         Discourse& discourse) const {
  return CueReader(lexicon_, a, quoted, discourse).run();
}

const Cue* covering(const std::vector<Cue>& cues, std::uint32_t token) {
  const Cue* best = nullptr;
  for (const Cue& cue : cues) {
    if (cue.relative.has(token)) return &cue;
    if (!cue.scope.has(token) || cue.speaker_at.has(token)) continue;
    if (best == nullptr || best->trailing || !cue.trailing) best = &cue;
  }
  return best;
}

TokenRange clause_of(const Lexicon& lexicon, const Analysis& a, TokenRange at) {
  const auto border = [&](std::uint32_t i) { return lexicon.is("clause_marks", a.tokens[i].norm); };
  TokenRange clause = at;
  while (clause.first > 0 && !border(clause.first - 1))
    --clause.first;
  while (clause.last < a.tokens.size() && !border(clause.last))
    ++clause.last;
  return clause;
}

Modality modality_at(const Lexicon& lexicon, const Analysis& a, TokenRange at, const Cue* cue,
                     Modality rule_modality) {
  if (rule_modality != Modality::kFact) return rule_modality;
  TokenRange near = clause_of(lexicon, a, at);
  const std::uint32_t window = at.first > kModalWindow ? at.first - kModalWindow : 0;
  near.first = std::max(near.first, window);
  near.last = std::min(near.last, at.last + kModalWindow / 2);
  const struct {
    std::string_view list;
    Modality modality;
  } kinds[] = {{"modal_feared", Modality::kFeared},
               {"modal_alleged", Modality::kAlleged},
               {"modal_hypothetical", Modality::kHypothetical},
               {"modal_plan", Modality::kPlan},
               {"modal_order", Modality::kOrder},
               {"modal_forecast", Modality::kForecast},
               {"modal_estimate", Modality::kEstimate}};
  for (const auto& kind : kinds) {
    if (any_in(lexicon, kind.list, a, near)) return kind.modality;
  }
  if (cue != nullptr) {
    if (lexicon.is("cues_estimate", cue->lemma)) return Modality::kEstimate;
    if (lexicon.is("cues_allege", cue->lemma)) return Modality::kAlleged;
    if (lexicon.is("cues_fear", cue->lemma)) return Modality::kFeared;
  }
  return Modality::kFact;
}

bool denied_at(const Lexicon& lexicon, const Analysis& a, TokenRange at) {
  TokenRange before = clause_of(lexicon, a, at);
  before.last = at.first;
  const std::uint32_t window = at.first > kNegationWindow ? at.first - kNegationWindow : 0;
  before.first = std::max(before.first, window);
  for (std::uint32_t i = before.first; i < before.last; ++i) {
    if (lexicon.phrase("no_negation", a.in(), i) > 0) return false;
  }
  return any_in(lexicon, "negations", a, before);
}

}  // namespace gainsay::extract
