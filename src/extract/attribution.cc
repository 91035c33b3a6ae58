#include "attribution.h"

#include <algorithm>
#include <optional>

#include "lexical/words.h"
#include "speakers.h"

namespace gainsay::extract {
namespace {

constexpr std::uint32_t kRelativeReach = 8;  ///< tokens before "that X said" it may speak of
constexpr std::uint32_t kObjectReach = 5;    ///< tokens between "denied" and "reports that"

/// Reads the cues of one sentence.
class CueReader {
 public:
  CueReader(const Lexicon& lexicon, const Analysis& a, const std::vector<bool>& quoted,
            Discourse& discourse)
      : lexicon_(lexicon),
        a_(a),
        in_(a.in()),
        quoted_(quoted),
        discourse_(discourse),
        speakers_(lexicon, a, quoted, discourse) {}

  std::vector<Cue> run() {
    note_offices(lexicon_, a_, discourse_);
    std::uint32_t person = 0;
    for (std::uint32_t i = 0; i < in_.size(); ++i) {
      if (!quoted_[i]) at(i);
      for (; person < a_.mentions.size() && a_.mentions[person].first <= i; ++person) {
        const Mention& m = a_.mentions[person];
        if (m.type == EntityType::kPerson) discourse_.last_person = m.name;
      }
    }
    return std::move(cues_);
  }

 private:
  [[nodiscard]] bool is(ListName list, std::uint32_t i) const {
    return i < in_.size() && lexicon_.is(list, in_.norm(i));
  }
  [[nodiscard]] bool closes(std::uint32_t i) const {
    return i >= in_.size() || in_.norm(i) == "." || in_.norm(i) == "," || in_.norm(i) == ";";
  }
  [[nodiscard]] const TimeTag* time_ending(std::uint32_t end) const {
    const auto found = std::ranges::find(a_.times, end, &TimeTag::last);
    return found == a_.times.end() ? nullptr : &*found;
  }
  [[nodiscard]] std::uint32_t size() const { return in_.size(); }

  void at(std::uint32_t i) {
    if (in_.norm(i) == "according" && in_.norm(i + 1) == "to") return according(i);
    if (in_.norm(i) == "citing" || in_.norm(i) == "quoting") return citing(i);
    if (is("say_verbs", i) || is("deny_verbs", i)) {
      verb(i);
    } else {
      quoting_verb(i);
    }
  }

  // "... !" he shouted: beside a quotation every verb of communication will do.
  void quoting_verb(std::uint32_t v) {
    if (!in_.word(v) || v < 2 || is("stop_words", v)) return;
    const bool behind = in_.norm(v - 1) == "\"";
    const auto speaker = behind ? speakers_.right(v + 1) : speakers_.left(v);
    if (!speaker) return;
    const std::uint32_t at = behind ? v : speaker->at.first;
    const std::uint32_t mark = at > 0 && is("determiners", at - 1) ? at - 1 : at;
    if (mark < 2 || in_.norm(mark - 1) != "\"" || !quoted_[mark - 2]) return;
    const std::string lemma = lexical::verb_lemma(in_.norm(v));
    if (lemma.empty() || lexical::verb_class(lemma) != lexical::VerbClass::kCommunication) return;
    Cue cue = make({v, v + 1}, *speaker, lemma);
    cue.scope = {0, at};
    cue.trailing = true;
    push(std::move(cue));
  }

  [[nodiscard]] std::string lemma_of(std::uint32_t v) const {
    const std::string lemma = lexical::verb_lemma(in_.norm(v));
    return lemma.empty() ? lexicon_.lemma(in_.norm(v)) : lemma;
  }
  [[nodiscard]] static Cue make(TokenRange verb, const Speaker& speaker, std::string lemma) {
    Cue cue;
    cue.verb = verb;
    cue.speaker_at = speaker.at;
    cue.lemma = std::move(lemma);
    cue.speaker = speaker.name;
    cue.person = speaker.person;
    return cue;
  }

