#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "pipeline/check.h"
#include "pipeline/eval.h"
#include "pipeline/ingest.h"
#include "pipeline/report.h"
#include "pipeline/run.h"
#include "support/scratch.h"

namespace gainsay::pipeline {
namespace {

namespace fs = std::filesystem;

const fs::path kCorpus = fs::path(GAINSAY_SOURCE_DIR) / "corpus";

std::string slurp(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(in)), {});
}

std::string& corpus_json() {
  static std::string json = json_of({(kCorpus / "reports").string()}, 2);
  return json;
}

TEST(Report, IsTheSameForAnyNumberOfThreads) {
  EXPECT_EQ(corpus_json(), json_of({(kCorpus / "reports").string()}, 1));
}

TEST(Report, IsTheSameInWhateverOrderFilesAreNamed) {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(kCorpus / "reports")) {
    if (entry.is_regular_file()) files.push_back(entry.path().string());
  }
  std::ranges::sort(files, std::greater<>());
  EXPECT_EQ(corpus_json(), json_of(files, 2));
}

TEST(Report, IsTheSameFromADatabaseThatWasFilledInTwoSteps) {
  const std::string database = test::scratch("two-steps.db").string();
  fs::remove(database);
  IngestOptions options{resources(), database, {}, "<stdin>", 2};
  std::istringstream none;
  for (const auto& entry : fs::directory_iterator(kCorpus / "reports")) {
    options.paths = {entry.path().string()};
    ASSERT_TRUE(ingest(options, none).fatal.empty());
  }
  EXPECT_EQ(corpus_json(), json_of({}, 1, database));
}

TEST(Ingest, ReadingAFileTwiceChangesNothing) {
  const std::string database = test::scratch("twice.db").string();
  fs::remove(database);
  const IngestOptions options{
      resources(), database, {(kCorpus / "reports").string()}, "<stdin>", 2};
  std::istringstream none;
  const IngestResult first = ingest(options, none);
  const IngestResult second = ingest(options, none);
  EXPECT_GT(first.summary.added, 0U);
  EXPECT_EQ(second.summary.added, 0U);
  EXPECT_EQ(second.summary.replaced, 0U);
  EXPECT_EQ(second.summary.unchanged, first.summary.added);
}

TEST(Claims, StandInTheFileWhereTheySaySo) {
  const nlohmann::json report = nlohmann::json::parse(corpus_json());
  std::map<int, std::string> bytes;
  for (const auto& document : report["documents"]) {
    bytes[document["id"]] = slurp(document["path"].get<std::string>());
  }
  ASSERT_GT(report["claims"].size(), 300U);
  for (const auto& claim : report["claims"]) {
    const std::string& file = bytes[claim["document"]];
    const std::size_t begin = claim["span"]["start"];
    const std::size_t end = claim["span"]["end"];
    ASSERT_LT(begin, end);
    ASSERT_LE(end, file.size());
    EXPECT_EQ(file.substr(begin, end - begin), claim["text"].get<std::string>());
  }
}

TEST(Findings, HaveUniqueIdsAndKnownClaims) {
  const nlohmann::json report = nlohmann::json::parse(corpus_json());
  std::set<std::string> claims;
  for (const auto& claim : report["claims"]) {
    EXPECT_TRUE(claims.insert(claim["id"]).second);
  }
  std::set<std::string> findings;
  for (const auto& finding : report["findings"]) {
    EXPECT_TRUE(findings.insert(finding["id"]).second);
    EXPECT_TRUE(claims.contains(finding["a"]));
    EXPECT_TRUE(claims.contains(finding["b"]));
  }
}

/// Floors that a change may raise and never lower; tests/README.md says how they are moved.
constexpr std::uint64_t kTrapsThatFire = 0;
constexpr std::uint64_t kIntendedFindings = 139;
constexpr std::uint64_t kClaims = 243;

const EvalResult& gold() {
  static const EvalResult kResult = evaluate(resources(), kCorpus, 2);
  return kResult;
}

std::string misses() {
  std::string out;
  for (const std::string& miss : gold().misses)
    out += miss + "\n";
  return out;
}

TEST(Gold, CanBeUsedWhole) {
  EXPECT_TRUE(gold().fatal.empty());
  EXPECT_TRUE(gold().errors.empty())
      << gold().errors.front().where << ": " << gold().errors.front().message;
}

TEST(Gold, NoMoreTrapsFireThanBefore) {
  EXPECT_LE(gold().traps_fired, kTrapsThatFire) << misses();
}

TEST(Gold, NoFewerIntendedFindingsAreFoundThanBefore) {
  EXPECT_GE(gold().intended_found, kIntendedFindings) << misses();
}

TEST(Gold, NoFewerClaimsAreFoundThanBefore) {
  EXPECT_GE(gold().claims_found, kClaims) << misses();
}

/// Checks drafts that are written into a scratch folder against corpus/example.
class Check : public testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    std::istringstream none;
    fs::remove_all(archive_);
    fs::copy(kCorpus / "example", archive_);
    const IngestOptions options{resources(), database_, {archive_.string()}, "<stdin>", 1};
    ASSERT_TRUE(ingest(options, none).fatal.empty());
  }
  std::string draft(const std::string& name, const std::string& text) {
    const fs::path file = folder_ / name;
    std::ofstream(file) << text;
    return file.string();
  }

  /// "path:line:column: severity: message [verdict]" lines of the drafts, without the folder.
  std::string run(std::vector<std::string> drafts, bool cross = false) {
    CheckOptions options;
    options.resources = resources();
    options.database = database_;
    options.drafts = std::move(drafts);
    options.cross_drafts = cross;
    options.output.formats = {Format::kUnix};
    options.output.minimum = Severity::kWarning;
    std::istringstream none;
    CheckResult result = check(options, none);
    EXPECT_TRUE(result.fatal.empty()) << result.fatal.front().message;
    std::string out = result.outputs.empty() ? "" : result.outputs.front();
    const std::string prefix = folder_.string() + "/";
    for (std::size_t at = out.find(prefix); at != std::string::npos; at = out.find(prefix))
      out.erase(at, prefix.size());
    return out;
  }

  fs::path folder_ = test::scratch("check");
  const fs::path archive_ = test::scratch("check_archive");
  const std::string database_ = (folder_ / "news.db").string();
};

