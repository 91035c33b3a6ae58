#include <gtest/gtest.h>

#include "judge/build.h"

namespace gainsay::judge::test {
namespace {

TEST(Headline, LeavesTheHedgeToItsBody) {
  EXPECT_EQ(Session({killed(1, exactly(17)).headline(), killed(1, at_least(17)).sentence(1),
                     killed(2, exactly(26))})
                .print(),
            "update a c: 17 against 26: from at least 17 to 26\n"
            "update b c: at least 17 against 26: from at least 17 to 26\n"
            "refines a b: 17 against at least 17: the first lies inside the second\n");
}

TEST(Headline, LeavesTheDayToItsBody) {
  EXPECT_EQ(Session({killed(1, exactly(17)).headline(),
                     killed(1, exactly(17)).sentence(1).as_of("2031-03-10"),
                     killed(2, exactly(26)).as_of("2031-03-12")})
                .print(),
            "update a c: 17 against 26: from 17 to 26\n"
            "update b c: 17 against 26: from 17 to 26\n"
            "same a b: 17 against 17: the same figure\n");
}

TEST(Headline, StandsForItselfWhereItsBodyGivesAnotherFigure) {
  EXPECT_EQ(Session({killed(1, exactly(17)).headline(), killed(1, at_least(19)).sentence(1),
                     killed(2, exactly(26))})
                .print(),
            "numeric-conflict a b: 17 against at least 19: 11 % apart\n"
            "numeric-conflict a c: 17 against 26: 35 % apart\n"
            "update b c: at least 19 against 26: from at least 19 to 26\n");
}

TEST(Population, WhatIsLessThanTheTotalBeforeItIsAPart) {
  EXPECT_EQ(Session({killed(1, exactly(31)), killed(1, exactly(12)).sentence(2),
                     killed(2, exactly(31)), killed(2, exactly(8)).sentence(2)})
                .print(),
            "same a c: 31 against 31: the same figure\n"
            "not-comparable: event 2\n"
            "not-comparable: population 3\n");
}

TEST(Population, ATotalManyTimesLargerIsOfAnotherEvent) {
  EXPECT_EQ(
      Session({killed(1, exactly(112)), killed(1, exactly(12)).sentence(2), killed(2, exactly(9))})
          .print(),
      "numeric-conflict b c: 12 against 9: 25 % apart\n"
      "not-comparable: event 2\n");
}

TEST(Population, FiguresOfTwoSpeakersAreNoPartAndTotal) {
  EXPECT_EQ(Session({killed(1, exactly(31)).by("Anna Berg"),
                     killed(1, exactly(26)).sentence(2).by("Peter Holt"), killed(2, exactly(29))})
                .print(),
            "numeric-conflict a c: 31 against 29: 6 % apart\n"
            "numeric-conflict b c: 26 against 29: 10 % apart\n"
            "not-comparable: event 1\n");
}

TEST(Population, APartOfOtherPeopleExceedsNoWhole) {
  const Build five = killed(1, exactly(5)).place("Lunde").population("soldier");
  EXPECT_EQ(judged(five, killed(1, exactly(9)).place("Lunde").population("rebel").subset()),
            "not-comparable: population 1");
  EXPECT_EQ(judged(five, killed(1, exactly(9)).place("Lunde").population("soldier").subset()),
            "part-whole: 5 against 9: the part exceeds the whole");
}

TEST(Population, APersonWithANameIsNotOneOfAnotherAge) {
  const auto aged = [](std::uint32_t report, double years) {
    return Build(report, "person.age", exactly(years));
  };
  EXPECT_EQ(judged(aged(1, 29).subject("Peter Holt"), aged(2, 58)), "not-comparable: subject 1");
  EXPECT_EQ(judged(aged(1, 61).subject("Peter Holt"), aged(2, 62)),
            "numeric-conflict: 61 against 62: 2 % apart");
  EXPECT_EQ(judged(aged(1, 34), aged(2, 43)), "numeric-conflict: 34 against 43: 21 % apart");
}

TEST(Slot, TwoReportsThatBeginWithANumberOfTheSameThingsMeanOneNumber) {
  const auto coins = [](std::uint32_t report, double n) {
    return Build(report, "count:coin", of(exactly(n), "coin", "gold"));
  };
  EXPECT_EQ(judged(coins(1, 340), coins(2, 430)), "numeric-conflict: 340 against 430: 21 % apart");
  EXPECT_EQ(judged(coins(1, 340), coins(2, 430).sentence(4)), "not-comparable: slot 1");
  EXPECT_EQ(judged(coins(1, 3), coins(2, 4)), "not-comparable: slot 1");
  EXPECT_EQ(Session({coins(1, 340), coins(2, 430), coins(2, 25).sentence(5)}).print(),
            "not-comparable: event 1\nnot-comparable: slot 2\n");
}

TEST(AsOf, WhatDwindlesConflictsOnOneDayAlone) {
  const auto trapped = [](std::uint32_t report, double n, int day) {
    return Build(report, "trapped.count", exactly(n)).weekday(day);
  };
  EXPECT_EQ(judged(trapped(1, 28, 3), trapped(2, 17, -1)), "not-comparable: time 1");
  EXPECT_EQ(judged(trapped(1, 28, 3), trapped(2, 17, 4)), "not-comparable: time 1");
  EXPECT_EQ(judged(trapped(1, 28, 3), trapped(2, 17, 3)),
            "numeric-conflict: 28 against 17: 39 % apart");
}

TEST(AsOf, AHigherTotalThatIsToldLaterIsAnUpdate) {
  const auto said = [](std::uint32_t report, int day) {
    return Build(report, "statement.day", "day").weekday(day);
  };
  EXPECT_EQ(
      Session({killed(1, exactly(31)), said(1, 2), killed(2, exactly(38)), said(2, 4)}).print(),
      "update a c: 31 against 38: from 31 to 38\n"
      "not-comparable: event 3\n"
      "not-comparable: measure 2\n");
  EXPECT_EQ(
      Session({killed(1, exactly(38)), said(1, 2), killed(2, exactly(31)), said(2, 4)}).print(),
      "numeric-conflict a c: 38 against 31: 18 % apart\n"
      "not-comparable: event 3\n"
      "not-comparable: measure 2\n");
}

}  // namespace
}  // namespace gainsay::judge::test
