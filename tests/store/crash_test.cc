#include <chrono>
#include <filesystem>
#include <thread>

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/builders.h"
#include "store/store.h"
#include "support/scratch.h"

namespace gainsay::store {
namespace {

constexpr std::size_t kSentences = 30;

std::string report_text() {
  std::string out;
  for (std::size_t i = 0; i < kSentences; ++i)
    out += "Nine men left the town. ";
  return out;
}

/// Puts reports for ever, a byte into `progress` for each that put() says is stored.
[[noreturn]] void put_until_killed(const std::string& path, int progress) {
  Result<Store> store = Store::open(path);
  for (int i = 0; store; ++i) {
    const Report report = make_report("report " + std::to_string(i % 40), report_text());
    const std::string recipe = std::to_string(i);
    if (!store->put(report.document, report.sentences, report.claims, report.rows, recipe)) break;
    if (write(progress, ".", 1) != 1) break;
  }
  _exit(1);
}

TEST(Store, HasWholeReportsOnlyAfterBeingKilledAtAnyMoment) {
  const auto directory = test::scratch("store_killed");
  std::filesystem::remove_all(directory);
  std::filesystem::create_directories(directory);
  const std::string path = (directory / "reports.db").string();
  std::size_t stored = 0;
  for (int round = 0; round < 12; ++round) {
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      close(ends[0]);
      put_until_killed(path, ends[1]);
    }
    close(ends[1]);
    char byte = 0;
    std::size_t confirmed = 0;
    for (int i = 0; i < 5 + round; ++i)
      confirmed += static_cast<std::size_t>(read(ends[0], &byte, 1));
    std::this_thread::sleep_for(std::chrono::microseconds(137 * round));
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    close(ends[0]);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the child ended on its own";
    stored = std::max(stored, confirmed);

    SQLite::Database db(path, SQLite::OPEN_READWRITE);
    EXPECT_EQ(db.execAndGet("PRAGMA integrity_check").getString(), "ok");
    EXPECT_NO_THROW(
        db.exec("INSERT INTO sentences_fts (sentences_fts, rank) VALUES ('integrity-check', 1)"));
    Result<Store> again = Store::open(path);
    ASSERT_TRUE(again);
    const auto all = again->all();
    ASSERT_TRUE(all);
    EXPECT_GE(all->size(), stored);
    for (const StoredDocument& stored_document : *all) {
      EXPECT_EQ(stored_document.sentences.size(), kSentences);
      EXPECT_EQ(stored_document.claims.size(), kSentences);
      EXPECT_EQ(stored_document.rows.count(), kSentences);
    }
  }
  std::filesystem::remove_all(directory);
}

}  // namespace
}  // namespace gainsay::store
