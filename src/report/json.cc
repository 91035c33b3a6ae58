#include <algorithm>
#include <string_view>

#include "consensus.h"
#include "json_parts.h"
#include "json_writer.h"
#include "overview.h"
#include "report/report.h"

namespace gainsay::report {
namespace {

constexpr std::string_view kWeekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                          "Friday", "Saturday", "Sunday"};

/// Whole days are dates; other ends are instants.
void write_time(JsonWriter& json, const TimeInterval& time) {
  if (time.from) {
    const std::string from = to_iso(*time.from);
    const std::string to = time.to ? to_iso(*time.to) : "";
    const bool days = from.ends_with("T00:00:00Z") && (to.empty() || to.ends_with("T23:59:59Z"));
    const std::size_t size = days ? 10 : from.size();
    json.key("time").open('[');
    json.string(std::string_view(from).substr(0, size));
    json.string_or_null(std::string_view(to).substr(0, size));
    json.close(']');
  } else if (time.weekday >= 0 && time.weekday < 7) {
    json.key("weekday").string(kWeekdays[static_cast<unsigned char>(time.weekday)]);
  }
}

void write_places(JsonWriter& json, const Claim& claim, const ReportDocument& in) {
  const text::Position at = in.document->position(claim.span.begin);
  json.key("span").open('{');
  json.key("start").integer(claim.span.begin);
  json.key("end").integer(claim.span.end);
  json.key("line").integer(at.line);
  json.key("column").integer(at.column);
  json.close('}');
  json.key("text").string(claim.text);
  json.key("sentence");
  if (claim.sentence >= in.sentences.size()) return json.null();
  const ReportSentence& sentence = in.sentences[claim.sentence];
  json.open('{');
  json.key("start").integer(sentence.original.begin);
  json.key("end").integer(sentence.original.end);
  json.key("text").string(sentence.text);
  if (!sentence.tagged.empty()) json.key("tagged").string(sentence.tagged);
  json.close('}');
}

template <class Items, class Write>
void write_list(JsonWriter& json, const Items& items, const Write& write) {
  json.open('[');
  for (const auto& item : items)
    write(item);
  json.close(']');
}

void write_level(JsonWriter& json, std::string_view name, const Level& level) {
  json.key(name).open('{');
  json.key("value").number(level.value);
  json.key("origins");
  write_list(json, level.origins, [&](std::uint32_t origin) { json.integer(origin); });
  json.key("sources");
  write_list(json, level.sources, [&](const std::string& source) { json.string(source); });
  json.key("speakers");
  write_list(json, level.speakers, [&](const std::string& speaker) { json.string(speaker); });
  json.close('}');
}

/// The parts of the frame in which no two claims differ, where at least one states them.
Frame shared_frame(const std::vector<const Claim*>& claims) {
  Frame out;
  const auto share = [&](std::string Frame::*part) {
    bool differs = false;
    for (const Claim* claim : claims) {
      const std::string& stated = claim->frame.*part;
      if (stated.empty()) continue;
      differs = differs || (!(out.*part).empty() && out.*part != stated);
      out.*part = stated;
    }
    if (differs) (out.*part).clear();
  };
  for (std::string Frame::*part : {&Frame::event, &Frame::subject, &Frame::place,
                                   &Frame::population, &Frame::period, &Frame::ordinal})
    share(part);
  return out;
}

/// From the first to the last moment at which a claim that counts holds; null where none is known.
void write_as_of(JsonWriter& json, const Consensus& figure, const Lookup& lookup) {
  std::vector<Instant> times;
  for (const Claim* claim : figure.counted) {
    const auto& stated = claim->as_of.from;
    const auto& known = stated ? stated : lookup.document(claim->document)->facts.published;
    if (known) times.push_back(*known);
  }
  if (times.empty()) return json.null();
  const auto [first, last] = std::ranges::minmax(times);
  write_list(json, std::vector{first, last}, [&](Instant at) { json.string(to_iso(at)); });
}

void write_consensus(JsonWriter& json, const Consensus& figure, const Lookup& lookup) {
  const Claim& first = *figure.claims.front();
  json.line();
  json.open('{');
  json.key("story").integer(lookup.document(first.document)->facts.story.value());
  json.key("attribute").string(first.attribute);
  json.key("scope");
  write_frame(json, shared_frame(figure.claims));
  json.key("as_of");
  write_as_of(json, figure, lookup);
  json.key("unit").string(first.value.quantity->unit);
  json.key("disputed").boolean(figure.dispute != Severity::kNone);
  json.key("origins").integer(figure.origins);
  write_level(json, "low", figure.low);
  write_level(json, "conservative", figure.conservative);
  write_level(json, "median", figure.median);
  write_level(json, "high", figure.high);
  const auto id = [&](const Claim* claim) { json.hex(claim->id.value()); };
  json.key("claims");
  write_list(json, figure.claims, id);
  json.key("counted");
  write_list(json, figure.counted, id);
  json.close('}');
}

void write_counts(JsonWriter& json, const char* key, const CountsByReason& counts) {
  json.key(key).open('{');
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] != 0) json.key(kReasons[i].second).integer(counts[i]);
  }
  json.close('}');
}

void write_problem(JsonWriter& json, const Error& error) {
  json.line();
  json.open('{');
  json.key("path").string(error.where);
  json.key("code").string(name(error.code));
  json.key("message").string(error.message);
  json.close('}');
}

}  // namespace

