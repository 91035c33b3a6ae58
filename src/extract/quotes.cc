#include "quotes.h"

#include <algorithm>
#include <optional>

namespace gainsay::extract {
namespace {

constexpr std::uint32_t kNear = 3;  ///< tokens between a closing mark and the speaker behind it

struct Block {
  std::size_t first = 0;  ///< readings [first, last)
  std::size_t last = 0;
  std::vector<Quotation> quotations;
};

class Reader {
 public:
  Reader(const Lexicon& lexicon, const text::Document& document,
         std::vector<SentenceReading>& readings)
      : lexicon_(lexicon), document_(document), readings_(readings), attribution_(lexicon) {}

  std::vector<QuoteDraft> run() {
    Discourse discourse;
    for (std::size_t i = 0; i < readings_.size();) {
      Block block{i, i, {}};
      const std::uint32_t number = readings_[i].sentence->block;
      while (block.last < readings_.size() && readings_[block.last].sentence->block == number)
        ++block.last;
      block.quotations = find_quotations(document_.blocks()[number].text);
      for (std::size_t k = block.first; k < block.last; ++k) {
        mark(block, readings_[k]);
        const std::vector<bool> quoted = inside(readings_[k]);
        readings_[k].cues = attribution_.cues(readings_[k].analysis, quoted, discourse);
      }
      quotes_of(block);
      i = block.last;
    }
    return std::move(drafts_);
  }

 private:
  static void mark(const Block& block, SentenceReading& r) {
    const std::uint32_t offset = r.sentence->in_block.begin;
    r.quote_of.assign(r.analysis.tokens.size(), 0);
    // Both are in the order of the text, and quotations do not overlap.
    std::size_t q = 0;
    for (std::size_t t = 0; t < r.quote_of.size(); ++t) {
      const Span token = r.analysis.tokens[t].span;
      const Span span{token.begin + offset, token.end + offset};
      if (t == 0) q = first_behind(block, span.begin);
      while (q < block.quotations.size() && block.quotations[q].inner.end < span.end)
        ++q;
      if (q == block.quotations.size()) break;
      if (block.quotations[q].inner.contains(span)) {
        r.quote_of[t] = static_cast<std::uint32_t>(q) + 1;
      }
    }
  }
  // The first quotation that ends at `begin` or behind it.
  [[nodiscard]] static std::size_t first_behind(const Block& block, std::uint32_t begin) {
    const auto found = std::ranges::lower_bound(block.quotations, begin, {},
                                                [](const Quotation& q) { return q.inner.end; });
    return static_cast<std::size_t>(found - block.quotations.begin());
  }
  [[nodiscard]] static std::vector<bool> inside(const SentenceReading& r) {
    std::vector<bool> out;
    for (const std::uint32_t q : r.quote_of)
      out.push_back(q != 0);
    return out;
  }

  void quotes_of(const Block& block) {
    std::vector<std::string> speakers(block.quotations.size() + 1);
    const std::size_t first_draft = drafts_.size();
    for (std::size_t k = block.first; k < block.last; ++k) {
      const SentenceReading& r = readings_[k];
      for (std::uint32_t t = 0; t < r.quote_of.size();) {
        std::uint32_t end = t + 1;
        while (end < r.quote_of.size() && r.quote_of[end] == r.quote_of[t])
          ++end;
        if (r.quote_of[t] != 0) add(block, k, {t, end}, speakers);
        t = end;
      }
    }
    inherit(first_draft, speakers);
  }

  void add(const Block& block, std::size_t k, TokenRange at, std::vector<std::string>& speakers) {
    const SentenceReading& r = readings_[k];
    QuoteDraft draft;
    draft.reading = k;
    draft.quotation = r.quote_of[at.first];
    if (const Cue* cue = speaker_cue(block, k, at, speakers)) {
      draft.speaker = cue->speaker;
      draft.cue = cue->lemma;
      if (speakers[draft.quotation].empty()) speakers[draft.quotation] = cue->speaker;
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
    Span span{in.tokens[at.first].span.begin, in.tokens[at.last - 1].span.end};
    if (words == 1) {
      // A scare quote is a claim only with the noun it colours.
      const std::uint32_t noun = at.last + 1;
      const bool closes =
          in.tokens.size() > noun && in.tokens[at.last].kind == Token::Kind::kPunctuation;
      if (!closes || !in.word(noun) || lexicon_.is("stop_words", in.norm(noun)) ||
          lexicon_.is("say_verbs", in.norm(noun)) || at.first == 0) {
        return;
      }
      at.last = noun + 1;
      span = {in.tokens[at.first - 1].span.begin, in.tokens[noun].span.end};
    }
    draft.at = at;
    draft.span = span;
    for (std::uint32_t i = at.first; i < at.last; ++i) {
      if (in.tokens[i].kind == Token::Kind::kPunctuation) continue;
      const bool joined = in.norm(i).starts_with('\'') || in.norm(i) == "n't";
      if (!draft.label.empty() && !(joined && in.glued(i))) draft.label += ' ';
      draft.label += in.norm(i);
    }
    drafts_.push_back(std::move(draft));
  }

  // The cue right behind the closing mark, else the one that leads to the opening mark, else the
  // next sentence of the paragraph when it begins with one and nobody has spoken before.
  [[nodiscard]] const Cue* speaker_cue(const Block& block, std::size_t k, TokenRange at,
                                       const std::vector<std::string>& speakers) const {
    const SentenceReading& r = readings_[k];
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
    const bool first_words = std::ranges::all_of(speakers, &std::string::empty);
    if (first_words && k + 1 < block.last && at.last + 1 >= r.quote_of.size()) {
      const std::vector<Cue>& next = readings_[k + 1].cues;
      if (!next.empty() && next.front().speaker_at.first <= 1) return &next.front();
    }
    if (!r.cues.empty()) return &r.cues.front();
    // A sentence that is nothing but a quotation goes on with whom the sentence before named.
    const bool alone = at.first <= 1 && at.last + 2 >= r.quote_of.size();
    if (!alone || k == block.first) return nullptr;
    const std::vector<Cue>& last = readings_[k - 1].cues;
    return last.empty() || last.back().speaker.empty() ? nullptr : &last.back();
  }

  // A quotation over several sentences has one speaker; one that nobody is named for belongs to the
  // speaker before it in the paragraph.
  void inherit(std::size_t first_draft, const std::vector<std::string>& speakers) {
    std::string last;
    for (std::size_t d = first_draft; d < drafts_.size(); ++d) {
      QuoteDraft& draft = drafts_[d];
      if (draft.speaker.empty()) draft.speaker = speakers[draft.quotation];
      if (draft.speaker.empty()) draft.speaker = last;
      last = draft.speaker;
    }
  }

  const Lexicon& lexicon_;
  const text::Document& document_;
  std::vector<SentenceReading>& readings_;
  AttributionFinder attribution_;
  std::vector<QuoteDraft> drafts_;
};

}  // namespace

std::vector<QuoteDraft> read_quotes(const Lexicon& lexicon, const text::Document& document,
                                    std::vector<SentenceReading>& readings) {
  return Reader(lexicon, document, readings).run();
}

}  // namespace gainsay::extract
