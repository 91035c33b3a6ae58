#include "report/formats.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "sample.h"

namespace gainsay::report {
namespace {

using testing::count;
using testing::Sample;
using testing::value;

/// A draft with a byte-order mark, Windows line ends, an emoji and a combining mark before the
/// claim, and two reports that say otherwise.
Sample draft() {
  Sample s;
  s.add("archive/a.txt", "Nine died, \"they\" say.", "Valley Times", "2031-06-12");
  s.add("archive/b.txt", "=Nine people died.", "Ridge, Radio", "2031-06-13");
  s.add("draft [1].md",
        "\xEF\xBB\xBF"
        "One\r\n\xF0\x9F\x8C\x8A e\xCC\x81 12 people died.\r\n");
  s.claim(DocumentId(1), "Nine", "casualties.killed", value(count(9, "person")));
  s.claim(DocumentId(2), "=Nine people", "casualties.killed", value(count(9, "person")));
  s.claim(DocumentId(3), "12 people", "casualties.killed", value(count(12, "person")));
  s.find(2, 0, Verdict::kNumericConflict, Severity::kError, "12 is not 9").origins_b = 2;
  s.find(2, 1, Verdict::kNumericConflict, Severity::kError, "12 is not 9").origins_b = 2;
  for (Finding& finding : s.report.judgement.findings)
    finding.origins_a = 0;
  s.report.drafts = {DocumentId(3)};
  s.report.says[static_cast<std::size_t>(Verdict::kNumericConflict)] = "They exclude each other.";
  return s;
}

/// Two reports, no draft.
Sample equals() {
  Sample s;
  s.add("a.txt", "12 people died.", "Harbour Post", "2031-06-12");
  s.add("b.txt", "17 people died.", "Valley Times", "2031-06-12");
  s.claim(DocumentId(1), "12 people", "casualties.killed", value(count(12, "person")));
  s.claim(DocumentId(2), "17 people", "casualties.killed", value(count(17, "person")));
  s.find(0, 1, Verdict::kNumericConflict, Severity::kError, "12 is not 17");
  return s;
}

TEST(Formats, UnixCountsBytesAndNamesSeverityAndVerdict) {
  EXPECT_EQ(to_unix(draft().report, Severity::kNote),
            "draft [1].md:2:10: error: casualties.killed: 12 people here, 9 people in Valley "
            "Times, 2031-06-12 and 1 more (origins: 0 against 2) [numeric-conflict]\n");
}

TEST(Formats, UnixShowsBothSidesWhereNoTextIsADraft) {
  EXPECT_EQ(to_unix(equals().report, Severity::kNote),
            "a.txt:1:1: error: casualties.killed: 12 people here, 17 people in Valley Times, "
            "2031-06-12 (origins: 1 against 1) [numeric-conflict]\n"
            "b.txt:1:1: error: casualties.killed: 17 people here, 12 people in Harbour Post, "
            "2031-06-12 (origins: 1 against 1) [numeric-conflict]\n");
}

TEST(Formats, NothingBelowTheMinimumIsListed) {
  Sample s = equals();
  s.report.judgement.findings[0].severity = Severity::kNote;
  EXPECT_EQ(to_unix(s.report, Severity::kWarning), "");
  EXPECT_EQ(to_jsonl(s.report, Severity::kWarning), "");
  EXPECT_EQ(to_gitlab(s.report, Severity::kWarning), "[]\n");
}

TEST(Formats, CompactCountsCharacters) {
  EXPECT_EQ(to_compact(draft().report, Severity::kNote),
            "draft [1].md: line 2, col 6, Error - casualties.killed: 12 people here, 9 people in "
            "Valley Times, 2031-06-12 and 1 more (origins: 0 against 2) (numeric-conflict)\n");
}

TEST(Formats, GithubCountsUtf16AndEscapesProperties) {
  EXPECT_EQ(
      to_github(draft().report, Severity::kNote),
      "::error file=draft "
      "[1].md,line=2,endLine=2,col=7,endColumn=16,title=numeric-conflict::casualties.killed: 12 "
      "people here, 9 people in Valley Times, 2031-06-12 and 1 more (origins: 0 against 2)\n");
}

TEST(Formats, GitlabGivesEachSideAFingerprint) {
  EXPECT_EQ(to_gitlab(equals().report, Severity::kNote),
            "[\n"
            "  {\"description\": \"casualties.killed: 12 people here, 17 people in Valley Times, "
            "2031-06-12 (origins: 1 against 1)\", \"check_name\": \"numeric-conflict\", "
            "\"fingerprint\": \"1134d48e9538db0f\", \"severity\": \"major\", \"location\": "
            "{\"path\": \"a.txt\", \"lines\": {\"begin\": 1, \"end\": 1}}},\n"
            "  {\"description\": \"casualties.killed: 17 people here, 12 people in Harbour Post, "
            "2031-06-12 (origins: 1 against 1)\", \"check_name\": \"numeric-conflict\", "
            "\"fingerprint\": \"103cd87f7eb18884\", \"severity\": \"major\", \"location\": "
            "{\"path\": \"b.txt\", \"lines\": {\"begin\": 1, \"end\": 1}}}]\n");
}

TEST(Formats, RdjsonCountsBytesAndCarriesRelatedPlaces) {
  EXPECT_EQ(
      to_rdjson(draft().report, Severity::kNote),
      "{\"source\": {\"name\": \"gainsay\"}, \"diagnostics\": [\n"
      "  {\"message\": \"casualties.killed: 12 people here, 9 people in Valley Times, 2031-06-12 "
      "and 1 more (origins: 0 against 2)\", \"location\": {\"path\": \"draft [1].md\", \"range\": "
      "{\"start\": {\"line\": 2, \"column\": 10}, \"end\": {\"line\": 2, \"column\": 19}}}, "
      "\"severity\": \"ERROR\", \"source\": {\"name\": \"gainsay\"}, \"code\": {\"value\": "
      "\"numeric-conflict\"}, \"related_locations\": [{\"message\": \"9 people in Valley Times, "
      "2031-06-12\", \"location\": {\"path\": \"archive/a.txt\", \"range\": {\"start\": {\"line\": "
      "1, \"column\": 1}, \"end\": {\"line\": 1, \"column\": 5}}}}, {\"message\": \"9 people in "
      "Ridge, Radio, 2031-06-13\", \"location\": {\"path\": \"archive/b.txt\", \"range\": "
      "{\"start\": {\"line\": 1, \"column\": 1}, \"end\": {\"line\": 1, \"column\": 13}}}}]}]}\n");
}

TEST(Formats, RdjsonlIsOneDiagnosticALine) {
  EXPECT_EQ(to_rdjsonl(equals().report, Severity::kNote),
            "{\"message\": \"casualties.killed: 12 people here, 17 people in Valley Times, "
            "2031-06-12 (origins: 1 against 1)\", \"location\": {\"path\": \"a.txt\", \"range\": "
            "{\"start\": {\"line\": 1, \"column\": 1}, \"end\": {\"line\": 1, \"column\": 10}}}, "
            "\"severity\": \"ERROR\", \"source\": {\"name\": \"gainsay\"}, \"code\": {\"value\": "
            "\"numeric-conflict\"}, \"related_locations\": [{\"message\": \"17 people in Valley "
            "Times, 2031-06-12\", \"location\": {\"path\": \"b.txt\", \"range\": {\"start\": "
            "{\"line\": 1, \"column\": 1}, \"end\": {\"line\": 1, \"column\": 10}}}}]}\n");
}

TEST(Formats, SarifTellsThePrecisionThatWasMeasured) {
  const std::string sarif =
      to_sarif(draft().report, Severity::kNote, {{Verdict::kNumericConflict, "high"}});
  const std::string rule = sarif.substr(0, sarif.find("columnKind"));
  EXPECT_TRUE(rule.ends_with("given.\"}, \"properties\": {\"precision\": \"high\"}}]}}, \""))
      << rule;
}

TEST(Formats, SarifHasOneLocationAndLinksTheOthers) {
  EXPECT_EQ(
      to_sarif(draft().report, Severity::kNote),
      "{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", \"version\": \"2.1.0\", "
      "\"runs\": [{\"tool\": {\"driver\": {\"name\": \"gainsay\", \"semanticVersion\": \"1.2.3\", "
      "\"rules\": [\n"
      "  {\"id\": \"numeric-conflict\", \"shortDescription\": {\"text\": \"They exclude each "
      "other.\"}, \"fullDescription\": {\"text\": \"They exclude each other.\"}, \"help\": "
      "{\"text\": \"gainsay explain numeric-conflict says what this verdict means and when it is "
      "given.\"}}]}}, \"columnKind\": \"utf16CodeUnits\", \"invocations\": "
      "[{\"executionSuccessful\": true, \"toolExecutionNotifications\": []}], \"results\": [\n"
      "  {\"ruleId\": \"numeric-conflict\", \"ruleIndex\": 0, \"level\": \"error\", \"message\": "
      "{\"text\": \"casualties.killed: 12 people here, 9 people in Valley Times, 2031-06-12 and 1 "
      "more (origins: 0 against 2). See [Valley Times, 2031-06-12](1), [Ridge, Radio, "
      "2031-06-13](2)\"}, \"locations\": [{\"physicalLocation\": {\"artifactLocation\": {\"uri\": "
      "\"draft%20%5B1%5D.md\"}, \"region\": {\"startLine\": 2, \"startColumn\": 7, \"endLine\": 2, "
      "\"endColumn\": 16, \"charOffset\": 11, \"charLength\": 9, \"byteOffset\": 17, "
      "\"byteLength\": 9, \"snippet\": {\"text\": \"12 people\"}}}}], \"relatedLocations\": "
      "[{\"id\": 1, \"physicalLocation\": {\"artifactLocation\": {\"uri\": \"archive/a.txt\"}, "
      "\"region\": {\"startLine\": 1, \"startColumn\": 1, \"endLine\": 1, \"endColumn\": 5, "
      "\"charOffset\": 0, \"charLength\": 4, \"byteOffset\": 0, \"byteLength\": 4, \"snippet\": "
      "{\"text\": \"Nine\"}}}, \"message\": {\"text\": \"9 people in Valley Times, 2031-06-12\"}}, "
      "{\"id\": 2, \"physicalLocation\": {\"artifactLocation\": {\"uri\": \"archive/b.txt\"}, "
      "\"region\": {\"startLine\": 1, \"startColumn\": 1, \"endLine\": 1, \"endColumn\": 13, "
      "\"charOffset\": 0, \"charLength\": 12, \"byteOffset\": 0, \"byteLength\": 12, \"snippet\": "
      "{\"text\": \"=Nine people\"}}}, \"message\": {\"text\": \"9 people in Ridge, Radio, "
      "2031-06-13\"}}], \"partialFingerprints\": {\"primaryLocationLineHash\": "
      "\"00000000000000f0\", \"gainsayPair/v1\": \"00000000000000f0\"}, \"properties\": "
      "{\"attribute\": \"casualties.killed\", \"value\": {\"lo\": 12, \"hi\": 12, \"approximate\": "
      "false, \"unit\": \"person\", \"hard\": [12, 12], \"pragmatic\": [12, 12]}, \"otherValue\": "
      "{\"lo\": 9, \"hi\": 9, \"approximate\": false, \"unit\": \"person\", \"hard\": [9, 9], "
      "\"pragmatic\": [9, 9]}, \"confidence\": 0.75}}]}]}\n");
}

TEST(Formats, JunitCountsTheClaimsOfTheDrafts) {
  EXPECT_EQ(to_junit(draft().report, Severity::kNote),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<testsuites name=\"gainsay\" tests=\"1\" failures=\"1\" errors=\"0\">\n"
            "  <testsuite name=\"gainsay\" tests=\"1\" failures=\"1\" errors=\"0\">\n"
            "    <testcase classname=\"draft [1].md\" name=\"casualties.killed: 12 people at "
            "2:10\" file=\"draft [1].md\" line=\"2\">\n"
            "      <failure type=\"numeric-conflict\" message=\"casualties.killed: 12 people here, "
            "9 people in Valley Times, 2031-06-12 and 1 more (origins: 0 against 2)\">error: "
            "casualties.killed: 12 people here, 9 people in Valley Times, 2031-06-12 and 1 more "
            "(origins: 0 against 2) [00000000000000f0]</failure>\n"
            "    </testcase>\n"
            "  </testsuite>\n"
            "</testsuites>\n");
}

TEST(Formats, CheckstyleGroupsByFile) {
  EXPECT_EQ(to_checkstyle(equals().report, Severity::kNote),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<checkstyle version=\"4.3\">\n"
            "  <file name=\"a.txt\">\n"
            "    <error line=\"1\" column=\"1\" severity=\"error\" message=\"casualties.killed: 12 "
            "people here, 17 people in Valley Times, 2031-06-12 (origins: 1 against 1)\" "
            "source=\"gainsay.numeric-conflict\"/>\n"
            "  </file>\n"
            "  <file name=\"b.txt\">\n"
            "    <error line=\"1\" column=\"1\" severity=\"error\" message=\"casualties.killed: 17 "
            "people here, 12 people in Harbour Post, 2031-06-12 (origins: 1 against 1)\" "
            "source=\"gainsay.numeric-conflict\"/>\n"
            "  </file>\n"
            "</checkstyle>\n");
}

TEST(Formats, MarkdownShowsTextAsText) {
  EXPECT_EQ(to_markdown(draft().report, Severity::kNote),
            "# What the reports disagree about\n"
            "\n"
            "2 errors, 0 warnings, 0 notes in 3 reports (3 origins).\n"
            "\n"
            "## error: casualties.killed (numeric-conflict)\n"
            "\n"
            "- **12 people**, draft \\[1\\].md (draft \\[1\\].md:2:10)\n"
            "  > One\xE2\x90\x8D\xE2\x90\x8A\xF0\x9F\x8C\x8A e\xCC\x81 12 people died.\n"
            "- **9 people**, Valley Times, 2031-06-12 (archive/a.txt:1:1)\n"
            "  > Nine died, \"they\" say.\n"
            "- **9 people**, Ridge, Radio, 2031-06-13 (archive/b.txt:1:1)\n"
            "  > =Nine people died.\n"
            "\n"
            "12 is not 9. Origins: 0 against 2. `00000000000000f0`\n");
}

TEST(Formats, CsvQuotesAndDisarmsFormulas) {
  EXPECT_EQ(to_csv(draft().report, Severity::kNote),
            "id,severity,verdict,attribute,path,line,column,start,end,text,value,source,published,"
            "other_path,other_line,other_column,other_start,other_end,other_text,other_value,other_"
            "source,other_published,origins,other_origins,reason\r\n"
            "00000000000000f0,error,numeric-conflict,casualties.killed,draft [1].md,2,10,17,26,12 "
            "people,12 people,draft [1].md,,archive/a.txt,1,1,0,4,Nine,9 people,Valley "
            "Times,2031-06-12T00:00:00Z,0,2,12 is not 9\r\n"
            "00000000000000f1,error,numeric-conflict,casualties.killed,draft [1].md,2,10,17,26,12 "
            "people,12 people,draft [1].md,,archive/b.txt,1,1,0,12,'=Nine people,9 people,\"Ridge, "
            "Radio\",2031-06-13T00:00:00Z,0,2,12 is not 9\r\n");
}

TEST(Formats, JsonLinesHoldBothPlaces) {
  EXPECT_EQ(
      to_jsonl(equals().report, Severity::kNote),
      "{\"id\": \"00000000000000f0\", \"verdict\": \"numeric-conflict\", \"severity\": \"error\", "
      "\"reason\": \"12 is not 17\", \"internal\": false, \"a\": {\"path\": \"a.txt\", \"source\": "
      "\"Harbour Post\", \"published\": \"2031-06-12T00:00:00Z\", \"start\": 0, \"end\": 9, "
      "\"line\": 1, \"column\": 1, \"text\": \"12 people\", \"attribute\": \"casualties.killed\", "
      "\"value\": {\"lo\": 12, \"hi\": 12, \"approximate\": false, \"unit\": \"person\", \"hard\": "
      "[12, 12], \"pragmatic\": [12, 12]}}, \"b\": {\"path\": \"b.txt\", \"source\": \"Valley "
      "Times\", \"published\": \"2031-06-12T00:00:00Z\", \"start\": 0, \"end\": 9, \"line\": 1, "
      "\"column\": 1, \"text\": \"17 people\", \"attribute\": \"casualties.killed\", \"value\": "
      "{\"lo\": 17, \"hi\": 17, \"approximate\": false, \"unit\": \"person\", \"hard\": [17, 17], "
      "\"pragmatic\": [17, 17]}}, \"confidence\": 0.75, \"origins\": {\"a\": 1, \"b\": 1}}\n");
}

TEST(Formats, GithubShowsTenOfASeverityAndCountsTheRest) {
  Sample s;
  const DocumentId a = s.add("a.txt", "12 died", "A");
  const DocumentId b = s.add("b.txt", "17 died", "B");
  s.claim(b, "17", "killed", value(count(17, "person")));
  for (int i = 0; i < 12; ++i) {
    s.claim(a, "12", "killed", value(count(12, "person")));
    s.find(s.report.claims.size() - 1, 0, Verdict::kNumericConflict, Severity::kError, "r");
  }
  s.report.drafts = {a};
  const std::string out = to_github(s.report, Severity::kNote);
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 11);
  EXPECT_TRUE(
      out.ends_with("::notice::2 findings not shown here, for a step shows 10 of a severity\n"))
      << out;
}

}  // namespace
}  // namespace gainsay::report
