#include <gtest/gtest.h>

#include "ingest/support.h"

namespace gainsay::ingest {
namespace {

text::Document read_text(std::string bytes, Options options = {}, std::string name = "report") {
  return read(std::move(bytes), Format::kText, std::move(options), std::move(name));
}

const char* const kBody =
    "The dam above Halvern broke on Monday, and the lower town was flooded.\n";

TEST(PlainText, EveryLineIsABlock) {
  EXPECT_EQ(blocks(read_text("The dam broke.\nNobody was hurt.\n\n\nWater fell.")),
            "body: The dam broke.\nbody: Nobody was hurt.\nbody: Water fell.\n");
}

TEST(PlainText, ATitleStandsAboveAnEmptyLine) {
  const auto d = read_text(std::string("Dam breaks\n\n") + kBody);
  EXPECT_EQ(metadata(d), "Dam breaks |  |  |  | ");
  EXPECT_EQ(blocks(d), std::string("headline: Dam breaks\nbody: ") + kBody);
}

TEST(PlainText, ATitleStandsAboveALongerSentence) {
  EXPECT_EQ(metadata(read_text(std::string("Dam breaks\n") + kBody)), "Dam breaks |  |  |  | ");
}

TEST(PlainText, AFirstLineWithAStopIsNoTitle) {
  EXPECT_EQ(metadata(read_text(std::string("The dam broke.\n\n") + kBody)), " |  |  |  | ");
}

TEST(PlainText, AnOnlyLineIsNoTitle) {
  EXPECT_EQ(blocks(read_text("Dam breaks above Halvern")), "body: Dam breaks above Halvern\n");
}

TEST(PlainText, AQuestionIsATitleAboveAnEmptyLine) {
  EXPECT_EQ(metadata(read_text(std::string("Will the dam hold?\n\n") + kBody)),
            "Will the dam hold? |  |  |  | ");
}

TEST(PlainText, HeaderLinesStandInAnyOrder) {
  const std::string tail = std::string("\n") + kBody;
  const std::string expected =
      "Dam breaks | post.example | https://www.post.example/a/b.html |  | 2031-08-04T00:00:00Z";
  const std::string date = "20310804\n";
  const std::string url = "https://www.post.example/a/b.html\n";
  EXPECT_EQ(metadata(read_text("Dam breaks\n" + date + url + tail)), expected);
  EXPECT_EQ(metadata(read_text(url + "\n" + date + "Dam breaks\n" + tail)), expected);
  EXPECT_EQ(metadata(read_text(date + "Dam breaks\n" + url + tail)), expected);
}

TEST(PlainText, HeaderLinesAreNoBody) {
  EXPECT_EQ(
      blocks(read_text(std::string("Dam breaks\nBy Ana Osk and Bo Lee\nAug. 4, 2031\n") + kBody)),
      std::string("headline: Dam breaks\nfurniture: By Ana Osk and Bo Lee\n"
                  "furniture: Aug. 4, 2031\nbody: ") +
          kBody);
}

TEST(PlainText, LabelledLinesSayWhatTheyAre) {
  EXPECT_EQ(metadata(read_text(std::string("Title: Dam breaks\nSource: Harbour Post\n"
                                           "Updated: 5 August 2031\nPublished: 4 August 2031\n"
                                           "URL: http://post.example/1\n\n") +
                               kBody)),
            "Dam breaks | Harbour Post | http://post.example/1 |  | 2031-08-04T00:00:00Z");
}

TEST(PlainText, AnUpdateIsTheDateWhenThereIsNoOther) {
  EXPECT_EQ(metadata(read_text(std::string("Updated: 5 August 2031\n") + kBody)),
            " |  |  |  | 2031-08-05T00:00:00Z");
}

TEST(PlainText, ADateInTheAddressIsUsedWhenNoneIsStated) {
  EXPECT_EQ(metadata(read_text(std::string("http://post.example/2031/08/04/dam\n") + kBody)),
            " | post.example | http://post.example/2031/08/04/dam |  | 2031-08-04T00:00:00Z");
}

TEST(PlainText, ASentenceThatStartsWithByIsNoByline) {
  EXPECT_EQ(blocks(read_text("By 2030 the dam was old\nThe dam above Halvern broke on Monday.")),
            "headline: By 2030 the dam was old\nbody: The dam above Halvern broke on Monday.\n");
}

TEST(PlainText, AFolderDoesNotMakeTwoReportsOneSource) {
  EXPECT_EQ(read_text(kBody, {}, "news/flood/1.txt").metadata().source, "");
  EXPECT_EQ(read_text(kBody, {}, "news/flood/2.txt").metadata().source, "");
}

TEST(PlainText, TheDatelineNamesThePlace) {
  const auto place = [](const std::string& start) {
    return read_text(start + "The dam broke on Monday.").metadata().dateline;
  };
  EXPECT_EQ(place("HALVERN — "), "Halvern");
  EXPECT_EQ(place("PORT TAMRA (Meridian) - "), "Port Tamra");
  EXPECT_EQ(place("HALVERN, Jan. 3 - "), "Halvern");
  EXPECT_EQ(place("HALVERN, Veldania (Meridian) -- "), "Halvern");
  EXPECT_EQ(place("Halvern (Meridian) – "), "Halvern");
  EXPECT_EQ(place("The dam - an old one - "), "");
  EXPECT_EQ(place("Halvern-born Osk said: "), "");
}

TEST(PlainText, HardWrappedLinesAreOneParagraph) {
  EXPECT_EQ(
      blocks(read_text("The dam above the town of Halvern broke on Monday after three days of\n"
                       "heavy rain, and the water reached the lower streets within an hour. The\n"
                       "mayor said that nobody had been hurt.\n\nThe repair will take a year.\n")),
      "body: The dam above the town of Halvern broke on Monday after three days of heavy rain, and "
      "the water reached the lower streets within an hour. The mayor said that nobody had been "
      "hurt.\nbody: The repair will take a year.\n");
}

TEST(PlainText, AWordBrokenAtItsHyphenIsJoined) {
  EXPECT_EQ(
      blocks(read_text("The minister and the mayor of the flooded town spoke at the high-\r\n"
                       "level meeting that the governor had called, and agreed on nothing.\r\n")),
      "body: The minister and the mayor of the flooded town spoke at the high-level meeting that "
      "the governor had called, and agreed on nothing.\n");
}

TEST(PlainText, OneSentenceALineIsNotHardWrapped) {
  EXPECT_EQ(read_text("The dam above the town of Halvern broke on Monday after heavy rain.\n"
                      "The water reached the lower streets of the old town within an hour.\n"
                      "The mayor of Halvern said that nobody had been hurt in the flood.\n")
                .blocks()
                .size(),
            3U);
}

TEST(PlainText, OffsetsCountTheByteOrderMarkAndLineEnds) {
  const auto d = read_text(
      "\xEF\xBB\xBF"
      "Dam breaks\r\n\r\nThe dam broke.\r\n");
  EXPECT_EQ(blocks(d), "headline: Dam breaks\nbody: The dam broke.\n");
  EXPECT_EQ(d.blocks()[0].original({0, 3}), (Span{3, 6}));
  EXPECT_EQ(d.text(d.blocks()[1].original({4, 7})), "dam");
  EXPECT_EQ(d.position(d.blocks()[1].original({0, 1}).begin), (text::Position{3, 1}));
}

TEST(PlainText, OldLineEndsSeparateLinesToo) {
  EXPECT_EQ(blocks(read_text("The dam broke.\rNobody was hurt.")),
            "body: The dam broke.\nbody: Nobody was hurt.\n");
}

TEST(PlainText, SpecialSpacesReadAsSpacesAndInvisibleCharactersAsNothing) {
  const auto d = read_text("It cost 20\xC2\xA0million in Hal\xC2\xADvern.");
  EXPECT_EQ(blocks(d), "body: It cost 20 million in Halvern.\n");
  EXPECT_EQ(d.text(d.blocks()[0].original({8, 18})), "20\xC2\xA0million");
  EXPECT_EQ(d.text(d.blocks()[0].original({22, 29})), "Hal\xC2\xADvern");
}

TEST(PlainText, LettersBeyondAsciiKeepTheirBytes) {
  EXPECT_EQ(blocks(read_text("“Cafe\xCC\x81” \xF0\x9F\x8C\x8A hit Tamra’s 水.")),
            "body: “Cafe\xCC\x81” \xF0\x9F\x8C\x8A hit Tamra’s 水.\n");
}

Options furniture(std::string begin, std::string end, std::string pattern = "") {
  return {{{std::move(begin), std::move(end), std::move(pattern)}}};
}

TEST(Furniture, IsCutOutFromItsFirstPhraseToItsLast) {
  const auto d = read_text("A pledge.NEWS FOR YOUFlood in TamraSEND The mayor left.",
                           furniture("NEWS FOR YOU", "SEND"));
  EXPECT_EQ(blocks(d),
            "body: A pledge.\nfurniture: NEWS FOR YOUFlood in TamraSEND\nbody: The mayor left.\n");
  EXPECT_EQ(d.text(d.blocks()[2].original({0, 3})), "The");
}

TEST(Furniture, RunsToTheEndOfTheBlockWithoutALastPhrase) {
  EXPECT_EQ(blocks(read_text("The dam broke.\nThe mayor left. Read on: Flood in Tamra",
                             furniture("Read on:", ""))),
            "body: The dam broke.\nbody: The mayor left.\nfurniture: Read on: Flood in Tamra\n");
}

TEST(Furniture, IsTheFirstPhraseAloneWhenTheLastIsMissing) {
  EXPECT_EQ(blocks(read_text("A pledge. NEWS FOR YOU The mayor left.",
                             furniture("NEWS FOR YOU", "SEND"))),
            "body: A pledge.\nfurniture: NEWS FOR YOU\nbody: The mayor left.\n");
}

TEST(Furniture, APatternMatchesAnyNumber) {
  EXPECT_EQ(blocks(read_text("Box 2 of 13 The mayor left Box of 5 alone. Box 12 of 13",
                             furniture("", "", "Box # of #"))),
            "furniture: Box 2 of 13\nbody: The mayor left Box of 5 alone.\n"
            "furniture: Box 12 of 13\n");
}

TEST(Furniture, AnAnchoredPhraseMustStandAtTheEndsOfItsBlock) {
  EXPECT_EQ(blocks(read_text("Share prices fell.\nShare", furniture("^Share$", ""))),
            "body: Share prices fell.\nfurniture: Share\n");
  EXPECT_EQ(
      blocks(read_text("See also: Tamra.\nThey See also: nothing.", furniture("^See also:", ""))),
      "furniture: See also: Tamra.\nbody: They See also: nothing.\n");
}

TEST(Furniture, LeavesHeadlinesAlone) {
  EXPECT_EQ(blocks(read_text(std::string("Share prices fall\n\n") + kBody, furniture("Share", ""))),
            std::string("headline: Share prices fall\nbody: ") + kBody);
}

}  // namespace
}  // namespace gainsay::ingest
