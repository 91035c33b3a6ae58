// Extraction alone, text in memory to claims, beside what it cannot do without: one scan with all
// patterns, and finding the sentences. The last lines compare the three; the growth tests double
// inputs that would be slow if any step looked twice at all it has seen.
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <re2/re2.h>
#include <re2/set.h>
#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include "extract/extractor.h"
#include "text.h"

namespace gainsay::bench {
namespace {

const extract::Extractor& extractor() {
  static const extract::Extractor kExtractor = [] {
    std::vector<Error> errors;
    auto made = extract::Extractor::create(rules(), errors);
    if (!made) std::abort();
    return std::move(*made);
  }();
  return kExtractor;
}

const Read& corpus() {
  static const Read kCorpus(reports(), rules());
  return kCorpus;
}

const std::vector<std::string>& tagged() {
  static const std::vector<std::string> kTagged = [] {
    std::vector<std::string> out;
    for (std::size_t d = 0; d < corpus().documents.size(); ++d) {
      for (const text::Sentence& sentence : corpus().sentences[d])
        out.push_back(extractor().tagged(text::readable(corpus().documents[d], sentence)));
    }
    return out;
  }();
  return kTagged;
}

const RE2::Set& all_patterns() {
  static const std::unique_ptr<RE2::Set> kSet = [] {
    RE2::Options options;
    options.set_max_mem(std::int64_t{256} << 20);
    auto set = std::make_unique<RE2::Set>(options, RE2::UNANCHORED);
    for (const ruleset::ClaimRule& rule : rules().claims) {
      for (const auto* list : {&rule.patterns, &rule.unless}) {
        for (const ruleset::Pattern& pattern : *list)
          set->Add(pattern.expanded, nullptr);
      }
    }
    if (!set->Compile()) std::abort();
    return set;
  }();
  return *kSet;
}

void count(benchmark::State& state) {
  const auto rounds = static_cast<std::int64_t>(state.iterations());
  state.SetBytesProcessed(rounds * static_cast<std::int64_t>(corpus().bytes));
  state.counters["sentences"] =
      benchmark::Counter(static_cast<double>(rounds) * static_cast<double>(corpus().count),
                         benchmark::Counter::kIsRate);
}

std::size_t extract_all() {
  std::size_t claims = 0;
  for (std::size_t d = 0; d < corpus().documents.size(); ++d)
    claims += extractor().extract(corpus().documents[d], corpus().sentences[d]).size();
  return claims;
}

void extraction(benchmark::State& state) {
  static const std::size_t kWarm = extract_all();  // RE2 builds its automata while it reads
  std::size_t claims = 0;
  benchmark::DoNotOptimize(kWarm);
  for (auto _ : state)
    claims += extract_all();
  count(state);
  state.counters["claims_per_sentence"] =
      benchmark::Counter(static_cast<double>(claims) / static_cast<double>(corpus().count) /
                             static_cast<double>(state.iterations()),
                         benchmark::Counter::kAvgThreads);
}

void tagged_scan(benchmark::State& state) {
  std::vector<int> hits;
  for (auto _ : state) {
    for (const std::string& sentence : tagged())
      benchmark::DoNotOptimize(all_patterns().Match(sentence, &hits));
  }
  count(state);
}

void plain_scan(benchmark::State& state) {
  std::vector<int> hits;
  for (auto _ : state) {
    for (std::size_t d = 0; d < corpus().documents.size(); ++d) {
      for (const text::Sentence& sentence : corpus().sentences[d]) {
        const std::string_view text = text::readable(corpus().documents[d], sentence);
        benchmark::DoNotOptimize(all_patterns().Match({text.data(), text.size()}, &hits));
      }
    }
  }
  count(state);
}

void sentence_breaking(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createSentenceInstance(icu::Locale("en"), status));
  std::int64_t boundaries = 0;
  for (auto _ : state) {
    for (const text::Document& document : corpus().documents) {
      for (const text::Block& block : document.blocks()) {
        UText* text = utext_openUTF8(nullptr, block.text.data(),
                                     static_cast<std::int64_t>(block.text.size()), &status);
        breaks->setText(text, status);
        while (breaks->next() != icu::BreakIterator::DONE)
          ++boundaries;
        utext_close(text);
      }
    }
  }
  benchmark::DoNotOptimize(boundaries);
  count(state);
}

// What a short run pays: making the extractor, and the first pass over the corpus.
void first_pass(benchmark::State& state) {
  for (auto _ : state) {
    std::vector<Error> errors;
    const auto made = extract::Extractor::create(rules(), errors);
    for (std::size_t d = 0; d < corpus().documents.size(); ++d)
      benchmark::DoNotOptimize(made->extract(corpus().documents[d], corpus().sentences[d]).size());
  }
  count(state);
}
void start(benchmark::State& state) {
  for (auto _ : state) {
    std::vector<Error> errors;
    const auto made = extract::Extractor::create(rules(), errors);
    benchmark::DoNotOptimize(made.has_value());
  }
}

// A check reads one draft: the first reports, to some thousand words, by an extractor that has read
// nothing yet.
void first_draft(benchmark::State& state) {
  constexpr std::size_t kBytes = 6000;
  for (auto _ : state) {
    state.PauseTiming();
    std::vector<Error> errors;
    auto made = extract::Extractor::create(rules(), errors);
    state.ResumeTiming();
    std::size_t bytes = 0;
    for (std::size_t d = 0; d < corpus().documents.size() && bytes < kBytes; ++d) {
      bytes += corpus().documents[d].bytes().size();
      benchmark::DoNotOptimize(made->extract(corpus().documents[d], corpus().sentences[d]).size());
    }
    state.PauseTiming();
    made = fail(ErrorCode::kInvalidRule, "", "");
    state.ResumeTiming();
  }
}

BENCHMARK(extraction)->Unit(benchmark::kMillisecond);
BENCHMARK(extraction)->Threads(2)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(tagged_scan)->Unit(benchmark::kMillisecond);
BENCHMARK(plain_scan)->Unit(benchmark::kMillisecond);
BENCHMARK(sentence_breaking)->Unit(benchmark::kMillisecond);
BENCHMARK(first_pass)->Unit(benchmark::kMillisecond);
BENCHMARK(first_draft)->Unit(benchmark::kMillisecond);
BENCHMARK(start)->Unit(benchmark::kMillisecond);

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i)
    out += part;
  return out;
}

