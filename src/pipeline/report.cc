#include "pipeline/report.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "embed/terms.h"
#include "ingest_into.h"
#include "judge/judge.h"
#include "origin/origins.h"
#include "pair/pairer.h"
#include "reading.h"
#include "report/report.h"
#include "store/store.h"

namespace gainsay::pipeline {
namespace {

/// Adds the time since the last call to a stage.
class Stopwatch {
 public:
  explicit Stopwatch(std::map<std::string, double>& seconds) : seconds_(seconds) {}
  void lap(const char* stage) {
    const auto now = std::chrono::steady_clock::now();
    seconds_[stage] += std::chrono::duration<double>(now - last_).count();
    last_ = now;
  }

 private:
  std::map<std::string, double>& seconds_;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

bool is_content(Zone zone) {
  return zone != Zone::kFurniture && zone != Zone::kRelated;
}

std::vector<DocumentFacts> facts_of(const std::vector<store::StoredDocument>& stored) {
  std::vector<origin::Input> texts(stored.size());
  std::vector<DocumentFacts> facts(stored.size());
  for (std::size_t i = 0; i < stored.size(); ++i) {
    facts[i].id = stored[i].id;
    facts[i].source = stored[i].document.metadata().source;
    facts[i].published = stored[i].document.metadata().published;
    for (const store::StoredSentence& sentence : stored[i].sentences) {
      if (is_content(sentence.zone)) texts[i].sentences.push_back(sentence.text);
    }
  }
  const std::vector<OriginId> origins = origin::group(texts);
  for (std::size_t i = 0; i < stored.size(); ++i)
    facts[i].origin = origins[i];
  return facts;
}

pair::Output propose_pairs(const std::vector<store::StoredDocument>& stored,
                           const std::vector<Claim>& claims,
                           const std::vector<DocumentFacts>& facts, const ruleset::RuleSet& rules) {
  pair::Options options;
  options.families = rules.judge.families;
  const auto number = [&](const char* key, double& value) {
    const auto found = rules.judge.numbers.find(key);
    if (found != rules.judge.numbers.end()) value = found->second;
  };
  number("story_similarity", options.story_similarity);
  number("story_evidence", options.story_evidence);
  number("story_days", options.story_days);
  number("nearest_similarity", options.nearest_similarity);

  std::set<std::string> stop_words;
  if (const auto list = rules.words.find("stop_words"); list != rules.words.end()) {
    stop_words.insert(list->second.begin(), list->second.end());
  }
  std::vector<embed::Sentences> texts;
  for (const store::StoredDocument& document : stored) {
    embed::Sentences& sentences = texts.emplace_back();
    for (const store::StoredSentence& sentence : document.sentences) {
      if (is_content(sentence.zone)) sentences.emplace_back(sentence.text);
    }
  }
  Rows claim_rows;
  for (const store::StoredDocument& document : stored) {
    claim_rows.dimension = std::max(claim_rows.dimension, document.rows.dimension);
  }
  for (const Claim& claim : claims) {
    const Rows& rows = stored[claim.document.value() - 1].rows;
    const auto* row = rows.data.data() + std::size_t{claim.sentence} * rows.dimension;
    claim_rows.data.insert(claim_rows.data.end(), row, row + rows.dimension);
  }
  return pair::propose({claims, claim_rows, facts, embed::terms_of(texts, stop_words)}, options);
}

std::string render(Format format, const report::Report& view, const ReportOptions& options,
                   const std::string& page) {
  switch (format) {
    case Format::kText:
      return report::to_text(view, {options.colour, options.width, options.minimum});
    case Format::kJson:
      return report::to_json(view);
    case Format::kHtml:
      return report::to_html(view, page);
  }
  return {};
}

}  // namespace

ReportResult report(const ReportOptions& options, std::istream& standard_input) {
  ReportResult result;
  Stopwatch watch(result.seconds);
  const std::optional<Reading> reading = load_reading(options.input.resources.rules, result.fatal);
  if (!reading) return result;
  Result<store::Store> store = store::Store::open(options.input.database);
  if (!store) {
    result.fatal.push_back(std::move(store).error());
    return result;
  }
  watch.lap("load");

  // Reports become claims in the store; from here on only the store is asked.
  IngestResult ingested = ingest_into(*store, *reading, options.input, standard_input);
  result.ingested = std::move(ingested.summary);
  if (!ingested.fatal.empty()) {
    result.fatal = std::move(ingested.fatal);
    return result;
  }
  watch.lap("ingest");

  Result<std::vector<store::StoredDocument>> all = store->all();
  if (!all) {
    result.fatal.push_back(std::move(all).error());
    return result;
  }
  std::vector<store::StoredDocument>& stored = *all;
  result.documents = stored.size();
  report::Report view;
  view.version = GAINSAY_VERSION;
  for (store::StoredDocument& document : stored) {
    std::move(document.claims.begin(), document.claims.end(), std::back_inserter(view.claims));
    document.claims.clear();
  }
  watch.lap("store");

  std::vector<DocumentFacts> facts = facts_of(stored);
  watch.lap("origin");

  // Embeddings and blocking propose; they decide nothing.
  const pair::Output proposed = propose_pairs(stored, view.claims, facts, reading->rules);
  for (std::size_t i = 0; i < facts.size(); ++i)
    facts[i].story = proposed.stories[i];
  view.pairs_left_out = proposed.left_out;
  watch.lap("pair");

  // The judge reads values alone. Findings are final from here.
  view.judgement = judge::Judge(reading->rules).judge(
      view.claims, facts, proposed.pairs,
      options.list_abstained ? judge::Abstained::kListed : judge::Abstained::kCounted);
  for (const Finding& finding : view.judgement.findings)
    ++result.severities[finding.severity];
  watch.lap("judge");

  view.errors = result.ingested.errors;
  for (std::size_t i = 0; i < stored.size(); ++i) {
    report::ReportDocument document{facts[i], &stored[i].document, {}};
    for (store::StoredSentence& sentence : stored[i].sentences) {
      document.sentences.push_back({sentence.original, std::move(sentence.text)});
    }
    view.documents.push_back(std::move(document));
  }
  std::string page;
  if (std::ranges::find(options.formats, Format::kHtml) != options.formats.end()) {
    std::ifstream in(options.input.resources.page, std::ios::binary);
    page.assign(std::istreambuf_iterator<char>(in), {});
    if (page.empty()) {
      result.fatal.push_back({ErrorCode::kNotFound, options.input.resources.page.string(),
                              "the page template cannot be read; install Gainsay again or name "
                              "its data directory with GAINSAY_DATA"});
      return result;
    }
  }
  for (const Format format : options.formats) {
    result.outputs.push_back(render(format, view, options, page));
  }
  watch.lap("report");
  return result;
}

}  // namespace gainsay::pipeline
