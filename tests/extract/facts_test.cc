#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "extract/extractor.h"
#include "support/build.h"
#include "text/sentences.h"

namespace gainsay::extract {
namespace {

/// One rule: "{name} resigned", or "X resigned" of anybody.
ruleset::ClaimRule resigned() {
  ruleset::ClaimRule rule;
  rule.id = rule.attribute = "post";
  rule.kind = ClaimKind::kFact;
  rule.compare = "label";
  rule.patterns.push_back({" (?:(?P<subject>E/per/[^ ]+)|[^ ]+) (?P<label>resigned) ", "", ""});
  return rule;
}

/// "text: label of subject", one line for each claim.
std::string facts(const ruleset::ClaimRule& rule, std::string text) {
  ruleset::RuleSet rules;
  rules.words["given_names"] = {"anna", "peter"};
  rules.claims.push_back(rule);
  std::vector<Error> errors;
  const Result<Extractor> extractor = Extractor::create(rules, errors);
  if (!extractor) return extractor.error().message;
  const text::Document document = build::doc(std::move(text));
  std::string out;
  for (const Claim& claim :
       extractor->extract(document, text::SentenceSplitter({}).split(document))) {
    out += claim.text + ": " + claim.value.label + " of " +
           (claim.frame.subject.empty() ? "nobody" : claim.frame.subject) + '\n';
  }
  return out;
}

TEST(Facts, StandOnTheirValueOrOnAllWordsOfTheMatch) {
  ruleset::ClaimRule rule = resigned();
  EXPECT_EQ(facts(rule, "Anna Berg resigned."), "resigned: resigned of Anna Berg\n");
  rule.whole = true;
  EXPECT_EQ(facts(rule, "Anna Berg resigned."), "Anna Berg resigned: resigned of Anna Berg\n");
}

TEST(Facts, AreClaimedOnceAReportWhereTheRuleSaysSo) {
  ruleset::ClaimRule rule = resigned();
  const std::string twice = "Anna Berg resigned. Later on Anna Berg resigned. Peter Holt resigned.";
  EXPECT_EQ(facts(rule, twice),
            "resigned: resigned of Anna Berg\n"
            "resigned: resigned of Anna Berg\n"
            "resigned: resigned of Peter Holt\n");
  rule.once = true;
  EXPECT_EQ(facts(rule, twice),
            "resigned: resigned of Anna Berg\n"
            "resigned: resigned of Peter Holt\n");
}

TEST(Facts, OfASubjectThatIsNotNamedBelongToTheOnePersonOfTheSentence) {
  ruleset::ClaimRule rule = resigned();
  EXPECT_EQ(facts(rule, "Angry with Anna Berg, she resigned."), "resigned: resigned of nobody\n");
  rule.per_subject = true;
  EXPECT_EQ(facts(rule, "Angry with Anna Berg, she resigned."),
            "resigned: resigned of Anna Berg\n");
  EXPECT_EQ(facts(rule, "Angry with Anna Berg and Peter Holt, she resigned."),
            "resigned: resigned of nobody\n");
}

TEST(Facts, StandWhereAndWhenTheyAreSaidToAndNotWhereWhatTheyAreComparedWithDid) {
  const auto where = [](std::string text) {
    ruleset::RuleSet rules;
    rules.words["place_prepositions"] = {"in"};
    rules.words["comparison_links"] = {"than", "as"};
    rules.words["months"] = {"march"};
    ruleset::ClaimRule rule = resigned();
    rule.patterns = {{" (?P<label>resigned) ", "", ""}};
    rules.claims.push_back(rule);
    std::vector<Error> errors;
    const Result<Extractor> extractor = Extractor::create(rules, errors);
    if (!extractor) return extractor.error().message;
    const text::Document document = build::doc(std::move(text));
    std::string out;
    for (const Claim& claim :
         extractor->extract(document, text::SentenceSplitter({}).split(document))) {
      out += claim.frame.place;
    }
    return out;
  };
  EXPECT_EQ(where("Three resigned in Oslo."), "Oslo");
  EXPECT_EQ(where("Three resigned, one more than in Oslo."), "");
  EXPECT_EQ(where("Twice as many resigned in Bergen as in Oslo."), "Bergen");
}

}  // namespace
}  // namespace gainsay::extract
