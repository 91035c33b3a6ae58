#include <algorithm>
#include <cmath>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "extract/extractor.h"
#include "ruleset/ruleset.h"
#include "support/build.h"
#include "text/sentences.h"

namespace gainsay {
namespace {

struct Reader {
  ruleset::Loaded loaded = ruleset::load(GAINSAY_SOURCE_DIR "/rules");
  std::vector<Error> errors;
  std::unique_ptr<extract::Extractor> extractor;
  text::SentenceSplitter splitter{loaded.rules.abbreviations};

  Reader() {
    errors = loaded.errors;
    auto made = extract::Extractor::create(loaded.rules, errors);
    if (made) extractor = std::make_unique<extract::Extractor>(std::move(*made));
  }
};

const Reader& reader() {
  static const Reader kReader;
  return kReader;
}

bool near(double a, double b) {
  return a == b || std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b));
}

bool meets(const Claim& claim, const ruleset::Example& example) {
  const auto& q = claim.value.quantity;
  const bool value =
      !example.has_value || (q && near(q->lo, *example.lo) && near(q->hi, *example.hi));
  return value && (example.quote.empty() || claim.text == example.quote) &&
         (example.label.empty() || claim.value.label == example.label) &&
         (example.subject.empty() || claim.frame.subject == example.subject) &&
         (example.place.empty() || claim.frame.place == example.place) &&
         (example.speaker.empty() || claim.assertion.speaker == example.speaker) &&
         (!example.polarity || claim.assertion.polarity == *example.polarity);
}

std::string print(const std::vector<Claim>& claims) {
  std::string out;
  for (const Claim& c : claims) {
    out += "\n  " + c.rule + " '" + c.text + "'";
    if (c.value.quantity) {
      out += " [" + std::to_string(c.value.quantity->lo) + ", " +
             std::to_string(c.value.quantity->hi) + "]";
    }
    out += " label '" + c.value.label + "' speaker '" + c.assertion.speaker + "' subject '" +
           c.frame.subject + "' " + name(c.assertion.polarity);
  }
  return out;
}

class Examples : public testing::TestWithParam<std::string> {
 protected:
  static bool holds(const ruleset::ClaimRule& rule, const ruleset::Example& example,
                    std::string& found) {
    const text::Document document = build::doc(example.text);
    const auto claims = reader().extractor->extract(document, reader().splitter.split(document));
    found = print(claims) + "\n  read as" + reader().extractor->tagged(example.text);
    for (const Claim& claim : claims) {
      if (document.text(claim.span) != claim.text) return false;
    }
    const auto of_rule = [&](const Claim& c) { return c.rule == rule.id; };
    if (example.none) return std::none_of(claims.begin(), claims.end(), of_rule);
    return std::any_of(claims.begin(), claims.end(),
                       [&](const Claim& c) { return of_rule(c) && meets(c, example); });
  }
};

TEST_P(Examples, YieldWhatTheRuleSays) {
  ASSERT_NE(reader().extractor, nullptr);
  const auto& rules = reader().loaded.rules.claims;
  const auto rule =
      std::find_if(rules.begin(), rules.end(), [](const auto& r) { return r.id == GetParam(); });
  ASSERT_NE(rule, rules.end());
  EXPECT_FALSE(rule->says.empty());
  EXPECT_FALSE(rule->source.empty());
  std::string found;
  for (const auto& example : rule->examples) {
    EXPECT_TRUE(holds(*rule, example, found)) << example.where << ": " << example.text << found;
  }
  for (const auto& gap : rule->known_gaps) {
    EXPECT_FALSE(holds(*rule, gap, found)) << gap.where << ": works now, move it to the examples";
  }
}

std::vector<std::string> rule_ids() {
  std::vector<std::string> ids;
  for (const auto& rule : reader().loaded.rules.claims)
    ids.push_back(rule.id);
  return ids;
}

INSTANTIATE_TEST_SUITE_P(Rules, Examples, testing::ValuesIn(rule_ids()), [](const auto& param) {
  std::string id = param.param;
  std::replace_if(
      id.begin(), id.end(), [](char c) { return c == '.' || c == '-'; }, '_');
  return id;
});

// Sentences of everyday prose, of which no two reports could disagree.
TEST(RuleFiles, FindHardlyAnythingInSentencesWithoutNews) {
  ASSERT_NE(reader().extractor, nullptr);
  std::ifstream in(GAINSAY_SOURCE_DIR "/tests/rules/plain_sentences.txt");
  std::size_t sentences = 0;
  std::vector<Claim> found;
  for (std::string line; std::getline(in, line); ++sentences) {
    const text::Document document = build::doc(line);
    for (Claim& claim : reader().extractor->extract(document, reader().splitter.split(document))) {
      found.push_back(std::move(claim));
    }
  }
  EXPECT_EQ(sentences, 200U);
  EXPECT_LE(found.size(), 10U) << print(found);
}

TEST(RuleFiles, LoadWithoutAComplaint) {
  for (const Error& error : reader().errors)
    ADD_FAILURE() << error.where << ": " << error.message;
  EXPECT_FALSE(reader().loaded.rules.claims.empty());
}

}  // namespace
}  // namespace gainsay
