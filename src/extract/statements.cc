#include "statements.h"

#include <algorithm>

namespace gainsay::extract {
namespace {

constexpr std::uint32_t kShortest = 3;  ///< words of a clause that can be a statement

}  // namespace

TokenRange tokens_of(const Analysis& a, UnitRange range) {
  if (range.first >= range.last) return {};
  return {a.units[range.first].first, a.units[range.last - 1].last};
}

TokenRange StatementReader::object_after(const Analysis& a, std::uint32_t verb) const {
  const Tokenized in = a.in();
  TokenRange object{verb + 1, verb + 1};
  while (object.last < in.size() && in.word(object.last)) {
    const WordKey norm = in.norm(object.last);
    const bool determiner = lexicon_.is("determiners", norm) || lexicon_.is("quantifiers", norm);
    if (!determiner && lexicon_.is("stop_words", norm)) break;
    ++object.last;
  }
  return object;
}

std::string StatementReader::head_of(const Analysis& a, TokenRange object) const {
  const Tokenized in = a.in();
  for (std::uint32_t i = object.last; i > object.first; --i) {
    const WordKey norm = in.norm(i - 1);
    if (lexicon_.is("time_adverbs", norm) || norm.ends_with("ly")) continue;
    if (lexicon_.is("determiners", norm) || lexicon_.is("quantifiers", norm)) return {};
    return lexicon_.lemma(norm);
  }
  return {};
}

StatementDraft StatementReader::read(const Analysis& a, const Match& match) const {
  StatementDraft draft;
  draft.at = tokens_of(a, match.whole);
  if (const UnitRange* cue = match.group("cue")) {
    draft.cue = lexicon_.lemma(a.tokens[tokens_of(a, *cue).first].norm);
  }
  if (const UnitRange* verb = match.group("verb")) {
    const TokenRange at = tokens_of(a, *verb);
    const TokenRange object = object_after(a, at.first);
    const std::string head = head_of(a, object);
    if (head.empty()) return draft;
    draft.label = lexicon_.lemma(a.tokens[at.first].norm) + " " + head;
    draft.at.last = std::max(draft.at.last, object.last);
    for (std::uint32_t i = object.first; i < object.last && draft.which.empty(); ++i) {
      if (lexicon_.is("other_ones", a.in().norm(i))) draft.which = std::string(a.in().norm(i));
    }
  } else if (const UnitRange* label = match.group("label")) {
    const TokenRange at = tokens_of(a, *label);
    draft.label = lexicon_.content(a.in(), at.first, at.last);
  }
  return draft;
}

std::optional<StatementDraft> StatementReader::antecedent(const Analysis& a,
                                                          const std::vector<Cue>& cues,
                                                          std::uint32_t end,
                                                          const std::string& denier) const {
  const Tokenized in = a.in();
  TokenRange at{0, end};
  const auto skip = [&](std::uint32_t i) {
    return in.tokens[i].kind == Token::Kind::kPunctuation ||
           lexicon_.is("clause_links", in.norm(i));
  };
  while (at.last > 0 && skip(at.last - 1))
    --at.last;
  while (at.first < at.last && in.tokens[at.first].kind == Token::Kind::kPunctuation)
    ++at.first;
  // "With winter near, many fear ..." begins behind the comma.
  if (lexicon_.is("clause_openers", in.norm(at.first))) {
    for (std::uint32_t i = at.first; i + kShortest < at.last; ++i) {
      if (in.norm(i) != ",") continue;
      at.first = i + 1;
      break;
    }
  }
  StatementDraft draft;
  std::uint32_t proposition = at.first;
  for (const Cue& cue : cues) {
    if (cue.trailing || cue.verb.first < at.first || cue.scope.first >= at.last) continue;
    if (cue.speaker == denier && cue.scope.first > cue.verb.first) {
      at.first = cue.scope.first;
      if (in.norm(at.first) == "that") ++at.first;
      proposition = at.first;
      continue;
    }
    draft.speaker = cue.speaker;
    draft.cue = cue.lemma;
    proposition = cue.scope.first;
    break;
  }
  if (at.last < at.first + kShortest) return std::nullopt;
  draft.at = at;
  draft.label = lexicon_.content(in, proposition, at.last);
  if (draft.label.empty()) return std::nullopt;
  return draft;
}

}  // namespace gainsay::extract