constexpr const char* kFour =
    "The fire on the ferry Linnet killed four people on Wednesday night.\n"
    "The blaze burned for 90 minutes.\n";
constexpr const char* kFive =
    "The fire on the ferry Linnet killed five people on Wednesday night.\n"
    "The blaze burned for 90 minutes.\n";

TEST_F(Check, ADraftsOwnPlaceComesFirst) {
  EXPECT_EQ(run({draft("four.md", kFour)}),
            "four.md:1:37: error: casualties.killed: 4 people here, 6 people in Evening Lantern, "
            "2031-06-12 (origins: 1 against 1) [numeric-conflict]\n"
            "four.md:1:37: warning: casualties.killed: 4 people here, 7 people from coast guard in "
            "The Capital Standard, 2031-06-14 (origins: 1 against 1) [update]\n");
}

TEST_F(Check, TheFindingsOfADraftDoNotDependOnTheOthers) {
  const std::string four = draft("four.md", kFour);
  const std::string five = draft("five.md", kFive);
  const std::string alone_four = run({four});
  const std::string alone_five = run({five});
  EXPECT_NE(alone_five, "");
  EXPECT_EQ(run({four, five}), alone_five + alone_four);
  EXPECT_EQ(run({five, four}), alone_five + alone_four);
  EXPECT_EQ(run({folder_.string()}), alone_five + alone_four);
}

constexpr const char* kCrossed =
    "five.md:1:37: error: casualties.killed: 5 people here, 7 people from coast guard in "
    "The Capital Standard, 2031-06-14 (origins: 1 against 1) [numeric-conflict]\n"
    "five.md:1:37: error: casualties.killed: 5 people here, 6 people in Evening Lantern, "
    "2031-06-12 (origins: 1 against 1) [numeric-conflict]\n"
    "five.md:1:37: error: casualties.killed: 5 people here, 4 people from coast guard in "
    "Harbour Post, 2031-06-12 and 1 more (origins: 1 against 1) [numeric-conflict]\n"
    "four.md:1:37: error: casualties.killed: 4 people here, 6 people in Evening Lantern, "
    "2031-06-12 (origins: 1 against 1) [numeric-conflict]\n"
    "four.md:1:37: error: casualties.killed: 4 people here, 5 people in five.md "
    "(origins: 1 against 1) [numeric-conflict]\n"
    "four.md:1:37: warning: casualties.killed: 4 people here, 7 people from coast guard "
    "in The Capital Standard, 2031-06-14 (origins: 1 against 1) [update]\n";

TEST_F(Check, DraftsAreComparedWithEachOtherWhenAskedTo) {
  EXPECT_EQ(run({draft("four.md", kFour), draft("five.md", kFive)}, true), kCrossed);
}

TEST_F(Check, WhatADraftIsSetAgainstDoesNotDependOnWhereItIsKept) {
  for (const char* sorts : {"a_before", "z_after"}) {
    folder_ = test::scratch(sorts);
    fs::create_directories(folder_);
    EXPECT_EQ(run({draft("four.md", kFour), draft("five.md", kFive)}, true), kCrossed) << sorts;
  }
}

TEST_F(Check, AReportOfTheArchiveIsNotCheckedAgainstItself) {
  const std::string copy = slurp(kCorpus / "example" / "harbour-post.txt");
  const std::string found = run({draft("copy.txt", copy)});
  EXPECT_EQ(found.find("Harbour Post"), std::string::npos) << found;
  EXPECT_NE(found.find("6 people in Evening Lantern"), std::string::npos) << found;
}

TEST_F(Check, TheArchiveIsNotChanged) {
  const std::string before = json_of({}, 1, database_);
  run({draft("four.md", kFour)});
  EXPECT_EQ(json_of({}, 1, database_), before);
}

TEST_F(Check, ADatabaseThatIsNotThereIsNotMade) {
  CheckOptions options;
  options.resources = resources();
  options.database = (folder_ / "none.db").string();
  options.drafts = {draft("four.md", kFour)};
  std::istringstream none;
  const CheckResult result = check(options, none);
  ASSERT_EQ(result.fatal.size(), 1U);
  EXPECT_EQ(result.fatal.front().where, options.database);
  EXPECT_FALSE(fs::exists(options.database));
}

TEST_F(Check, WithoutADatabaseADraftIsCheckedAgainstItself) {
  CheckOptions options;
  options.resources = resources();
  options.drafts = {draft("two.md",
                          "The fire on the ferry Linnet killed four people on Sunday.\n"
                          "The fire on the ferry Linnet killed nine people on Sunday.\n")};
  options.output.formats = {Format::kUnix};
  std::istringstream none;
  const CheckResult result = check(options, none);
  ASSERT_EQ(result.outputs.size(), 1U);
  EXPECT_NE(result.outputs[0].find("9 people elsewhere in the same text"), std::string::npos)
      << result.outputs[0];
}

}  // namespace
}  // namespace gainsay::pipeline