void write_frame(JsonWriter& json, const Frame& frame) {
  const auto known = [&json](std::string_view name, const std::string& value) {
    if (!value.empty()) json.key(name).string(value);
  };
  json.open('{');
  known("event", frame.event);
  if (!frame.participants.empty()) {
    json.key("participants").open('[');
    for (const std::string& participant : frame.participants)
      json.string(participant);
    json.close(']');
  }
  known("subject", frame.subject);
  known("place", frame.place);
  write_time(json, frame.time);
  known("population", frame.population);
  known("period", frame.period);
  known("ordinal", frame.ordinal);
  json.close('}');
}

void write_bounds(JsonWriter& json, const Bounds& bounds) {
  json.open('[');
  json.number(bounds.lo);
  json.number(bounds.hi);
  json.close(']');
}

void write_claim(JsonWriter& json, const Claim& claim, const Lookup& lookup) {
  const ReportDocument* in = lookup.document(claim.document);
  if (in == nullptr) return;
  json.open('{');
  json.key("id").hex(claim.id.value());
  json.key("document").integer(claim.document.value());
  write_places(json, claim, *in);
  json.key("kind").string(name(claim.kind));
  json.key("attribute").string(claim.attribute);
  json.key("value");
  write_value(json, claim.value);
  json.key("frame");
  write_frame(json, claim.frame);
  json.key("assertion").open('{');
  json.key("voice").string(name(claim.assertion.voice));
  json.key("speaker").string_or_null(claim.assertion.speaker);
  json.key("polarity").string(name(claim.assertion.polarity));
  json.key("modality").string(name(claim.assertion.modality));
  json.close('}');
  json.key("rule").string(claim.rule);
  json.key("confidence").number(claim.confidence);
  json.close('}');
}

void write_document(JsonWriter& json, const ReportDocument& in) {
  const text::Document& document = *in.document;
  json.line();
  json.open('{');
  json.key("id").integer(in.facts.id.value());
  json.key("path").string(document.name());
  json.key("source").string(source_of(in));
  json.key("title").string_or_null(document.metadata().title);
  json.key("published").string_or_null(in.facts.published ? to_iso(*in.facts.published) : "");
  json.key("origin").integer(in.facts.origin.value());
  json.key("story").integer(in.facts.story.value());
  json.key("sha256").string(document.sha256());
  json.close('}');
}

void write_finding(JsonWriter& json, const Finding& finding) {
  json.line();
  json.open('{');
  json.key("id").hex(finding.id.value());
  json.key("verdict").string(name(finding.verdict));
  json.key("severity").string(name(finding.severity));
  json.key("a").hex(finding.a.value());
  json.key("b").hex(finding.b.value());
  json.key("internal").boolean(finding.internal);
  json.key("reason").string(finding.reason);
  json.key("gates");
  write_gates(json, finding);
  json.key("confidence").number(finding.confidence);
  json.key("origins").open('{');
  json.key("a").integer(finding.origins_a);
  json.key("b").integer(finding.origins_b);
  json.close('}');
  json.close('}');
}

void write_gates(JsonWriter& json, const Finding& finding) {
  json.open('[');
  for (const GateResult& gate : finding.gates) {
    json.open('{');
    json.key("gate").string(name(gate.gate));
    json.key("passed").boolean(gate.passed);
    json.key("because").string(gate.because);
    json.close('}');
  }
  json.close(']');
}

void write_value(JsonWriter& json, const Value& value) {
  json.open('{');
  if (value.quantity) {
    const Quantity& q = *value.quantity;
    json.key("lo").number(q.lo);
    json.key("hi").number(q.hi);
    json.key("approximate").boolean(q.approximate);
    json.key("unit").string(q.unit);
    json.key("hard");
    write_bounds(json, q.hard);
    json.key("pragmatic");
    write_bounds(json, q.pragmatic);
  } else {
    json.key("label").string(value.label);
  }
  json.close('}');
}

const char* name(ErrorCode code) {
  switch (code) {
    case ErrorCode::kNotFound:
      return "not-found";
    case ErrorCode::kUnreadable:
      return "unreadable";
    case ErrorCode::kInvalidText:
      return "invalid-text";
    case ErrorCode::kInvalidRule:
      return "invalid-rule";
    case ErrorCode::kStore:
      return "store";
    case ErrorCode::kModel:
      return "model";
    case ErrorCode::kOutput:
      return "output";
    case ErrorCode::kUsage:
      return "usage";
  }
  return "unknown";
}

std::string to_json(const Report& report) {
  const Lookup lookup(report);
  JsonWriter json;
  json.open('{');
  json.key("schema").string("gainsay-report/1");
  json.key("tool").open('{');
  json.key("name").string("gainsay");
  json.key("version").string(report.version);
  json.close('}');
  json.key("documents").open('[');
  for (const ReportDocument& document : report.documents)
    write_document(json, document);
  json.close(']');
  json.key("claims").open('[');
  for (const Claim& claim : report.claims) {
    json.line();
    write_claim(json, claim, lookup);
  }
  json.close(']');
  json.key("findings").open('[');
  for (const Finding& finding : report.judgement.findings)
    write_finding(json, finding);
  json.close(']');
  json.key("consensus");
  write_list(json, consensus(report, lookup),
             [&](const Consensus& figure) { write_consensus(json, figure, lookup); });
  json.key("abstained").open('{');
  for (const auto& [reason, pairs] : report.judgement.abstained) {
    json.key(reason).integer(pairs);
  }
  json.close('}');
  json.key("left_out").integer(total(report.pairs.left_out));
  json.key("pairs").open('{');
  write_counts(json, "proposed", report.pairs.proposed);
  write_counts(json, "left_out", report.pairs.left_out);
  json.close('}');
  json.key("problems").open('[');
  for (const Error& error : report.errors)
    write_problem(json, error);
  json.close(']');
  json.close('}');
  return json.take() + "\n";
}

}  // namespace gainsay::report
