#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "pair/world.h"

namespace gainsay::pair {
namespace {

std::uint64_t left_out(const Output& output) {
  return total(output.candidates.counts.left_out);
}

TEST(Pairer, NothingComesOfNothing) {
  const Output output = World{}.propose();
  EXPECT_TRUE(output.candidates.pairs.empty());
  EXPECT_TRUE(output.stories.empty());
  EXPECT_EQ(left_out(output), 0u);
}

TEST(Pairer, PairsClaimsOfOneAttributeInsideAStoryOnly) {
  World world;
  world.report({"fire"}).claim("killed").claim("injured");
  world.report({"fire"}).claim("killed");
  world.report({"senate"}).claim("killed");
  EXPECT_EQ(reasons(world.propose()), (std::vector<Pair>{{0, 2, kAttribute}}));
}

TEST(Pairer, PairsClaimsOfOneFamily) {
  World world;
  world.report({"fire"}).claim("killed").claim("dead");
  world.report({"fire"}).claim("dead").claim("age");
  Options options;
  options.families = {{"toll", {"dead", "killed"}}};
  EXPECT_EQ(reasons(world.propose(options)),
            (std::vector<Pair>{{0, 2, kAttribute}, {1, 2, kAttribute}}));
}

TEST(Pairer, PairsClaimsOfOneReportOnlyWithTheSameAttribute) {
  World world;
  world.report({"fire"}).figure("killed", 127).figure("killed", 130).figure("injured", 127);
  world.claim("said", ClaimKind::kStatement).claim("told", ClaimKind::kStatement);
  EXPECT_EQ(reasons(world.propose()), (std::vector<Pair>{{0, 1, kAttribute}}));
}

TEST(Pairer, PairsTheSameFigureOfOtherMeasuresUnlessItIsRound) {
  World world;
  world.report({"fire"}).figure("killed", 127).figure("homes", 100).figure("trucks", 3);
  world.report({"fire"}).figure("injured", 127).figure("tents", 100).figure("boats", 3);
  EXPECT_EQ(reasons(world.propose()), (std::vector<Pair>{{0, 3, Proposed::kSameFigure}}));
}

TEST(Pairer, PairsNeighboursAmongFactsStatementsAndQuotes) {
  World world;
  world.report({"fire"})
      .claim("a", ClaimKind::kQuote, 0)
      .claim("b", ClaimKind::kFact, 90)
      .claim("c", ClaimKind::kQuantity, 0);
  world.report({"fire"}).claim("d", ClaimKind::kStatement, 20);
  const Output output = world.propose();
  EXPECT_EQ(reasons(output), (std::vector<Pair>{{0, 3, Proposed::kNearest}}));
  EXPECT_NEAR(output.candidates.pairs[0].similarity, std::cos(20 * 3.14159265 / 180), 1e-5);
}

TEST(Pairer, GivesAllReasonsOfAPair) {
  World world;
  world.report({"fire"}).claim("arrest", ClaimKind::kFact);
  world.report({"fire"}).claim("arrest", ClaimKind::kFact);
  EXPECT_EQ(reasons(world.propose()), (std::vector<Pair>{{0, 1, kAttribute | Proposed::kNearest}}));
}

TEST(Pairer, PairsADenialWithWhatItDenies) {
  World world;
  world.report({"fire"}).claim("arson", ClaimKind::kFact).claim("denial", ClaimKind::kQuote);
  world.claims[1].denies = world.claims[0].id;
  EXPECT_EQ(reasons(world.propose()), (std::vector<Pair>{{0, 1, Proposed::kDenial}}));
  world.claims[1].denies = ClaimId{7};
  EXPECT_EQ(reasons(world.propose()), (std::vector<Pair>{}));
}

TEST(Pairer, KeepsTheMostSimilarPairsUnderACapAndCountsTheRest) {
  World world;
  for (int i = 0; i < 5; ++i)
    world.report({"fire"}).claim("killed", ClaimKind::kQuantity, i * i);
  Options options;
  options.per_claim = 1;
  const Output output = world.propose(options);
  EXPECT_EQ(reasons(output),
            (std::vector<Pair>{
                {0, 1, kAttribute}, {1, 2, kAttribute}, {2, 3, kAttribute}, {3, 4, kAttribute}}));
  EXPECT_EQ(left_out(output), 6u);
}

TEST(Pairer, APairIsCutOnlyWhenItIsBeyondTheCapForBothClaims) {
  World world;
  world.report({"fire"}).claim("dead", ClaimKind::kQuantity, 0);
  world.report({"fire"}).claim("killed", ClaimKind::kQuantity, 90);
  world.report({"fire"}).claim("hurt", ClaimKind::kQuantity, 0);
  Options options;
  options.families = {{"harm", {"dead", "hurt"}}, {"toll", {"dead", "killed"}}};
  options.per_claim = 1;
  EXPECT_EQ(reasons(world.propose(options)),
            (std::vector<Pair>{{0, 1, kAttribute}, {0, 2, kAttribute}}));
}

TEST(Pairer, CutsAndCountsWhatOneReportSaysOfOneAttributeTooOften) {
  World world;
  world.report({"fire"}).claim("toll").claim("toll").claim("toll").claim("toll").claim("cost");
  world.report({"fire"}).claim("toll");
  Options options;
  options.per_report = 2;
  const Output output = world.propose(options);
  EXPECT_EQ(reasons(output),
            (std::vector<Pair>{{0, 1, kAttribute}, {0, 5, kAttribute}, {1, 5, kAttribute}}));
  EXPECT_EQ(left_out(output), 7u);  // of the ten pairs of five tolls
}

TEST(Pairer, CountsPairsOfOneFamilyThatOneReportHasTooManyOf) {
  World world;
  world.report({"fire"}).claim("dead").claim("dead").claim("killed");
  world.report({"fire"}).claim("killed").claim("hurt");
  Options options;
  options.families = {{"harm", {"dead", "hurt"}}, {"toll", {"dead", "killed"}}};
  const Output all = world.propose(options);
  options.per_report = 1;
  const Output output = world.propose(options);
  EXPECT_EQ(output.candidates.pairs.size() + left_out(output), all.candidates.pairs.size());
  EXPECT_EQ(reasons(output),
            (std::vector<Pair>{{0, 3, kAttribute}, {0, 4, kAttribute}, {2, 3, kAttribute}}));
}

TEST(Pairer, CountsWhatIsProposedAndLeftOutByReason) {
  World world;
  for (int i = 0; i < 3; ++i) {
    world.report({"fire"}).claim("killed");
    world.claim("said" + std::to_string(i), ClaimKind::kQuote, 5 * i * i);
  }
  Options options;
  options.per_claim = 1;
  options.nearest = 1;
  const Output output = world.propose(options);
  EXPECT_EQ(reasons(output), (std::vector<Pair>{{0, 2, kAttribute},
                                                {0, 4, kAttribute},
                                                {1, 3, Proposed::kNearest},
                                                {3, 5, Proposed::kNearest}}));
  EXPECT_EQ(output.candidates.counts, (PairCounts{{2, 0, 2, 0, 0}, {1, 0, 1, 0, 0}}));
}

constexpr Membership kOfOne{StoryId{1}, {}};
constexpr Membership kOfTwo{StoryId{2}, {}};
constexpr Membership kOneOrTwo{StoryId{1}, StoryId{2}};
constexpr Membership kTwoOrOne{StoryId{2}, StoryId{1}};

TEST(Pairer, HoldsAReportAgainstTheOtherStoryThatItMayBeOf) {
  World world;
  world.report({}).figure("killed", 17).figure("homes", 250).claim("said", ClaimKind::kQuote);
  world.report({}).figure("killed", 17).figure("dead", 17).figure("tents", 250);
  world.claim("told", ClaimKind::kQuote);
  Options options;
  options.families = {{"toll", {"dead", "killed"}}};
  const std::vector<Membership> memberships = {kOfTwo,    kOfTwo,    kOfTwo,   kOneOrTwo,
                                               kOneOrTwo, kOneOrTwo, kOneOrTwo};
  EXPECT_EQ(
      reasons(propose_in_story(StoryId{2}, world.claims, memberships, world.claim_rows, options)),
      (std::vector<Pair>{{0, 3, Proposed::kCloseStory}, {0, 4, Proposed::kCloseStory}}));
}

TEST(Pairer, DoesNotHoldReportsBesideAStoryAgainstEachOther) {
  World world;
  world.report({}).claim("killed").claim("killed");
  world.report({}).claim("killed");
  const std::vector<Membership> memberships(3, kOneOrTwo);
  EXPECT_EQ(reasons(propose_in_story(StoryId{2}, world.claims, memberships, {}, {})),
            std::vector<Pair>{});
}

TEST(Pairer, PairsTwoReportsThatMayBeOfEachOthersStoryOnce) {
  World world;
  world.report({}).claim("killed");
  world.report({}).claim("killed");
  const std::vector<Membership> memberships = {kOneOrTwo, kTwoOrOne};
  const auto in = [&](std::uint32_t story) {
    return reasons(propose_in_story(StoryId{story}, world.claims, memberships, {}, {}));
  };
  EXPECT_EQ(in(1), (std::vector<Pair>{{0, 1, Proposed::kCloseStory}}));
  EXPECT_EQ(in(2), std::vector<Pair>{});
}

TEST(Pairer, ALimitCutsPairsOfCloseStoriesFirst) {
  World world;
  world.report({}).claim("killed", ClaimKind::kQuantity, 0);
  world.report({}).claim("killed", ClaimKind::kQuantity, 0);
  world.report({}).claim("killed", ClaimKind::kQuantity, 60);
  world.report({}).claim("killed", ClaimKind::kQuantity, 120);
  Options options;
  options.per_claim = 1;
  const Candidates found = propose_in_story(
      StoryId{1}, world.claims, {kOfOne, kTwoOrOne, kOfOne, kTwoOrOne}, world.claim_rows, options);
  EXPECT_EQ(reasons(found),
            (std::vector<Pair>{
                {0, 1, Proposed::kCloseStory}, {0, 2, kAttribute}, {2, 3, Proposed::kCloseStory}}));
  EXPECT_EQ(found.counts, (PairCounts{{1, 0, 0, 0, 2}, {0, 0, 0, 0, 2}}));
}

TEST(Pairer, CountsPairsOfCloseStoriesThatOneReportHasTooManyOf) {
  World world;
  world.report({}).claim("killed");
  world.report({}).claim("killed").claim("killed");
  Options options;
  options.per_report = 1;
  const Candidates found =
      propose_in_story(StoryId{1}, world.claims, {kOfOne, kTwoOrOne, kTwoOrOne}, {}, options);
  EXPECT_EQ(found.counts, (PairCounts{{0, 0, 0, 0, 1}, {0, 0, 0, 0, 1}}));
}

World arbitrary_world(std::uint32_t seed) {
  std::mt19937 source(seed);
  const auto random = [&] { return static_cast<int>(source() % 10'000); };
  const std::vector<std::string> attributes = {"killed", "dead", "injured", "age", "said"};
  World world;
  for (int i = 3 + random() % 9; i > 0; --i) {
    const bool fire = random() % 2 == 0;
    world.report({fire ? "fire" : "senate"});
    for (int j = random() % 9; j > 0; --j) {
      const std::string& attribute = attributes[static_cast<std::size_t>(random() % 5)];
      if (random() % 2 == 0) {
        world.figure(attribute, 125 + random() % 4);
      } else {
        world.claim(attribute, static_cast<ClaimKind>(random() % 4), random() % 360);
      }
      if (random() % 6 == 0) {
        world.claims.back().denies = world.claims[source() % world.claims.size()].id;
      }
    }
  }
  return world;
}

/// Every pair looked at, every rule in one line.
std::vector<Pair> brute_force(const World& world, const Output& output, const Options& options) {
  const auto in_one_family = [&](const std::string& a, const std::string& b) {
    for (const auto& [name, members] : options.families) {
      const std::set<std::string> all(members.begin(), members.end());
      if (all.contains(a) && all.contains(b)) return true;
    }
    return false;
  };
  std::vector<Pair> out;
  for (std::uint32_t i = 0; i < world.claims.size(); ++i) {
    for (std::uint32_t j = i + 1; j < world.claims.size(); ++j) {
      const Claim& a = world.claims[i];
      const Claim& b = world.claims[j];
      const bool inside = a.document == b.document;
      const bool story = output.stories[a.document.value() - 1].story ==
                         output.stories[b.document.value() - 1].story;
      const bool same = a.attribute == b.attribute;
      Proposed why = Proposed::kNone;
      if (story && (same || (!inside && in_one_family(a.attribute, b.attribute)))) {
        why = why | kAttribute;
      }
      const auto& x = a.value.quantity;
      const auto& y = b.value.quantity;
      if (story && !inside && !same && x && y && x->lo == y->lo) why = why | Proposed::kSameFigure;
      const float cosine = world.claim_rows.data[2 * i] * world.claim_rows.data[2 * j] +
                           world.claim_rows.data[2 * i + 1] * world.claim_rows.data[2 * j + 1];
      if (story && !inside && a.kind != ClaimKind::kQuantity && b.kind != ClaimKind::kQuantity &&
          cosine >= static_cast<float>(options.nearest_similarity)) {
        why = why | Proposed::kNearest;
      }
      if (inside && (a.denies == b.id || b.denies == a.id)) why = why | Proposed::kDenial;
      if (why != Proposed::kNone) out.emplace_back(i, j, why);
    }
  }
  return out;
}

TEST(Pairer, AgreesWithLookingAtEveryPair) {
  Options options;
  options.nearest_similarity = 0.6543;
  options.families = {{"harm", {"dead", "injured"}}, {"toll", {"dead", "killed"}}};
  std::size_t seen = 0;
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    const World world = arbitrary_world(seed);
    const Output output = world.propose(options);
    EXPECT_EQ(reasons(output), brute_force(world, output, options)) << "seed " << seed;
    EXPECT_EQ(left_out(output), 0u);
    seen += output.candidates.pairs.size();
  }
  EXPECT_GT(seen, 5000u);
}

TEST(Pairer, LosesNoPairUncountedUnderACap) {
  Options options;
  options.nearest_similarity = 0.5;
  options.nearest = 1000;
  std::uint64_t cut = 0;
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    const World world = arbitrary_world(seed);
    const Output all = world.propose(options);
    Options tight = options;
    tight.per_claim = 2;
    tight.nearest = 1;
    const Output some = world.propose(tight);
    EXPECT_EQ(some.candidates.pairs.size() + left_out(some), all.candidates.pairs.size())
        << "seed " << seed;
    cut += left_out(some);
  }
  EXPECT_GT(cut, 1000U);
}

/// 10,000 claims in 40 stories of 8 reports each, in rows of eight dimensions.
struct Archive {
  static constexpr std::uint32_t kReports = 320;
  static constexpr std::uint32_t kClaims = 10'000;
  std::vector<std::vector<Claim>> claims{kReports};
  std::vector<std::vector<std::vector<float>>> rows{kReports};
  std::vector<Terms> terms;

