// What the row of a sentence costs beside the bare look-ups of the vectors of its words.
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>
#include <fasttext/fasttext.h>

#include "embed/embedder.h"
#include "text.h"

namespace gainsay::bench {
namespace {

const std::string kModel = GAINSAY_SOURCE_DIR "/corpus/model/default.bin";

const std::vector<std::string_view>& sentences() {
  static const Read kRead(reports(), rules());
  static const std::vector<std::string_view> kSentences = [] {
    std::vector<std::string_view> out;
    for (std::size_t i = 0; i < kRead.documents.size(); ++i) {
      for (const text::Sentence& sentence : kRead.sentences[i])
        out.push_back(text::readable(kRead.documents[i], sentence));
    }
    return out;
  }();
  return kSentences;
}

embed::Embedder load() {
  return std::move(*embed::Embedder::load(kModel));
}

void count(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(sentences().size()));
}

/// The vector of each word of each sentence, as fastText gives it; words cut beforehand.
void WordVectors(benchmark::State& state) {
  fasttext::FastText model;
  model.loadModel(kModel);
  std::vector<std::string> words;
  for (const std::string_view sentence : sentences()) {
    std::istringstream in{std::string(sentence)};
    for (std::string word; in >> word;)
      words.push_back(word);
  }
  fasttext::Vector vector(model.getDimension());
  for (auto _ : state) {
    for (const std::string& word : words)
      model.getWordVector(vector, word);
    benchmark::DoNotOptimize(vector.data());
  }
  count(state);
}
BENCHMARK(WordVectors)->Unit(benchmark::kMillisecond);

/// fastText's own vectors of sentences.
void PlainVectors(benchmark::State& state) {
  embed::Embedder embedder = load();
  for (auto _ : state)
    benchmark::DoNotOptimize(embedder.plain(sentences()));
  count(state);
}
BENCHMARK(PlainVectors)->Unit(benchmark::kMillisecond);

/// Rows of a text whose words are all new.
void FirstRows(benchmark::State& state) {
  for (auto _ : state) {
    state.PauseTiming();
    embed::Embedder embedder = load();
    state.ResumeTiming();
    benchmark::DoNotOptimize(embedder.embed(sentences()));
  }
  count(state);
}
BENCHMARK(FirstRows)->Unit(benchmark::kMillisecond);

/// Rows as in an archive, where most words have been seen.
void LaterRows(benchmark::State& state) {
  embed::Embedder embedder = load();
  benchmark::DoNotOptimize(embedder.embed(sentences()));
  for (auto _ : state)
    benchmark::DoNotOptimize(embedder.embed(sentences()));
  count(state);
}
BENCHMARK(LaterRows)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace gainsay::bench

BENCHMARK_MAIN();
