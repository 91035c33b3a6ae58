#include <gtest/gtest.h>

#include "report/report.h"
#include "sample.h"

namespace gainsay::report {
namespace {

using testing::kInf;
using testing::Sample;

TEST(Json, TheWholeReportFollowsTheSchema) {
  EXPECT_EQ(
      to_json(testing::bridge().report),
      R"({"schema": "gainsay-report/1", "tool": {"name": "gainsay", "version": "1.2.3"}, "documents": [
  {"id": 1, "path": "a.txt", "source": "Harbour Post", "title": null, "published": "2024-10-08T00:00:00Z", "origin": 1, "story": 1, "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
  {"id": 2, "path": "b.txt", "source": "Valley Times", "title": null, "published": "2024-10-08T19:02:00Z", "origin": 2, "story": 1, "sha256": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}], "claims": [
  {"id": "00000000000000c0", "document": 1, "span": {"start": 25, "end": 34, "line": 2, "column": 9}, "text": "12 people", "sentence": {"start": 0, "end": 46, "text": "The bridge fell.\nAt noon 12 people died there."}, "kind": "quantity", "attribute": "casualties.killed", "value": {"lo": 12, "hi": 12, "approximate": false, "unit": "person", "hard": [12, 12], "pragmatic": [12, 12]}, "frame": {}, "assertion": {"voice": "outlet", "speaker": null, "polarity": "affirmed", "modality": "fact"}, "rule": "casualties.killed", "confidence": 0.9},
  {"id": "00000000000000c1", "document": 2, "span": {"start": 0, "end": 14, "line": 1, "column": 1}, "text": "Some 17 people", "sentence": {"start": 0, "end": 41, "text": "Some 17 people died when the bridge fell."}, "kind": "quantity", "attribute": "casualties.killed", "value": {"lo": 17, "hi": 17, "approximate": true, "unit": "person", "hard": [15.3, 18.7], "pragmatic": [15.3, 18.7]}, "frame": {}, "assertion": {"voice": "outlet", "speaker": null, "polarity": "affirmed", "modality": "fact"}, "rule": "casualties.killed", "confidence": 0.9}], "findings": [
  {"id": "00000000000000f0", "verdict": "numeric-conflict", "severity": "error", "a": "00000000000000c0", "b": "00000000000000c1", "internal": false, "reason": "12 is not 17", "gates": [{"gate": "event", "passed": true, "because": "both a bridge fall"}, {"gate": "value", "passed": false, "because": "disjoint bounds"}], "confidence": 0.75, "origins": {"a": 1, "b": 2}}], "consensus": [
  {"story": 1, "attribute": "casualties.killed", "scope": {}, "as_of": ["2024-10-08T00:00:00Z", "2024-10-08T19:02:00Z"], "unit": "person", "disputed": true, "origins": 2, "low": {"value": 12, "origins": [1], "sources": ["Harbour Post"], "speakers": []}, "conservative": {"value": 12, "origins": [1], "sources": ["Harbour Post"], "speakers": []}, "median": {"value": 12, "origins": [1], "sources": ["Harbour Post"], "speakers": []}, "high": {"value": 17, "origins": [2], "sources": ["Valley Times"], "speakers": []}, "claims": ["00000000000000c0", "00000000000000c1"], "counted": ["00000000000000c0", "00000000000000c1"]}], "abstained": {"event": 3, "measure": 1}, "left_out": 0, "pairs": {"proposed": {}, "left_out": {}}, "problems": []}
)");
}

TEST(Json, AnEmptyReportHasAllItsParts) {
  EXPECT_EQ(to_json(Report{}),
            "{\"schema\": \"gainsay-report/1\", \"tool\": {\"name\": \"gainsay\", \"version\": "
            "\"\"}, \"documents\": [], \"claims\": [], \"findings\": [], \"consensus\": [], "
            "\"abstained\": {}, "
            "\"left_out\": 0, \"pairs\": {\"proposed\": {}, \"left_out\": {}}, "
            "\"problems\": []}\n");
}

TEST(Json, WhatCouldNotBeReadIsAProblemWithItsPlace) {
  Report report;
  report.errors = {{ErrorCode::kInvalidText, "a.txt:3:7", "not valid UTF-8"},
                   {ErrorCode::kNotFound, "b.txt", "no such file or directory"}};
  report.pairs = {{7, 0, 2}, {3, 0, 0, 0, 1}};
  EXPECT_EQ(
      to_json(report),
      R"({"schema": "gainsay-report/1", "tool": {"name": "gainsay", "version": ""}, )"
      R"("documents": [], "claims": [], "findings": [], "consensus": [], "abstained": {}, "left_out": 4, )"
      R"("pairs": {"proposed": {"attribute": 7, "nearest": 2}, "left_out": {"attribute": 3, "close-story": 1}}, )"
      R"("problems": [
  {"path": "a.txt:3:7", "code": "invalid-text", "message": "not valid UTF-8"},
  {"path": "b.txt", "code": "not-found", "message": "no such file or directory"}]}
)");
}

