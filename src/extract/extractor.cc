#include "extract/extractor.h"

#include <algorithm>
#include <utility>

#include "claims.h"

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

  [[nodiscard]] Analysis analyse(std::string_view text, const NameTable* known) const {
    Analysis a;
    a.text = text;
    a.tokens = tokenize(text);
    a.times = find_times(lexicon, a.in());
    a.mentions = entities.find(a.in(), known);
    a.quantities = quantities.tag(text, a.tokens);
    fold(a);
    return a;
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
  std::vector<const text::Sentence*> read;
  for (const text::Sentence& s : sentences) {
    if (s.zone != Zone::kFurniture && s.zone != Zone::kRelated) read.push_back(&s);
  }
  NameTable names;
  for (const text::Sentence* s : read) {
    const std::vector<Token> tokens = tokenize(text::readable(document, *s));
    const Tokenized in{text::readable(document, *s), tokens};
    for (const Mention& m : impl_->entities.find(in, nullptr))
      names.add(m);
  }
  std::vector<SentenceReading> readings;
  readings.reserve(read.size());
  for (const text::Sentence* s : read) {
    readings.push_back({s, impl_->analyse(text::readable(document, *s), &names), {}, {}});
  }
  ClaimMaker maker(impl_->rules.claims, impl_->lexicon, impl_->matcher, document);
  return maker.run(readings);
}

std::vector<SeenQuantity> Extractor::quantities(std::string_view text) const {
  const std::vector<Token> tokens = tokenize(text);
  std::vector<SeenQuantity> seen;
  for (const QuantityTag& tag : impl_->quantities.tag(text, tokens)) {
    seen.push_back({{tokens[tag.first].span.begin, tokens[tag.last - 1].span.end}, tag.quantity});
  }
  return seen;
}

std::string Extractor::tagged(std::string_view text) const {
  return impl_->analyse(text, nullptr).tagged;
}

}  // namespace gainsay::extract
