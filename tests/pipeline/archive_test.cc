// The whole program on an archive of invented news, whose stories, copies and like events are many:
// the same bytes for any number of threads and any order. GAINSAY_ARCHIVE_REPORTS makes it larger.
#include "archive.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "pipeline/run.h"
#include "support/scratch.h"

namespace gainsay::pipeline {
namespace {

namespace fs = std::filesystem;

std::uint32_t reports_wanted() {
  const char* wanted = std::getenv("GAINSAY_ARCHIVE_REPORTS");
  return wanted == nullptr ? 32 : static_cast<std::uint32_t>(std::stoul(wanted));
}

std::vector<std::string> write_archive(const fs::path& folder, std::uint32_t reports) {
  fs::create_directories(folder);
  std::vector<std::string> files;
  bench::ArchiveOptions options;
  options.reports = reports;
  bench::make_archive(options, [&](const bench::MadeReport& report) {
    files.push_back(folder / report.name);
    std::ofstream(files.back(), std::ios::binary) << report.text;
  });
  return files;
}

/// Read into a new database by so many threads, then reported from it.
std::string json_through_database(const std::vector<std::string>& files, unsigned jobs,
                                  const fs::path& database) {
  std::istringstream none;
  const IngestResult read = ingest({resources(), database, files, "<stdin>", jobs}, none);
  EXPECT_TRUE(read.fatal.empty());
  EXPECT_EQ(read.summary.added, files.size());
  return json_of({}, jobs, database);
}

TEST(Archive, GivesTheSameBytesForAnyThreadsAndOrder) {
  const fs::path folder = test::scratch("archive");
  fs::remove_all(folder);
  const std::uint32_t reports = reports_wanted();
  std::vector<std::string> files = write_archive(folder / "news", reports);
  const std::string in_order = json_through_database(files, 1, folder / "in-order.db");
  std::ranges::shuffle(files, std::mt19937(11));
  const std::string shuffled = json_through_database(files, 2, folder / "shuffled.db");
  EXPECT_TRUE(in_order == shuffled) << "see " << folder;  // too long to print
  if (HasFailure()) {
    std::ofstream(folder / "in-order.json", std::ios::binary) << in_order;
    std::ofstream(folder / "shuffled.json", std::ios::binary) << shuffled;
    return;
  }
  fs::remove_all(folder);
  const nlohmann::json report = nlohmann::json::parse(in_order);
  EXPECT_GT(report["claims"].size(), std::size_t{25} * reports);
  EXPECT_GT(report["findings"].size(), reports);
  std::set<int> stories;
  for (const auto& document : report["documents"])
    stories.insert(document["story"].get<int>());
  EXPECT_GT(stories.size(), 1U);
}

}  // namespace
}  // namespace gainsay::pipeline
