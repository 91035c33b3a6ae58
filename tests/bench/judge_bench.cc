// Judging alone: pairs that one gate rejects, with the rules of the repository, on one thread. Each
// line says how many pairs a second, and how often it allocates for a pair.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "judge/rejected.h"
#include "support/allocations.h"

namespace gainsay::bench {
namespace {

constexpr std::uint32_t kClaims = 256;  ///< of each side
constexpr double kWanted = 1e6;         ///< pairs a second

const judge::Judge& the_judge() {
  static const judge::Judge kJudge = [] {
    const ruleset::Loaded loaded = ruleset::load(GAINSAY_SOURCE_DIR "/rules");
    for (const Error& error : loaded.errors)
      std::fprintf(stderr, "%s: %s\n", error.where.c_str(), error.message.c_str());
    if (!loaded.errors.empty()) std::exit(2);
    return judge::Judge(loaded.rules);
  }();
  return kJudge;
}

/// Every claim of the one side before every claim of the other.
void reject(benchmark::State& state, const judge::test::Rejected& what) {
  std::vector<Claim> claims(kClaims, what.a);
  claims.insert(claims.end(), kClaims, what.b);
  claims.push_back(judge::test::another_bearer());
  judge::test::Session run(std::move(claims));
  std::vector<CandidatePair> pairs;
  for (std::uint32_t a = 0; a < kClaims; ++a) {
    for (std::uint32_t b = kClaims; b < 2 * kClaims; ++b)
      pairs.push_back({a, b, 0.5F, Proposed::kSameAttribute});
  }
  const std::vector<CandidatePair> none;
  const auto allocated = [&](const std::vector<CandidatePair>& given) {
    const std::size_t before = test::allocations();
    benchmark::DoNotOptimize(the_judge().judge(run.claims, run.documents, given));
    return static_cast<double>(test::allocations() - before);
  };
  const double beside = allocated(none);
  state.counters["allocations_per_pair"] =
      (allocated(pairs) - beside) / static_cast<double>(pairs.size());
  for (auto _ : state) {
    const Judgement judgement = the_judge().judge(run.claims, run.documents, pairs);
    if (!judgement.findings.empty()) state.SkipWithError("the pair is not rejected");
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * pairs.size()));
}

/// Prints the table, and keeps the slowest line.
class Reporter : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      const auto rate = run.counters.find("items_per_second");
      if (run.error_occurred || rate == run.counters.end()) {
        failed = true;
      } else if (slowest == 0 || rate->second.value < slowest) {
        slowest = rate->second.value;
      }
    }
    ConsoleReporter::ReportRuns(runs);
  }
  double slowest = 0;
  bool failed = false;
};

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  for (const judge::test::Rejected& what : judge::test::rejected()) {
    benchmark::RegisterBenchmark(("reject/" + what.name).c_str(), reject, what)
        ->Unit(benchmark::kMillisecond);
  }
  Reporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
  std::printf("the slowest gate rejects %.1f million pairs a second; wanted is %.1f\n",
              reporter.slowest / 1e6, kWanted / 1e6);
  return reporter.failed || reporter.slowest < kWanted ? 1 : 0;
}

}  // namespace
}  // namespace gainsay::bench

int main(int argc, char** argv) {
  return gainsay::bench::main(argc, argv);
}
