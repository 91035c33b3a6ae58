#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "report/report.h"
#include "sample.h"

namespace gainsay::report {
namespace {

using testing::count;
using testing::kInf;
using testing::Sample;
using testing::value;

struct Said {
  Quantity figure;
  std::uint32_t origin;
  std::string speaker = {};
};

Quantity people(double n) {
  return count(n, "person");
}
Quantity at_least(double n) {
  Quantity q = people(n);
  q.hi = kInf;
  q.hard = q.pragmatic = {n, kInf};
  return q;
}
Quantity vague(double from) {
  Quantity q = at_least(from);
  q.vague = true;
  return q;
}

/// Reports "a", "b", ... of one figure, each compared with the first by `verdict`.
Sample told(const std::vector<Said>& all, Verdict verdict = Verdict::kNumericConflict,
            Severity severity = Severity::kError) {
  Sample s;
  for (const Said& said : all) {
    const std::string source(1, static_cast<char>('A' + s.report.documents.size()));
    const DocumentId in = s.add(source + ".txt", "They died.", source, "2031-03-02");
    s.report.documents.back().facts.origin = OriginId(said.origin);
    s.claim(in, "They", "casualties.killed", value(said.figure)).assertion.speaker = said.speaker;
  }
  for (std::size_t i = 1; i < all.size(); ++i)
    s.find(0, i, verdict, severity, "");
  return s;
}

std::string spread(const Sample& s) {
  const std::string text = to_text(s.report, {false, 100, Severity::kError, true});
  const std::size_t begin = text.find("spread: ");
  if (begin == text.npos) return "";
  return text.substr(begin, text.find("\n\n", begin) + 1 - begin);
}

TEST(Consensus, ShowsTheSpreadAndWhoGivesEachValue) {
  EXPECT_EQ(spread(told({{people(12), 1}, {people(17), 2, "Ann Orm"}, {people(1500), 3}})),
            "spread: casualties.killed: 3 independent origins\n"
            "  low              12  A\n"
            "  conservative     12  A\n"
            "  median           17  B (said by Ann Orm)\n"
            "  high          1,500  C\n");
}

TEST(Consensus, TheConservativeFigureIsTheLowestThatTwoOriginsGive) {
  EXPECT_EQ(spread(told({{people(12), 1}, {people(17), 2}, {people(17), 3}, {people(19), 4}})),
            "spread: casualties.killed: 4 independent origins\n"
            "  low           12  A\n"
            "  conservative  17  B, C\n"
            "  median        17  B, C\n"
            "  high          19  D\n");
}

TEST(Consensus, CopiesGiveAnOriginNoWeight) {
  EXPECT_EQ(
      spread(told(
          {{people(12), 1}, {people(12), 1}, {people(12), 1}, {people(17), 2}, {people(19), 3}})),
      "spread: casualties.killed: 3 independent origins\n"
      "  low           12  A, B, C\n"
      "  conservative  12  A, B, C\n"
      "  median        17  D\n"
      "  high          19  E\n");
}

TEST(Consensus, TheTextNamesThreeSourcesOfAValue) {
  EXPECT_EQ(spread(told({{people(12), 1},
                         {people(12), 2},
                         {people(12), 3},
                         {people(12), 4},
                         {people(12), 5},
                         {people(17), 6}})),
            "spread: casualties.killed: 6 independent origins\n"
            "  low           12  A, B, C and 2 more\n"
            "  conservative  12  A, B, C and 2 more\n"
            "  median        12  A, B, C and 2 more\n"
            "  high          17  F\n");
}

TEST(Consensus, AnOriginWithTwoFiguresSharesItsWeight) {
  EXPECT_EQ(
      spread(told(
          {{people(10), 1}, {people(12), 1}, {people(12), 1}, {people(20), 2}, {people(21), 3}})),
      "spread: casualties.killed: 3 independent origins\n"
      "  low           10  A\n"
      "  conservative  10  A\n"
      "  median        20  D\n"
      "  high          21  E\n");
}

TEST(Consensus, AFloorThatHoldsForEveryFigureIsNotTheLowest) {
  EXPECT_EQ(spread(told({{people(198), 1}, {people(212), 2}, {at_least(2), 3}})),
            "spread: casualties.killed: 2 independent origins\n"
            "  low           198  A\n"
            "  conservative  198  A\n"
            "  median        198  A\n"
            "  high          212  B\n");
}

TEST(Consensus, AFloorAboveAFigureCounts) {
  EXPECT_EQ(spread(told({{people(12), 1}, {people(17), 2}, {at_least(20), 3}})),
            "spread: casualties.killed: 3 independent origins\n"
            "  low           12  A\n"
            "  conservative  12  A\n"
            "  median        17  B\n"
            "  high          20  C\n");
}

TEST(Consensus, FloorsAloneAreSetAgainstEachOther) {
  EXPECT_EQ(spread(told({{at_least(12), 1}, {at_least(20), 2}})),
            "spread: casualties.killed: 2 independent origins\n"
            "  low           12  A\n"
            "  conservative  12  A\n"
            "  median        12  A\n"
            "  high          20  B\n");
}

TEST(Consensus, VagueWordsGiveNoFigure) {
  EXPECT_EQ(spread(told({{people(198), 1}, {people(212), 2}, {vague(300), 3}})),
            "spread: casualties.killed: 2 independent origins\n"
            "  low           198  A\n"
            "  conservative  198  A\n"
            "  median        198  A\n"
            "  high          212  B\n");
  EXPECT_EQ(spread(told({{vague(24), 1}, {vague(200), 2}})), "");
}

TEST(Consensus, ALaterStateIsAnotherFigure) {
  EXPECT_EQ(spread(told({{people(12), 1}, {people(17), 2}}, Verdict::kUpdate)), "");
}

TEST(Consensus, WhatAReviewerDismissedIsNotCompared) {
  EXPECT_EQ(
      spread(told({{people(12), 1}, {people(17), 2}}, Verdict::kNumericConflict, Severity::kNone)),
      "");
}

TEST(Consensus, OneOriginIsNoConsensus) {
  EXPECT_EQ(spread(told({{people(12), 1}, {people(17), 1}})), "");
}

TEST(Consensus, ADisputeBelowTheLevelAskedForIsNotShown) {
  EXPECT_EQ(spread(told({{people(12), 1}, {people(17), 2}}, Verdict::kTension, Severity::kNote)),
            "");
}

TEST(Consensus, TheJsonNamesOriginsSpeakersScopeAndTime) {
  Sample s = told({{people(12), 1}, {people(17), 2, "Ann Orm"}, {vague(24), 3}});
  s.report.claims[0].frame.place = "Orm";
  s.report.claims[1].frame.population = "children";
  s.report.claims[1].as_of.from = from_iso("2031-03-01");
  const std::string json = to_json(s.report);
  const std::size_t begin = json.find("\"consensus\"");
  EXPECT_EQ(json.substr(begin, json.find(", \"abstained\"") - begin),
            R"("consensus": [
  {"story": 1, "attribute": "casualties.killed", "scope": {"place": "Orm", "population": "children"}, "as_of": ["2031-03-01T00:00:00Z", "2031-03-02T00:00:00Z"], "unit": "person", "disputed": true, "origins": 2, "low": {"value": 12, "origins": [1], "sources": ["A"], "speakers": []}, "conservative": {"value": 12, "origins": [1], "sources": ["A"], "speakers": []}, "median": {"value": 12, "origins": [1], "sources": ["A"], "speakers": []}, "high": {"value": 17, "origins": [2], "sources": ["B"], "speakers": ["Ann Orm"]}, "claims": ["00000000000000c0", "00000000000000c1", "00000000000000c2"], "counted": ["00000000000000c0", "00000000000000c1"]}])");
}

}  // namespace
}  // namespace gainsay::report
