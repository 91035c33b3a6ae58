#include <gtest/gtest.h>

#include "judge/build.h"

namespace gainsay::judge::test {
namespace {

TEST(EventGate, TwoStoriesAreTwoEvents) {
  EXPECT_EQ(Session({killed(1, exactly(36)), killed(2, exactly(63))}).story(2, 2).print(),
            "not-comparable: event 1\n");
}

TEST(EventGate, APlaceAndWhatItLiesInMayBeOnePlace) {
  EXPECT_EQ(judged(killed(1, exactly(8)).place("Bergen"), killed(2, exactly(8)).place("Norway")),
            "same: 8 against 8: the same figure");
  EXPECT_EQ(judged(killed(1, exactly(8)).place("Bergen"), killed(2, exactly(12)).place("Norway")),
            "scope-difference: 8 against 12: Bergen lies in Norway");
  EXPECT_EQ(judged(killed(1, exactly(8)).place("Bergen"), killed(2, exactly(8)).place("Sweden")),
            "not-comparable: place 1");
}

TEST(EventGate, APlaceLiesAmongSeveral) {
  const auto in = [](std::uint32_t report, double n, const char* place) {
    return killed(report, exactly(n)).place(place);
  };
  EXPECT_EQ(judged(in(1, 8, "Norway"), in(2, 12, "Norway and Sweden")),
            "scope-difference: 8 against 12: Norway lies in Norway and Sweden");
  EXPECT_EQ(judged(in(1, 12, "Norway and Sweden"), in(2, 8, "Bergen")),
            "scope-difference: 12 against 8: Bergen lies in Norway and Sweden");
  EXPECT_EQ(judged(in(1, 8, "Norway and Sweden"), in(2, 12, "Norway and Sweden")),
            "numeric-conflict: 8 against 12: 33 % apart");
  EXPECT_EQ(judged(in(1, 8, "Denmark"), in(2, 12, "Norway and Sweden")), "not-comparable: place 1");
  EXPECT_EQ(judged(in(1, 8, "Denmark and Norway"), in(2, 12, "Norway and Sweden")),
            "not-comparable: place 1");
}

TEST(EventGate, ATollWithoutAPlaceIsOfThePlaceThatItsReportNames) {
  const auto dead = [](std::uint32_t report, const char* place) {
    return killed(report, exactly(8)).event("casualties").place(place);
  };
  const auto hurt = [](std::uint32_t report, double n) {
    return Build(report, "casualties.injured", exactly(n)).event("casualties").sentence(1);
  };
  EXPECT_EQ(Session({dead(1, "Lunde"), hurt(1, 11), dead(2, "Oslo"), hurt(2, 4)}).print(),
            "not-comparable: event 2\nnot-comparable: measure 2\nnot-comparable: place 2\n");
  EXPECT_EQ(Session({dead(1, "Lunde"), hurt(1, 11), dead(2, "Lunde"), hurt(2, 4)}).print(),
            "numeric-conflict b d: 11 against 4: 64 % apart\n"
            "same a c: 8 against 8: the same figure\n"
            "not-comparable: event 2\n"
            "not-comparable: measure 2\n");
}

TEST(EventGate, OnePlaceInTwoTransliterationsIsOnePlace) {
  EXPECT_EQ(judged(killed(1, exactly(8)).place("Jabaliya"), killed(2, exactly(8)).place("Jabalya")),
            "same: 8 against 8: the same figure");
  EXPECT_EQ(judged(killed(1, exactly(8)).place("Gambia"), killed(2, exactly(8)).place("Zambia")),
            "not-comparable: place 1");
}

TEST(EventGate, MeetingsAreToldApartByTheirParticipants) {
  const auto one = lasted(1, 7200).company({"Liz Truss", "Sergei Lavrov"});
  EXPECT_EQ(judged(one, lasted(2, 5400).company({"Antony Blinken", "Sergei Lavrov"})),
            "not-comparable: event 1");
  EXPECT_EQ(judged(one, lasted(2, 5400).event("meeting")), "not-comparable: event 1");
  EXPECT_EQ(judged(one, lasted(2, 3000).company({"Liz Truss", "Sergei Lavrov"}, "call")),
            "not-comparable: event 1");
  EXPECT_EQ(judged(one, lasted(2, 5400).company({"Ben Wallace", "Liz Truss", "Sergei Lavrov"})),
            "numeric-conflict: 2 hours against 90 minutes: 25 % apart");
  EXPECT_EQ(judged(one, lasted(2, 5400).company({"Liz Truss", "S. Lavrov"})),
            "numeric-conflict: 2 hours against 90 minutes: 25 % apart");
}

TEST(EventGate, WhereTheyMetTakesNoPartInAMeeting) {
  const auto in_lunde = [](std::uint32_t report, double s) {
    return lasted(report, s).company({"Lunde"}).place("Lunde");
  };
  EXPECT_EQ(judged(in_lunde(1, 7200), in_lunde(2, 5400)), "not-comparable: event 1");
  EXPECT_EQ(judged(lasted(1, 7200).company({"Holt"}).place("Lunde"),
                   lasted(2, 5400).company({"Holt"}).place("Lunde")),
            "numeric-conflict: 2 hours against 90 minutes: 25 % apart");
}

TEST(EventGate, TheOneMeetingOfAReportNeedsNobodyNamed) {
  const auto told = [](std::uint32_t report, double s, std::string_view day = "2031-03-14") {
    return lasted(report, s).event("meeting").on(day);
  };
  const std::string conflict = "numeric-conflict a b: 2 hours against 90 minutes: 25 % apart\n";
  const auto run = [](std::vector<Claim> claims) { return Session(std::move(claims)).print(); };
  EXPECT_EQ(run({told(1, 7200), told(2, 5400)}), conflict);
  const auto lunde = told(1, 7200).company({"Anna Berg", "Peter Holt"});
  EXPECT_EQ(run({lunde, told(2, 5400)}), conflict);
  // Another day; another meeting in the report; others who meet in the story.
  EXPECT_EQ(run({told(1, 7200), told(2, 5400, "2031-03-15")}), "not-comparable: event 1\n");
  EXPECT_EQ(run({told(1, 7200), told(1, 1200), told(2, 5400)}), "not-comparable: event 3\n");
  EXPECT_EQ(run({lunde, told(2, 5400), told(3, 5400).company({"Anna Berg", "Karin Lund"})}),
            "not-comparable: event 3\n");
  // Without days the reports must be of one day.
  const auto undated = [](std::uint32_t report, double s) {
    return lasted(report, s).event("meeting");
  };
  const auto days = [&](const char* second) {
    return Session({undated(1, 7200), undated(2, 5400)})
        .published(1, "2031-03-14")
        .published(2, second)
        .print();
  };
  EXPECT_EQ(days("2031-03-14"), conflict);
  EXPECT_EQ(days("2031-03-18"), "not-comparable: event 1\n");
  EXPECT_EQ(run({undated(1, 7200), undated(2, 5400)}), "not-comparable: event 1\n");
}

TEST(EventGate, PlacesTimesAndOrdinalsTellEventsApart) {
  EXPECT_EQ(judged(killed(1, exactly(3)).place("Lund"), killed(2, exactly(8)).place("Malmo")),
            "not-comparable: place 1");
  EXPECT_EQ(judged(killed(1, exactly(3)).place("Lund"), killed(2, exactly(8)).place("near Lund")),
            "numeric-conflict: 3 against 8: 63 % apart");
  EXPECT_EQ(judged(killed(1, exactly(3)).on("2024-03-01"), killed(2, exactly(8)).on("2024-03-05")),
            "not-comparable: event 1");
  EXPECT_EQ(judged(killed(1, exactly(3)).on("2024-03-01"), killed(2, exactly(8)).on("2024-03-02")),
            "numeric-conflict: 3 against 8: 63 % apart");
  EXPECT_EQ(judged(killed(1, exactly(3)).weekday(0), killed(2, exactly(8)).weekday(4)),
            "not-comparable: event 1");
  EXPECT_EQ(judged(killed(1, exactly(3)).ordinal("second"), killed(2, exactly(8))),
            "not-comparable: event 1");
  EXPECT_EQ(judged(killed(1, exactly(3)).event("earthquake"), killed(2, exactly(8)).event("flood")),
            "not-comparable: event 1");
}

TEST(EventGate, APropertyNeedsItsSubjectOnBothSides) {
  const auto age = [](std::uint32_t report, double years) {
    return Build(report, "person.age", in(exactly(years), "age", "year"));
  };
  EXPECT_EQ(judged(age(1, 18).subject("Ana Lopez"), age(2, 20).subject("Lopez")),
            "numeric-conflict: 18 against 20: 10 % apart");
  EXPECT_EQ(judged(age(1, 18).subject("Ana Lopez"), age(2, 20).subject("Mary Poole")),
            "not-comparable: subject 1");
  // Where the story and both reports know one bearer only, an unnamed one is meant.
  EXPECT_EQ(judged(age(1, 18).subject("Ana Lopez"), age(2, 20)),
            "numeric-conflict: 18 against 20: 10 % apart");
  EXPECT_EQ(Session({age(1, 18).subject("Ana Lopez"), age(2, 20), age(2, 41)}).print(),
            "not-comparable: subject 3\n");
  EXPECT_EQ(Session({age(1, 18).subject("Ana Lopez"), age(2, 20), age(3, 41).subject("Mary Poole")})
                .print(),
            "not-comparable: subject 3\n");
  EXPECT_EQ(Session({age(1, 18).subject("Ana Lopez"), age(2, 20).subject("Ana Lopez")})
                .story(2, 2)
                .print(),
            "numeric-conflict a b: 18 against 20: 10 % apart\n");
  const auto war = [](std::uint32_t report, double s, const char* which) {
    return Build(report, "war.duration", seconds(exactly(s))).subject(which);
  };
  EXPECT_EQ(
      judged(war(1, 20736000, "full scale invasion"), war(2, 252288000, "conflict in the east")),
      "not-comparable: subject 1");
}

TEST(EventGate, AnAgeTellsWhichOfSeveralPersonsASentenceMeans) {
  const auto age = [](std::uint32_t report, std::uint32_t sentence, double years) {
    return Build(report, "person.age", in(exactly(years), "age", "year")).sentence(sentence);
  };
  const auto fell = [](std::uint32_t report, std::uint32_t sentence, double metres) {
    return Build(report, "fall.distance", in(exactly(metres), "length", "metre"))
        .sentence(sentence);
  };
  // "A climber, 36, fell 15 m"; "Ana Lopez, 36, fell 60 m. The day after, Mary Poole fell 90 m."
  const std::vector<Claim> two = {age(2, 1, 36).subject("Ana Lopez"),
                                  fell(2, 1, 60).subject("Ana Lopez"),
                                  fell(2, 2, 90).subject("Mary Poole")};
  const auto with = [&](std::vector<Claim> claims) {
    claims.insert(claims.end(), two.begin(), two.end());
    return Session(std::move(claims)).print();
  };
  EXPECT_EQ(with({fell(1, 1, 15), age(1, 1, 36)}),
            "numeric-conflict a d: 15 metres against 60 metres: 75 % apart\n"
            "same b c: 36 against 36: the same figure\n"
            "not-comparable: measure 3\nnot-comparable: subject 5\n");
  // Another age; an age in another sentence; two ages in the sentence.
  const std::string silent = with({fell(1, 1, 15), age(1, 1, 35)});
  EXPECT_EQ(silent.find("numeric-conflict a"), std::string::npos) << silent;
  EXPECT_EQ(with({fell(1, 1, 15), age(1, 2, 36)}).find("numeric-conflict"), std::string::npos);
  EXPECT_EQ(with({fell(1, 1, 15), age(1, 1, 36), age(1, 1, 9)}).find("conflict"),
            std::string::npos);
}

TEST(EventGate, TwoFiguresOfOneReportNeedACommonAnchor) {
  EXPECT_EQ(judged(killed(1, exactly(3)), killed(1, exactly(8))), "not-comparable: event 1");
  EXPECT_EQ(
      judged(killed(1, exactly(3)).place("Lund"), killed(1, exactly(8)).place("Lund").sentence(1)),
      "numeric-conflict: 3 against 8: 63 % apart");
  EXPECT_EQ(judged(killed(1, exactly(3)).headline(), killed(1, exactly(8)).sentence(1)),
            "numeric-conflict: 3 against 8: 63 % apart");
}

TEST(EventGate, AYearThatOneNamesSetsFiguresApartThatDiffer) {
  const auto of = [](std::uint32_t report, double n, const char* year) {
    return killed(report, exactly(n)).ordinal(year);
  };
  EXPECT_EQ(judged(of(1, 12, ""), of(2, 15, "of 2019")), "not-comparable: event 1");
  EXPECT_EQ(judged(of(1, 12, ""), of(2, 12, "of 2019")), "same: 12 against 12: the same figure");
  EXPECT_EQ(judged(of(1, 12, "of 2003"), of(2, 12, "of 2019")), "not-comparable: event 1");
  EXPECT_EQ(judged(of(1, 12, "of 2019"), of(2, 15, "of 2019")),
            "numeric-conflict: 12 against 15: 20 % apart");
  EXPECT_EQ(judged(of(1, 12, ""), of(2, 12, "aftershock")), "not-comparable: event 1");
}

}  // namespace
}  // namespace gainsay::judge::test