void growth(benchmark::State& state, const std::string& text) {
  const text::SentenceSplitter splitter(rules().abbreviations);
  const text::Document document = report_of(text);
  for (auto _ : state) {
    benchmark::DoNotOptimize(extractor().extract(document, splitter.split(document)).size());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
  state.SetComplexityN(state.range(0));
}

void numbers_in_a_row(benchmark::State& state) {
  growth(state, repeated("12,345 ", static_cast<std::size_t>(state.range(0))));
}
void one_sentence(benchmark::State& state) {
  growth(state, repeated("and in Oslo Ana Orr told 12 people that 3 soldiers were killed ",
                         static_cast<std::size_t>(state.range(0))));
}
void one_line(benchmark::State& state) {
  growth(state, repeated("At least 12 people were killed in Oslo, officials said. ",
                         static_cast<std::size_t>(state.range(0))));
}
void nested_quotes(benchmark::State& state) {
  const auto depth = static_cast<std::size_t>(state.range(0));
  growth(state, repeated("he said \xE2\x80\x9CI saw ", depth) + "12 people" +
                    repeated("\xE2\x80\x9D and left ", depth));
}
void quotes_in_a_row(benchmark::State& state) {
  growth(state,
         repeated("\"We saw 12 people,\" he said. ", static_cast<std::size_t>(state.range(0))));
}

void quotes_of_nobody(benchmark::State& state) {
  growth(state, repeated("\"We saw 12 people.\" ", static_cast<std::size_t>(state.range(0))));
}
void facts_told_again(benchmark::State& state) {
  growth(state, repeated("Ana Orr, a nurse from Oslo, was killed. ",
                         static_cast<std::size_t>(state.range(0))));
}

/// The reports of the corpus in one paragraph, over and over, to so many megabytes; with the ends
/// of sentences or without.
void megabytes(benchmark::State& state, bool ends) {
  std::string once;
  for (const text::Document& document : corpus().documents) {
    for (const text::Block& block : document.blocks())
      once += block.text + ' ';
  }
  if (!ends) std::erase_if(once, [](char c) { return c == '.' || c == '!' || c == '?'; });
  const std::size_t size = static_cast<std::size_t>(state.range(0)) << 20;
  growth(state, repeated(once, size / once.size() + 1));
}
void megabytes_of_sentences(benchmark::State& state) {
  megabytes(state, true);
}
void megabytes_without_ends(benchmark::State& state) {
  megabytes(state, false);
}

constexpr int kSmallest = 1 << 9;
constexpr int kLargest = 1 << 13;
#define GAINSAY_GROWTH(name)       \
  BENCHMARK(name)                  \
      ->RangeMultiplier(2)         \
      ->Range(kSmallest, kLargest) \
      ->Complexity(benchmark::oN)  \
      ->Unit(benchmark::kMillisecond)
GAINSAY_GROWTH(numbers_in_a_row);
GAINSAY_GROWTH(one_sentence);
GAINSAY_GROWTH(one_line);
GAINSAY_GROWTH(nested_quotes);
GAINSAY_GROWTH(quotes_in_a_row);
GAINSAY_GROWTH(quotes_of_nobody);
GAINSAY_GROWTH(facts_told_again);

constexpr int kMegabytes = 8;
#define GAINSAY_MEGABYTES(name)   \
  BENCHMARK(name)                 \
      ->RangeMultiplier(2)        \
      ->Range(1, kMegabytes)      \
      ->Complexity(benchmark::oN) \
      ->Iterations(1)             \
      ->Unit(benchmark::kMillisecond)
GAINSAY_MEGABYTES(megabytes_of_sentences);
GAINSAY_MEGABYTES(megabytes_without_ends);

/// Prints the table, and keeps the time of each benchmark.
class Reporter : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.run_type == Run::RT_Iteration)
        times_.emplace_back(run.benchmark_name(), run.GetAdjustedCPUTime());
    }
    ConsoleReporter::ReportRuns(runs);
  }
  [[nodiscard]] double time(std::string_view name) const {
    for (const auto& [found, time] : times_) {
      if (found == name) return time;
    }
    return 0;
  }

 private:
  std::vector<std::pair<std::string, double>> times_;
};

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  Reporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  const double extracting = reporter.time("extraction");
  const double needed = reporter.time("tagged_scan") + reporter.time("sentence_breaking");
  if (extracting > 0 && needed > 0) {
    std::printf("extraction takes %.2f times as long as scan and sentence breaking together\n",
                extracting / needed);
  }
  return 0;
}

}  // namespace
}  // namespace gainsay::bench

int main(int argc, char** argv) {
  return gainsay::bench::main(argc, argv);
}
