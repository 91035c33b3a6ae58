#include "report/show.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "decision_json.h"
#include "diagnostics.h"
#include "json_parts.h"
#include "overview.h"
#include "quote.h"

namespace gainsay::report {
namespace {

/// What belongs together under one id.
struct Shown {
  std::vector<const Finding*> findings;
  std::vector<const Claim*> claims;
  const Decision* decision = nullptr;
  bool of_a_claim = false;
};

Shown gather(const Report& report, const Lookup& lookup, std::uint64_t id,
             const std::vector<Decision>& decisions) {
  Shown out;
  const Claim* claim = lookup.claim(ClaimId(id));
  out.of_a_claim = claim != nullptr;
  std::set<std::uint64_t> sides;
  for (const Finding& finding : report.judgement.findings) {
    const bool meant = out.of_a_claim ? finding.a.value() == id || finding.b.value() == id
                                      : finding.id.value() == id;
    if (!meant) continue;
    out.findings.push_back(&finding);
    sides.insert({finding.a.value(), finding.b.value()});
  }
  if (out.of_a_claim) sides = {id};
  for (const Claim& one : report.claims) {
    if (sides.contains(one.id.value())) out.claims.push_back(&one);
  }
  const auto decided = std::ranges::find(decisions, FindingId(id), &Decision::finding);
  if (!out.of_a_claim && decided != decisions.end()) out.decision = &*decided;
  return out;
}

class Writer {
 public:
  explicit Writer(const Lookup& lookup) : lookup_(lookup) {}

  void claim(const Claim& claim) {
    const ReportDocument& in = *lookup_.document(claim.document);
    const text::Position at = in.document->position(claim.span.begin);
    title("claim", claim.id.value(), claim.attribute);
    row("value", display(claim.value));
    row("place",
        fmt::format("{}:{}:{}, {}", in.document->name(), at.line, at.column, name(claim.zone)));
    row("source", fmt::format("{} (origin {}, story {})", said_by(in), in.facts.origin.value(),
                              in.facts.story.value()));
    row("words", claim.text);
    row("sentence", quoted_sentence(claim, in));
    row("said by", claim.assertion.voice == Voice::kOutlet ? "the outlet"
                   : claim.assertion.speaker.empty()       ? "somebody"
                                                           : claim.assertion.speaker);
    row("stance",
        fmt::format("{}, {}", name(claim.assertion.polarity), name(claim.assertion.modality)));
    frame(claim.frame);
    time("as of", claim.as_of);
    row("rule", claim.rule);
  }

  void finding(const Finding& finding) {
    title("finding", finding.id.value(),
          fmt::format("{}, {}", name(finding.verdict), level(finding)));
    row("reason", finding.reason);
    row("origins", fmt::format("{} against {}", finding.origins_a, finding.origins_b));
    row("claims",
        fmt::format("{} against {}", to_hex(finding.a.value()), to_hex(finding.b.value())));
    for (const GateResult& gate : finding.gates) {
      row(name(gate.gate), fmt::format("{}{}{}", gate.passed ? "passed" : "failed",
                                       gate.because.empty() ? "" : ": ", gate.because));
    }
  }

  void decision(const Decision& decision) {
    row("decided",
        fmt::format("{}{}{}, {}, {}", name(decision.ruling), decision.reason.empty() ? "" : ": ",
                    decision.reason, decision.reviewer.empty() ? "unnamed" : decision.reviewer,
                    decision.at));
    row("note", decision.note);
  }

  /// A finding of a claim on one line.
  void mention(const Finding& finding, ClaimId of) {
    const Claim& other = *lookup_.claim(finding.a == of ? finding.b : finding.a);
    const ReportDocument& in = *lookup_.document(other.document);
    const text::Position at = in.document->position(other.span.begin);
    row("finding",
        fmt::format("{} {} ({}): {} at {}:{}:{}", to_hex(finding.id.value()), name(finding.verdict),
                    level(finding), display(other.value), in.document->name(), at.line, at.column));
  }

  std::string take() { return std::move(out_); }

 private:
  static std::string level(const Finding& finding) {
    return finding.severity == Severity::kNone ? "info" : name(finding.severity);
  }
  void title(const char* what, std::uint64_t id, const std::string& is) {
    out_ += fmt::format("{}{} {}: {}\n", out_.empty() ? "" : "\n", what, to_hex(id), printable(is));
  }
  void row(const char* what, const std::string& value) {
    if (!value.empty()) out_ += fmt::format("  {:<11} {}\n", what, printable(value));
  }
  void frame(const Frame& frame) {
    row("event", frame.event);
    row("who", fmt::format("{}", fmt::join(frame.participants, ", ")));
    row("subject", frame.subject);
    row("where", frame.place);
    time("when", frame.time);
    row("population", frame.population);
    row("period", frame.period);
    row("ordinal", frame.ordinal);
  }
  void time(const char* what, const TimeInterval& time) {
    if (!time.from) return;
    const std::string from = date_of(time.from);
    std::string to = date_of(time.to);
    if (to.ends_with(" 23:59 UTC")) to.resize(to.find(' '));  // the end of a day
    row(what, from + (to.empty() || to == from ? "" : " to " + to));
  }

  const Lookup& lookup_;
  std::string out_;
};

}  // namespace

std::string shown_text(const Report& report, std::uint64_t id,
                       const std::vector<Decision>& decisions) {
  const Lookup lookup(report);
  const Shown shown = gather(report, lookup, id, decisions);
  Writer writer(lookup);
  if (!shown.of_a_claim) {
    for (const Finding* finding : shown.findings)
      writer.finding(*finding);
    if (shown.decision != nullptr) writer.decision(*shown.decision);
  }
  for (const Claim* claim : shown.claims)
    writer.claim(*claim);
  if (shown.of_a_claim) {
    for (const Finding* finding : shown.findings)
      writer.mention(*finding, ClaimId(id));
  }
  return writer.take();
}

std::string shown_json(const Report& report, std::uint64_t id,
                       const std::vector<Decision>& decisions) {
  const Lookup lookup(report);
  const Shown shown = gather(report, lookup, id, decisions);
  std::set<std::uint32_t> reports;
  JsonWriter json;
  json.open('{');
  json.key("schema").string("gainsay-show/1");
  json.key("findings").open('[');
  for (const Finding* finding : shown.findings)
    write_finding(json, *finding);
  json.close(']');
  json.key("claims").open('[');
  for (const Claim* claim : shown.claims) {
    json.line();
    write_claim(json, *claim, lookup);
    reports.insert(claim->document.value());
  }
  json.close(']');
  json.key("documents").open('[');
  for (const std::uint32_t number : reports)
    write_document(json, *lookup.document(DocumentId(number)));
  json.close(']');
  json.key("decision");
  if (shown.decision != nullptr) {
    write_decision(json, *shown.decision);
  } else {
    json.null();
  }
  json.close('}');
  return json.take() + "\n";
}

}  // namespace gainsay::report
