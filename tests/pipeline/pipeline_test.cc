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

#include "pipeline/ingest.h"
#include "pipeline/report.h"
#include "support/scratch.h"

namespace gainsay::pipeline {
namespace {

namespace fs = std::filesystem;

const fs::path kCorpus = fs::path(GAINSAY_SOURCE_DIR) / "corpus";

Resources resources() {
  const fs::path data = fs::path(GAINSAY_BINARY_DIR) / "share" / "gainsay";
  return {data / "rules", data / "model" / "default.bin", data / "review.html"};
}

std::string slurp(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(in)), {});
}

std::string json_of(std::vector<std::string> paths, unsigned jobs,
                    const std::string& database = ":memory:") {
  ReportOptions options;
  options.input = {resources(), database, std::move(paths), "<stdin>", jobs};
  options.formats = {Format::kJson};
  std::istringstream none;
  const ReportResult result = report(options, none);
  EXPECT_TRUE(result.fatal.empty()) << result.fatal.front().where << result.fatal.front().message;
  EXPECT_TRUE(result.ingested.errors.empty());
  return result.outputs.empty() ? std::string() : result.outputs.front();
}

std::string& corpus_json() {
  static std::string json = json_of({(kCorpus / "reports").string()}, 2);
  return json;
}

std::vector<nlohmann::json> lines(const fs::path& file) {
  std::ifstream in(file);
  std::vector<nlohmann::json> out;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) out.push_back(nlohmann::json::parse(line));
  }
  return out;
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

/// The gold of corpus/: what must be found, and the traps.
class Gold : public testing::Test {
 protected:
  Gold() : report_(nlohmann::json::parse(corpus_json())) {
    for (const auto& document : report_["documents"]) {
      const std::string path = document["path"];
      file_of_[document["id"]] = path.substr(path.find("/corpus/") + 8);
    }
  }

  std::set<std::string> touching(const nlohmann::json& place) {
    const std::string text = place["text"];
    const std::string bytes = slurp(kCorpus / place["file"].get<std::string>());
    const std::size_t begin = bytes.find(text);
    EXPECT_NE(begin, std::string::npos) << place;
    std::set<std::string> ids;
    for (const auto& claim : report_["claims"]) {
      if (file_of_[claim["document"]] == place["file"] &&
          claim["span"]["start"] < begin + text.size() && begin < claim["span"]["end"]) {
        ids.insert(claim["id"]);
      }
    }
    return ids;
  }

  std::set<std::string> verdicts(const nlohmann::json& line) {
    const std::set<std::string> a = touching(line["a"]);
    const std::set<std::string> b = touching(line["b"]);
    std::set<std::string> found;
    for (const auto& finding : report_["findings"]) {
      const bool match = (a.contains(finding["a"]) && b.contains(finding["b"])) ||
                         (a.contains(finding["b"]) && b.contains(finding["a"]));
      if (match) found.insert(finding["verdict"]);
    }
    return found;
  }

  bool holds(const nlohmann::json& line) {
    const std::set<std::string> found = verdicts(line);
    const bool any = std::ranges::any_of(line["verdicts"], [&](const auto& v) {
      return found.contains(v.template get<std::string>());
    });
    return any == line["must"].get<bool>();
  }

  nlohmann::json report_;
  std::map<int, std::string> file_of_;
};

/// Floors that a change may raise and never lower; tests/README.md says how they are moved.
constexpr std::size_t kTrapsThatFire = 12;
constexpr std::size_t kIntendedFindings = 45;

TEST_F(Gold, NoMoreTrapsFireThanBefore) {
  std::size_t fired = 0;
  for (const auto& line : lines(kCorpus / "gold" / "findings.jsonl")) {
    if (!line["must"] && !holds(line)) ++fired;
  }
  EXPECT_LE(fired, kTrapsThatFire);
}

TEST_F(Gold, NoFewerIntendedFindingsAreFoundThanBefore) {
  std::size_t found = 0;
  for (const auto& line : lines(kCorpus / "gold" / "findings.jsonl")) {
    if (line["must"] && holds(line)) ++found;
  }
  EXPECT_GE(found, kIntendedFindings);
}

}  // namespace
}  // namespace gainsay::pipeline
