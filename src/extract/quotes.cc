#include "quotes.h"

#include <algorithm>
#include <optional>

namespace gainsay::extract {
namespace {

constexpr std::uint32_t kNear = 3;  ///< tokens between a closing mark and the speaker behind it

std::vector<bool> inside(const SentenceReading& r) {
  std::vector<bool> out;
  for (const std::uint32_t q : r.quote_of)
    out.push_back(q != 0);
  return out;
}

std::string label_of(const Tokenized& in, TokenRange at) {
  std::string label;
  for (std::uint32_t i = at.first; i < at.last; ++i) {
    if (in.tokens[i].kind == Token::Kind::kPunctuation) continue;
    const bool joined = in.norm(i).starts_with('\'') || in.norm(i) == "n't";
    if (!label.empty() && !(joined && in.glued(i))) label += ' ';
    label += in.norm(i);
  }
  return label;
}

}  // namespace

void QuoteReader::read(std::vector<SentenceReading>& passage) {
  for (std::size_t first = 0; first < passage.size();) {
    const std::uint32_t number = passage[first].sentence->block;
    std::size_t last = first;
    while (last < passage.size() && passage[last].sentence->block == number)
      ++last;
    const std::span<SentenceReading> part(passage.data() + first, last - first);
    if (number != block_) begin_block(number);
    for (SentenceReading& reading : part) {
      mark(reading);
      reading.cues = attribution_.cues(reading.analysis, inside(reading), discourse_);
    }
    quotes_of(part);
    cues_before_ = part.back().cues;
    first = last;
  }
}

void QuoteReader::begin_block(std::uint32_t number) {
  block_ = number;
  quotations_ = find_quotations(document_.blocks()[number].text);
  speakers_.assign(quotations_.size() + 1, {});
  somebody_spoke_ = false;
  last_.clear();
  cues_before_.clear();
}

// Both are in the order of the text, and quotations do not overlap.
void QuoteReader::mark(SentenceReading& r) const {
  const std::uint32_t offset = r.sentence->in_block.begin;
  r.quote_of.assign(r.analysis.tokens.size(), 0);
  auto quotation = quotations_.end();
  for (std::size_t t = 0; t < r.quote_of.size(); ++t) {
    const Span token = r.analysis.tokens[t].span;
    const Span span{token.begin + offset, token.end + offset};
    if (t == 0) {
      quotation = std::ranges::lower_bound(quotations_, span.begin, {},
                                           [](const Quotation& q) { return q.inner.end; });
    }
    while (quotation != quotations_.end() && quotation->inner.end < span.end)
      ++quotation;
    if (quotation == quotations_.end()) break;
    if (quotation->inner.contains(span)) {
      r.quote_of[t] = static_cast<std::uint32_t>(quotation - quotations_.begin()) + 1;
    }
  }
}

void QuoteReader::quotes_of(std::span<SentenceReading> part) {
  for (std::size_t k = 0; k < part.size(); ++k) {
    const SentenceReading& r = part[k];
    for (std::uint32_t t = 0; t < r.quote_of.size();) {
      std::uint32_t end = t + 1;
      while (end < r.quote_of.size() && r.quote_of[end] == r.quote_of[t])
        ++end;
      if (r.quote_of[t] != 0) add(part, k, {t, end});
      t = end;
    }
  }
  inherit(part);
}

void QuoteReader::add(std::span<SentenceReading> part, std::size_t k, TokenRange at) {
  SentenceReading& r = part[k];
  QuoteDraft draft;
  draft.quotation = r.quote_of[at.first];
  if (const Cue* cue = speaker_cue(part, k, at)) {
    draft.speaker = cue->speaker;
    draft.cue = cue->lemma;
    if (speakers_[draft.quotation].empty()) speakers_[draft.quotation] = cue->speaker;
    somebody_spoke_ = somebody_spoke_ || !cue->speaker.empty();
  }
  const Tokenized in = r.analysis.in();
  while (at.first < at.last && in.tokens[at.first].kind == Token::Kind::kPunctuation)
    ++at.first;
  while (at.last > at.first && in.tokens[at.last - 1].norm == ",")
    --at.last;
  std::uint32_t words = 0;
  for (std::uint32_t i = at.first; i < at.last; ++i)
    words += in.word(i) ? 1 : 0;
  if (words == 0) return;
  draft.span = {in.tokens[at.first].span.begin, in.tokens[at.last - 1].span.end};
  if (words == 1) {
    if (!colours_a_noun(in, at)) return;
    at.last += 2;
    draft.span = {in.tokens[at.first - 1].span.begin, in.tokens[at.last - 1].span.end};
  }
  draft.at = at;
  draft.label = label_of(in, at);
  r.quotes.push_back(std::move(draft));
}

// A scare quote is a claim only with the noun it colours.
bool QuoteReader::colours_a_noun(const Tokenized& in, TokenRange at) const {
  const std::uint32_t noun = at.last + 1;
  const bool closes =
      in.tokens.size() > noun && in.tokens[at.last].kind == Token::Kind::kPunctuation;
  return closes && in.word(noun) && !lexicon_.is("stop_words", in.norm(noun)) &&
         !lexicon_.is("say_verbs", in.norm(noun)) && at.first > 0;
}

// The cue right behind the closing mark, else the one that leads to the opening mark, else the
// next sentence of the paragraph when it begins with one and nobody has spoken before.
const Cue* QuoteReader::speaker_cue(std::span<const SentenceReading> part, std::size_t k,
                                    TokenRange at) const {
  const SentenceReading& r = part[k];
  const Cue* before = nullptr;
  const Cue* after = nullptr;
  for (const Cue& cue : r.cues) {
    const std::uint32_t begin = std::min(cue.verb.first, cue.speaker_at.first);
    if (begin >= at.last && begin <= at.last + kNear && after == nullptr) after = &cue;
    if (cue.verb.last <= at.first) before = &cue;
  }
  const Cue* scoped = covering(r.cues, at.first);
  if (after != nullptr && (after->trailing || before == nullptr)) return after;
  if (scoped != nullptr) return scoped;
  if (before != nullptr) return before;
  if (!somebody_spoke_ && k + 1 < part.size() && at.last + 1 >= r.quote_of.size()) {
    const std::vector<Cue>& next = part[k + 1].cues;
    if (!next.empty() && next.front().speaker_at.first <= 1) return &next.front();
  }
  if (!r.cues.empty()) return &r.cues.front();
  // A sentence that is nothing but a quotation goes on with whom the sentence before named.
  const bool alone = at.first <= 1 && at.last + 2 >= r.quote_of.size();
  if (!alone) return nullptr;
  const std::vector<Cue>& last = k == 0 ? cues_before_ : part[k - 1].cues;
  return last.empty() || last.back().speaker.empty() ? nullptr : &last.back();
}

// A quotation over several sentences has one speaker; one that nobody is named for belongs to the
// speaker before it in the paragraph.
void QuoteReader::inherit(std::span<SentenceReading> part) {
  for (SentenceReading& reading : part) {
    for (QuoteDraft& draft : reading.quotes) {
      if (draft.speaker.empty()) draft.speaker = speakers_[draft.quotation];
      if (draft.speaker.empty()) draft.speaker = last_;
      last_ = draft.speaker;
    }
  }
}

}  // namespace gainsay::extract
