#include "judge/judge.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "judge/build.h"

namespace gainsay::judge::test {
namespace {

TEST(Judge, PutsErrorsFirstAndThenFollowsTheReports) {
  EXPECT_EQ(Session({killed(1, exactly(36)), killed(2, exactly(36)), killed(3, exactly(63)),
                     Build(4, "loot.value", money(exactly(5)))})
                .print(),
            "numeric-conflict a c: 36 against 63: 43 % apart\n"
            "numeric-conflict b c: 36 against 63: 43 % apart\n"
            "same a b: 36 against 36: the same figure\n"
            "not-comparable: measure 3\n");
}

TEST(Judge, ReportsThatAgreeOnlyAmongThemselvesTellOfTwoEvents) {
  const auto injured = [](std::uint32_t report, double n) {
    return Build(report, "casualties.injured", exactly(n));
  };
  EXPECT_EQ(Session({injured(1, 23), injured(2, 23), injured(3, 26), injured(4, 26)}).print(),
            "same a b: 23 against 23: the same figure\n"
            "same c d: 26 against 26: the same figure\n"
            "not-comparable: event 4\n");
  // The age of one person, given in both groups, makes them one event.
  const auto age = [](std::uint32_t report) {
    return Build(report, "person.age", in(exactly(43), "age", "year")).subject("Ana Lopez");
  };
  EXPECT_EQ(
      Session({injured(1, 23), age(1), injured(2, 23), injured(3, 26), age(3), injured(4, 26)})
          .proposed(Proposed::kSameAttribute)
          .print(),
      "numeric-conflict a d: 23 against 26: 12 % apart\n"
      "numeric-conflict a f: 23 against 26: 12 % apart\n"
      "numeric-conflict c d: 23 against 26: 12 % apart\n"
      "numeric-conflict c f: 23 against 26: 12 % apart\n"
      "same a c: 23 against 23: the same figure\n"
      "same b e: 43 against 43: the same figure\n"
      "same d f: 26 against 26: the same figure\n"
      "not-comparable: subject 8\n");
}

TEST(Judge, WhatReportsShareByChanceAgreesOnlyWhereSomethingElseDoes) {
  const auto site = [](std::uint32_t report) { return Build(report, "event.site", "shop"); };
  EXPECT_EQ(Session({site(1), site(2)}).print(), "not-comparable: event 1\n");
  EXPECT_EQ(Session({site(1), killed(1, exactly(3)), site(2), killed(2, exactly(3))})
                .proposed(Proposed::kSameAttribute)
                .print(),
            "same a c: \"shop\" against \"shop\": the same value\n"
            "same b d: 3 against 3: the same figure\n"
            "not-comparable: measure 4\n");
}

TEST(Judge, TwoReportsOfOneOutletAreOneWitness) {
  const Judgement judgement = Session({killed(1, exactly(36)), killed(2, exactly(36)),
                                       killed(3, exactly(36)), killed(4, exactly(63))})
                                  .source(1, "Harbour Post")
                                  .source(2, "Harbour Post")
                                  .judge();
  const auto found = std::ranges::find(judgement.findings, ClaimId{4}, &Finding::b);
  ASSERT_NE(found, judgement.findings.end());
  EXPECT_EQ(found->origins_a, 2U);
  EXPECT_EQ(found->origins_b, 1U);
}

TEST(Judge, CountsEachOriginOnce) {
  const Judgement judgement = Session({killed(1, exactly(36)), killed(2, exactly(36)),
                                       killed(3, exactly(36)), killed(4, exactly(63))})
                                  .origin(2, 1)
                                  .judge();
  const auto found = std::ranges::find(judgement.findings, ClaimId{4}, &Finding::b);
  ASSERT_NE(found, judgement.findings.end());
  EXPECT_EQ(found->origins_a, 2U);
  EXPECT_EQ(found->origins_b, 1U);
}

TEST(Judge, TheIdOfAFindingDoesNotDependOnTheOrderOfItsClaims) {
  Session forward({killed(1, exactly(36)), killed(2, exactly(63))});
  Session backward({killed(1, exactly(63)), killed(2, exactly(36))});
  std::swap(backward.claims[0].fingerprint, backward.claims[1].fingerprint);
  ASSERT_EQ(forward.judge().findings.size(), 1U);
  ASSERT_EQ(backward.judge().findings.size(), 1U);
  EXPECT_EQ(forward.judge().findings[0].id, backward.judge().findings[0].id);
}

TEST(Judge, EqualContentInTwoPlacesYieldsTwoIds) {
  Session run({killed(1, exactly(36)), killed(2, exactly(63)), killed(3, exactly(63))});
  run.claims[2].fingerprint = run.claims[1].fingerprint;
  const Judgement judgement = run.judge();
  ASSERT_EQ(judgement.findings.size(), 3U);
  EXPECT_NE(judgement.findings[0].id, judgement.findings[1].id);
}

TEST(Judge, ShowsTheGatesThatWereAsked) {
  const Judgement judgement = Session({killed(1, exactly(36)), killed(2, exactly(63))}).judge();
  ASSERT_EQ(judgement.findings.size(), 1U);
  std::string text;
  for (const GateResult& gate : judgement.findings[0].gates)
    text += std::string(name(gate.gate)) + (gate.passed ? " + " : " - ") + gate.because + "\n";
  EXPECT_EQ(text,
            "assertion + both are asserted\n"
            "voice + the reports' own voice\n"
            "event + one story, nothing against one event\n"
            "measure + the same measure\n"
            "population + the same population\n"
            "period + the same period\n"
            "as-of + no dates\n"
            "slot + one event has one value\n"
            "value + 43 % apart\n"
            "origin + 1 against 1 origins\n");
}

TEST(Judge, OnePairSaysWhyItIsNotComparable) {
  const Session run(
      {Build(1, "casualties.killed", exactly(3)), Build(2, "casualties.injured", exactly(4))});
  const Finding finding =
      Judge(rules()).judge(run.claims[0], run.documents[0], run.claims[1], run.documents[1]);
  EXPECT_EQ(finding.verdict, Verdict::kNotComparable);
  EXPECT_EQ(finding.reason, "3 against 4: two measures");
}

TEST(Judge, APairThatIsListedAsNotComparableIsCountedOnce) {
  const auto site = [](std::uint32_t report, const char* what) {
    return Build(report, "event.site", what);
  };
  const Session run({site(1, "shop"), site(2, "shop"), site(2, "mosque").ordinal("second")});
  const std::vector<CandidatePair> pairs = {{0, 1, 0.5F, Proposed::kSameAttribute},
                                            {0, 2, 0.5F, Proposed::kSameAttribute}};
  const Judgement judgement =
      Judge(rules()).judge(run.claims, run.documents, pairs, Abstained::kListed);
  EXPECT_EQ(judgement.findings.size(), 2U);
  EXPECT_EQ(judgement.abstained, (std::map<std::string, std::uint64_t>{{"event", 2}}));
}

TEST(Judge, ConfidenceIsThatOfTheWeakestPart) {
  Session run({killed(1, exactly(36)), killed(2, exactly(63))});
  run.claims[1].confidence = 0.5;
  EXPECT_DOUBLE_EQ(run.judge().findings.at(0).confidence, 0.45);
}

TEST(Judge, TheTemplateOfTheVerdictWritesTheReason) {
  ruleset::RuleSet changed = rules();
  changed.judge.verdicts[static_cast<std::size_t>(Verdict::kNumericConflict)].reason =
      "{measure}: {a.source} has {a.value} ({a.speaker}), {b.source} {b.value}; {because} "
      "{unknown}";
  const Session run({killed(1, exactly(36)), killed(2, exactly(63)).by("Kyiv")});
  const Finding finding =
      Judge(changed).judge(run.claims[0], run.documents[0], run.claims[1], run.documents[1]);
  EXPECT_EQ(finding.reason,
            "casualties.killed: A has 36 (the report itself), B 63; 43 % apart {unknown}");
}

}  // namespace
}  // namespace gainsay::judge::test