  // "According to X, ..."; "..., according to X"
  void according(std::uint32_t i) {
    const std::optional<Speaker> speaker = speakers_.right(i + 2);
    if (!speaker) return;
    Cue cue = make({i, i + 2}, *speaker, "according");
    const bool leads = i == 0 || in_.norm(i - 1) == "\"" || in_.norm(i - 1) == ";";
    cue.scope = leads ? TokenRange{speaker->at.last, size()} : TokenRange{0, i};
    cue.trailing = !leads;
    push(std::move(cue));
  }

  // "X reported that ..., citing Y": Y says it.
  void citing(std::uint32_t i) {
    if (cues_.empty()) return;
    const std::optional<Speaker> speaker = speakers_.right(i + 1);
    if (!speaker) return;
    Cue cue = make({i, i + 1}, *speaker, "cite");
    cue.scope = cues_.back().scope;
    cue.scope.last = std::min(cue.scope.last, i);
    cues_.back().scope.last = std::max(cues_.back().scope.first, cues_.back().verb.last);
    push(std::move(cue));
  }

  void verb(std::uint32_t v) {
    if (noun(v) || inside_name(v)) return;
    const std::string lemma = lemma_of(v);
    if (in_.norm(v).ends_with("ing") && !progressive(v)) return participle(v, lemma);
    const std::uint32_t k = skip_back(v);
    if (passive(v, k)) return by_agent(v, lemma);
    const bool denies = is("deny_verbs", v);
    if (denies && !denies_statement(v)) return;
    std::uint32_t end = k;
    Stance stance = denies ? Stance::kDenies : Stance::kAsserts;
    if (const auto withheld = withholds(k, v)) {
      end = skip_back(*withheld);
      stance = Stance::kWithholds;
    } else if (k > 0 && in_.norm(k - 1) == "to") {
      return;
    }
    // A denial is one, whoever denies.
    auto speaker = speakers_.left(end);
    if (!speaker && stance != Stance::kAsserts) speaker = Speaker{{v, v}, {}, false};
    if (speaker) {
      Cue cue = make({v, v + 1}, *speaker, lemma);
      cue.stance = stance;
      set_scope(cue);
      return push(std::move(cue));
    }
    const bool inverted = v == 0 || in_.norm(v - 1) == "," || in_.norm(v - 1) == "\"";
    if (!inverted) return;
    speaker = speakers_.right(v + 1);
    if (!speaker) return;
    Cue cue = make({v, v + 1}, *speaker, lemma);
    cue.scope = {0, v};
    cue.trailing = true;
    push(std::move(cue));
  }

  // "a claim", "his warning", "earlier reports said": a noun.
  [[nodiscard]] bool noun(std::uint32_t v) const {
    if (v > 0 && (is("determiners", v - 1) || is("noun_leads", v - 1))) return true;
    const bool both = is("claim_nouns", v) || is("cue_nouns", v);
    return both && (is("say_verbs", v + 1) || is("auxiliaries", v + 1) || in_.norm(v + 1) == "of");
  }
  [[nodiscard]] bool inside_name(std::uint32_t v) const {
    return std::ranges::any_of(a_.mentions,
                               [&](const Mention& m) { return m.first <= v && v < m.last; });
  }
  [[nodiscard]] bool progressive(std::uint32_t v) const { return v > 0 && is("be_forms", v - 1); }

  [[nodiscard]] std::uint32_t skip_back(std::uint32_t v) const {
    std::uint32_t k = v;
    while (k > 0) {
      const TimeTag* time = time_ending(k);
      if (time != nullptr && time->first > 0) {
        k = is("time_prepositions", time->first - 1) ? time->first - 1 : time->first;
      } else if (is("auxiliaries", k - 1) || is("cue_adverbs", k - 1) || adverb(k - 1)) {
        --k;
      } else {
        break;
      }
    }
    return k;
  }
  // "family" and "Italy" are none.
  [[nodiscard]] bool adverb(std::uint32_t i) const {
    return in_.norm(i).ends_with("ly") && !in_.capital(i) && !lexical::noun_class(in_.norm(i));
  }
  [[nodiscard]] const Mention* starting(std::uint32_t i) const { return speakers_.starting(i); }