  Archive() {
    std::mt19937 random(7);
    for (std::uint32_t report = 0; report < kReports; ++report) {
      Terms& of_report = terms.emplace_back();
      const std::string story = std::to_string(report % 40);
      for (const char* name : {"a", "b", "c", "d", "e", "f"})
        of_report.push_back(
            {TermKind::kName, name + story, 1 + static_cast<std::uint32_t>(random() % 3)});
      of_report.push_back({TermKind::kWord, "word" + std::to_string(report), 1});
    }
    for (std::uint32_t i = 0; i < kClaims; ++i) {
      Claim claim;
      claim.id = ClaimId{i + 1000};
      claim.attribute = "measure" + std::to_string(random() % 6);
      claim.kind = random() % 2 == 0 ? ClaimKind::kQuote : ClaimKind::kQuantity;
      if (claim.kind == ClaimKind::kQuantity) {
        Quantity& quantity = claim.value.quantity.emplace();
        quantity.lo = quantity.hi = static_cast<double>(random() % 500);
        quantity.dimension = "count";
      }
      const std::uint32_t report = static_cast<std::uint32_t>(random() % kReports);
      claims[report].push_back(claim);
      std::vector<float>& row = rows[report].emplace_back(8);
      float squared = 0;
      for (float& value : row) {
        value = static_cast<float>(random() % 2001) / 1000.0F - 0.7F;
        squared += value * value;
      }
      for (float& value : row)
        value /= std::sqrt(squared);
    }
  }

