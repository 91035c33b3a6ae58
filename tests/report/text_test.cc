#include <gtest/gtest.h>

#include "report/report.h"
#include "sample.h"

namespace gainsay::report {
namespace {

using testing::count;
using testing::label;
using testing::Sample;
using testing::value;

/// The first line that is quoted and the carets under it, as they stand in the output.
std::string first_quote(const Sample& sample, std::uint32_t width = 100) {
  const std::string all = to_text(sample.report, {false, width, Severity::kNote});
  std::size_t begin = 0;
  for (int line = 0; line < 3; ++line)
    begin = all.find('\n', begin) + 1;
  const std::size_t end = all.find('\n', all.find('\n', begin) + 1);
  return all.substr(begin, end - begin);
}

/// One line against a plain one.
Sample one_line(const std::string& bytes, const std::string& words) {
  Sample s;
  s.claim(s.add("a.txt", bytes), words, "killed", value(count(12, "person")));
  s.claim(s.add("b.txt", "17 died"), "17", "killed", value(count(17, "person")));
  s.find(0, 1, Verdict::kNumericConflict, Severity::kError, "r");
  return s;
}

TEST(Text, AFindingShowsBothSentencesTheReasonAndTheTotals) {
  EXPECT_EQ(to_text(testing::bridge().report, {}),
            R"(error[numeric-conflict]: casualties.killed: 12 against about 17
 --> a.txt:2:9 (Harbour Post, 2024-10-08)
  |
2 | At noon 12 people died there.
  |         ^^^^^^^^^ 12 people
  |
note: about 17 people from Valley Times, 2024-10-08 19:02 UTC
 --> b.txt:1:1 (Valley Times, 2024-10-08 19:02 UTC)
  |
1 | Some 17 people died when the bridge fell.
  | ^^^^^^^^^^^^^^ about 17 people
  |
  = reason: 12 is not 17
  = gates: event passed; value (disjoint bounds) failed
  = origins: 1 against 2
  = id: 00000000000000f0

spread: casualties.killed: 2 independent origins
  low           12  Harbour Post
  conservative  12  Harbour Post
  median        12  Harbour Post
  high          17  Valley Times

1 error, 0 warnings, 0 notes: 1 numeric-conflict
2 reports from 2 sources (2 origins), 2 claims
4 pairs not comparable: event 3, measure 1
)");
}

TEST(Text, LabelsSpeakersAndFindingsInsideOneReportAreNamed) {
  Sample s;
  const DocumentId a = s.add("a.txt", "Held in Oslo. \"In Rome,\" Ann Lee said.");
  s.claim(a, "Oslo", "meeting.place", label("oslo"));
  s.claim(a, "Rome", "meeting.place", label("rome")).assertion.speaker = "Ann Lee";
  s.find(0, 1, Verdict::kDisputed, Severity::kNote, "two places");
  EXPECT_EQ(to_text(s.report, {}), R"(note[disputed]: meeting.place: "oslo" against "rome"
 --> a.txt:1:9 (a.txt)
  |
1 | Held in Oslo. "In Rome," Ann Lee said.
  |         ^^^^ "oslo"
  |
note: "rome" from Ann Lee in the same report
 --> a.txt:1:19 (a.txt)
  |
1 | Held in Oslo. "In Rome," Ann Lee said.
  |                   ^^^^ "rome"
  |
  = reason: two places
  = origins: 1 against 1
  = id: 00000000000000f0

0 errors, 0 warnings, 1 note: 1 disputed
1 report from 1 source (1 origin), 2 claims
)");
}

TEST(Text, BelowTheMinimumFindingsAreOnlyCounted) {
  EXPECT_EQ(to_text(
                [] {
                  Sample s = testing::bridge();
                  s.report.judgement.findings[0].severity = Severity::kNote;
                  s.report.judgement.abstained.clear();
                  s.report.pairs.left_out = {1, 0, 1};
                  return s;
                }()
                    .report,
                {false, 100, Severity::kWarning}),
            "0 errors, 0 warnings, 1 note: 1 numeric-conflict\n"
            "2 reports from 2 sources (2 origins), 2 claims\n"
            "2 pairs left out, above the limit\n");
}

TEST(Text, UnreadableReportsAreNamedAndCounted) {
  Report report;
  report.errors = {{ErrorCode::kInvalidText, "x\x1b[2J.txt:1:4", "invalid UTF-8"}};
  EXPECT_EQ(to_text(report, {}),
            "cannot read: x␛[2J.txt:1:4: invalid UTF-8\n\n"
            "0 errors, 0 warnings, 0 notes\n0 reports from 0 sources (0 origins), 0 claims\n"
            "1 report could not be read\n");
}

TEST(Text, ColourIsPaintedOnlyWhenAsked) {
  const Sample s = testing::bridge();
  EXPECT_EQ(to_text(s.report, {}).find('\x1b'), std::string::npos);
  const std::string colour = to_text(s.report, {true, 100, Severity::kNote});
  EXPECT_EQ(colour.substr(0, colour.find('\n')),
            "\x1b[1;31merror[numeric-conflict]\x1b[0m\x1b[1m: casualties.killed: 12 against about "
            "17\x1b[0m");
}

TEST(Text, TheCaretStandsUnderTheWordsByDisplayWidth) {
  EXPECT_EQ(first_quote(one_line("東京 12 died", "12")), "1 | 東京 12 died\n  |      ^^ 12 people");
  EXPECT_EQ(first_quote(one_line("cafe\u0301 12 died", "12")),
            "1 | cafe\u0301 12 died\n  |      ^^ 12 people");
  EXPECT_EQ(first_quote(one_line("👩‍👩‍👧 🇩🇪 👍🏽 12", "12")),
            "1 | 👩‍👩‍👧 🇩🇪 👍🏽 12\n  |          ^^ 12 people");
  EXPECT_EQ(first_quote(one_line("a\tb\t12", "12")), "1 | a   b   12\n  |         ^^ 12 people");
}

TEST(Text, LineEndsAndAByteOrderMarkAreNotQuoted) {
  const Sample s = one_line("\xEF\xBB\xBF\x31\x32 died\r\n", "12");
  EXPECT_EQ(first_quote(s), "1 | 12 died\n  | ^^ 12 people");
}

TEST(Text, AClaimOverTwoLinesIsQuotedOnBoth) {
  Sample s = one_line("some twelve\r\npeople died\r\n", "twelve\r\npeople");
  const std::string all = to_text(s.report, {});
  EXPECT_NE(all.find("1 | some twelve\n  |      ^^^^^^\n2 | people died\n  | ^^^^^^ 12 people\n"),
            std::string::npos)
      << all;
}

TEST(Text, ALongLineShowsAWindowAroundTheWords) {
  const std::string words = "0123456789 ";
  std::string line;
  for (int i = 0; i < 500; ++i)
    line += words;
  Sample s = one_line(line + "twelve" + line, "twelve");
  EXPECT_EQ(first_quote(s, 40),
            "1 | …6789 0123456789 twelve0123456789 01234…\n"
            "  |                  ^^^^^^ 12 people");
}

TEST(Text, WordsWiderThanTheWindowAreCut) {
  const std::string wide(60, 'x');
  EXPECT_EQ(first_quote(one_line(wide, wide), 20),
            "1 | " + std::string(18, 'x') + "…\n  | " + std::string(18, '^') + " 12 people");
}

TEST(Text, HostileTextCannotSteerATerminal) {
  const std::string hostile = std::string("\x1b]0;x\x07 ") + '\0' + " \u202E 12 \u009B2J \x7F \r!";
  Sample s = one_line(hostile, "12");
  s.report.documents[0].facts.source = "Evil\nPost\x1b[31m";
  s.report.judgement.findings[0].reason = "a\rb\u2066";
  EXPECT_EQ(first_quote(s), "1 | ␛]0;x␇ ␀ � 12 �2J ␡ ␍!\n  |            ^^ 12 people");
  const std::string all = to_text(s.report, {});
  EXPECT_NE(all.find("(Evil␊Post␛[31m)\n"), std::string::npos);
  EXPECT_NE(all.find("= reason: a␍b�\n"), std::string::npos);
  for (const char c : all)
    EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= 0x20);
}

}  // namespace
}  // namespace gainsay::report
