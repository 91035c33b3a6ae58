#include "report/explain.h"

#include <algorithm>
#include <optional>

#include "pipeline/sentences.h"
#include "reading.h"
#include "rendering.h"
#include "report/sentences.h"

namespace gainsay::pipeline {
namespace {

report::Trace shown(const extract::Trace& trace) {
  report::Trace out;
  out.text = trace.text;
  out.tagged = trace.tagged;
  for (const extract::Seen& seen : trace.seen)
    out.seen.push_back({seen.step, seen.span, seen.kind, seen.value});
  return out;
}

report::ExplainedRule shown(const ruleset::ClaimRule& rule) {
  report::ExplainedRule out;
  out.id = rule.id;
  out.says = rule.says;
  out.source = rule.source;
  out.facts = {{"finds", name(rule.kind)},
               {"attribute", rule.attribute},
               {"compared as", rule.compare},
               {"one event has", rule.functional ? "one value" : "many values"}};
  if (rule.cumulative) out.facts.emplace_back("later reports", "may raise it");
  if (rule.per_subject) out.facts.emplace_back("compared", "between claims on one subject only");
  if (rule.modality != Modality::kFact) out.facts.emplace_back("modality", name(rule.modality));
  if (rule.polarity != Polarity::kAffirmed) out.facts.emplace_back("polarity", name(rule.polarity));
  out.facts.emplace_back("defined at", rule.where);
  for (const ruleset::Pattern& pattern : rule.patterns)
    out.patterns.push_back(pattern.as_written);
  for (const ruleset::Pattern& pattern : rule.unless)
    out.unless.push_back(pattern.as_written);
  for (const ruleset::Example& example : rule.examples)
    (example.none ? out.silent : out.firing).push_back(example.text);
  for (const ruleset::Example& gap : rule.known_gaps)
    out.gaps.push_back(gap.text);
  return out;
}

}  // namespace

std::vector<Error> explain_text(const Resources& resources, const std::string& text,
                                std::ostream& out) {
  std::vector<Error> errors;
  const std::optional<Reading> reading = load_reading(resources.rules, errors);
  if (!reading) return errors;
  Result<text::Document> document =
      ingest::read_bytes("text", text, ingest::Format::kText, reading->ingest);
  if (!document) return {std::move(document).error()};
  const std::vector<text::Sentence> sentences = reading->splitter.split(*document);
  std::vector<report::Trace> traces;
  for (const extract::Trace& trace : reading->extractor.trace(*document, sentences))
    traces.push_back(shown(trace));
  report::Report view = new_report(reading->rules);
  view.documents.push_back({{DocumentId(1), "", {}, OriginId{}, StoryId{}}, &*document, {}, {}});
  view.claims = reading->extractor.extract(*document, sentences);
  for (Claim& claim : view.claims)
    claim.document = DocumentId(1);
  out << report::traces_text(traces) << "claims\n" << report::claims_text(view);
  if (view.claims.empty()) out << "  none\n";
  return {};
}

ExplainResult explain_rule(const Resources& resources, const std::string& id, std::ostream& out) {
  const ruleset::Loaded loaded = ruleset::load(resources.rules);
  if (!loaded.errors.empty()) return {loaded.errors, {}};
  const auto rule = std::ranges::find(loaded.rules.claims, id, &ruleset::ClaimRule::id);
  if (rule != loaded.rules.claims.end()) {
    out << report::rule_text(shown(*rule));
    return {};
  }
  Verdict verdict{};
  if (parse(id, verdict)) {
    for (const ruleset::VerdictRule& known : loaded.rules.judge.verdicts) {
      if (known.verdict != verdict) continue;
      report::ExplainedRule shown;
      shown.id = id;
      shown.says = known.says;
      shown.facts = {{"severity", name(known.severity)}, {"reason", known.reason}};
      const auto all = ruleset::load_measured(resources.rules);
      if (const auto measured = all.find(verdict); measured != all.end()) {
        const auto& [right, judged] = measured->second;
        shown.facts.emplace_back("measured", std::to_string(right) + " of " +
                                                 std::to_string(judged) + " findings were right: " +
                                                 precision_of(measured->second) + " precision");
      }
      out << report::rule_text(shown);
      return {};
    }
  }
  ExplainResult result{{{ErrorCode::kNotFound, id, "no rule and no verdict of this name"}}, {}};
  for (const ruleset::ClaimRule& known : loaded.rules.claims)
    result.known.push_back(known.id);
  for (std::size_t i = 0; i < kVerdictCount; ++i)
    result.known.emplace_back(name(static_cast<Verdict>(i)));
  return result;
}

}  // namespace gainsay::pipeline