  /// With the reports in another order; the pairs by the ids of their claims.
  [[nodiscard]] std::set<std::tuple<ClaimId, ClaimId, Proposed, float>> proposed(
      const std::vector<std::uint32_t>& order, const Options& options) const {
    std::vector<Claim> all;
    Rows all_rows{8, {}};
    std::vector<DocumentFacts> documents;
    std::vector<Terms> of_documents;
    for (const std::uint32_t report : order) {
      DocumentFacts facts;
      facts.id = DocumentId(static_cast<std::uint32_t>(documents.size() + 1));
      documents.push_back(facts);
      of_documents.push_back(terms[report]);
      for (std::size_t i = 0; i < claims[report].size(); ++i) {
        all.push_back(claims[report][i]);
        all.back().document = facts.id;
        all_rows.data.insert(all_rows.data.end(), rows[report][i].begin(), rows[report][i].end());
      }
    }
    std::set<std::tuple<ClaimId, ClaimId, Proposed, float>> out;
    for (const CandidatePair& pair :
         pair::propose({all, all_rows, documents, of_documents}, options).candidates.pairs) {
      const auto [low, high] = std::minmax(all[pair.a].id, all[pair.b].id);
      out.emplace(low, high, pair.why, pair.similarity);
    }
    return out;
  }
};

TEST(Pairer, TenThousandClaimsGiveTheSamePairsForAnyThreadsAndOrder) {
  const Archive archive;
  std::vector<std::uint32_t> order(Archive::kReports);
  std::iota(order.begin(), order.end(), 0U);
  Options options;
  options.per_claim = 20;  // most claims have more partners
  const auto one = archive.proposed(order, options);
  EXPECT_GT(one.size(), 50'000U);
  options.jobs = 2;
  EXPECT_EQ(archive.proposed(order, options), one);
  options.jobs = 5;
  EXPECT_EQ(archive.proposed(order, options), one);
  std::shuffle(order.begin(), order.end(), std::mt19937(3));
  EXPECT_EQ(archive.proposed(order, options), one);
}

TEST(Pairer, AStoryAloneGivesThePairsThatItGivesInAnArchive) {
  World world;
  world.report({"fire", "harbour", "Orlo"}).claim("killed").claim("said", ClaimKind::kQuote, 10);
  world.report({"fire", "harbour", "Orlo"}).claim("killed").claim("told", ClaimKind::kQuote, 20);
  const Output all = world.propose();
  const Candidates story =
      propose_in_story(StoryId{1}, world.claims, {4, {StoryId{1}, {}}}, world.claim_rows, {});
  EXPECT_EQ(story.pairs, all.candidates.pairs);
  EXPECT_EQ(story.pairs.size(), 2U);
}

}  // namespace
}  // namespace gainsay::pair
