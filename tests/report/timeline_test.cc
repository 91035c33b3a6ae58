#include "report/timeline.h"

#include <string>

#include <gtest/gtest.h>

#include "sample.h"

namespace gainsay::report {
namespace {

using testing::count;
using testing::Sample;
using testing::value;

std::size_t add(Sample& s, const std::string& name, const std::string& published, double killed,
                const std::string& attribute = "casualties.killed") {
  const DocumentId in = s.add(name + ".txt", "They died.", name, published);
  s.claim(in, "They", attribute, value(count(killed, "person")));
  return s.report.claims.size() - 1;
}

TEST(Timeline, ClaimsStandInTheOrderOfTimeAndSayWhatChanged) {
  Sample s;
  const std::size_t late = add(s, "Late", "2031-03-04", 19);
  const std::size_t early = add(s, "Early", "2031-03-02", 12);
  const std::size_t other = add(s, "Other", "2031-03-02", 14);
  s.report.claims[other].assertion.speaker = "Ann Tarn";
  s.find(late, early, Verdict::kUpdate, Severity::kWarning, "");
  s.find(early, other, Verdict::kNumericConflict, Severity::kError, "");
  EXPECT_EQ(timeline(s.report, "", false).output,
            R"(casualties.killed: 3 claims in 3 reports from 3 origins
  2031-03-02  12 people  Early                                           Early.txt:1:1
  2031-03-02  14 people  Other (said by Ann Tarn)  numeric-conflict: 12  Other.txt:1:1
  2031-03-04  19 people  Late                      update: 12            Late.txt:1:1
)");
}

TEST(Timeline, WhenAFigureHeldGoesBeforeWhenItWasPrinted) {
  Sample s;
  const std::size_t first = add(s, "A", "2031-03-04", 12);
  const std::size_t second = add(s, "B", "2031-03-03", 12);
  const std::size_t undated = add(s, "C", "", 12);
  s.report.claims[first].as_of.from = from_iso("2031-03-01");
  s.find(first, second, Verdict::kSame, Severity::kNone, "");
  s.find(first, undated, Verdict::kSame, Severity::kNone, "");
  EXPECT_EQ(timeline(s.report, "", false).output,
            "casualties.killed: 3 claims in 3 reports from 3 origins\n"
            "  2031-03-01  12 people  A            A.txt:1:1\n"
            "  2031-03-03  12 people  B  same: 12  B.txt:1:1\n"
            "  no date     12 people  C  same: 12  C.txt:1:1\n");
}

TEST(Timeline, AQueryIsAnAttributeOrWordsOfItCutShort) {
  Sample s;
  add(s, "A", "2031-03-02", 12);
  add(s, "B", "2031-03-02", 3, "casualties.injured");
  add(s, "C", "2031-03-02", 2, "count:bridge");
  const auto found = [&](const std::string& query) {
    return timeline(s.report, query, false).figures;
  };
  EXPECT_EQ(found("casualties.killed"), 1U);
  EXPECT_EQ(found("Casualties"), 2U);
  EXPECT_EQ(found("kill casual"), 1U);
  EXPECT_EQ(found("bridge"), 1U);
  EXPECT_EQ(found("asualties"), 0U);
  EXPECT_EQ(timeline(s.report, "x", false).known,
            (std::vector<std::string>{"casualties.injured", "casualties.killed", "count:bridge"}));
}

TEST(Timeline, WithoutAQueryOneReportIsNoTimeline) {
  Sample s;
  add(s, "A", "2031-03-02", 12);
  EXPECT_EQ(timeline(s.report, "", false).figures, 0U);
}

TEST(Timeline, OtherStoriesAreOtherFigures) {
  Sample s;
  const std::size_t a = add(s, "A", "2031-03-02", 12);
  const std::size_t b = add(s, "B", "2031-03-03", 14);
  s.report.documents[1].facts.story = StoryId(2);
  s.find(a, b, Verdict::kUpdate, Severity::kWarning, "");
  EXPECT_EQ(timeline(s.report, "killed", false).figures, 2U);
}

TEST(Timeline, AStepThatAReviewerDismissedIsNone) {
  Sample s;
  const std::size_t a = add(s, "A", "2031-03-02", 12);
  const std::size_t b = add(s, "B", "2031-03-03", 14);
  s.find(a, b, Verdict::kUpdate, Severity::kNone, "");
  EXPECT_EQ(timeline(s.report, "killed", false).figures, 2U);
}

TEST(Timeline, TheJsonNamesClaimsPlacesAndSteps) {
  Sample s;
  const std::size_t a = add(s, "A", "2031-03-02", 12);
  const std::size_t b = add(s, "B", "2031-03-03", 14);
  s.find(a, b, Verdict::kUpdate, Severity::kWarning, "");
  EXPECT_EQ(timeline(s.report, "killed", true).output,
            R"({"schema": "gainsay-timeline/1", "version": "1.2.3", "query": "killed", "figures": [
  {"attribute": "casualties.killed", "story": 1, "unit": "person", "reports": 2, "origins": 2, "points": [
  {"as_of": "2031-03-02T00:00:00Z", "stated": false, "claim": "00000000000000c0", "text": "They", "value": {"lo": 12, "hi": 12, "approximate": false, "unit": "person", "hard": [12, 12], "pragmatic": [12, 12]}, "frame": {}, "source": "A", "speaker": null, "origin": 1, "path": "A.txt", "line": 1, "column": 1, "change": null},
  {"as_of": "2031-03-03T00:00:00Z", "stated": false, "claim": "00000000000000c1", "text": "They", "value": {"lo": 14, "hi": 14, "approximate": false, "unit": "person", "hard": [14, 14], "pragmatic": [14, 14]}, "frame": {}, "source": "B", "speaker": null, "origin": 2, "path": "B.txt", "line": 1, "column": 1, "change": {"verdict": "update", "from": "00000000000000c0", "finding": "00000000000000f0"}}]}]}
)");
}

}  // namespace
}  // namespace gainsay::report
