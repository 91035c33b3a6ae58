#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "pair/world.h"

namespace gainsay::pair {
namespace {

std::vector<std::uint32_t> numbers(const Output& output) {
  std::vector<std::uint32_t> out;
  for (const Membership& membership : output.stories)
    out.push_back(membership.story.value());
  return out;
}

TEST(Stories, ReportsOfOtherWordsAreOtherStories) {
  World world;
  world.report({"fire", "harbour", "warehouse"})
      .report({"election", "senate"})
      .report({"blaze", "harbour", "warehouse"})
      .report({"election", "senate", "vote"});
  EXPECT_EQ(numbers(world.propose()), (std::vector<std::uint32_t>{1, 2, 1, 2}));
}

TEST(Stories, TwoEventsDoNotMergeThroughOneBridge) {
  World world;
  for (int i = 0; i < 3; ++i)
    world.report({"a", "b", "c"});
  world.report({"a", "b", "x", "y"});
  for (int i = 0; i < 3; ++i)
    world.report({"x", "y", "z"});
  Options options;
  options.story_similarity = 0.3;
  const std::vector<std::uint32_t> of = numbers(world.propose(options));
  EXPECT_NE(of.front(), of.back());
  EXPECT_EQ(of[0], of[2]);
  EXPECT_EQ(of[4], of[6]);
}

/// Reports of two captures that share most of their words; each names its ship, its place and its
/// figure, or two of the three.
World two_captures() {
  World world;
  const std::vector<std::string> common = {"navy", "capture", "pirate", "gulf", "crew", "boat"};
  const std::vector<std::vector<std::string>> marks = {{"Corvina", "Sable", "17"},
                                                       {"Halcyon", "Tarn", "31"}};
  for (int i = 0; i < 12; ++i) {
    std::vector<std::string> words = common;
    for (int k = 0; k < 3; ++k) {
      const bool left_out = i > 5 && k == i % 3;
      if (!left_out)
        words.push_back(marks[static_cast<std::size_t>(i % 2)][static_cast<std::size_t>(k)]);
    }
    words.push_back("detail" + std::to_string(i));
    world.report(words);
  }
  return world;
}

TEST(Stories, TwoLikeEventsAreToldApartByNamesAndFigures) {
  EXPECT_EQ(numbers(two_captures().propose()),
            (std::vector<std::uint32_t>{1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2}));
}

TEST(Stories, AReportWithoutMarksMayBeOfEitherEventAndIsHeldAgainstBoth) {
  World world = two_captures();
  for (const Membership& membership : world.propose().stories)
    EXPECT_EQ(membership.beside, StoryId{}) << "each names what its event alone has";
  world.report({"navy", "capture", "pirate", "gulf"}).claim("killed");
  world.claims.insert(world.claims.begin(), 2, world.claims[0]);
  world.claims[0].document = DocumentId{1};
  world.claims[1].document = DocumentId{2};
  const Output output = world.propose();
  const Membership last = output.stories.back();
  EXPECT_EQ(last.story.value() * last.beside.value(), 2U);
  const bool first = last.story == StoryId{1};
  EXPECT_EQ(reasons(output),
            (std::vector<Pair>{{0, 2, first ? kAttribute : Proposed::kCloseStory},
                               {1, 2, first ? Proposed::kCloseStory : kAttribute}}));
}

TEST(Stories, LongAndShortReportsOfOneEventStayTogether) {
  World world;
  for (int i = 0; i < 12; ++i) {
    std::vector<std::string> words = {"navy", "capture", "pirate", "Corvina", "Sable", "17"};
    if (i % 2 == 0) {
      for (const char* more : {"Orlo", "Venn", "Marek", "250", "reward", "trial"})
        words.emplace_back(more);
    }
    world.report(words);
  }
  EXPECT_EQ(numbers(world.propose()), std::vector<std::uint32_t>(12, 1));
}

TEST(Stories, CopiesOfTwoTextsAreNoTwoEvents) {
  World world;
  for (int i = 0; i < 12; ++i) {
    const bool first = i % 2 == 0;
    world.report({"navy", "capture", "pirate", "Corvina", first ? "Orlo" : "Marek",
                  first ? "Venn" : "Tarn", first ? "Ilse" : "Bram", first ? "250" : "31"});
    world.documents.back().origin = OriginId{first ? 1U : 2U};
  }
  EXPECT_EQ(numbers(world.propose()), std::vector<std::uint32_t>(12, 1));
  for (DocumentFacts& facts : world.documents)
    facts.origin = {};
  EXPECT_EQ(numbers(world.propose())[1], 2u) << "as reports of their own they are";
}

TEST(Stories, TheSameWordsAfterAYearAreAnotherStory) {
  World world;
  world.report({"flood", "Lenn", "dyke"}).on_day(0);
  world.report({"flood", "Lenn", "dyke"}).on_day(400);
  world.report({"flood", "Lenn", "dyke"}).on_day(25);
  world.report({"flood", "Lenn", "dyke"}).on_day(50);
  world.report({"flood", "Lenn", "dyke"});
  EXPECT_EQ(numbers(world.propose()), (std::vector<std::uint32_t>{1, 2, 1, 1, 1}));
}

TEST(Stories, DoNotDependOnTheOrderOfReports) {
  const World world = two_captures();
  const std::vector<std::uint32_t> before = numbers(world.propose());
  World turned = world;
  std::reverse(turned.terms.begin(), turned.terms.end());
  std::vector<std::uint32_t> after = numbers(turned.propose());
  std::reverse(after.begin(), after.end());
  for (std::size_t i = 0; i < before.size(); ++i) {
    for (std::size_t j = 0; j < before.size(); ++j)
      EXPECT_EQ(before[i] == before[j], after[i] == after[j]) << i << ' ' << j;
  }
}

TEST(Stories, TheBackgroundSaysWhichWordsAreRare) {
  World world;
  world.report({"strike", "rail", "Aster"}).report({"strike", "rail", "Bolt"});
  Options options;
  options.story_similarity = 0.2;
  const auto numbers_beside = [&](const std::vector<std::string>& words) {
    World others;
    for (int i = 0; i < 4; ++i)
      others.report(words);
    return numbers({pair::stories(world.terms, world.documents, {others.terms, 100}, options), {}});
  };
  EXPECT_EQ(numbers_beside({"fog"}), (std::vector<std::uint32_t>{1, 1}))
      << "nobody else speaks of a strike";
  EXPECT_EQ(numbers_beside({"strike", "rail"}), (std::vector<std::uint32_t>{1, 2}))
      << "everybody speaks of a strike";
}

}  // namespace
}  // namespace gainsay::pair
