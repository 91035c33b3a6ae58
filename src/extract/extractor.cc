#include "extract/extractor.h"

#include <algorithm>
#include <utility>

#include "claims.h"
#include "stance.h"

namespace gainsay::extract {

struct Extractor::Impl {
  ruleset::RuleSet rules;
  Lexicon lexicon;
  QuantityTagger quantities;
  EntityFinder entities;
  Matcher matcher;

  Impl(const ruleset::RuleSet& set, std::vector<Error>& errors)
      : rules(set),
        lexicon(rules),
        quantities(rules, errors),
        entities(lexicon),
        matcher(rules.claims, errors) {}

  [[nodiscard]] std::vector<Token> tokens_of(std::string_view text) const {
    std::vector<Token> tokens = tokenize(text);
    lexicon.look_up(tokens);
    return tokens;
  }

  [[nodiscard]] Analysis analyse(std::string_view text, std::vector<Token> tokens,
                                 const NameTable* known) const {
    Analysis a;
    a.text = text;
    a.tokens = std::move(tokens);
    a.clause_ends = find_clause_ends(lexicon, a.tokens);
    a.times = find_times(lexicon, a.in());
    a.mentions = entities.find(a.in(), known);
    a.quantities = quantities.tag(text, a.tokens);
    fold(a);
    return a;
  }

  [[nodiscard]] Trace trace(const SentenceReading& reading) const {
    const Analysis& a = reading.analysis;
    Trace trace{reading.sentence->index, std::string(a.text), a.tagged, {}};
    const auto see = [&](const char* step, TokenRange at, std::string kind, std::string value) {
      if (at.empty()) return;
      trace.seen.push_back({step,
                            {a.tokens[at.first].span.begin, a.tokens[at.last - 1].span.end},
                            std::move(kind),
                            std::move(value)});
    };
    for (const QuantityTag& tag : a.quantities) {
      see("quantities", {tag.first, tag.last}, tag.quantity.dimension, tag.quantity.unit);
    }
    for (const Mention& m : a.mentions)
      see("names", {m.first, m.last}, name(m.type), m.name);
    for (const TimeTag& tag : a.times)
      see("times", {tag.first, tag.last}, name(tag.kind), tag.value);
    for (const Cue& cue : reading.cues)
      see("speech", cue.scope, cue.lemma, cue.speaker);
    for (const Match& match : matcher.match(a)) {
      see("rules", {a.units[match.whole.first].first, a.units[match.whole.last - 1].last},
          rules.claims[match.rule].id, "");
    }
    return trace;
  }

  /// Calls `use` with the sentences that are read, a passage at a time: each with what is known of
  /// it before rules match.
  template <class Use>
  void read(const text::Document& document, const std::vector<text::Sentence>& sentences,
            Use use) const {
    constexpr std::size_t kKept = 1024;        // sentences; tokens of later ones are made twice
    constexpr std::size_t kLongest = 1 << 16;  // bytes of a passage; no real paragraph is longer
    std::vector<const text::Sentence*> read;
    for (const text::Sentence& s : sentences) {
      if (s.zone != Zone::kFurniture && s.zone != Zone::kRelated) read.push_back(&s);
    }
    NameTable names;
    std::vector<std::vector<Token>> kept;
    kept.reserve(std::min(kKept, read.size()));
    for (const text::Sentence* s : read) {
      const std::string_view text = text::readable(document, *s);
      std::vector<Token> tokens = tokens_of(text);
      for (const Mention& m : entities.find({text, tokens}, nullptr))
        names.add(m);
      if (kept.size() < kKept) kept.push_back(std::move(tokens));
    }
    QuoteReader quotes(lexicon, document);
    std::vector<SentenceReading> passage;
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < read.size(); ++i) {
      const std::string_view text = text::readable(document, *read[i]);
      std::vector<Token> tokens = i < kept.size() ? std::move(kept[i]) : tokens_of(text);
      passage.push_back({read[i], analyse(text, std::move(tokens), &names), {}, {}, {}});
      bytes += text.size();
      const bool ends = i + 1 == read.size() || read[i + 1]->block != read[i]->block;
      if (!ends && bytes < kLongest) continue;
      quotes.read(passage);
      use(passage);
      passage.clear();
      bytes = 0;
    }
  }
};

Extractor::Extractor(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

Result<Extractor> Extractor::create(const ruleset::RuleSet& rules, std::vector<Error>& errors) {
  const std::size_t before = errors.size();
  auto impl = std::make_unique<Impl>(rules, errors);
  if (errors.size() > before) {
    return fail(errors[before].code, errors[before].where, errors[before].message);
  }
  return Extractor(std::move(impl));
}

std::vector<Claim> Extractor::extract(const text::Document& document,
                                      const std::vector<text::Sentence>& sentences) const {
  ClaimMaker maker(impl_->rules.claims, impl_->lexicon, impl_->matcher, document);
  impl_->read(document, sentences,
              [&](std::vector<SentenceReading>& passage) { maker.read(std::move(passage)); });
  return std::move(maker).claims();
}

std::vector<Trace> Extractor::trace(const text::Document& document,
                                    const std::vector<text::Sentence>& sentences) const {
  std::vector<Trace> out;
  impl_->read(document, sentences, [&](const std::vector<SentenceReading>& passage) {
    for (const SentenceReading& reading : passage)
      out.push_back(impl_->trace(reading));
  });
  return out;
}

std::vector<SeenQuantity> Extractor::quantities(std::string_view text) const {
  const std::vector<Token> tokens = impl_->tokens_of(text);
  std::vector<SeenQuantity> seen;
  for (const QuantityTag& tag : impl_->quantities.tag(text, tokens)) {
    seen.push_back({{tokens[tag.first].span.begin, tokens[tag.last - 1].span.end}, tag.quantity});
  }
  return seen;
}

std::string Extractor::tagged(std::string_view text) const {
  return impl_->analyse(text, impl_->tokens_of(text), nullptr).tagged;
}

}  // namespace gainsay::extract
