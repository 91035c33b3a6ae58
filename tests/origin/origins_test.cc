#include "origin/origins.h"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <ctime>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace gainsay::origin {
namespace {

using Text = std::vector<std::string>;

std::vector<std::uint32_t> groups(const std::vector<Text>& texts) {
  std::vector<Input> reports(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    reports[i].sentences.assign(texts[i].begin(), texts[i].end());
  }
  std::vector<std::uint32_t> out;
  for (OriginId origin : group(reports))
    out.push_back(origin.value());
  return out;
}

const Text kFerry = {"A ferry with forty passengers ran aground near Tarsund harbour on Monday.",
                     "Rescue boats brought everyone ashore within three hours.",
                     "The captain told reporters that the steering had failed.",
                     "Engineers will examine the hull before the vessel moves again.",
                     "The shipping company cancelled all crossings until Thursday.",
                     "Passengers praised the crew for keeping calm in darkness.",
                     "Police opened an investigation into possible negligence.",
                     "Local fishermen helped to carry luggage from the beach.",
                     "The harbour master closed the northern channel overnight."};
const Text kReworded = {
    "Forty passengers were aboard a ferry that ran aground near Tarsund on Monday.",
    "Within three hours, rescue boats had brought everyone ashore safely.",
    "Steering had failed, the captain told waiting reporters.",
    "Before it moves again engineers will examine the vessel and its hull.",
    "All crossings until Thursday have been cancelled, the company announced.",
    "The crew won praise from passengers for keeping calm.",
    "An investigation into possible negligence was opened by police.",
    "Luggage was carried from the beach by local fishermen.",
    "Overnight the northern channel was closed by its harbour master."};
const Text kOtherFerryReport = {
    "Investigators boarded the stranded Tarsund ferry early on Tuesday morning.",
    "They want to know why a routine crossing ended on the rocks.",
    "Union leaders had complained about ageing steering equipment since spring.",
    "The company rejects the accusation and points to its inspections.",
    "One passenger, a nurse, described how the lights went out at once.",
    "Insurance experts expect the salvage to cost several million crowns.",
    "The mayor asked the transport minister for a second vessel.",
    "Tourists on the island have to wait for the mail boat.",
    "Environmental groups warned that fuel might reach the bird reserve."};

TEST(Origins, NothingHasNoOrigin) {
  EXPECT_EQ(groups({}), (std::vector<std::uint32_t>{}));
}

TEST(Origins, TheSameTextIsOneOrigin) {
  EXPECT_EQ(groups({kFerry, kOtherFerryReport, kFerry}), (std::vector<std::uint32_t>{1, 2, 1}));
}

TEST(Origins, ReportsWithoutTextAreEachTheirOwn) {
  EXPECT_EQ(groups({{}, {}, {"Yes."}, {"Yes."}}), (std::vector<std::uint32_t>{1, 2, 3, 4}));
}

TEST(Origins, AShortenedCopyWithANewHeadlineIsOneOrigin) {
  const Text cut = {"Ferry hits rocks", kFerry[0], kFerry[1], kFerry[2], kFerry[3]};
  EXPECT_EQ(groups({cut, kFerry}), (std::vector<std::uint32_t>{1, 1}));
}

TEST(Origins, CaseAndPunctuationMakeNoDifference) {
  Text loud = kFerry;
  for (std::string& sentence : loud) {
    for (char& c : sentence)
      c = static_cast<char>(std::toupper(c));
    sentence.back() = '!';
  }
  EXPECT_EQ(groups({kFerry, loud}), (std::vector<std::uint32_t>{1, 1}));
}

TEST(Origins, ARewordedCopyWhoseSentencesFollowTheSameOrderIsOneOrigin) {
  EXPECT_EQ(groups({kFerry, kReworded}), (std::vector<std::uint32_t>{1, 1}));
}

TEST(Origins, TheSameSentencesInAnotherOrderAreNoRewordedCopy) {
  const Text backwards(kReworded.rbegin(), kReworded.rend());
  EXPECT_EQ(groups({kFerry, backwards}), (std::vector<std::uint32_t>{1, 2}));
}

TEST(Origins, AShortRewordedTextIsNotEnough) {
  const Text few(kReworded.begin(), kReworded.begin() + 7);
  EXPECT_EQ(groups({kFerry, few}), (std::vector<std::uint32_t>{1, 2}));
}

TEST(Origins, TwoReportsOfOneEventAreTwoOrigins) {
  EXPECT_EQ(groups({kFerry, kOtherFerryReport}), (std::vector<std::uint32_t>{1, 2}));
}

TEST(Origins, ASharedQuotationDoesNotMakeACopy) {
  Text quoting = kOtherFerryReport;
  quoting.push_back(kFerry[2]);
  EXPECT_EQ(groups({kFerry, quoting}), (std::vector<std::uint32_t>{1, 2}));
}

TEST(Origins, CopiesOfCopiesAreOneOriginAndNumbersFollowFirstAppearance) {
  Text second = kReworded;
  second[0] = "Nobody was hurt.";
  EXPECT_EQ(groups({kOtherFerryReport, second, kFerry, kReworded}),
            (std::vector<std::uint32_t>{1, 2, 2, 2}));
}

TEST(Origins, TwoThousandReportsAreGroupedInSeconds) {
  std::mt19937 random(7);
  std::vector<Text> texts;
  for (int i = 0; i < 2000; ++i) {
    if (i % 10 == 9) {
      texts.push_back(texts[static_cast<std::size_t>(i - 9)]);
      texts.back()[0] = "A new headline for the item";
      continue;
    }
    Text text;
    for (int j = 0; j < 25; ++j) {
      std::string sentence;
      for (int k = 0; k < 18; ++k)
        sentence += "word" + std::to_string(random() % 8000) + " ";
      text.push_back(sentence);
    }
    texts.push_back(text);
  }
  const std::clock_t begin = std::clock();  // of this process: other work does not count
  const std::vector<std::uint32_t> of = groups(texts);
  const std::chrono::duration<double> taken(static_cast<double>(std::clock() - begin) /
                                            CLOCKS_PER_SEC);
  RecordProperty("milliseconds", static_cast<int>(taken.count() * 1000));
  EXPECT_EQ(of[9], of[0]);
  EXPECT_EQ(of[1999], of[1990]);
  EXPECT_EQ(*std::max_element(of.begin(), of.end()), 1800u);
  EXPECT_LT(taken.count(), 30);
}

}  // namespace
}  // namespace gainsay::origin
