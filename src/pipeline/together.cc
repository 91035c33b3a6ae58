#include "together.h"

#include <algorithm>
#include <functional>
#include <future>
#include <iterator>
#include <set>
#include <utility>

#include "embed/terms.h"
#include "houses.h"
#include "origin/origins.h"
#include "pair/pairer.h"
#include "rendering.h"

namespace gainsay::pipeline {
namespace {

bool is_content(Zone zone) {
  return zone != Zone::kFurniture && zone != Zone::kRelated;
}

/// The row of each claim's sentence; zeros where a report was read without a model, or with one of
/// another dimension.
Rows claim_rows_of(const Reports& stored, const std::vector<Claim>& claims) {
  Rows out;
  for (const store::StoredDocument* document : stored)
    out.dimension = std::max(out.dimension, document->rows.dimension);
  out.data.resize(claims.size() * out.dimension);
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Rows& rows = stored[claims[i].document.value() - 1]->rows;
    if (rows.dimension != out.dimension || claims[i].sentence >= rows.count()) continue;
    std::copy_n(rows.data.data() + std::size_t{claims[i].sentence} * rows.dimension, rows.dimension,
                out.data.data() + i * out.dimension);
  }
  return out;
}

/// Of the reports, and behind them of the others.
std::vector<Terms> terms_of(const Reports& stored, const ruleset::RuleSet& rules,
                            const Others& others) {
  std::set<std::string> stop_words;
  if (const auto list = rules.words.find("stop_words"); list != rules.words.end()) {
    stop_words.insert(list->second.begin(), list->second.end());
  }
  std::vector<embed::Sentences> texts;
  const auto add = [&](const std::vector<store::StoredSentence>& report) {
    embed::Sentences& sentences = texts.emplace_back();
    for (const store::StoredSentence& sentence : report) {
      if (is_content(sentence.zone)) sentences.emplace_back(sentence.text);
    }
  };
  for (const store::StoredDocument* document : stored)
    add(document->sentences);
  for (const std::vector<store::StoredSentence>& report : others.reports)
    add(report);
  return embed::terms_of(texts, stop_words);
}

pair::Output propose_pairs(const Reports& stored, const std::vector<Claim>& claims,
                           const std::vector<DocumentFacts>& facts, std::vector<Terms> terms,
                           const ruleset::RuleSet& rules, unsigned jobs, double weight) {
  pair::Options options;
  options.jobs = jobs;
  options.families = rules.judge.families;
  const auto number = [&](const char* key, double& value) {
    const auto found = rules.judge.numbers.find(key);
    if (found != rules.judge.numbers.end()) value = found->second;
  };
  number("story_similarity", options.story_similarity);
  number("story_evidence", options.story_evidence);
  number("story_days", options.story_days);
  number("story_doubt", options.story_doubt);
  number("nearest_similarity", options.nearest_similarity);

  pair::Background background{{}, weight};
  const auto rest = terms.begin() + static_cast<std::ptrdiff_t>(stored.size());
  std::move(rest, terms.end(), std::back_inserter(background.terms));
  terms.erase(rest, terms.end());
  return pair::propose({claims, claim_rows_of(stored, claims), facts, terms, std::move(background)},
                       options);
}

std::vector<origin::Input> texts_of(const Reports& stored) {
  std::vector<origin::Input> out(stored.size());
  for (std::size_t i = 0; i < stored.size(); ++i) {
    for (const store::StoredSentence& sentence : stored[i]->sentences) {
      if (is_content(sentence.zone)) out[i].sentences.push_back(sentence.text);
    }
  }
  return out;
}

/// Brings together what comes from one house; `facts` know stories, and origins by text.
void join_families(const Reports& stored, const ruleset::RuleSet& rules,
                   std::vector<DocumentFacts>& facts) {
  std::vector<origin::Carrier> carriers;
  carriers.reserve(facts.size());
  for (const DocumentFacts& one : facts)
    carriers.push_back({one.origin, one.story, one.source});
  const std::vector<OriginId> origins =
      origin::join_families(carriers, texts_of(stored), houses_of(rules));
  for (std::size_t i = 0; i < facts.size(); ++i)
    facts[i].origin = origins[i];
}

std::vector<Claim> claims_of(const Reports& stored) {
  std::vector<Claim> out;
  for (std::size_t i = 0; i < stored.size(); ++i) {
    for (const Claim& claim : stored[i]->claims) {
      out.push_back(claim);
      out.back().document = DocumentId(static_cast<std::uint32_t>(i + 1));
    }
  }
  return out;
}

}  // namespace

std::vector<DocumentFacts> facts_of(const Reports& stored) {
  std::vector<DocumentFacts> facts(stored.size());
  for (std::size_t i = 0; i < stored.size(); ++i) {
    facts[i].id = DocumentId(static_cast<std::uint32_t>(i + 1));
    facts[i].source = stored[i]->document.metadata().source;
    facts[i].published = stored[i]->document.metadata().published;
  }
  const std::vector<OriginId> origins = origin::group(texts_of(stored));
  for (std::size_t i = 0; i < stored.size(); ++i)
    facts[i].origin = origins[i];
  return facts;
}

Judged judge_together(const Reports& stored, const ruleset::RuleSet& rules,
                      judge::Abstained abstained, Stopwatch& watch, unsigned jobs,
                      const Others& others) {
  Judged out;
  out.claims = claims_of(stored);
  watch.lap("store");

  // Both read the texts, and nothing of each other.
  std::future<std::vector<DocumentFacts>> facts =
      std::async(std::launch::async, facts_of, std::cref(stored));
  std::vector<Terms> terms = terms_of(stored, rules, others);
  out.facts = facts.get();
  watch.lap("origin");

  // Embeddings and blocking propose; they decide nothing.
  const pair::Output proposed =
      propose_pairs(stored, out.claims, out.facts, std::move(terms), rules, jobs, others.weight);
  for (std::size_t i = 0; i < out.facts.size(); ++i)
    out.facts[i].story = proposed.stories[i].story;
  out.pairs = proposed.candidates.counts;
  join_families(stored, rules, out.facts);
  watch.lap("pair");

  // The judge reads values alone. Findings are final from here.
  out.judgement =
      judge::Judge(rules).judge(out.claims, out.facts, proposed.candidates.pairs, abstained);
  watch.lap("judge");
  return out;
}

report::ReportDocument shown(const store::StoredDocument& stored, DocumentFacts facts) {
  report::ReportDocument out{std::move(facts), &stored.document, {}, {}};
  for (const store::StoredSentence& sentence : stored.sentences)
    out.sentences.push_back({sentence.original, sentence.text, sentence.zone});
  return out;
}

report::Report report_of(const std::vector<store::StoredDocument>& stored, Judged judged,
                         const ruleset::RuleSet& rules) {
  report::Report out = new_report(rules);
  out.claims = std::move(judged.claims);
  out.judgement = std::move(judged.judgement);
  out.pairs = judged.pairs;
  for (std::size_t i = 0; i < stored.size(); ++i)
    out.documents.push_back(shown(stored[i], std::move(judged.facts[i])));
  report::name_sources(out.documents);
  return out;
}

}  // namespace gainsay::pipeline
