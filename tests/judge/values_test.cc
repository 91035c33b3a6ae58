#include <gtest/gtest.h>

#include "judge/build.h"

namespace gainsay::judge::test {
namespace {

std::string toll(const Quantity& a, const Quantity& b) {
  return judged(Build(1, "casualties.killed", a), Build(2, "casualties.killed", b));
}
std::string level(const Quantity& a, const Quantity& b) {
  return judged(Build(1, "troops.count", of(a, "troop")), Build(2, "troops.count", of(b, "troop")));
}
std::string loot(const Quantity& a, const Quantity& b) {
  return judged(Build(1, "loot.value", a), Build(2, "loot.value", b));
}
std::string length(const Quantity& a, const Quantity& b) {
  const std::vector<std::string> company = {"Antony Blinken", "Sergei Lavrov"};
  return judged(Build(1, "meeting.duration", a).company(company),
                Build(2, "meeting.duration", b).company(company));
}
std::string share(double a, double b) {
  return judged(Build(1, "vote.share", in(exactly(a), "percent", "percent")),
                Build(2, "vote.share", in(exactly(b), "percent", "percent")));
}
std::string named(const char* a, const char* b) {
  return judged(Build(1, "victim.name", a), Build(2, "victim.name", b));
}
std::string labelled(const char* attribute, const char* a, const char* b) {
  return judged(Build(1, attribute, a), Build(2, attribute, b));
}
std::string stated(const char* a, const char* b) {
  return judged(Build(1, "statement", a, ClaimKind::kStatement),
                Build(2, "statement", b, ClaimKind::kStatement));
}
std::string quoted(const char* a, const char* b, const char* one = "Joe Biden",
                   const char* two = "Joe Biden") {
  return judged(Build(1, "quote", a, ClaimKind::kQuote).by(one),
                Build(2, "quote", b, ClaimKind::kQuote).by(two));
}

TEST(Counts, AreComparedAsIntervals) {
  EXPECT_EQ(toll(exactly(36), exactly(36)), "same: 36 against 36: the same figure");
  EXPECT_EQ(toll(exactly(36), exactly(63)), "numeric-conflict: 36 against 63: 43 % apart");
  EXPECT_EQ(level(exactly(130000), about(100000)),
            "numeric-conflict: 130,000 against about 100,000: 23 % apart");
  EXPECT_EQ(level(about(100000), exactly(100000)),
            "variant: about 100,000 against 100,000: the same figure in another form");
  EXPECT_EQ(level(about(100000), exactly(105000)),
            "refines: about 100,000 against 105,000: the second lies inside the first");
  EXPECT_EQ(level(range(20, 30), range(25, 40)),
            "compatible: 20 to 30 against 25 to 40: both can be true");
  EXPECT_EQ(toll(exactly(100), exactly(101)),
            "numeric-conflict: 100 against 101: less than 1 % apart");
}

TEST(Counts, AVagueWordHoldsTheFigureInsideIt) {
  EXPECT_EQ(toll(dozens(), exactly(12)),
            "refines: 12 or more (no figure given) against 12: the second lies inside the first");
  EXPECT_EQ(toll(dozens(), exactly(47)),
            "refines: 12 or more (no figure given) against 47: the second lies inside the first");
  EXPECT_EQ(toll(vague(0, 0, kInfinity), exactly(3)),
            "compatible: 0 or more (no figure given) against 3: one side gives no figure");
}

TEST(Counts, AWordIsTheEarlierStateOfATotalThatHasOutgrownIt) {
  EXPECT_EQ(
      toll(several(), exactly(10)),
      "update: 2 or more (no figure given) against 10: from 2 or more (no figure given) to 10");
  EXPECT_EQ(toll(several(), exactly(9)),
            "refines: 2 or more (no figure given) against 9: the second lies inside the first");
  EXPECT_EQ(level(several(), exactly(12)),
            "compatible: 2 or more (no figure given) against 12: both can be true");
  const Build word(1, "casualties.killed", several());
  const Build figure(2, "casualties.killed", exactly(10));
  EXPECT_EQ(Session({word, figure}).published(1, "2031-03-14").published(2, "2031-03-15").print(),
            "update a b: 2 or more (no figure given) against 10: from 2 or more (no figure given) "
            "to 10\n");
  EXPECT_EQ(Session({word, figure}).published(1, "2031-03-15").published(2, "2031-03-14").print(),
            "compatible a b: 2 or more (no figure given) against 10: both can be true\n");
}

TEST(Counts, AnOpenBoundNeverExcludesAHigherFigure) {
  EXPECT_EQ(toll(at_least(20), exactly(20)),
            "refines: at least 20 against 20: the second lies inside the first");
  EXPECT_EQ(toll(at_least(20), exactly(26)),
            "refines: at least 20 against 26: the second lies inside the first");
  EXPECT_EQ(level(more_than(100000), exactly(130000)),
            "refines: more than 100,000 against 130,000: the second lies inside the first");
  EXPECT_EQ(level(more_than(10), exactly(58)),
            "tension: more than 10 against 58: both can be true, yet they are 83 % apart");
  EXPECT_EQ(level(more_than(14000), about(15000)),
            "compatible: more than 14,000 against about 15,000: both can be true");
}

TEST(Counts, OneFigureMayBeRoundedUpAndDown) {
  EXPECT_EQ(level(up_to(70), more_than(70)),
            "compatible: up to 70 against more than 70: one figure is rounded up, one down");
  EXPECT_EQ(level(up_to(70), more_than(80)),
            "numeric-conflict: up to 70 against more than 80: 13 % apart");
}

TEST(Counts, BoundsPointTheRightWay) {
  EXPECT_EQ(level(up_to(5), exactly(5)),
            "refines: up to 5 against 5: the second lies inside the first");
  EXPECT_EQ(level(up_to(5), exactly(6)), "numeric-conflict: up to 5 against 6: 17 % apart");
  EXPECT_EQ(level(more_than(5), exactly(5)),
            "numeric-conflict: more than 5 against 5: no common value");
  EXPECT_EQ(level(at_least(5), exactly(4)), "numeric-conflict: at least 5 against 4: 20 % apart");
  EXPECT_EQ(level(range(3, 4), exactly(4)),
            "refines: 3 to 4 against 4: the second lies inside the first");
}

TEST(Counts, ARoundedFigureIsAVariantOfTheExactOne) {
  EXPECT_EQ(toll(exactly(14000), exactly(14012)),
            "variant: 14,000 against 14,012: one figure is the other, rounded");
  EXPECT_EQ(toll(exactly(10), exactly(12)), "numeric-conflict: 10 against 12: 17 % apart");
  EXPECT_EQ(toll(exactly(6438), exactly(6301)), "numeric-conflict: 6,438 against 6,301: 2 % apart");
}

TEST(Counts, OneLengthInTwoUnitsIsOneLength) {
  EXPECT_EQ(judged(Build(1, "fall", in(exactly(609), "length", "metre", "m")),
                   Build(2, "fall", in(exactly(609.6), "length", "metre", "ft"))),
            "variant: 609 metres against 609.6 metres: the same figure in another unit");
  EXPECT_EQ(judged(Build(1, "fall", in(exactly(150), "length", "metre", "m")),
                   Build(2, "fall", in(exactly(60.96), "length", "metre", "ft"))),
            "numeric-conflict: 150 metres against 60.96 metres: 59 % apart");
  EXPECT_EQ(judged(Build(1, "fall", in(exactly(150), "length", "metre")),
                   Build(2, "fall", in(exactly(60), "mass", "kilogram"))),
            "not-comparable: unit 1");
}

TEST(Money, IsComparedInOneCurrencyOnly) {
  EXPECT_EQ(loot(money(exactly(2500000)), money(exactly(2600000))),
            "numeric-conflict: USD 2.5 million against USD 2.6 million: 4 % apart");
  EXPECT_EQ(loot(money(exactly(108000000)), money(exactly(80000000), "EUR")),
            "not-comparable: currency 1");
  EXPECT_EQ(loot(money(exactly(108000000)), money(exactly(108200000))),
            "variant: USD 108 million against USD 108.2 million: one amount is the other, rounded");
}

TEST(Durations, AreNamedAsAReaderWould) {
  EXPECT_EQ(length(seconds(exactly(5400)), seconds(exactly(5400), "hours")),
            "variant: 90 minutes against 90 minutes: the same figure in another form");
  EXPECT_EQ(length(seconds(about(5400)), seconds(exactly(18000), "hours")),
            "numeric-conflict: about 90 minutes against 5 hours: 70 % apart");
  EXPECT_EQ(length(seconds(exactly(3300)), seconds(exactly(3600), "hour")),
            "variant: 55 minutes against 1 hour: the same length in another unit, rounded");
}

TEST(Shares, AWholePercentageMayBeRounded) {
  EXPECT_EQ(share(52, 51.6), "variant: 52 % against 51.6 %: one share is the other, rounded");
  EXPECT_EQ(share(52, 50), "numeric-conflict: 52 % against 50 %: 4 % apart");
}

TEST(Days, AreComparedByDateAndWeekday) {
  const auto day = [](const char* label) { return Build(1, "event.day", label); };
  const auto other = [](const char* label) { return Build(2, "event.day", label); };
  EXPECT_EQ(alike(day("friday").weekday(4), other("thursday").weekday(3)),
            "fact-conflict: \"friday\" against \"thursday\": two days of the week");
  EXPECT_EQ(alike(day("friday").weekday(4), other("2011-11-10").on("2011-11-10")),
            "fact-conflict: \"friday\" against \"2011-11-10\": two days of the week");
  EXPECT_EQ(judged(day("thursday").weekday(3), other("2011-11-10").on("2011-11-10")),
            "variant: \"thursday\" against \"2011-11-10\": the same day of the week");
  EXPECT_EQ(
      judged(day("2011-10").on("2011-10-01", "2011-10-31"), other("2011-10-21").on("2011-10-21")),
      "refines: \"2011-10\" against \"2011-10-21\": the second is more exact");
  EXPECT_EQ(judged(day("friday").weekday(4), other("thursday").weekday(3)),
            "not-comparable: slot 1");
  EXPECT_EQ(judged(day("last week"), other("friday").weekday(4)), "not-comparable: time 1");
}

TEST(Clocks, MayShowOneMomentInTwoZones) {
  const auto clock = [](std::uint32_t report, double s) {
    return Build(report, "event.clock", in(exactly(s), "clock", "second"));
  };
  EXPECT_EQ(judged(clock(1, 48960), clock(2, 61560)), "not-comparable: timezone 1");
  EXPECT_EQ(alike(clock(1, 27660), clock(2, 27720)),
            "numeric-conflict: 07:41 against 07:42: 1 minute apart");
}

TEST(Clocks, ReadTheFormsInWhichATimeIsPrinted) {
  const auto clocks = [](const char* a, const char* b) { return labelled("event.time", a, b); };
  EXPECT_EQ(clocks("7:41 a.m.", "7:41 a.m."),
            "same: \"7:41 a.m.\" against \"7:41 a.m.\": the same time");
  EXPECT_EQ(clocks("1:36 p.m.", "1336"),
            "variant: \"1:36 p.m.\" against \"1336\": the same time, written in two ways");
  EXPECT_EQ(clocks("noon", "12 p.m."),
            "variant: \"noon\" against \"12 p.m.\": the same time, written in two ways");
  EXPECT_EQ(
      clocks("7:30 a.m.", "7.23 am"),
      "compatible: \"7:30 a.m.\" against \"7.23 am\": one time may be rounded, 7 minutes apart");
  EXPECT_EQ(clocks("11:58 p.m.", "midnight"),
            "compatible: \"11:58 p.m.\" against \"midnight\": one time may be rounded, 2 minutes "
            "apart");
  EXPECT_EQ(clocks("7:41 a.m.", "7:59 a.m."),
            "fact-conflict: \"7:41 a.m.\" against \"7:59 a.m.\": 18 minutes apart");
}

TEST(Clocks, OfTwoZonesAreNotCompared) {
  EXPECT_EQ(labelled("event.time", "1336 gmt", "1336 est"), "not-comparable: timezone 1");
  EXPECT_EQ(labelled("event.time", "1336 gmt", "1:36 p.m."), "not-comparable: timezone 1");
  EXPECT_EQ(labelled("event.time", "7:41 a.m.", "8:41 a.m."), "not-comparable: timezone 1");
  EXPECT_EQ(labelled("event.time", "25:00", "7:41 a.m."), "not-comparable: vague 1");
}

TEST(Places, ATownRefinesItsCountry) {
  EXPECT_EQ(labelled("fire.town", "london", "england"),
            "refines: \"london\" against \"england\": london lies in england");
  EXPECT_EQ(labelled("fire.town", "mumbai", "bombay"),
            "variant: \"mumbai\" against \"bombay\": one place under two names");
  EXPECT_EQ(labelled("fire.town", "north of lunde", "lunde"),
            "refines: \"north of lunde\" against \"lunde\": the first says more");
}

TEST(Places, TwoTownsOfOneCountryAreTwoPlaces) {
  EXPECT_EQ(labelled("fire.town", "oslo", "bergen"),
            "fact-conflict: \"oslo\" against \"bergen\": two places");
  EXPECT_EQ(labelled("fire.town", "south korea", "north korea"),
            "fact-conflict: \"south korea\" against \"north korea\": two places");
  EXPECT_EQ(labelled("fire.town", "lunde", "vinje"), "not-comparable: place 1");
}

TEST(Names, InitialsAndMiddleNamesAreNoDifference) {
  EXPECT_EQ(
      named("Luann Johnson", "Luann Marie Johnson"),
      "variant: \"Luann Johnson\" against \"Luann Marie Johnson\": one name, fuller and shorter");
  EXPECT_EQ(
      named("Regina M. Benjamin", "Regina Benjamin"),
      "variant: \"Regina M. Benjamin\" against \"Regina Benjamin\": one name, fuller and shorter");
  EXPECT_EQ(named("S. Lavrov", "Sergei Lavrov"),
            "variant: \"S. Lavrov\" against \"Sergei Lavrov\": one name, fuller and shorter");
  EXPECT_EQ(named("Duncan Rait", "Duncan Raite"),
            "fact-conflict: \"Duncan Rait\" against \"Duncan Raite\": one name in two spellings");
  const std::string many = "Maria Anna Sofia Clara Elisa Johanna Theresa Carolina Wilhelmina";
  EXPECT_EQ(named((many + " Magdalena Henriette Josephine Lindgren").c_str(), "Maria Lindgren"),
            "variant: \"" + many +
                " Magdalena Henriette Josephine Lindgren\" against \"Maria Lindgren\": one name, "
                "fuller and shorter");
  EXPECT_EQ(
      named("Ann Bell", "Mary Poole"),
      "fact-conflict: \"Ann Bell\" against \"Mary Poole\": two names, Ann Bell and Mary Poole");
}

TEST(Labels, OnlyListedValuesExcludeEachOther) {
  EXPECT_EQ(labelled("car.color", "silver", "grey"),
            "fact-conflict: \"silver\" against \"grey\": one of the two can hold");
  EXPECT_EQ(labelled("car.color", "gray", "grey"),
            "variant: \"gray\" against \"grey\": the same value in other words");
  EXPECT_EQ(labelled("car.color", "gray", "gray sedan"),
            "refines: \"gray\" against \"gray sedan\": the second says more");
  EXPECT_EQ(labelled("car.color", "gray", "charcoal"), "not-comparable: vague 1");
}

TEST(Labels, ALaterStageIsAnUpdate) {
  EXPECT_EQ(labelled("suspect.status", "charged", "arrested"),
            "update: \"charged\" against \"arrested\": arrested comes before charged");
  EXPECT_EQ(labelled("suspect.status", "in custody", "arrested"),
            "variant: \"in custody\" against \"arrested\": the same value in other words");
  EXPECT_EQ(Session({Build(1, "suspect.status", "arrested"), Build(2, "suspect.status", "charged")})
                .published(1, "2024-03-02")
                .published(2, "2024-03-01")
                .print(),
            "compatible a b: \"arrested\" against \"charged\": two stages of one course\n");
}

TEST(Labels, AReportThatTellsBothStagesIsNotOutOfDate) {
  EXPECT_EQ(Session({Build(1, "suspect.status", "arrested"), Build(1, "suspect.status", "charged"),
                     Build(2, "suspect.status", "charged")})
                .print(),
            "compatible a b: \"arrested\" against \"charged\": two stages of one course\n"
            "compatible a c: \"arrested\" against \"charged\": the report of the first stage knows "
            "the second\n"
            "same b c: \"charged\" against \"charged\": the same value\n");
}

TEST(Statements, AreComparedByTheirContentWords) {
  EXPECT_EQ(stated("receive serious proposal", "receive serious offer"),
            "variant: \"receive serious proposal\" against \"receive serious offer\": the same "
            "statement in other words");
  EXPECT_EQ(stated("open talks", "open border crossing"), "not-comparable: statement 1");
}

TEST(Quotes, AnotherWordingIsAVariantUnlessItsSenseChanges) {
  EXPECT_EQ(quoted("constructive and helpful", "constructive and useful"),
            "quote-variant: \"constructive and helpful\" against \"constructive and useful\": one "
            "utterance in two wordings");
  EXPECT_EQ(quoted("we will respond with four brigades", "we would respond with four brigades"),
            "quote-variant: \"we will respond with four brigades\" against \"we would respond with "
            "four brigades\": one utterance in two wordings");
  EXPECT_EQ(
      quoted("we will respond with four brigades", "we may respond with four brigades"),
      "quote-altered: \"we will respond with four brigades\" against \"we may respond with four "
      "brigades\": another modal in one utterance");
  EXPECT_EQ(quoted("we will respond with four brigades", "we will respond with three brigades"),
            "quote-altered: \"we will respond with four brigades\" against \"we will respond with "
            "three brigades\": another number in one utterance");
  EXPECT_EQ(quoted("we will respond to this", "we will not respond to this"),
            "quote-altered: \"we will respond to this\" against \"we will not respond to this\": "
            "another negation in one utterance");
  EXPECT_EQ(quoted("we will respond to this", "there is nothing new in the letter"),
            "not-comparable: quote 1");
}

TEST(Quotes, OneWordExchangedForAnotherIsAnAlteration) {
  const auto said = [](std::uint32_t report, const char* words, const char* speaker) {
    return Build(report, "quote", words, ClaimKind::kQuote).by(speaker);
  };
  const auto against = [&](const char* words, const char* speaker = "Ida Holm") {
    const std::string line =
        judged(said(1, "we will leave before the harvest", "Ida Holm"), said(2, words, speaker));
    return line.substr(0, line.find(':'));
  };
  EXPECT_EQ(against("we will leave before the weekend"), "quote-altered");
  EXPECT_EQ(against("we will leave before the harvests"), "quote-variant");
  EXPECT_EQ(against("we will leave before this harvest"), "quote-variant");
  EXPECT_EQ(against("we will leave before the long weekend"), "quote-variant");
  EXPECT_EQ(against("they will leave before the weekend"), "quote-variant");
  EXPECT_EQ(against("we will leave before the weekend", ""), "quote-variant");
}

TEST(Quotes, AnExcerptIsNoAlteration) {
  EXPECT_EQ(quoted("this is an invasion", "if they cross the border this is an invasion"),
            "refines: \"this is an invasion\" against \"if they cross the border this is an "
            "invasion\": one report quotes more of it");
}

TEST(Quotes, TwoPersonsCannotHaveSaidTheSameLongSentence) {
  const char* words = "we have nothing to hide from the inspectors";
  EXPECT_EQ(
      quoted(words, words, "Anna Weber", "Karl Lindt"),
      "attribution-conflict: \"we have nothing to hide from the inspectors\" against \"we have "
      "nothing to hide from the inspectors\": given to Anna Weber and to Karl Lindt");
  EXPECT_EQ(quoted(words, words, "Anna Weber", "White House"), "not-comparable: speaker 1");
  EXPECT_EQ(quoted("thank you", "thank you", "Anna Weber", "Karl Lindt"),
            "not-comparable: speaker 1");
}

}  // namespace
}  // namespace gainsay::judge::test
