#include "text/sentences.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace gainsay::text {
namespace {

using Sentences = std::vector<std::string>;

const std::vector<std::string>& words() {
  static const std::vector<std::string> list{"Mr.",    "Ms.",    "Gen.",   "Jan. |", "No. #",
                                             "a.m. |", "p.m. |", "Inc. |", "| The",  "| He"};
  return list;
}

Document document(std::vector<std::string> paragraphs) {
  std::string bytes;
  std::vector<Block> blocks;
  for (std::string& text : paragraphs) {
    const auto begin = static_cast<std::uint32_t>(bytes.size());
    const auto size = static_cast<std::uint32_t>(text.size());
    bytes += text + "\n";
    blocks.push_back({Zone::kBody, std::move(text), {{0, size, begin, size}}});
  }
  return {"a.txt", std::move(bytes), std::string(64, '0'), {}, std::move(blocks)};
}

Sentences split(const std::string& text) {
  const Document d = document({text});
  Sentences out;
  for (const Sentence& s : SentenceSplitter(words()).split(d)) {
    out.emplace_back(readable(d, s));
  }
  return out;
}

TEST(Sentences, EndAtAStopBeforeACapital) {
  EXPECT_EQ(split("The dam broke. Nobody was hurt! Why?"),
            (Sentences{"The dam broke.", "Nobody was hurt!", "Why?"}));
}

TEST(Sentences, ALineWithoutAStopIsOne) {
  EXPECT_EQ(split("Dam breaks in Halvern"), Sentences{"Dam breaks in Halvern"});
}

TEST(Sentences, DoNotEndAtTitles) {
  EXPECT_EQ(split("Mr. Brill met Gen. Osk. Ms. Lee left."),
            (Sentences{"Mr. Brill met Gen. Osk.", "Ms. Lee left."}));
}

TEST(Sentences, DoNotEndAtInitials) {
  EXPECT_EQ(split("Ana V. Osk and J. R. Lee spoke."), Sentences{"Ana V. Osk and J. R. Lee spoke."});
}

TEST(Sentences, MayEndAtTheWordI) {
  EXPECT_EQ(split("So did I. Nobody else came."), (Sentences{"So did I.", "Nobody else came."}));
}

TEST(Sentences, DoNotEndAtAnAcronymBeforeAName) {
  EXPECT_EQ(split("The U.S. Army left."), Sentences{"The U.S. Army left."});
}

TEST(Sentences, EndAtAnAcronymBeforeAStarter) {
  EXPECT_EQ(split("They live in the U.S. The army left."),
            (Sentences{"They live in the U.S.", "The army left."}));
  EXPECT_EQ(split("They live in the U.S. “We stay.”"),
            (Sentences{"They live in the U.S.", "“We stay.”"}));
}

TEST(Sentences, TimesOfDayEndOneBeforeAStarterOnly) {
  EXPECT_EQ(split("It began at 6 a.m. Friday. It ended at 5 p.m. He left."),
            (Sentences{"It began at 6 a.m. Friday.", "It ended at 5 p.m.", "He left."}));
}

TEST(Sentences, AMonthBelongsToItsDay) {
  EXPECT_EQ(split("On Jan. 5 President Lee spoke."), Sentences{"On Jan. 5 President Lee spoke."});
}

TEST(Sentences, ANumberMarkCountsBeforeANumberOnly) {
  EXPECT_EQ(split("Train No. 5 left. No. Nobody knew."),
            (Sentences{"Train No. 5 left.", "No.", "Nobody knew."}));
}

TEST(Sentences, AreNotSplitAtDecimals) {
  EXPECT_EQ(split("Prices rose 3.5 percent."), Sentences{"Prices rose 3.5 percent."});
}

TEST(Sentences, KeepTheirClosingQuote) {
  EXPECT_EQ(split("“We stay.” Nobody left. \"They stay.\" All slept."),
            (Sentences{"“We stay.”", "Nobody left.", "\"They stay.\"", "All slept."}));
  EXPECT_EQ(split("“We stay. ” Nobody left."), (Sentences{"“We stay. ”", "Nobody left."}));
}

TEST(Sentences, KeepTheirOpeningQuote) {
  EXPECT_EQ(split("He stayed.“We go.” She left."),
            (Sentences{"He stayed.", "“We go.”", "She left."}));
}

TEST(Sentences, RunOnAfterAQuestionWhenTheSpeakerFollows) {
  EXPECT_EQ(split("“Is it over?” he asked. “Go!” she said."),
            (Sentences{"“Is it over?” he asked.", "“Go!” she said."}));
}

TEST(Sentences, ASpeakerAfterAFullStopStartsAnother) {
  EXPECT_EQ(split("“We won.” Mr. Brill smiled."), (Sentences{"“We won.”", "Mr. Brill smiled."}));
}

TEST(Sentences, ADatelineBelongsToTheFirst) {
  EXPECT_EQ(split("HALVERN, N.D. — The dam broke."), Sentences{"HALVERN, N.D. — The dam broke."});
}

TEST(Sentences, GluedTextIsSplitAfterTheStop) {
  EXPECT_EQ(split("They made a pledge.MORE STORIES here"),
            (Sentences{"They made a pledge.", "MORE STORIES here"}));
  EXPECT_EQ(split("It was in Halvern.The dam broke."),
            (Sentences{"It was in Halvern.", "The dam broke."}));
}

TEST(Sentences, AddressesAreNotGluedText) {
  EXPECT_EQ(split("See www.post.example/News.Html and http://a.example/?q=A?B for more."),
            Sentences{"See www.post.example/News.Html and http://a.example/?q=A?B for more."});
}

TEST(Sentences, GluedTitlesStayWithTheirName) {
  EXPECT_EQ(split("They met Gen.Osk there."), Sentences{"They met Gen.Osk there."});
}

TEST(Sentences, TheMarkOfAListItemIsNone) {
  EXPECT_EQ(split("1. The dam broke."), Sentences{"1. The dam broke."});
}

TEST(Sentences, StrayPunctuationJoinsTheOneBefore) {
  EXPECT_EQ(split("They were not convinced. . ’’ Nobody was."),
            (Sentences{"They were not convinced. . ’’", "Nobody was."}));
}

TEST(Sentences, LoseWhiteSpaceAtTheEndsOnly) {
  EXPECT_EQ(split("\xC2\xA0 The dam\xC2\xA0"
                  "broke. \xE2\x80\x83 Nobody was hurt.\xC2\xA0"),
            (Sentences{"The dam\xC2\xA0"
                       "broke.",
                       "Nobody was hurt."}));
}

TEST(Sentences, AreNumberedThroughAllBlocksWithTheirOffsets) {
  const Document d = document({"One. Two.", "Three."});
  EXPECT_EQ(SentenceSplitter(words()).split(d),
            (std::vector<Sentence>{{0, 0, {0, 4}, {0, 4}, Zone::kBody},
                                   {1, 0, {5, 9}, {5, 9}, Zone::kBody},
                                   {2, 1, {0, 6}, {10, 16}, Zone::kBody}}));
}

TEST(Sentences, AHeadlineIsOne) {
  const Document d("a.txt", "Osk Jr. The mayor? Gone!", std::string(64, '0'), {},
                   {{Zone::kHeadline, "Osk Jr. The mayor? Gone!", {{0, 24, 0, 24}}}});
  EXPECT_EQ(SentenceSplitter(words()).split(d),
            (std::vector<Sentence>{{0, 0, {0, 24}, {0, 24}, Zone::kHeadline}}));
}

TEST(Sentences, AStrayStopBeforeACalibreEndsNone) {
  EXPECT_EQ(split("He held a. 38 Special. He fired."),
            (Sentences{"He held a. 38 Special.", "He fired."}));
}

TEST(Sentences, OfNothingAreNone) {
  EXPECT_EQ(split(""), Sentences{});
  EXPECT_EQ(split(" \xC2\xA0 "), Sentences{});
}

/// Texts put together from pieces that are hard to split, the same in every run.
std::string random_text(unsigned seed) {
  static const std::vector<std::string> pieces{"The",
                                               " ",
                                               "  ",
                                               ". ",
                                               ".",
                                               "? ",
                                               "!",
                                               "“",
                                               "”",
                                               "\"",
                                               "U.S.",
                                               "Mr.",
                                               "I.",
                                               "é",
                                               "e\xCC\x81",
                                               "\xF0\x9F\x98\x80",
                                               "\xC2\xA0",
                                               "\xE2\x80\x83",
                                               "\n",
                                               "\r\n",
                                               "dam",
                                               "Osk",
                                               "5",
                                               "(",
                                               ")",
                                               "…",
                                               "—",
                                               "www.a.B",
                                               "\xE6\xB0\xB4\xE3\x80\x82",
                                               "’"};
  std::string text;
  for (unsigned i = 0; i < 60; ++i) {
    seed = seed * 1664525U + 1013904223U;
    text += pieces[(seed >> 16U) % pieces.size()];
  }
  return text;
}

TEST(Sentences, HoldEveryByteThatIsNotWhiteSpaceOnce) {
  const SentenceSplitter splitter(words());
  for (unsigned seed = 0; seed < 2000; ++seed) {
    const std::string text = random_text(seed);
    const Document d = document({text});
    std::string inside;
    std::uint32_t end = 0;
    for (const Sentence& s : splitter.split(d)) {
      ASSERT_LE(end, s.in_block.begin) << text;
      ASSERT_LT(s.in_block.begin, s.in_block.end) << text;
      std::string gap = text.substr(end, s.in_block.begin - end);
      inside += gap;
      end = s.in_block.end;
      ASSERT_EQ(d.text(s.original), readable(d, s));
    }
    inside += text.substr(end);
    for (const std::string space : {" ", "\n", "\r", "\xC2\xA0", "\xE2\x80\x83"}) {
      for (std::size_t at = inside.find(space); at != std::string::npos; at = inside.find(space)) {
        inside.erase(at, space.size());
      }
    }
    ASSERT_EQ(inside, "") << text;
  }
}

TEST(Sentences, OfAVeryLongLineTakeLinearTime) {
  std::string text;
  for (int i = 0; i < 20000; ++i) {
    text += "Mr. Brill met Gen. Osk of the U.S. Army. ";
  }
  EXPECT_EQ(split(text).size(), 20000U);
}

TEST(Sentences, WithoutAnEndAreCutBetweenWordsAndCharacters) {
  EXPECT_EQ(split(std::string(1000000, 'x')).size(), 245U);
  std::string words;
  std::string letters;
  for (int i = 0; i < 2000; ++i) {
    words += "12,345 ";
    letters += "\xE4\xB8\xAD";
  }
  for (const std::string& sentence : split(words)) {
    EXPECT_LE(sentence.size(), 4096U);
    EXPECT_TRUE(sentence.starts_with("12,345") && sentence.ends_with("12,345"));
  }
  const Sentences cut = split(letters);
  ASSERT_EQ(cut.size(), 2U);
  EXPECT_EQ(cut[0].size(), 4095U);
  EXPECT_EQ(cut[0] + cut[1], letters);
}

}  // namespace
}  // namespace gainsay::text
