#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "ingest/json_lines.h"
#include "judge/judge.h"
#include "judging.h"
#include "pipeline/sentences.h"
#include "reading.h"
#include "rendering.h"
#include "report/sentences.h"

namespace gainsay::pipeline {
namespace {

/// The stages that stay the same from one comparison to the next.
struct Bench {
  Reading reading;
  judge::Judge judge;
};

std::optional<Bench> prepare(const Resources& resources, std::vector<Error>& errors) {
  std::optional<Reading> reading = load_reading(resources.rules, errors);
  if (!reading) return std::nullopt;
  judge::Judge judge(reading->rules);
  return Bench{std::move(*reading), std::move(judge)};
}

/// Both texts and the report on them, which refers to them.
struct Comparison {
  JudgedTexts judged;
  report::Report view;
};

Comparison set_against(const Bench& bench, const GivenText& a, const GivenText& b,
                       std::vector<Error>& errors) {
  const std::array<TextInput, 2> texts = {TextInput{"a", a.text, a.source, a.published},
                                          TextInput{"b", b.text, b.source, b.published}};
  Comparison out{judge_texts(bench.reading, bench.judge, texts, judge::Abstained::kListed, errors),
                 new_report(bench.reading.rules)};
  out.view.claims = out.judged.claims;
  out.view.judgement = out.judged.judgement;
  std::erase_if(out.view.judgement.findings, [](const Finding& f) { return f.internal; });
  for (const text::Document& document : out.judged.documents) {
    report::ReportDocument& shown = out.view.documents.emplace_back();
    shown.facts.id = DocumentId(static_cast<std::uint32_t>(out.view.documents.size()));
    shown.facts.source = document.metadata().source;
    shown.facts.published = document.metadata().published;
    shown.document = &document;
    for (const text::Sentence& sentence : bench.reading.splitter.split(document)) {
      shown.sentences.push_back(
          {sentence.original, std::string(text::readable(document, sentence)), sentence.zone});
    }
  }
  return out;
}

}  // namespace

LinesResult compare(const Resources& resources, const GivenText& a, const GivenText& b, bool json,
                    std::ostream& out) {
  LinesResult result;
  const std::optional<Bench> bench = prepare(resources, result.fatal);
  if (!bench) return result;
  const Comparison compared = set_against(*bench, a, b, result.fatal);
  if (!result.fatal.empty()) return result;
  out << (json ? report::comparison_json("null", compared.view)
               : report::comparison_text(compared.view));
  ++result.lines;
  return result;
}

LinesResult compare_lines(const Resources& resources, std::istream& in, std::ostream& out) {
  LinesResult result;
  const std::optional<Bench> bench = prepare(resources, result.fatal);
  if (!bench) return result;
  std::uint64_t number = 0;
  for (std::string line; std::getline(in, line);) {
    const std::string where = "<stdin>:" + std::to_string(++number);
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const Result<ingest::TextPair> pair = ingest::read_text_pair(where, line);
    if (!pair) {
      result.errors.push_back(pair.error());
      continue;
    }
    std::vector<Error> errors;
    const Comparison compared =
        set_against(*bench, {pair->a.text, pair->a.source, pair->a.published},
                    {pair->b.text, pair->b.source, pair->b.published}, errors);
    for (const Error& error : errors)
      result.errors.push_back({error.code, where, "\"" + error.where + "\" " + error.message});
    if (!errors.empty()) continue;
    out << report::comparison_json(pair->id, compared.view) << std::flush;
    ++result.lines;
  }
  return result;
}

}  // namespace gainsay::pipeline
