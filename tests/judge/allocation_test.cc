#include <gtest/gtest.h>

#include "judge/rejected.h"
#include "support/allocations.h"

namespace gainsay::judge::test {
namespace {

std::size_t allocated(const Judge& judge, const Session& run, std::size_t pairs) {
  const std::vector<CandidatePair> candidates(pairs, {0, 1, 0.5F, Proposed::kSameAttribute});
  const std::size_t before = gainsay::test::allocations();
  const Judgement judgement = judge.judge(run.claims, run.documents, candidates);
  const std::size_t after = gainsay::test::allocations();
  EXPECT_TRUE(judgement.findings.empty());
  return after - before;
}

TEST(Rejecting, AllocatesNothingForAPair) {
  const Judge judge(rules());
  for (const Rejected& pair : rejected()) {
    const Session run({pair.a, pair.b, another_bearer()});
    EXPECT_EQ(allocated(judge, run, 1000), allocated(judge, run, 1)) << pair.name;
  }
}

}  // namespace
}  // namespace gainsay::judge::test
