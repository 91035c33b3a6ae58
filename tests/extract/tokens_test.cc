#include "tokens.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace gainsay::extract {
namespace {

// Tokens between bars; "+" before one that touches the token before it.
std::string split(std::string_view text) {
  std::string out;
  for (const Token& token : tokenize(text)) {
    if (!out.empty()) out += token.space_before ? " | " : " |+";
    out += text.substr(token.span.begin, token.span.size());
  }
  return out;
}

std::string norms(std::string_view text) {
  std::string out;
  for (const Token& token : tokenize(text))
    out += (out.empty() ? "" : " ") + token.norm;
  return out;
}

TEST(Tokens, WordsNumbersAndPunctuationAreApart) {
  EXPECT_EQ(split("Two men, aged 55, fled."), "Two | men |+, | aged | 55 |+, | fled |+.");
  EXPECT_EQ(split("1,200.5 or 1,2"), "1,200.5 | or | 1 |+, |+2");
}

TEST(Tokens, InitialsDesignationsAndOrdinalsStayWhole) {
  EXPECT_EQ(split("the U.S. F-16 at 5 a.m."), "the | U.S. | F-16 | at | 5 | a.m.");
  EXPECT_EQ(split("COVID-19, Su-27, 81st, 1990s"), "COVID-19 |+, | Su-27 |+, | 81st |+, | 1990s");
}

TEST(Tokens, CompoundsAndUnitsAreSplit) {
  EXPECT_EQ(split("90-minute"), "90 |+- |+minute");
  EXPECT_EQ(split("$5bn 20-25 60km"), "$ |+5 |+bn | 20 |+- |+25 | 60 |+km");
}

TEST(Tokens, ContractionsAndPossessivesAreSplit) {
  EXPECT_EQ(split("don't country's they're O'Neill workers' tools"),
            "do |+n't | country |+'s | they |+'re | O'Neill | workers |+' | tools");
  EXPECT_EQ(norms("isn\u2019t it\u2019s"), "is n't it 's");
}

TEST(Tokens, NormsAreLowerCaseWithStraightQuotesAndTwoDashes) {
  EXPECT_EQ(norms("\u201cÉtat\u201d 5\u20137 war \u2014 peace \u2013 end--now"),
            "\" état \" 5 - 7 war -- peace -- end -- now");
}

TEST(Tokens, CapitalAndKindAreKnown) {
  const auto tokens = tokenize("Éva 5 ½ !");
  ASSERT_EQ(tokens.size(), 4U);
  EXPECT_TRUE(tokens[0].capital);
  EXPECT_EQ(tokens[1].kind, Token::Kind::kNumber);
  EXPECT_EQ(tokens[2].kind, Token::Kind::kNumber);
  EXPECT_EQ(tokens[3].kind, Token::Kind::kPunctuation);
}

TEST(Tokens, EmptyAndBrokenTextsAreHarmless) {
  EXPECT_TRUE(tokenize("").empty());
  EXPECT_TRUE(tokenize(" \n\t\u00a0").empty());
  EXPECT_EQ(tokenize("a \xF0\x9F").front().norm, "a");
  EXPECT_EQ(tokenize(std::string(100000, '\'')).size(), 100000U);
}

}  // namespace
}  // namespace gainsay::extract
