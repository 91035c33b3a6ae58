#include <cstdint>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tag_printer.h"

namespace gainsay::extract {
namespace {

const TagPrinter& printer() {
  static const TagPrinter instance;
  return instance;
}

const std::vector<const char*> kNothing = {
    "no reports of injuries",
    "no evidence",
    "won 3-2",
    "the 52 to 48 vote",
    "218-210",
    "5-4 ruling",
    "9-14",
    "in 2014",
    "2014",
    "the 1990s",
    "Jan. 10",
    "21 January 2022",
    "March 3-5",
    "2013-14 season",
    "Group of 20",
    "9/11",
    "F-16 jets",
    "Boeing 737",
    "Channel 4",
    "Card 1 of 5",
    "Article 5",
    "Route 66",
    "No. 1",
    "COVID-19",
    "7-Eleven",
    "Room 101",
    "call 555-1212",
    "https://x.org/2014/05/12345",
    "at 5:30 p.m.",
    "at 7 pm",
    "at 5:15pm",
    "0800 GMT",
    "1. First item",
    "one of the best",
    "on the one hand",
    "second to none",
    "the one who left",
    "no one-sided deal",
    "007",
    "3D film",
    "3.2.1 release",
    "12/05/2014",
    "221 Baker Street",
    "under-15 team",
    "#5",
    "in 2014 soldiers left",
    "123456789012345678901",
    "1234 5678",
    "five five two three",
    "the GAD 67 gene",
    "see [4]",
    "the 70 's",
    "in the first half of the game",
    "armed with a .357 Magnum",
    "dated 20220121",
    "a 12-gauge shotgun",
    "number one song",
    "one another",
    "day one",
    "a split second",
    "the first lady",
    "the 21st century",
    "500 pounds",
    "3,5 million",
    "1,2,3,4",
    "the 9/11 attacks",
    "+44 20 7946 0958",
    "call 911 call tapes",
    "the Big 3 carmakers",
    "World War Two",
    "Formula 1 race",
    "page 12",
    "Chapters 3 and 4",
    "In May 12 people died",
    "on 12 May 2015",
    "in 1999 prices",
    "by 2030",
    "Chelsea won 2-1, 3-1",
    "at 10.30 GMT",
    "twelve o'clock",
};

TEST(NoQuantity, NamesDatesScoresAndIdiomsYieldNoTag) {
  for (const char* text : kNothing)
    EXPECT_EQ(printer().print(text), "") << text;
}

// A fixed linear congruential sequence: the same texts in every run.
class Sequence {
 public:
  std::uint32_t next(std::uint32_t below) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::uint32_t>(state_ >> 33) % below;
  }

 private:
  std::uint64_t state_ = 42;
};

TEST(NoQuantity, AnyMixtureOfPiecesKeepsTagsInOrderAndInside) {
  const std::vector<std::string> pieces = {
      " ",      "-",         "1",     "20",  "3.5",     "1,000", "/",         ",",      ".",
      "$",      "€",         "m",     "bn",  "million", "a",     "half",      "and",    "of",
      "to",     "between",   "no",    "one", "people",  "hour",  "old",       "foot",   "'s",
      "\u2019", "\u2013",    "½",     "é",   "\u00a0",  "%",     "more than", "dozens", "the",
      "Jan",    "magnitude", "(",     ")",   "\\",      "\x01",  "𝟙",         "minus",  "or",
      "more",   "per",       "first", "40s", "aged",    "R26"};
  Sequence random;
  for (int round = 0; round < 10000; ++round) {
    std::string text;
    for (std::uint32_t k = random.next(14); k > 0; --k) {
      text += pieces[random.next(static_cast<std::uint32_t>(pieces.size()))];
      if (random.next(3) != 0) text += ' ';
    }
    const std::vector<Token> tokens = tokenize(text);
    std::uint32_t end = 0;
    for (const QuantityTag& tag : printer().tag(text)) {
      ASSERT_LE(end, tag.first) << text;
      ASSERT_LE(tag.first, tag.number_first) << text;
      ASSERT_LT(tag.number_first, tag.number_last) << text;
      ASSERT_LE(tag.number_last, tag.last) << text;
      ASSERT_LE(tag.last, tokens.size()) << text;
      ASSERT_LE(tag.quantity.lo, tag.quantity.hi) << text;
      ASSERT_TRUE(tag.quantity.hard.contains(tag.quantity.pragmatic) ||
                  tag.quantity.hard.lo == tag.quantity.hard.hi)
          << text;
      ASSERT_FALSE(tag.quantity.dimension.empty()) << text;
      end = tag.last;
    }
  }
}

TEST(NoQuantity, LongRunsOfNumberWordsAreReadToTheirEnd) {
  for (const char* piece : {"one ", "million ", "twenty-", "5 to ", "9", "1,", "and a half ", "$",
                            "more than ", "1-", "a couple of ", "three of the "}) {
    std::string text;
    for (int i = 0; i < 5000; ++i)
      text += piece;
    for (const QuantityTag& tag : printer().tag(text))
      ASSERT_LT(tag.first, tag.last);
  }
}

}  // namespace
}  // namespace gainsay::extract
