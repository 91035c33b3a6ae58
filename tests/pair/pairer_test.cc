#include "pair/pairer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <random>
#include <set>

#include <gtest/gtest.h>

namespace gainsay {

inline void PrintTo(const CandidatePair& pair, std::ostream* out) {
  *out << pair.a << '-' << pair.b << " why " << static_cast<int>(pair.why) << " similarity "
       << pair.similarity;
}

}  // namespace gainsay

namespace gainsay::pair {
namespace {

constexpr Proposed kAttribute = Proposed::kSameAttribute;

/// Reports and claims put together by hand. Sentences are points on the unit circle.
struct World {
  std::vector<Claim> claims;
  Rows claim_rows{2, {}};
  std::vector<DocumentFacts> documents;
  std::vector<Terms> terms;

  /// Capitalised words are names.
  World& report(const std::vector<std::string>& words) {
    documents.push_back({});
    documents.back().id = DocumentId{static_cast<std::uint32_t>(documents.size())};
    terms.emplace_back();
    for (const std::string& word : words) {
      const bool name = word.front() >= 'A' && word.front() <= 'Z';
      const bool figure = word.front() >= '0' && word.front() <= '9';
      terms.back().push_back({name     ? TermKind::kName
                              : figure ? TermKind::kFigure
                                       : TermKind::kWord,
                              word, 1});
    }
    return *this;
  }
  /// The last report was published so many days after the first of January 2030.
  World& on_day(int day) {
    documents.back().published = Instant{std::chrono::sys_days{std::chrono::year{2030} / 1 / 1}} +
                                 std::chrono::hours(24 * day);
    return *this;
  }
  /// Of the last report.
  World& claim(const std::string& attribute, ClaimKind kind = ClaimKind::kQuantity,
               double degrees = 0) {
    Claim out;
    out.id = ClaimId{claims.size() + 100};
    out.document = documents.back().id;
    out.attribute = attribute;
    out.kind = kind;
    claims.push_back(out);
    point(claim_rows, degrees);
    return *this;
  }
  World& figure(const std::string& attribute, double value) {
    claim(attribute);
    Quantity& quantity = claims.back().value.quantity.emplace();
    quantity.lo = quantity.hi = value;
    quantity.dimension = "count";
    return *this;
  }
  static void point(Rows& rows, double degrees) {
    const double radians = degrees * 3.14159265358979 / 180;
    rows.data.push_back(static_cast<float>(std::cos(radians)));
    rows.data.push_back(static_cast<float>(std::sin(radians)));
  }
  [[nodiscard]] Output propose(const Options& options = {}) const {
    return pair::propose({claims, claim_rows, documents, terms}, options);
  }
};

using Pair = std::tuple<std::uint32_t, std::uint32_t, Proposed>;

std::vector<Pair> reasons(const Output& output) {
  std::vector<Pair> out;
  for (const CandidatePair& pair : output.pairs)
    out.emplace_back(pair.a, pair.b, pair.why);
  return out;
}

std::vector<std::uint32_t> numbers(const Output& output) {
  std::vector<std::uint32_t> out;
  for (StoryId story : output.stories)
    out.push_back(story.value());
  return out;
}

TEST(Stories, ReportsOfOtherWordsAreOtherStories) {
  World world;
  world.report({"fire", "harbour", "warehouse"})
      .report({"election", "senate"})
      .report({"blaze", "harbour", "warehouse"})
      .report({"election", "senate", "vote"});
  EXPECT_EQ(numbers(world.propose()), (std::vector<std::uint32_t>{1, 2, 1, 2}));
}

TEST(Stories, TwoEventsDoNotMergeThroughOneBridge) {
  World world;
  for (int i = 0; i < 3; ++i)
    world.report({"a", "b", "c"});
  world.report({"a", "b", "x", "y"});
  for (int i = 0; i < 3; ++i)
    world.report({"x", "y", "z"});
  Options options;
  options.story_similarity = 0.3;
  const std::vector<std::uint32_t> of = numbers(world.propose(options));
  EXPECT_NE(of.front(), of.back());
  EXPECT_EQ(of[0], of[2]);
  EXPECT_EQ(of[4], of[6]);
}

/// Reports of two captures that share most of their words; each names its ship, its place and its
/// figure, or two of the three.
World two_captures() {
  World world;
  const std::vector<std::string> common = {"navy", "capture", "pirate", "gulf", "crew", "boat"};
  const std::vector<std::vector<std::string>> marks = {{"Corvina", "Sable", "17"},
                                                       {"Halcyon", "Tarn", "31"}};
  for (int i = 0; i < 12; ++i) {
    std::vector<std::string> words = common;
    for (int k = 0; k < 3; ++k) {
      const bool left_out = i > 5 && k == i % 3;
      if (!left_out)
        words.push_back(marks[static_cast<std::size_t>(i % 2)][static_cast<std::size_t>(k)]);
    }
    words.push_back("detail" + std::to_string(i));
    world.report(words);
  }
  return world;
}

TEST(Stories, TwoLikeEventsAreToldApartByNamesAndFigures) {
  EXPECT_EQ(numbers(two_captures().propose()),
            (std::vector<std::uint32_t>{1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2}));
}

TEST(Stories, LongAndShortReportsOfOneEventStayTogether) {
  World world;
  for (int i = 0; i < 12; ++i) {
    std::vector<std::string> words = {"navy", "capture", "pirate", "Corvina", "Sable", "17"};
    if (i % 2 == 0) {
      for (const char* more : {"Orlo", "Venn", "Marek", "250", "reward", "trial"})
        words.emplace_back(more);
    }
    world.report(words);
  }
  EXPECT_EQ(numbers(world.propose()), std::vector<std::uint32_t>(12, 1));
}

TEST(Stories, CopiesOfTwoTextsAreNoTwoEvents) {
  World world;
  for (int i = 0; i < 12; ++i) {
    const bool first = i % 2 == 0;
    world.report({"navy", "capture", "pirate", "Corvina", first ? "Orlo" : "Marek",
                  first ? "Venn" : "Tarn", first ? "Ilse" : "Bram", first ? "250" : "31"});
    world.documents.back().origin = OriginId{first ? 1U : 2U};
  }
  EXPECT_EQ(numbers(world.propose()), std::vector<std::uint32_t>(12, 1));
  for (DocumentFacts& facts : world.documents)
    facts.origin = {};
  EXPECT_EQ(numbers(world.propose())[1], 2u) << "as reports of their own they are";
}

TEST(Stories, TheSameWordsAfterAYearAreAnotherStory) {
  World world;
  world.report({"flood", "Lenn", "dyke"}).on_day(0);
  world.report({"flood", "Lenn", "dyke"}).on_day(400);
  world.report({"flood", "Lenn", "dyke"}).on_day(25);
  world.report({"flood", "Lenn", "dyke"}).on_day(50);
  world.report({"flood", "Lenn", "dyke"});
  EXPECT_EQ(numbers(world.propose()), (std::vector<std::uint32_t>{1, 2, 1, 1, 1}));
}

TEST(Stories, DoNotDependOnTheOrderOfReports) {
  const World world = two_captures();
  const std::vector<std::uint32_t> before = numbers(world.propose());
  World turned = world;
  std::reverse(turned.terms.begin(), turned.terms.end());
  std::vector<std::uint32_t> after = numbers(turned.propose());
  std::reverse(after.begin(), after.end());
  for (std::size_t i = 0; i < before.size(); ++i) {
    for (std::size_t j = 0; j < before.size(); ++j)
      EXPECT_EQ(before[i] == before[j], after[i] == after[j]) << i << ' ' << j;
  }
}

TEST(Pairer, NothingComesOfNothing) {
  const Output output = World{}.propose();
  EXPECT_TRUE(output.pairs.empty());
  EXPECT_TRUE(output.stories.empty());
  EXPECT_EQ(output.left_out, 0u);
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
  EXPECT_NEAR(output.pairs[0].similarity, std::cos(20 * 3.14159265 / 180), 1e-5);
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
  EXPECT_EQ(output.left_out, 6u);
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
  EXPECT_EQ(output.left_out, 5u);  // the third with two before it, the fourth with three
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
      const bool story =
          output.stories[a.document.value() - 1] == output.stories[b.document.value() - 1];
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
    EXPECT_EQ(output.left_out, 0u);
    seen += output.pairs.size();
  }
  EXPECT_GT(seen, 5000u);
}

TEST(Pairer, LosesNoPairUncountedUnderACap) {
  Options options;
  options.nearest_similarity = 2;
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    const World world = arbitrary_world(seed);
    const Output all = world.propose(options);
    Options tight = options;
    tight.per_claim = 2;
    const Output some = world.propose(tight);
    EXPECT_EQ(some.pairs.size() + some.left_out, all.pairs.size()) << "seed " << seed;
  }
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
         pair::propose({all, all_rows, documents, of_documents}, options).pairs) {
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
  const Candidates story = propose_in_story(world.claims, world.claim_rows, {});
  EXPECT_EQ(story.pairs, all.pairs);
  EXPECT_EQ(story.pairs.size(), 2U);
}

TEST(Stories, TheBackgroundSaysWhichWordsAreRare) {
  World world;
  world.report({"strike", "rail", "Aster"}).report({"strike", "rail", "Bolt"});
  Options options;
  options.story_similarity = 0.2;
  const auto numbers_beside = [&](const std::vector<std::string>& words) {
    World others;
    for (int i = 0; i < 4; ++i)
      others.report(words);
    return pair::stories(world.terms, world.documents, {others.terms, 100}, options);
  };
  EXPECT_EQ(numbers_beside({"fog"}), (std::vector<StoryId>{StoryId{1}, StoryId{1}}))
      << "nobody else speaks of a strike";
  EXPECT_EQ(numbers_beside({"strike", "rail"}), (std::vector<StoryId>{StoryId{1}, StoryId{2}}))
      << "everybody speaks of a strike";
}

}  // namespace
}  // namespace gainsay::pair
