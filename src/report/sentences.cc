#include "report/sentences.h"

#include <algorithm>

#include <fmt/format.h>

#include "display.h"
#include "json_parts.h"
#include "json_writer.h"
#include "overview.h"
#include "quote.h"

namespace gainsay::report {
namespace {

std::string ends(const Quantity& q) {
  const auto number = [](double value) { return fmt::format("{}", value); };
  return fmt::format("{}{}, {}{}", q.lo_open ? "(" : "[", number(q.lo), number(q.hi),
                     q.hi_open ? ")" : "]");
}

std::string assertion_of(const Assertion& a) {
  std::string out;
  if (a.voice == Voice::kAttributed) out += ", said by " + (a.speaker.empty() ? "?" : a.speaker);
  if (a.polarity == Polarity::kDenied) out += ", denied";
  if (a.modality != Modality::kFact) out += fmt::format(", {}", name(a.modality));
  return out;
}

std::string frame_of(const Frame& f) {
  std::string out;
  const auto add = [&out](const char* what, const std::string& value) {
    if (!value.empty()) out += fmt::format(", {} {}", what, value);
  };
  add("subject", f.subject);
  add("place", f.place);
  add("population", f.population);
  add("period", f.period);
  add("ordinal", f.ordinal);
  return out;
}

std::string claim_line(const Claim& claim) {
  return printable(fmt::format("{}: {} \"{}\"{}{} (rule {})", claim.attribute, display(claim.value),
                               claim.text, assertion_of(claim.assertion), frame_of(claim.frame),
                               claim.rule));
}

bool comparable(const Quantity& a, const Quantity& b) {
  return a.dimension == b.dimension && (a.unit == b.unit || a.unit.empty() || b.unit.empty());
}

void write_claims(JsonWriter& json, const Report& report, const Lookup& lookup,
                  DocumentId document) {
  json.open('[');
  for (const Claim& claim : report.claims) {
    if (claim.document == document) write_claim(json, claim, lookup);
  }
  json.close(']');
}

const Finding* gravest(const Report& report) {
  const auto& findings = report.judgement.findings;
  const Finding* out = nullptr;
  for (const Finding& finding : findings) {
    if (finding.verdict == Verdict::kNotComparable) continue;
    if (out == nullptr || finding.severity > out->severity) out = &finding;
  }
  return out;
}

}  // namespace

std::string quantities_json(std::string_view id, std::string_view text,
                            const std::vector<SeenQuantity>& seen) {
  JsonWriter json;
  json.open('{');
  json.key("id").json(id);
  json.key("text").string(text);
  json.key("quantities").open('[');
  for (const SeenQuantity& s : seen) {
    const Quantity& q = s.quantity;
    json.open('{');
    json.key("start").integer(s.span.begin);
    json.key("end").integer(s.span.end);
    json.key("text").string(text.substr(s.span.begin, s.span.size()));
    json.key("dimension").string(q.dimension);
    json.key("lo").number(q.lo);
    json.key("hi").number(q.hi);
    json.key("lo_open").boolean(q.lo_open);
    json.key("hi_open").boolean(q.hi_open);
    json.key("approximate").boolean(q.approximate);
    json.key("vague").boolean(q.vague);
    json.key("increment").boolean(q.increment);
    json.key("subset").boolean(q.subset);
    json.key("unit").string(q.unit);
    json.key("noun").string(q.noun);
    json.key("modifiers").string(q.modifiers);
    json.key("hard");
    write_bounds(json, q.hard);
    json.key("pragmatic");
    write_bounds(json, q.pragmatic);
    json.close('}');
  }
  json.close(']');
  json.close('}');
  return json.take() + "\n";
}

std::string quantities_text(std::string_view text, const std::vector<SeenQuantity>& seen) {
  std::string out = printable(text) + "\n";
  for (const SeenQuantity& s : seen) {
    const Quantity& q = s.quantity;
    std::string more;
    if (!q.unit.empty()) more += " " + q.unit;
    if (!q.noun.empty())
      more += fmt::format(" ({}{}{})", q.modifiers, q.modifiers.empty() ? "" : " ", q.noun);
    if (q.approximate) more += ", approximate";
    if (q.vague) more += ", vague";
    if (q.increment) more += ", increment";
    if (q.subset) more += ", subset";
    out += printable(fmt::format("  {}-{} {}: {}{}  \"{}\"", s.span.begin, s.span.end,
                                 q.dimension.empty() ? "number" : q.dimension, ends(q), more,
                                 text.substr(s.span.begin, s.span.size()))) +
           "\n";
  }
  return out;
}

std::string claims_text(const Report& report) {
  const Lookup lookup(report);
  std::string out;
  const Claim* before = nullptr;
  for (const Claim& claim : report.claims) {
    const ReportDocument* in = lookup.document(claim.document);
    if (in == nullptr) continue;
    const bool new_sentence = before == nullptr || before->document != claim.document ||
                              before->sentence != claim.sentence;
    const text::Position at = in->document->position(claim.span.begin);
    if (new_sentence && claim.sentence < in->sentences.size()) {
      const ReportSentence& sentence = in->sentences[claim.sentence];
      const text::Position start = in->document->position(sentence.original.begin);
      out += fmt::format("{}{}:{}:{}: {}\n", before == nullptr ? "" : "\n",
                         printable(in->document->name()), start.line, start.column,
                         printable(sentence.text));
      if (!sentence.tagged.empty()) out += "  read as:" + printable(sentence.tagged) + "\n";
    }
    out += fmt::format("  {}:{} {}\n", at.line, at.column, claim_line(claim));
    before = &claim;
  }
  return out;
}

std::string_view relation(const Value& a, const Value& b) {
  if (a.quantity.has_value() != b.quantity.has_value()) return "";
  if (!a.quantity) return a.label == b.label ? "equal" : "disjoint";
  if (!comparable(*a.quantity, *b.quantity)) return "";
  const Bounds& x = a.quantity->hard;
  const Bounds& y = b.quantity->hard;
  if (x == y) return "equal";
  if (y.contains(x)) return "a-in-b";
  if (x.contains(y)) return "b-in-a";
  return x.overlaps(y) ? "overlap" : "disjoint";
}

std::string comparison_text(const Report& report) {
  const Lookup lookup(report);
  std::string out;
  for (const auto& [document, side] : {std::pair(DocumentId(1), "a"), {DocumentId(2), "b"}}) {
    bool any = false;
    for (const Claim& claim : report.claims) {
      if (claim.document != document) continue;
      out += fmt::format("{}: {}\n", side, claim_line(claim));
      any = true;
    }
    if (!any) out += fmt::format("{}: no claim\n", side);
  }
  for (const Finding& finding : report.judgement.findings) {
    const Sides s = sides(lookup, finding);
    if (!s.complete()) continue;
    const std::string_view lie = relation(s.a->value, s.b->value);
    out +=
        printable(fmt::format("{}: {} against {}{}{}", name(finding.verdict), display(s.a->value),
                              display(s.b->value), lie.empty() ? "" : ", ", lie)) +
        "\n";
    out += "  reason: " + printable(finding.reason) + "\n";
    for (const GateResult& gate : finding.gates) {
      out += fmt::format("  {} {}: {}\n", gate.passed ? "passed" : "failed", name(gate.gate),
                         printable(gate.because));
    }
  }
  const Finding* worst = gravest(report);
  return out + fmt::format("\nverdict: {}\n", worst == nullptr ? "none" : name(worst->verdict));
}

std::string comparison_json(std::string_view id, const Report& report) {
  const Lookup lookup(report);
  JsonWriter json;
  json.open('{');
  json.key("id").json(id);
  const Finding* worst = gravest(report);
  json.key("verdict").string_or_null(worst == nullptr ? "" : name(worst->verdict));
  json.key("claims").open('{');
  json.key("a");
  write_claims(json, report, lookup, DocumentId(1));
  json.key("b");
  write_claims(json, report, lookup, DocumentId(2));
  json.close('}');
  json.key("pairs").open('[');
  for (const Finding& finding : report.judgement.findings) {
    const Sides s = sides(lookup, finding);
    if (!s.complete()) continue;
    json.open('{');
    json.key("a").hex(finding.a.value());
    json.key("b").hex(finding.b.value());
    json.key("verdict").string(name(finding.verdict));
    json.key("severity").string(name(finding.severity));
    json.key("relation").string_or_null(relation(s.a->value, s.b->value));
    json.key("reason").string(finding.reason);
    json.key("gates");
    write_gates(json, finding);
    json.key("confidence").number(finding.confidence);
    json.close('}');
  }
  json.close(']');
  json.close('}');
  return json.take() + "\n";
}

}  // namespace gainsay::report
