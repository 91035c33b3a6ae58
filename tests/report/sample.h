#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "report/report.h"

namespace gainsay::report::testing {

inline constexpr double kInf = std::numeric_limits<double>::infinity();

inline Quantity count(double n, std::string noun) {
  Quantity q;
  q.lo = q.hi = n;
  q.hard = q.pragmatic = {n, n};
  q.dimension = "count";
  q.unit = "person";
  q.noun = std::move(noun);
  return q;
}

inline Quantity measure(double n, std::string dimension, std::string unit,
                        std::string as_written = "") {
  Quantity q = count(n, "");
  q.dimension = std::move(dimension);
  q.unit = std::move(unit);
  q.as_written = std::move(as_written);
  return q;
}

inline Value value(Quantity quantity) {
  return {std::move(quantity), ""};
}
inline Value label(std::string text) {
  return {std::nullopt, std::move(text)};
}

/// A report built by hand; owns its documents.
class Sample {
 public:
  Report report;

  Sample() { report.version = "1.2.3"; }

  /// One sentence a report: the bytes without a final line end.
  DocumentId add(std::string path, std::string bytes, std::string source = "",
                 std::string published = "", std::string readable = "") {
    text::Metadata metadata;
    metadata.source = source;
    const std::size_t end = bytes.find_last_not_of("\r\n") + 1;
    const Span whole{0, static_cast<std::uint32_t>(end)};
    if (readable.empty()) readable = bytes.substr(0, end);
    documents_.push_back(std::make_unique<text::Document>(
        std::move(path), std::move(bytes), std::string(64, 'a'), metadata,
        std::vector<text::Block>{{Zone::kBody, readable, {}}}));
    const DocumentId id(static_cast<std::uint32_t>(documents_.size()));
    ReportDocument in;
    in.facts = {id, std::move(source), from_iso(published), OriginId(id.value()), StoryId(1)};
    in.document = documents_.back().get();
    in.sentences = {{whole, std::move(readable)}};
    report.documents.push_back(std::move(in));
    return id;
  }

  /// The claim stands where `text` first stands in the report.
  Claim& claim(DocumentId document, const std::string& text, std::string attribute, Value what) {
    const std::string& bytes = documents_[document.value() - 1]->bytes();
    const auto begin = static_cast<std::uint32_t>(bytes.find(text));
    Claim claim;
    claim.id = ClaimId(0xC0 + report.claims.size());
    claim.document = document;
    claim.span = {begin, begin + static_cast<std::uint32_t>(text.size())};
    claim.text = text;
    claim.kind = what.quantity ? ClaimKind::kQuantity : ClaimKind::kFact;
    claim.attribute = std::move(attribute);
    claim.rule = claim.attribute;
    claim.value = std::move(what);
    claim.confidence = 0.9;
    report.claims.push_back(std::move(claim));
    return report.claims.back();
  }

  /// A finding about the claims number `a` and `b`, from 0.
  Finding& find(std::size_t a, std::size_t b, Verdict verdict, Severity severity,
                std::string reason) {
    Finding finding;
    finding.id = FindingId(0xF0 + report.judgement.findings.size());
    finding.verdict = verdict;
    finding.severity = severity;
    finding.a = report.claims[a].id;
    finding.b = report.claims[b].id;
    finding.internal = report.claims[a].document == report.claims[b].document;
    finding.reason = std::move(reason);
    finding.confidence = 0.75;
    report.judgement.findings.push_back(std::move(finding));
    return report.judgement.findings.back();
  }

 private:
  std::vector<std::unique_ptr<text::Document>> documents_;
};

/// Two reports about one bridge, one numeric conflict, one abstention.
inline Sample bridge() {
  Sample s;
  const DocumentId a = s.add("a.txt", "The bridge fell.\nAt noon 12 people died there.\n",
                             "Harbour Post", "2024-10-08");
  const DocumentId b = s.add("b.txt", "Some 17 people died when the bridge fell.", "Valley Times",
                             "2024-10-08T19:02:00Z");
  s.claim(a, "12 people", "casualties.killed", value(count(12, "person")));
  Quantity about = count(17, "person");
  about.approximate = true;
  about.hard = about.pragmatic = {15.3, 18.7};
  s.claim(b, "Some 17 people", "casualties.killed", value(about));
  Finding& finding = s.find(0, 1, Verdict::kNumericConflict, Severity::kError, "12 is not 17");
  finding.origins_b = 2;
  finding.gates = {{Gate::kEvent, true, "both a bridge fall"},
                   {Gate::kValue, false, "disjoint bounds"}};
  s.report.judgement.abstained = {{"event", 3}, {"measure", 1}};
  return s;
}

}  // namespace gainsay::report::testing
