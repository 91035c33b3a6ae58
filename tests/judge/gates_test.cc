#include <gtest/gtest.h>

#include "judge/build.h"

namespace gainsay::judge::test {
namespace {

Build troops(std::uint32_t report, const Quantity& q) {
  return {report, "troops.count", of(q, "troop")};
}
Build said(std::uint32_t report, const char* words) {
  return {report, "statement", words, ClaimKind::kStatement};
}

TEST(AssertionGate, PlansAndForecastsAreNotComparedWithFacts) {
  EXPECT_EQ(judged(troops(1, exactly(1000)).as(Modality::kPlan), troops(2, exactly(600))),
            "not-comparable: modality 1");
  EXPECT_EQ(judged(killed(1, exactly(50)).as(Modality::kForecast), killed(2, exactly(20))),
            "not-comparable: modality 1");
  EXPECT_EQ(judged(killed(1, exactly(50)).as(Modality::kEstimate), killed(2, exactly(20))),
            "numeric-conflict: 50 against 20: 60 % apart");
  const auto plan = [](std::uint32_t report, double n) {
    return Build(report, "troops.planned", exactly(n)).as(Modality::kPlan);
  };
  EXPECT_EQ(judged(plan(1, 1000), plan(2, 3000)),
            "numeric-conflict: 1,000 against 3,000: 67 % apart");
}

TEST(AssertionGate, FearedAgainstStatedIsAShiftOfStrength) {
  EXPECT_EQ(judged(killed(1, exactly(6)).as(Modality::kFeared), killed(2, exactly(6))),
            "strength-shift: 6 against 6: feared in the first, stated in the second");
  EXPECT_EQ(judged(killed(1, exactly(9)).as(Modality::kFeared), killed(2, exactly(6))),
            "not-comparable: modality 1");
  EXPECT_EQ(judged(killed(1, exactly(6)).as(Modality::kFeared).place("Lund"),
                   killed(2, exactly(6)).place("Malmo")),
            "not-comparable: place 1");
}

TEST(AssertionGate, WhereAndWhoCannotBeFeared) {
  EXPECT_EQ(
      judged(Build(1, "event.site", "lund").as(Modality::kFeared), Build(2, "event.site", "lund")),
      "not-comparable: modality 1");
  const Build aged(1, "person.age", in(exactly(36), "age", "year"));
  const Build feared = Build(2, "person.age", in(exactly(36), "age", "year")).as(Modality::kFeared);
  EXPECT_EQ(judged(Build(aged).subject("Ida Holm"), Build(feared).subject("Ida Holm")),
            "not-comparable: modality 1");
  EXPECT_EQ(
      judged(Build(1, "bridge.hit", "hit").as(Modality::kFeared), Build(2, "bridge.hit", "hit")),
      "strength-shift: \"hit\" against \"hit\": feared in the first, stated in the second");
}

TEST(VoiceGate, ADenialDisputesWhatItDenies) {
  Claim denial = said(1, "lie").by("Sergei Lavrov").denied();
  denial.denies = ClaimId{1};
  EXPECT_EQ(
      judged(said(1, "russia refuse talks").by("US officials"), denial),
      "disputed: \"russia refuse talks\" against \"lie\": Sergei Lavrov denies what the other "
      "says");
}

TEST(VoiceGate, OppositeStatementsOfTwoSidesAreDisputed) {
  EXPECT_EQ(judged(said(1, "forces shell hospital").by("Kyiv"),
                   said(2, "forces shell hospital").by("Moscow").denied()),
            "disputed: \"forces shell hospital\" against \"forces shell hospital\": Kyiv affirms, "
            "Moscow denies");
  EXPECT_EQ(
      judged(said(1, "forces shell hospital"),
             said(2, "forces shell hospital").by("Moscow").denied()),
      "disputed: \"forces shell hospital\" against \"forces shell hospital\": the report affirms, "
      "Moscow denies");
  EXPECT_EQ(
      judged(said(1, "forces shell hospital").denied(), said(2, "forces shell hospital").denied()),
      "same: \"forces shell hospital\" against \"forces shell hospital\": the same statement");
}

TEST(VoiceGate, OppositeStatementsInTheReportsOwnVoiceConflict) {
  EXPECT_EQ(judged(Build(1, "bridge.hit", "hit"), Build(2, "bridge.hit", "hit").denied()),
            "polarity-conflict: \"hit\" against \"hit\": one report says so, one says not");
  EXPECT_EQ(judged(said(1, "open talks"), said(2, "close the border").denied()),
            "not-comparable: polarity 1");
}

TEST(VoiceGate, TwoNamedSidesWithTwoFiguresDispute) {
  EXPECT_EQ(judged(killed(1, exactly(25)).by("Kyiv"), killed(2, exactly(40)).by("Moscow")),
            "disputed: 25 against 40: Kyiv and Moscow differ, 38 % apart");
  EXPECT_EQ(judged(killed(1, exactly(25)).by("Kyiv"), killed(2, exactly(40))),
            "numeric-conflict: 25 against 40: 38 % apart");
  EXPECT_EQ(judged(killed(1, exactly(25)).by("Anna Weber"), killed(2, exactly(40)).by("Weber")),
            "numeric-conflict: 25 against 40: 38 % apart");
  EXPECT_EQ(judged(killed(1, exactly(5)).denied(), killed(2, exactly(40)).denied()),
            "not-comparable: polarity 1");
}

TEST(SlotGate, AReportThatGivesBothValuesContradictsNeither) {
  const auto lines = [](Session session) { return session.print(); };
  // Report 1 counts two things, and report 2 one of them.
  EXPECT_EQ(lines(Session({killed(1, exactly(17)).sentence(1), killed(1, exactly(26)).sentence(4),
                           killed(2, exactly(26))})),
            "same b c: 26 against 26: the same figure\n"
            "not-comparable: event 1\nnot-comparable: several 1\n");
  // What the body does not bear out is an error of the headline.
  EXPECT_EQ(lines(Session({killed(1, exactly(17)).headline(), killed(1, exactly(26)).sentence(4),
                           killed(2, exactly(26))})),
            "numeric-conflict a b: 17 against 26: 35 % apart\n"
            "numeric-conflict a c: 17 against 26: 35 % apart\n"
            "same b c: 26 against 26: the same figure\n");
  EXPECT_EQ(lines(Session({killed(1, exactly(17)).headline(), killed(1, exactly(17)).sentence(1),
                           killed(1, exactly(26)).sentence(4)})),
            "same a b: 17 against 17: the same figure\n"
            "not-comparable: event 1\nnot-comparable: several 1\n");
  // Another place, another thing.
  EXPECT_EQ(lines(Session({killed(1, exactly(17)).place("Lund").sentence(1),
                           killed(1, exactly(26)).place("Malmo").sentence(4),
                           killed(2, exactly(26)).place("Lund")})),
            "numeric-conflict a c: 17 against 26: 35 % apart\n"
            "not-comparable: place 2\n");
}

TEST(SlotGate, OneOfSeveralInASentenceContradictsNoOther) {
  const auto shook = [](std::uint32_t report, double magnitude) {
    return Build(report, "quake.magnitude", in(exactly(magnitude), "magnitude", "magnitude"));
  };
  EXPECT_EQ(Session({shook(1, 5.1), shook(1, 4.7), shook(2, 4.9)}).print(),
            "not-comparable: event 1\nnot-comparable: several 2\n");
  EXPECT_EQ(Session({shook(1, 5.1), shook(2, 4.9)}).print(),
            "numeric-conflict a b: 5.1 against 4.9: 4 % apart\n");
  // Two currencies of one sum are not several.
  const auto loot = [](std::uint32_t report, double sum, const char* currency) {
    return Build(report, "loot.value", money(exactly(sum), currency));
  };
  EXPECT_EQ(Session({loot(1, 80e6, "EUR"), loot(1, 101e6, "USD"), loot(2, 70e6, "EUR")}).print(),
            "numeric-conflict a c: EUR 80 million against EUR 70 million: 13 % apart\n"
            "not-comparable: currency 1\nnot-comparable: event 1\n");
}

TEST(AsOfGate, ACorrectionTakesBackTheFigureItNames) {
  const auto shook = [](std::uint32_t report, double magnitude) {
    return Build(report, "quake.magnitude", in(exactly(magnitude), "magnitude", "magnitude"));
  };
  Claim to = shook(1, 6.6);
  to.assertion.cue = "correct";
  const Claim from = shook(1, 6.4).ordinal("earlier");
  EXPECT_EQ(Session({to, from, shook(2, 6.4)}).print(),
            "correction a c: 6.6 against 6.4: from 6.4 to 6.6\n"
            "not-comparable: event 2\n");
  EXPECT_EQ(Session({to, from, shook(2, 6.8)}).print(),
            "numeric-conflict a c: 6.6 against 6.8: 3 % apart\n"
            "not-comparable: event 2\n");
  EXPECT_EQ(Session({to, from, shook(2, 5.1)})
                .published(1, "2031-03-15")
                .published(2, "2031-03-14")
                .print(),
            "not-comparable: event 3\n");
}

TEST(AsOfGate, ATotalThatNamesWhatItReplacesIsNoRevisionOfAnother) {
  const auto lowered = [](const Claim& older) {
    return Session({killed(1, exactly(33)), killed(1, exactly(37)).ordinal("earlier"), older})
        .published(1, "2031-03-15")
        .published(2, "2031-03-14")
        .print();
  };
  EXPECT_EQ(lowered(killed(2, exactly(37))),
            "revision-down a c: 33 against 37: from 37 to 33\nnot-comparable: event 2\n");
  EXPECT_EQ(lowered(killed(2, exactly(52))), "not-comparable: event 3\n");
  EXPECT_EQ(lowered(killed(2, exactly(23))),
            "update a c: 33 against 23: from 23 to 33\nnot-comparable: event 2\n");
  // Without dates the figure that is replaced tells which is the older.
  EXPECT_EQ(Session({killed(1, exactly(19)), killed(1, exactly(12)).ordinal("earlier"),
                     killed(2, exactly(12))})
                .print(),
            "update a c: 19 against 12: from 12 to 19\nnot-comparable: event 2\n");
}

TEST(ValueGate, ALostZeroIsAConflictThoughTheFiguresAreFarApart) {
  EXPECT_EQ(judged(killed(1, exactly(12)), killed(2, exactly(120))),
            "numeric-conflict: 12 against 120: 90 % apart");
  EXPECT_EQ(judged(Build(1, "loot.value", money(exactly(1.4e6))),
                   Build(2, "loot.value", money(exactly(14e6)))),
            "numeric-conflict: USD 1.4 million against USD 14 million: 90 % apart");
  const auto rose = [](std::uint32_t report, double metres) {
    return Build(report, "fall", in(exactly(metres), "length", "metre", "metres"));
  };
  EXPECT_EQ(judged(rose(1, 2.4), rose(2, 24)),
            "numeric-conflict: 2.4 metres against 24 metres: 90 % apart");
  EXPECT_EQ(judged(rose(1, 2.4384), rose(2, 24.384)), "not-comparable: event 1");  // 8 and 80 feet
  EXPECT_EQ(
      judged(lasted(1, 540).company({"Berg", "Holt"}), lasted(2, 5400).company({"Berg", "Holt"})),
      "not-comparable: event 1");
  EXPECT_EQ(judged(killed(1, exactly(12)), killed(2, exactly(121))), "not-comparable: event 1");
  EXPECT_EQ(judged(killed(1, exactly(2)), killed(2, exactly(20))), "not-comparable: event 1");
}

TEST(PopulationGate, AFigureOfAPartIsNoRivalOfThatOfTheWhole) {
  // "in Oslo itself", against a figure of no place
  EXPECT_EQ(
      judged(killed(1, of(exactly(0), "")).place("Oslo").population("oslo"), killed(2, exactly(4))),
      "part-whole: 0 against 4: 0 may be part of 4");
  EXPECT_EQ(judged(killed(1, exactly(26)).population("whole region"),
                   killed(2, exactly(17)).place("Oslo")),
            "scope-difference: 26 against 17: one counts in all of an area, one in a place");
  EXPECT_EQ(judged(killed(1, exactly(26)).population("whole region"), killed(2, exactly(17))),
            "numeric-conflict: 26 against 17: 35 % apart");
  EXPECT_EQ(judged(killed(1, exactly(26)).population("whole region"),
                   killed(2, exactly(26)).place("Oslo")),
            "same: 26 against 26: the same figure");
}

TEST(AsOfGate, WithoutDatesTheDaysOfTheCountsTellWhichIsOlder) {
  const auto counted = [](std::uint32_t report, double n, std::int8_t day) {
    Claim claim = killed(report, exactly(n));
    claim.as_of.weekday = day;
    return claim;
  };
  EXPECT_EQ(judged(counted(1, 12, 0), counted(2, 15, 1)), "update: 12 against 15: from 12 to 15");
  EXPECT_EQ(judged(counted(1, 12, 0), counted(2, 15, 6)),
            "revision-down: 12 against 15: from 15 to 12");
  EXPECT_EQ(judged(counted(1, 12, 0), counted(2, 15, 0)),
            "numeric-conflict: 12 against 15: 20 % apart");
  EXPECT_EQ(judged(killed(1, exactly(12)).weekday(0), killed(2, exactly(15)).weekday(1)),
            "update: 12 against 15: from 12 to 15");
  EXPECT_EQ(judged(killed(1, exactly(15)).weekday(0), killed(2, exactly(12)).weekday(1)),
            "not-comparable: event 1");
  EXPECT_EQ(
      judged(lasted(1, 3600).company({"Berg", "Holt"}), lasted(2, 7200).company({"Berg", "Holt"})),
      "numeric-conflict: 1 hour against 2 hours: 50 % apart");
}

TEST(AsOfGate, AReportCorrectsItself) {
  const auto rose = [](std::uint32_t report, std::uint32_t sentence, double metres) {
    return Build(report, "fall", in(exactly(metres), "length", "metre")).sentence(sentence);
  };
  const auto back = [&](std::uint32_t report, double metres) {
    return rose(report, 7, metres).ordinal("taken back");
  };
  EXPECT_EQ(judged(back(1, 5), rose(1, 8, 3)),
            "correction: 5 metres against 3 metres: from 5 metres to 3 metres");
  EXPECT_EQ(judged(rose(1, 1, 3), back(1, 5)),
            "correction: 3 metres against 5 metres: from 5 metres to 3 metres");
  EXPECT_EQ(judged(back(1, 5), rose(1, 8, 5)), "not-comparable: slot 1");
  EXPECT_EQ(judged(back(1, 5), rose(2, 8, 3)), "not-comparable: event 1");
  EXPECT_EQ(judged(back(1, 5), rose(1, 8, 3).ordinal("second")), "not-comparable: event 1");
  // A part of a toll takes nothing back of it, and where a figure was wrong a label was not.
  EXPECT_EQ(judged(killed(1, exactly(2)).sentence(1),
                   killed(1, exactly(11)).sentence(2).ordinal("taken back")),
            "not-comparable: population 1");
  const Build silver = Build(1, "car.color", "silver").sentence(2).ordinal("taken back");
  const Build gray = Build(1, "car.color", "gray").sentence(3);
  EXPECT_EQ(judged(silver, gray),
            "correction: \"silver\" against \"gray\": from \"silver\" to \"gray\"");
  EXPECT_EQ(
      Session({silver, gray, killed(1, exactly(11)).sentence(2).ordinal("taken back")}).print(),
      "not-comparable: event 1\nnot-comparable: measure 1\nnot-comparable: slot 1\n");
  // Of many topics only what the next sentence says is meant.
  const auto topics = [](std::uint32_t sentence, double n) {
    return Build(1, "talks.topics", exactly(n)).sentence(sentence);
  };
  EXPECT_EQ(judged(topics(3, 4), topics(4, 5).ordinal("taken back")),
            "correction: 4 against 5: from 5 to 4");
  EXPECT_EQ(judged(topics(1, 4), topics(4, 5).ordinal("taken back")), "not-comparable: event 1");
}

TEST(MeasureGate, KilledIsNotInjured) {
  EXPECT_EQ(judged(killed(1, exactly(3)), Build(2, "casualties.injured", exactly(40))),
            "not-comparable: measure 1");
  EXPECT_EQ(judged(Build(1, "casualties.total", exactly(40)), killed(2, exactly(12))),
            "scope-difference: 40 against 12: casualties.total is wider than casualties.killed");
}

TEST(MeasureGate, AnOddFigureForTwoMeasuresClashes) {
  const auto run = [](double n) {
    return Session({killed(1, exactly(n)), Build(2, "casualties.injured", exactly(n))})
        .proposed(Proposed::kSameFigure)
        .print();
  };
  EXPECT_EQ(run(4463),
            "measure-clash a b: 4,463 against 4,463: casualties.killed or casualties.injured\n");
  EXPECT_EQ(run(4460),
            "measure-clash a b: 4,460 against 4,460: casualties.killed or casualties.injured\n");
  EXPECT_EQ(run(4400), "not-comparable: measure 1\n");
  EXPECT_EQ(run(63), "not-comparable: measure 1\n");
}

TEST(MeasureGate, ALargeOddFigureForTwoKindsOfThingClashes) {
  const auto run = [](double n, const char* noun) {
    return Session({killed(1, exactly(n)), Build(2, "count:shelter", of(exactly(n), noun))})
        .proposed(Proposed::kSameFigure)
        .print();
  };
  EXPECT_EQ(run(4460, "shelter"),
            "measure-clash a b: 4,460 against 4,460: casualties.killed or count:shelter\n");
  EXPECT_EQ(run(463, "shelter"), "not-comparable: measure 1\n");
  EXPECT_EQ(run(4460, ""), "not-comparable: measure 1\n");
}

TEST(EventGate, AFigureThatOneReportTakesBackIsStaleInTheOther) {
  const Build back = Build(killed(1, exactly(4460))).ordinal("taken back");
  const auto published = [&](const Build& other, const char* day) {
    return Session({back, other}).published(1, "2031-03-15").published(2, day).print();
  };
  EXPECT_EQ(published(killed(2, exactly(4460)), "2031-03-14"),
            "correction a b: 4,460 against 4,460: as one report takes back what the other gives\n");
  EXPECT_EQ(published(killed(2, exactly(4460)), "2031-03-16"), "not-comparable: event 1\n");
  EXPECT_EQ(published(killed(2, exactly(2357)), "2031-03-14"), "not-comparable: event 1\n");
}

TEST(PopulationGate, ANarrowerPopulationIsAPart) {
  EXPECT_EQ(judged(killed(1, of(exactly(3), "soldier")), killed(2, exactly(12))),
            "part-whole: 3 against 12: 3 may be part of 12");
  EXPECT_EQ(judged(killed(1, of(exactly(30), "child")), killed(2, exactly(12))),
            "scope-difference: 30 against 12: two populations");
  EXPECT_EQ(judged(killed(1, of(exactly(3), "soldier")), killed(2, of(exactly(5), "civilian"))),
            "not-comparable: population 1");
  EXPECT_EQ(judged(killed(1, of(exactly(14), "life")), killed(2, of(exactly(15), "victim"))),
            "numeric-conflict: 14 against 15: 7 % apart");
  EXPECT_EQ(judged(killed(1, of(exactly(12), "israeli")), killed(2, exactly(12))),
            "refines: 12 against 12: one names the population more closely");
  EXPECT_EQ(judged(killed(1, exactly(3)).population("child"), killed(2, exactly(12))),
            "part-whole: 3 against 12: 3 may be part of 12");
}

TEST(PopulationGate, AModifierLeftOutIsNoOtherPopulation) {
  EXPECT_EQ(judged(Build(1, "troops.count", of(exactly(130000), "troop")),
                   Build(2, "troops.count", of(about(100000), "troop", "russian"))),
            "numeric-conflict: 130,000 against about 100,000: 23 % apart");
  EXPECT_EQ(judged(Build(1, "troops.count", of(exactly(130000), "troop", "ukrainian")),
                   Build(2, "troops.count", of(about(100000), "troop", "russian"))),
            "not-comparable: population 1");
}

TEST(PopulationGate, PartsAndIncreasesAreNoTotals) {
  EXPECT_EQ(judged(killed(1, exactly(3)).subset(), killed(2, exactly(12))),
            "part-whole: 3 against 12: 3 of 12");
  EXPECT_EQ(judged(killed(1, exactly(5)).increment(), killed(2, exactly(12))),
            "scope-difference: 5 against 12: an increase against a total");
  EXPECT_EQ(judged(killed(1, exactly(5)).increment(), killed(2, exactly(7)).increment()),
            "not-comparable: increment 1");
}

TEST(PopulationGate, APartAboveItsWholeIsAnErrorInOneReport) {
  const Judgement judgement =
      Session({killed(1, exactly(12)).place("Lund"), killed(1, exactly(30)).place("Lund").subset()})
          .judge();
  ASSERT_EQ(judgement.findings.size(), 1U);
  EXPECT_EQ(judgement.findings[0].reason, "12 against 30: the part exceeds the whole");
  EXPECT_EQ(judgement.findings[0].severity, Severity::kError);
}

TEST(PeriodGate, ADayIsNoTotal) {
  EXPECT_EQ(
      judged(killed(1, exactly(40)).period("per day"), killed(2, exactly(900)).period("total")),
      "scope-difference: 40 against 900: per day against a figure without a period");
  EXPECT_EQ(
      judged(killed(1, exactly(40)).period("since 2014"), killed(2, exactly(90)).period("per day")),
      "scope-difference: 40 against 90: since 2014 against per day");
  EXPECT_EQ(judged(killed(1, exactly(40)).period("total"), killed(2, exactly(40))),
            "same: 40 against 40: the same figure");
}

TEST(AsOfGate, ALaterHigherTollIsAnUpdate) {
  const auto run = [](const Quantity& early, const Quantity& late) {
    return Session({killed(1, late), killed(2, early)})
        .published(1, "2013-11-14")
        .published(2, "2013-11-13")
        .print();
  };
  EXPECT_EQ(run(exactly(2357), exactly(4460)),
            "update a b: 4,460 against 2,357: from 2,357 to 4,460\n");
  EXPECT_EQ(run(exactly(6438), exactly(6301)),
            "revision-down a b: 6,301 against 6,438: from 6,438 to 6,301\n");
  EXPECT_EQ(run(more_than(10), exactly(58)),
            "update a b: 58 against more than 10: from more than 10 to 58\n");
}

TEST(AsOfGate, AStatedDateGoesBeforeTheDateOfPublication) {
  EXPECT_EQ(Session({killed(1, exactly(20)).as_of("2024-03-01"),
                     killed(2, exactly(30)).as_of("2024-03-03")})
                .published(1, "2024-03-05")
                .published(2, "2024-03-04")
                .print(),
            "update a b: 20 against 30: from 20 to 30\n");
}

TEST(AsOfGate, FiguresOfOneHourConflict) {
  EXPECT_EQ(Session({killed(1, exactly(36)), killed(2, exactly(63))})
                .published(1, "2024-03-01T10:00:00Z")
                .published(2, "2024-03-01T12:00:00Z")
                .print(),
            "numeric-conflict a b: 36 against 63: 43 % apart\n");
}

TEST(AsOfGate, ALevelMovesBothWays) {
  EXPECT_EQ(Session({troops(1, exactly(130000)), troops(2, about(100000))})
                .published(1, "2022-02-10")
                .published(2, "2022-01-21")
                .print(),
            "update a b: 130,000 against about 100,000: from about 100,000 to 130,000\n");
}

TEST(AsOfGate, WhatDoesNotChangeWithTimeConflictsAtAnyDate) {
  EXPECT_EQ(Session({Build(1, "loot.value", money(exactly(2500000))),
                     Build(2, "loot.value", money(exactly(2600000)))})
                .published(1, "2024-03-01")
                .published(2, "2024-03-04")
                .print(),
            "numeric-conflict a b: USD 2.5 million against USD 2.6 million: 4 % apart\n");
}

TEST(AsOfGate, ANewerVersionOfOneItemCorrects) {
  EXPECT_EQ(
      Session({Build(1, "loot.value", money(exactly(2500000))),
               Build(2, "loot.value", money(exactly(2600000)))})
          .published(1, "2024-03-01")
          .published(2, "2024-03-02")
          .source(1, "Daily")
          .source(2, "Daily")
          .origin(2, 1)
          .print(),
      "correction a b: USD 2.5 million against USD 2.6 million: from USD 2.5 million to USD 2.6 "
      "million\n");
}

TEST(AsOfGate, WithoutDatesAFloorFarBelowIsTheEarlierState) {
  EXPECT_EQ(judged(killed(1, at_least(3)), killed(2, exactly(10))),
            "update: at least 3 against 10: from at least 3 to 10");
  EXPECT_EQ(judged(Build(1, "casualties.injured", exactly(70)),
                   Build(2, "casualties.injured", about(50))),
            "update: 70 against about 50: from about 50 to 70");
  EXPECT_EQ(judged(killed(1, several()), killed(2, exactly(9))),
            "refines: 2 or more (no figure given) against 9: the second lies inside the first");
  EXPECT_EQ(judged(killed(1, exactly(70)), killed(2, exactly(80))),
            "numeric-conflict: 70 against 80: 13 % apart");
}

TEST(AsOfGate, AFallToAFractionIsAnotherCountAndNoRevision) {
  const auto run = [](const Build& early, const Build& late) {
    return Session({early, late}).published(1, "2024-03-01").published(2, "2024-03-03").print();
  };
  EXPECT_EQ(run(killed(1, exactly(64)), killed(2, exactly(9))), "not-comparable: event 1\n");
  EXPECT_EQ(run(killed(1, exactly(5)), killed(2, exactly(90))), "not-comparable: event 1\n");
  EXPECT_EQ(
      run(killed(1, at_least(41)).by("the doctors"), killed(2, exactly(33)).by("the ministry")),
      "disputed a b: at least 41 against 33: the doctors and the ministry differ, 20 % apart\n");
}

TEST(ValueGate, FiguresManyTimesApartCountTwoThings) {
  EXPECT_EQ(judged(Build(1, "loot.value", money(exactly(137000000))),
                   Build(2, "loot.value", money(exactly(2600000)))),
            "not-comparable: event 1");
  const auto quake = [](std::uint32_t report, double m) {
    return Build(report, "quake.magnitude", in(exactly(m), "magnitude", "magnitude"));
  };
  EXPECT_EQ(judged(quake(1, 6.6), quake(2, 5.1)), "not-comparable: event 1");
  EXPECT_EQ(judged(quake(1, 6.6), quake(2, 6.4)), "numeric-conflict: 6.6 against 6.4: 3 % apart");
}

TEST(SlotGate, AManyValuedPropertyNeverConflicts) {
  EXPECT_EQ(judged(Build(1, "talks.topics", exactly(3)), Build(2, "talks.topics", exactly(7))),
            "not-comparable: slot 1");
}

TEST(SlotGate, AnyCountedNounConflictsInNearlyEqualSentencesOnly) {
  const Build a(1, "count:suitcase", of(exactly(12), "suitcase"));
  const Build b(2, "count:suitcase", of(exactly(13), "suitcase"));
  EXPECT_EQ(judged(a, b), "not-comparable: slot 1");
  EXPECT_EQ(Session({a, b}).proposed(Proposed::kNearest, 0.95F).print(),
            "numeric-conflict a b: 12 against 13: 8 % apart\n");
  EXPECT_EQ(judged(a, Build(2, "count:suitcase", of(exactly(12), "suitcase"))),
            "same: 12 against 12: the same figure");
}

}  // namespace
}  // namespace gainsay::judge::test
