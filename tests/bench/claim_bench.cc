// claim_bench FILE: would a row for each claim, of its clause, rank claims better than the row of
// its sentence? FILE is what gold_claims.py prints. Of every claim the others of its story are
// ranked, once those of its attribute, once all facts, statements and quotes; related are those
// that share a gold key. Prints how well, and what making the rows takes.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "embed/embedder.h"

namespace gainsay::bench {
namespace {

struct Labelled {
  std::string report, story, attribute, kind;
  std::set<std::string> keys;
  std::string sentence, clause;
};

std::vector<Labelled> read(const char* path) {
  std::ifstream in(path);
  std::vector<Labelled> out;
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    Labelled one;
    std::string keys;
    for (std::string* field :
         {&one.report, &one.story, &one.attribute, &one.kind, &keys, &one.sentence, &one.clause})
      std::getline(fields, *field, '\t');
    std::istringstream words(keys);
    for (std::string key; words >> key;)
      one.keys.insert(key);
    out.push_back(std::move(one));
  }
  return out;
}

float cosine(const Rows& rows, std::size_t i, std::size_t j) {
  const float* a = &rows.data[i * rows.dimension];
  const float* b = &rows.data[j * rows.dimension];
  float out = 0;
  for (std::uint32_t k = 0; k < rows.dimension; ++k)
    out += a[k] * b[k];
  return out;
}

bool related(const Labelled& a, const Labelled& b) {
  return std::ranges::any_of(a.keys, [&](const std::string& key) { return b.keys.contains(key); });
}

struct Ranked {
  float similarity;
  bool related;
};

/// Probability that a related pair is closer than another; pairs that are as close count half.
double area(std::vector<Ranked> pairs) {
  std::ranges::sort(pairs, {}, &Ranked::similarity);
  double below = 0;
  double area = 0;
  double positive = 0;
  for (auto at = pairs.begin(); at != pairs.end();) {
    const auto end = std::find_if(
        at, pairs.end(), [&](const Ranked& pair) { return pair.similarity != at->similarity; });
    const auto hits =
        static_cast<double>(std::count_if(at, end, [](auto& p) { return p.related; }));
    const double misses = static_cast<double>(end - at) - hits;
    area += hits * (below + misses / 2);
    below += misses;
    positive += hits;
    at = end;
  }
  return area / (positive * below);
}

/// Of the related among the first `count`, of at most so many.
double recall(const std::vector<Ranked>& ranked, std::ptrdiff_t count) {
  const auto hits = [](auto begin, auto end) {
    return std::count_if(begin, end, [](const Ranked& one) { return one.related; });
  };
  const auto first = ranked.begin() + std::min(count, std::ssize(ranked));
  return static_cast<double>(hits(ranked.begin(), first)) /
         static_cast<double>(std::min<std::ptrdiff_t>(count, hits(ranked.begin(), ranked.end())));
}

template <class Beside, class Similarity>
void rank(const char* what, const std::vector<Labelled>& claims, const Beside& beside,
          const Similarity& similarity) {
  std::vector<Ranked> all;
  double queries = 0;
  double of_one = 0;
  double of_five = 0;
  double of_twenty = 0;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    std::vector<Ranked> ranked;
    for (std::size_t j = 0; j < claims.size(); ++j) {
      const bool one_story = claims[i].story == claims[j].story;
      if (!one_story || claims[i].report == claims[j].report) continue;
      if (!beside(claims[i], claims[j])) continue;
      ranked.push_back({similarity(i, j), related(claims[i], claims[j])});
      if (i < j) all.push_back(ranked.back());
    }
    const auto hits = std::ranges::count(ranked, true, &Ranked::related);
    if (hits == 0 || hits == std::ssize(ranked)) continue;
    std::ranges::stable_sort(ranked, std::greater<>(), &Ranked::similarity);
    ++queries;
    of_one += recall(ranked, 1);
    of_five += recall(ranked, 5);
    of_twenty += recall(ranked, 20);
  }
  std::printf("%-42s AUC %.3f  recall at 1 %.3f  at 5 %.3f  at 20 %.3f\n", what, area(all),
              of_one / queries, of_five / queries, of_twenty / queries);
}

Rows timed(embed::Embedder& embedder, const std::vector<std::string_view>& texts,
           const char* what) {
  const auto begin = std::chrono::steady_clock::now();
  Rows out = embedder.embed(texts);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  std::printf("%zu rows of %s: %.1f ms\n", texts.size(), what, took.count());
  return out;
}

void measure(const std::vector<Labelled>& claims, embed::Embedder& embedder) {
  std::vector<std::string_view> sentences;
  std::vector<std::string_view> clauses;
  for (const Labelled& claim : claims) {
    if (std::ranges::find(sentences, claim.sentence) == sentences.end())
      sentences.push_back(claim.sentence);
    clauses.push_back(claim.clause);
  }
  static_cast<void>(embedder.embed(clauses));  // it knows all words from here on
  timed(embedder, sentences, "sentences");
  const Rows of_clauses = timed(embedder, clauses, "clauses");
  std::vector<std::string_view> repeated;
  for (const Labelled& claim : claims)
    repeated.push_back(claim.sentence);
  const Rows of_sentences = embedder.embed(repeated);

  const auto one_attribute = [](const Labelled& a, const Labelled& b) {
    return a.attribute == b.attribute;
  };
  const auto worded = [](const Labelled& a, const Labelled& b) {
    return a.kind != "quantity" && b.kind != "quantity";
  };
  const auto by_sentence = [&](std::size_t i, std::size_t j) { return cosine(of_sentences, i, j); };
  const auto by_clause = [&](std::size_t i, std::size_t j) { return cosine(of_clauses, i, j); };
  const auto by_both = [&](std::size_t i, std::size_t j) {
    return by_sentence(i, j) + by_clause(i, j);
  };
  rank("one attribute, sentences", claims, one_attribute, by_sentence);
  rank("one attribute, clauses", claims, one_attribute, by_clause);
  rank("one attribute, both", claims, one_attribute, by_both);
  rank("facts, statements and quotes, sentences", claims, worded, by_sentence);
  rank("facts, statements and quotes, clauses", claims, worded, by_clause);
  rank("facts, statements and quotes, both", claims, worded, by_both);
}

}  // namespace
}  // namespace gainsay::bench

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: claim_bench FILE\n", stderr);
    return 2;
  }
  auto embedder = gainsay::embed::Embedder::load(GAINSAY_SOURCE_DIR "/corpus/model/default.bin");
  if (!embedder) {
    std::fprintf(stderr, "%s\n", embedder.error().message.c_str());
    return 2;
  }
  gainsay::bench::measure(gainsay::bench::read(argv[1]), *embedder);
  return 0;
}