std::string part(const std::string& json, const std::string& from, const std::string& to) {
  const std::size_t begin = json.find(from);
  return json.substr(begin, json.find(to, begin) - begin);
}

TEST(Json, OpenEndsAreNullAndLargeIntegersHaveNoPoint) {
  Sample s;
  Quantity q = testing::measure(0, "money", "EUR");
  q.lo = 8.5e9;
  q.hi = kInf;
  q.hard = {8.5e9, kInf, true, false};
  q.pragmatic = {-kInf, 0.1};
  s.claim(s.add("a.txt", "a lot"), "lot", "cost", testing::value(q));
  EXPECT_EQ(part(to_json(s.report), "\"value\"", ", \"frame\""),
            R"("value": {"lo": 8500000000, "hi": null, "approximate": false, "unit": "EUR", )"
            R"("hard": [8500000000, null], "pragmatic": [null, 0.1]})");
}

TEST(Json, TheFrameHoldsOnlyWhatIsKnown) {
  Sample s;
  Claim& claim = s.claim(s.add("a.txt", "met"), "met", "meeting.place", testing::label("geneva"));
  claim.frame.event = "meeting";
  claim.frame.participants = {"Ann Lee", "Bo Ek"};
  claim.frame.place = "Geneva";
  claim.frame.time.from = from_iso("2022-01-21");
  claim.frame.time.to = from_iso("2022-01-21T23:59:59Z");
  claim.assertion.speaker = "Bo Ek";
  claim.assertion.voice = Voice::kAttributed;
  EXPECT_EQ(part(to_json(s.report), "\"kind\"", ", \"rule\""),
            R"("kind": "fact", "attribute": "meeting.place", "value": {"label": "geneva"}, )"
            R"("frame": {"event": "meeting", "participants": ["Ann Lee", "Bo Ek"], "place": )"
            R"("Geneva", "time": ["2022-01-21", "2022-01-21"]}, "assertion": {"voice": )"
            R"("attributed", "speaker": "Bo Ek", "polarity": "affirmed", "modality": "fact"})");
}

TEST(Json, HalfKnownTimesKeepWhatIsKnown) {
  Sample s;
  Claim& hour = s.claim(s.add("a.txt", "met"), "met", "m", testing::label("x"));
  hour.frame.time.from = from_iso("2022-01-21T09:30:00Z");
  EXPECT_EQ(part(to_json(s.report), "\"frame\"", ", \"assertion\""),
            R"("frame": {"time": ["2022-01-21T09:30:00Z", null]})");
  s.report.claims[0].frame.time = {};
  s.report.claims[0].frame.time.weekday = 1;
  EXPECT_EQ(part(to_json(s.report), "\"frame\"", ", \"assertion\""),
            R"("frame": {"weekday": "Tuesday"})");
}

TEST(Json, HostileTextIsEscapedAndUtf8IsKept) {
  Sample s;
  s.add("a\"\\\n.txt", std::string("é 東 😀 \x1b\x7F") + '\0' + "\t", std::string("bad \xC3 byte"));
  s.report.judgement.abstained["no \"event\""] = 1;
  const std::string json = to_json(s.report);
  EXPECT_NE(json.find(R"("path": "a\"\\\n.txt", "source": "bad \ufffd byte")"), std::string::npos);
  EXPECT_NE(json.find(R"("abstained": {"no \"event\"": 1})"), std::string::npos);
  s.claim(DocumentId(1), std::string("é 東 😀 \x1b\x7F") + '\0' + "\t", "m", testing::label(""));
  EXPECT_EQ(part(to_json(s.report), "\"text\"", ", \"sentence\""),
            "\"text\": \"é 東 😀 \\u001b\x7F\\u0000\\t\"");
}

}  // namespace
}  // namespace gainsay::report
