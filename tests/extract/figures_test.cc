// Which of several events a figure is of, and when it was counted, over the rules of the
// repository.
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "extract/extractor.h"
#include "ruleset/ruleset.h"
#include "support/build.h"
#include "text/sentences.h"

namespace gainsay::extract {
namespace {

constexpr std::array<const char*, 7> kDays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

std::string day(const TimeInterval& time) {
  return time.weekday < 0 ? "-" : kDays.at(static_cast<std::size_t>(time.weekday));
}

/// "text: which one, day of the event, day of the count", one line for each claim of `attribute`.
std::string figures(std::string text, std::string_view attribute,
                    const std::string& published = "") {
  static const ruleset::Loaded kLoaded = ruleset::load(std::string(GAINSAY_SOURCE_DIR) + "/rules");
  static std::vector<Error> errors;
  static const Result<Extractor> kExtractor = Extractor::create(kLoaded.rules, errors);
  const text::Document document = build::doc(std::move(text), published);
  const text::SentenceSplitter splitter(kLoaded.rules.abbreviations);
  std::string out;
  for (const Claim& claim : kExtractor->extract(document, splitter.split(document))) {
    if (claim.attribute != attribute) continue;
    out += claim.text + ": " + (claim.frame.ordinal.empty() ? "-" : claim.frame.ordinal) + ", " +
           day(claim.frame.time) + ", " + day(claim.as_of) + '\n';
  }
  return out;
}

std::string killed(std::string text, const std::string& published = "") {
  return figures(std::move(text), "casualties.killed", published);
}

TEST(Figures, OfAnEarlierYearAreNotOfToday) {
  const auto arrests = [](std::string text, const std::string& published = "") {
    return figures(std::move(text), "arrests.count", published);
  };
  EXPECT_EQ(arrests("In 2019 police arrested 12 people."), "12 people: of 2019, -, -\n");
  EXPECT_EQ(arrests("In 2019, police arrested 12 people."), "12 people: of 2019, -, -\n");
  EXPECT_EQ(arrests("Police arrested 12 people two years ago."),
            "12 people: of two years ago, -, -\n");
  EXPECT_EQ(arrests("Police arrested 12 people two years ago.", "2031-03-14"),
            "12 people: of 2029, -, -\n");
  EXPECT_EQ(arrests("Police arrested 12 people in 2031.", "2031-03-14"), "12 people: -, -, -\n");
  EXPECT_EQ(arrests("At the club, opened in 2019, police arrested 12 people."),
            "12 people: -, -, -\n");
}

TEST(Figures, OfAnAftershockAreNotOfTheQuake) {
  EXPECT_EQ(figures("An aftershock of magnitude 5.1 shook Lunde.", "quake.magnitude"),
            "magnitude 5.1: aftershock, -, -\n");
  EXPECT_EQ(
      figures("A quake of magnitude 6.1 shook Lunde; aftershocks followed.", "quake.magnitude"),
      "magnitude 6.1: -, -, -\n");
  EXPECT_EQ(figures("A strong aftershock, the worst so far, hit Lunde on Tuesday.", "quake.day"),
            "Tuesday: aftershock, Tue, -\n");
  EXPECT_EQ(killed("Aftershocks jolt Lunde, and 12 people are killed."), "12 people: -, -, -\n");
  EXPECT_EQ(killed("The quake and its aftershocks killed 12 people."), "12 people: -, -, -\n");
}

TEST(Figures, ThatRiseAreOfTheDayOfTheirCount) {
  EXPECT_EQ(killed("The death toll rose to 27 on Friday."), "27: -, -, Fri\n");
  EXPECT_EQ(killed("The flood killed 27 people on Friday."), "27 people: -, Fri, -\n");
  EXPECT_EQ(killed("The toll of Monday's flood stood at 27 on Friday."), "27: -, -, Fri\n");
}

TEST(Figures, OfAChangeCountOneThing) {
  EXPECT_EQ(killed("The death toll rose from 12 to 19."), "12: earlier, -, -\n19: -, -, -\n");
  EXPECT_EQ(killed("The office lowered the number of people killed to 33 from 37."),
            "33: -, -, -\n37: earlier, -, -\n");
  EXPECT_EQ(killed("The number of people killed stands at 17, not 18."),
            "17: -, -, -\n18: earlier, -, -\n");
  EXPECT_EQ(killed("The storm killed 33 people and tore tiles from 37 roofs."),
            "33 people: -, -, -\n");
}

TEST(Figures, OfAnotherCountCountWhatTheSentenceBeforeCounts) {
  const auto marched = [](std::string text) { return figures(std::move(text), "protest.count"); };
  EXPECT_EQ(marched("Some 20,000 people marched in Oslo. Organisers put the number at 35,000."),
            "Some 20,000 people: -, -, -\n35,000: -, -, -\n");
  EXPECT_EQ(marched("Some 20,000 people marched in Oslo. Organisers put the price at 35,000."),
            "Some 20,000 people: -, -, -\n");
  EXPECT_EQ(marched("Some 20,000 people marched in Oslo. Organisers put the number at 35."),
            "Some 20,000 people: -, -, -\n");
  EXPECT_EQ(marched("Some 200 people marched in Oslo and 90 were arrested. Organisers put the "
                    "number at 150."),
            "Some 200 people: -, -, -\n");
}

TEST(Figures, AreTakenBackInTheNextSentenceToo) {
  const std::string text = "An earlier version of this report said that 12 people were killed. ";
  EXPECT_EQ(killed(text + "It also said that 14 people were killed in Lunde."),
            "12 people: taken back, -, -\n14 people: taken back, -, -\n");
  EXPECT_EQ(killed(text + "The storm killed 14 people."),
            "12 people: taken back, -, -\n14 people: -, -, -\n");
}

}  // namespace
}  // namespace gainsay::extract