  // "is feared", "were reported": the subject is what is said.
  [[nodiscard]] bool passive(std::uint32_t v, std::uint32_t k) const {
    if (in_.norm(v).ends_with("ing")) return false;
    for (std::uint32_t i = k; i < v; ++i) {
      if (is("be_forms", i)) return true;
    }
    return false;
  }
  void by_agent(std::uint32_t v, const std::string& lemma) {
    if (in_.norm(v + 1) != "by") return;
    const std::optional<Speaker> speaker = speakers_.right(v + 2);
    if (!speaker) return;
    Cue cue = make({v, v + 1}, *speaker, lemma);
    cue.scope = {0, v};
    cue.trailing = true;
    cue.stance = is("deny_verbs", v) ? Stance::kDenies : Stance::kAsserts;
    push(std::move(cue));
  }

  // "denied that", "denied any role", "rejected claims that"; not "denied bail".
  [[nodiscard]] bool denies_statement(std::uint32_t v) const {
    const std::uint32_t next = v + 1;
    const bool plain = lemma_of(v) == "deny";
    if (in_.norm(next) == "that" || in_.norm(next) == "reports") return true;
    if (plain && (is("pronouns", next) || in_.norm(next) == "there" || in_.norm(next) == "any" ||
                  in_.norm(next).ends_with("ing"))) {
      return true;
    }
    for (std::uint32_t i = next; i < next + kObjectReach && in_.word(i); ++i) {
      if (is("claim_nouns", i)) return true;
    }
    return false;
  }

  // The first token of what makes the verb say nothing: "refused to", "would not", "did not".
  [[nodiscard]] std::optional<std::uint32_t> withholds(std::uint32_t k, std::uint32_t v) const {
    for (std::uint32_t i = k; i < v; ++i) {
      if (in_.norm(i) == "not" || in_.norm(i) == "n't" || in_.norm(i) == "never") return k;
    }
    if (k >= 2 && in_.norm(k - 1) == "to") {
      const std::uint32_t governs = k - 2;
      if (is("withhold_verbs", governs)) return governs;
    }
    // "neither side confirmed", "nobody said"
    if (k >= 1 && is("negative_speakers", k - 1)) return k;
    if (k >= 2 && is("negative_speakers", k - 2)) return k;
    return std::nullopt;
  }

  // "..., adding that" goes on with the speaker before.
  void participle(std::uint32_t v, const std::string& lemma) {
    if (cues_.empty() || cues_.back().speaker_at.first > v) return;
    if (v > 0 && in_.norm(v - 1) == "as") return quoted_as(v);
    if (v > 0 && in_.norm(v - 1) != "," && in_.norm(v - 1) != "and" && in_.norm(v - 1) != "\"")
      return;
    Cue cue = cues_.back();
    cue.verb = {v, v + 1};
    cue.lemma = lemma;
    cue.relative = {};
    cue.trailing = false;
    cue.stance = is("deny_verbs", v) ? Stance::kDenies : Stance::kAsserts;
    cue.scope = {v + 1, size()};
    cues_.push_back(std::move(cue));
  }
  // "X quoted Y as saying that": Y says it.
  void quoted_as(std::uint32_t v) {
    const std::optional<Speaker> speaker = speakers_.right(cues_.back().verb.last);
    if (!speaker || speaker->at.last > v) return;
    Cue cue = make({v, v + 1}, *speaker, lemma_of(v));
    cue.scope = {v + 1, size()};
    cues_.back().scope = {cues_.back().verb.last, cues_.back().verb.last};
    push(std::move(cue));
  }

