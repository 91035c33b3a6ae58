// Claims and quantities of damaged sentences, and rules with damaged patterns.
#include <algorithm>
#include <cmath>
#include <memory>
#include <set>

#include "extract/extractor.h"
#include "fuzz.h"
#include "ruleset/ruleset.h"
#include "support/build.h"

namespace gainsay::fuzz {
namespace {

bool inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

void check(Span span, std::string_view text) {
  must(!span.empty() && span.end <= text.size(), "a span lies in the text");
  must(!inside_character(text, span.begin) && !inside_character(text, span.end),
       "a span begins and ends between characters");
}

void check(const Quantity& q) {
  must(!std::isnan(q.lo) && !std::isnan(q.hi), "a quantity is a number");
  must(q.lo <= q.hi && q.hard.lo <= q.hard.hi && q.pragmatic.lo <= q.pragmatic.hi,
       "bounds are in order");
  must(!q.dimension.empty(), "a quantity has a dimension");
}

// Cut at stops here: the splitter is another layer's.
std::vector<text::Sentence> sentences_of(const text::Document& document) {
  std::vector<text::Sentence> out;
  const std::string& text = document.bytes();
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(". ", begin), text.size() - 1) + 1;
    const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    out.push_back({static_cast<std::uint32_t>(out.size()), 0, span, span, Zone::kBody});
    begin = end;
  }
  return out;
}

void check_claims(const extract::Extractor& extractor, const std::string& input) {
  if (input.empty()) return;
  const text::Document document = build::doc(input, "2031-03-14");
  const auto sentences = sentences_of(document);
  const std::vector<Claim> claims = extractor.extract(document, sentences);
  Span last;
  for (const Claim& claim : claims) {
    check(claim.span, input);
    must(document.text(claim.span) == claim.text, "the text at the span is the claim's");
    must(claim.sentence < sentences.size(), "a claim stands in a sentence");
    must(last.begin <= claim.span.begin, "claims are in order");
    must(!claim.attribute.empty() && !claim.rule.empty(), "a claim has an attribute and a rule");
    must(claim.confidence >= 0 && claim.confidence <= 1, "confidence is between 0 and 1");
    if (claim.value.quantity) check(*claim.value.quantity);
    last = claim.span;
  }
  const std::vector<Claim> again = extractor.extract(document, sentences);
  must(std::ranges::equal(claims, again, {}, &Claim::id, &Claim::id),
       "the same text has the same claims");
}

void check_quantities(const extract::Extractor& extractor, const std::string& input) {
  Span last;
  for (const extract::SeenQuantity& seen : extractor.quantities(input)) {
    check(seen.span, input);
    must(last.end <= seen.span.begin, "quantities do not overlap");
    check(seen.quantity);
    last = seen.span;
  }
  must(extractor.tagged(input).ends_with(' '), "a tagged sentence ends with a blank");
}

void check_pattern(const std::string& pattern) {
  ruleset::RuleSet rules;
  ruleset::ClaimRule rule;
  rule.id = rule.attribute = "a.b";
  rule.patterns = {{pattern, pattern, "rules/claims/a.yaml:3:5"}};
  rule.unless = rule.patterns;
  rules.claims = {rule, rule};
  rules.claims[1].unless.clear();
  std::vector<Error> errors;
  const auto extractor = extract::Extractor::create(rules, errors);
  must(extractor.has_value() == errors.empty(), "a pattern works or is an error");
  for (const Error& error : errors)
    must(error.where == rule.patterns[0].where, "an error names the line of the pattern");
  if (extractor) check_claims(*extractor, "At least 12 people were killed in Oslo. He said no.");
}

}  // namespace

std::vector<Target> targets() {
  const ruleset::Loaded loaded = ruleset::load(GAINSAY_SOURCE_DIR "/rules");
  must(loaded.errors.empty(), "the rules are sound");
  std::vector<Error> errors;
  auto made = extract::Extractor::create(loaded.rules, errors);
  must(made.has_value(), "the patterns are sound");
  const auto extractor = std::make_shared<extract::Extractor>(std::move(*made));

  Target claims;
  claims.name = "claims";
  for (const ruleset::ClaimRule& rule : loaded.rules.claims) {
    for (const ruleset::Example& example : rule.examples)
      claims.seeds.push_back(example.text);
  }
  claims.pieces = news_pieces();
  claims.check = [extractor](const std::string& input) { check_claims(*extractor, input); };

  Target quantities = claims;
  quantities.name = "quantities";
  quantities.check = [extractor](const std::string& input) { check_quantities(*extractor, input); };

  Target patterns;
  patterns.name = "patterns";
  for (const ruleset::ClaimRule& rule : loaded.rules.claims) {
    for (const ruleset::Pattern& pattern : rule.patterns)
      patterns.seeds.push_back(pattern.expanded);
  }
  patterns.pieces = {"(", ")",   "(?P<value>", "(?P<value>x)", "[",      "]",    "{2,1000}", "*",
                     "+", "?",   "|",          "\\b",          "\\pL",   "(?i)", ".",        "^",
                     "$", "\\C", "\\Q",        "(?:",          "x{1000}"};
  patterns.check = check_pattern;
  return {claims, quantities, patterns};
}

}  // namespace gainsay::fuzz