  void set_scope(Cue& cue) const {
    std::uint32_t next = cue.verb.last;
    // "told reporters", "told Falk on Friday"
    if (is("tell_verbs", cue.verb.first)) next = after_listener(next);
    for (const TimeTag& t : a_.times) {
      const std::uint32_t start = is("time_prepositions", next) ? next + 1 : next;
      if (t.first == start) next = t.last;
    }
    const std::uint32_t before = cue.speaker_at.first;
    if (relative(before)) {
      cue.relative = {before > kRelativeReach ? before - kRelativeReach : 0, before};
    }
    if (!closes(next) && !is("cue_adjuncts", next)) {
      cue.scope = {next, size()};
      return;
    }
    if (const std::uint32_t that = find_that(next); that != 0) {
      cue.scope = {that, size()};
      return;
    }
    // "The bridge, engineers said, was unsafe": on both sides, unless a new clause begins.
    const bool resumes = in_.norm(next) == "," && before > 0 && in_.norm(before - 1) == "," &&
                         in_.word(next + 1) && !is("clause_links", next + 1) &&
                         !is("pronouns", next + 1);
    cue.scope = {0, resumes ? size() : before};
    cue.trailing = true;
  }

  // "the troops that X estimated"; after a verb or "claims" it is a conjunction.
  [[nodiscard]] bool relative(std::uint32_t before) const {
    std::uint32_t at = before;
    if (at > 0 && is("determiners", at - 1) && !is("relative_words", at - 1)) --at;
    if (at < 2) return false;
    const auto figure = std::ranges::find(a_.quantities, at, &QuantityTag::last);
    if (figure != a_.quantities.end()) return in_.norm(at - 1) != ",";
    if (!is("relative_words", at - 1) || in_.norm(at - 1) == "what") return false;
    return !is("say_verbs", at - 2) && !is("claim_nouns", at - 2) && !is("listeners", at - 2) &&
           in_.word(at - 2);
  }

  [[nodiscard]] std::uint32_t after_listener(std::uint32_t next) const {
    if (starting(next) != nullptr) return starting(next)->last;
    for (std::uint32_t i = next; i < size() && i < next + 4 && in_.word(i); ++i) {
      if (is("listeners", i)) {
        // "told the newspaper Aftenposten"
        const Mention* name = starting(i + 1);
        return name != nullptr && name->type == EntityType::kOrganisation ? name->last : i + 1;
      }
      if (const Mention* m = starting(i)) return m->last;
    }
    if (!is("determiners", next)) return next;
    const bool ends = closes(next + 2) || in_.norm(next + 2) == "that" || is("pronouns", next + 2);
    return ends ? next + 2 : next;
  }
  [[nodiscard]] std::uint32_t find_that(std::uint32_t from) const {
    for (std::uint32_t i = from; i < size() && in_.norm(i) != "\""; ++i) {
      if (in_.norm(i) == "that" && !quoted_[i]) return i + 1;
    }
    return 0;
  }

  void push(Cue cue) {
    if (cue.person) {
      discourse_.last_speaker = cue.speaker;
    } else if (body(cue)) {
      discourse_.last_body = cue.speaker;
    }
    cues_.push_back(std::move(cue));
  }
  // A ministry, a company: what "it" may stand for.
  [[nodiscard]] bool body(const Cue& cue) const {
    if (cue.speaker_at.empty() || is("pronouns", cue.speaker_at.first)) return false;
    const Mention* m = starting(cue.speaker_at.first);
    if (m != nullptr && m->last == cue.speaker_at.last) return m->type == EntityType::kOrganisation;
    return is("bodies", cue.speaker_at.last - 1);
  }

  const Lexicon& lexicon_;
  const Analysis& a_;
  Tokenized in_;
  const std::vector<bool>& quoted_;
  Discourse& discourse_;
  SpeakerFinder speakers_;
  std::vector<Cue> cues_;
};

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

}  // namespace gainsay::extract
