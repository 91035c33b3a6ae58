#include "store/store.h"

#include <chrono>
#include <cmath>
#include <ctime>
#include <filesystem>
#include <fstream>

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include "store/builders.h"
#include "support/scratch.h"

namespace gainsay::store {
namespace {

class StoreFile : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::remove_all(directory_);
    std::filesystem::create_directories(directory_);
  }
  void TearDown() override { std::filesystem::remove_all(directory_); }

  std::filesystem::path directory_ =
      test::scratch(::testing::UnitTest::GetInstance()->current_test_info()->name());
  std::string path_ = (directory_ / "reports.db").string();
};

Store open(const std::string& path = ":memory:") {
  Result<Store> store = Store::open(path);
  EXPECT_TRUE(store) << (store ? "" : store.error().message);
  return std::move(*store);
}

Added put(Store& store, const Report& report, const std::string& recipe = "r1") {
  const Result<Added> added =
      store.put(report.document, report.sentences, report.claims, report.rows, recipe);
  EXPECT_TRUE(added) << (added ? "" : added.error().message);
  return added ? *added : Added::kUnchanged;
}

std::vector<std::string> names(Store& store) {
  std::vector<std::string> out;
  const std::vector<StoredDocument> all = *store.all();
  for (const StoredDocument& stored : all) {
    out.push_back(stored.document.name());
  }
  return out;
}

std::string query(const std::string& path, const std::string& sql) {
  SQLite::Database db(path, SQLite::OPEN_READONLY);
  SQLite::Statement statement(db, sql);
  std::string out;
  while (statement.executeStep()) {
    for (int i = 0; i < statement.getColumnCount(); ++i) {
      out += (i == 0 ? "" : "|") + statement.getColumn(i).getString();
    }
    out += '\n';
  }
  return out;
}

TEST(Store, ReturnsAReportAsItWasPut) {
  Store store = open();
  Report report = make_report("a.txt", "Talks failed. Nine men left.");
  report.document = make_document("a.txt", "Talks failed. Nine men left.",
                                  {"Talks", "The Paper", "http://example.org/a", "Geneva",
                                   Instant{std::chrono::seconds{1642723200}}});
  EXPECT_EQ(put(store, report), Added::kNew);

  const std::vector<StoredDocument> all = *store.all();
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].id, DocumentId{1});
  EXPECT_EQ(all[0].document.name(), "a.txt");
  EXPECT_EQ(all[0].document.bytes(), "Talks failed. Nine men left.");
  EXPECT_EQ(all[0].document.sha256(), report.document.sha256());
  EXPECT_EQ(all[0].document.metadata(), report.document.metadata());
  EXPECT_EQ(all[0].sentences,
            (std::vector<StoredSentence>{{{0, 13}, Zone::kBody, "Talks failed."},
                                         {{14, 28}, Zone::kBody, "Nine men left."}}));
  EXPECT_EQ(all[0].rows.dimension, 2u);
  EXPECT_EQ(all[0].rows.data, report.rows.data);
  ASSERT_EQ(all[0].claims.size(), report.claims.size());
  for (std::size_t i = 0; i < report.claims.size(); ++i) {
    report.claims[i].document = DocumentId{1};
    EXPECT_EQ(all[0].claims[i], report.claims[i]);
  }
}

TEST(Store, KeepsEveryFieldOfEveryKindOfClaim) {
  Report report = make_report("a.txt", "Talks failed.");
  report.claims.clear();
  for (std::uint32_t seed = 0; seed < 500; ++seed)
    report.claims.push_back(arbitrary_claim(seed));
  Store store = open();
  put(store, report);

  const std::vector<StoredDocument> all = *store.all();
  ASSERT_EQ(all.at(0).claims.size(), report.claims.size());
  for (std::size_t i = 0; i < report.claims.size(); ++i) {
    Claim expected = report.claims[i];
    expected.document = DocumentId{1};
    EXPECT_EQ(all[0].claims[i], expected) << "claim " << i;
  }
}

TEST(Store, ReturnsReportsByNameWhateverTheOrderOfPutting) {
  Store store = open();
  put(store, make_report("c.txt", "C."));
  put(store, make_report("a.txt", "A."));
  put(store, make_report("B.txt", "B."));
  EXPECT_EQ(names(store), (std::vector<std::string>{"B.txt", "a.txt", "c.txt"}));
  const std::vector<StoredDocument> all = *store.all();
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(all[i].id, DocumentId{i + 1});
    for (const Claim& claim : all[i].claims)
      EXPECT_EQ(claim.document, all[i].id);
  }
}

TEST(Store, LeavesAnUnchangedReportAlone) {
  Store store = open();
  const Report report = make_report("a.txt", "One.");
  EXPECT_FALSE(*store.holds("a.txt", report.document.sha256(), "r1"));
  EXPECT_EQ(put(store, report), Added::kNew);
  EXPECT_TRUE(*store.holds("a.txt", report.document.sha256(), "r1"));
  EXPECT_FALSE(*store.holds("a.txt", report.document.sha256(), "r2"));
  EXPECT_FALSE(*store.holds("b.txt", report.document.sha256(), "r1"));
  EXPECT_EQ(put(store, report), Added::kUnchanged);
  EXPECT_EQ(*store.document_count(), 1u);
}

TEST(Store, ReplacesAReportWhoseBytesOrRecipeChanged) {
  Store store = open();
  put(store, make_report("a.txt", "One. Two. Three."));
  EXPECT_EQ(put(store, make_report("a.txt", "Four.")), Added::kReplaced);
  EXPECT_EQ(put(store, make_report("a.txt", "Four."), "r2"), Added::kReplaced);
  const std::vector<StoredDocument> all = *store.all();
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].document.bytes(), "Four.");
  EXPECT_EQ(all[0].sentences.size(), 1u);
}

TEST(Store, TakesAReportWithoutSentences) {
  Store store = open();
  Report report{make_document("a.txt", "x", {}), {}, {}, {}};
  EXPECT_EQ(put(store, report), Added::kNew);
  EXPECT_EQ(store.all()->at(0).rows.dimension, 0u);
}

TEST(Store, HoldsTheSameTextUnderTwoNames) {
  Store store = open();
  put(store, make_report("a.txt", "Same words."));
  put(store, make_report("b.txt", "Same words."));
  EXPECT_EQ(names(store), (std::vector<std::string>{"a.txt", "b.txt"}));
}

TEST_F(StoreFile, OutlivesTheProcess) {
  {
    Store store = open(path_);
    put(store, make_report("a.txt", "One."));
  }
  Store again = open(path_);
  EXPECT_EQ(names(again), (std::vector<std::string>{"a.txt"}));
}

TEST_F(StoreFile, FindsSentencesByTheirWordsAlsoAfterReplacement) {
  {
    Store store = open(path_);
    put(store, make_report("a.txt", "Nine bridges burned. Rain fell."));
    put(store, make_report("b.txt", "A bridge opened."));
    put(store, make_report("a.txt", "Rain fell."));
  }
  const std::string search =
      "SELECT s.text FROM sentences_fts f JOIN sentences s ON s.id = f.rowid "
      "WHERE sentences_fts MATCH ";
  EXPECT_EQ(query(path_, search + "'bridge'"), "A bridge opened.\n");
  EXPECT_EQ(query(path_, search + "'rain'"), "Rain fell.\n");
  SQLite::Database db(path_, SQLite::OPEN_READWRITE);
  EXPECT_NO_THROW(
      db.exec("INSERT INTO sentences_fts (sentences_fts, rank) VALUES ('integrity-check', 1)"));
}

TEST_F(StoreFile, LeavesNothingOfAReplacedReport) {
  {
    Store store = open(path_);
    put(store, make_report("a.txt", "Nine bridges burned. Rain fell."));
    put(store, Report{make_document("a.txt", "x", {}), {}, {}, {}});
  }
  EXPECT_EQ(query(path_,
                  "SELECT (SELECT count(*) FROM sentences), (SELECT count(*) FROM claims), "
                  "(SELECT count(*) FROM participants), "
                  "(SELECT count(*) FROM sentence_rows)"),
            "0|0|0|0\n");
}

TEST_F(StoreFile, ShowsClaimsToPeople) {
  {
    Store store = open(path_);
    put(store, make_report("a.txt", "Nine men left."));
  }
  EXPECT_EQ(query(path_,
                  "SELECT report, attribute, text, lo, hi, unit, participants, said_by, "
                  "sentence FROM claims_readable"),
            "a.txt|count:man|Nine|9.0|9.0|person|Ann Lee; Bo Ek|Ann Lee|Nine men left.\n");
  EXPECT_EQ(query(path_, "SELECT * FROM figures_by_attribute"), "count:man|person|9.0|9.0|1|1\n");
  EXPECT_EQ(query(path_, "SELECT source, reports, claims FROM claims_by_source"), "|1|1\n");
}

TEST_F(StoreFile, SaysWhichSchemaItHas) {
  { Store store = open(path_); }
  EXPECT_EQ(query(path_, "PRAGMA user_version"), "4\n");
  EXPECT_EQ(query(path_, "SELECT value FROM meta WHERE key = 'schema_version'"), "4\n");
  EXPECT_EQ(query(path_, "PRAGMA journal_mode"), "wal\n");
}

TEST_F(StoreFile, AnOlderDatabaseIsUpgradedAndKeepsItsReports) {
  {
    Store store = open(path_);
    put(store, make_report("a.txt", "Nine men left."));
  }
  {
    SQLite::Database db(path_, SQLite::OPEN_READWRITE);
    db.exec(
        "DROP TABLE report_rows; DROP TABLE decisions; ALTER TABLE sentence_rows RENAME COLUMN "
        "halves TO floats; "
        "PRAGMA user_version = 1");
  }
  Store store = open(path_);
  EXPECT_EQ(*store.document_count(), 1U);
  EXPECT_TRUE(store.decisions()->empty());
}

Decision decision(std::uint64_t id, Ruling ruling) {
  return {FindingId(id), ruling, "", "a note", "A. Reader", "2030-05-11T09:00:00Z", {"a", "b"}};
}

TEST_F(StoreFile, KeepsDecisionsInTheOrderOfFindings) {
  const Decision late = decision(0xB0, Ruling::kLater);
  const Decision confirmed = decision(0xA0, Ruling::kConfirm);
  {
    Store store = open(path_);
    EXPECT_TRUE(*store.decide(late.finding, std::nullopt, late));
    EXPECT_TRUE(*store.decide(confirmed.finding, std::nullopt, confirmed));
  }
  Store store = open(path_);
  EXPECT_EQ(*store.decisions(), (std::vector{confirmed, late}));
  EXPECT_TRUE(*store.decide(late.finding, late, std::nullopt));
  EXPECT_EQ(*store.decisions(), std::vector{confirmed});
}

TEST_F(StoreFile, ADecisionTakesThePlaceOfTheOneThatWasSeenOnly) {
  Store mine = open(path_);
  Store theirs = open(path_);
  const Decision confirmed = decision(0xA0, Ruling::kConfirm);
  const Decision later = decision(0xA0, Ruling::kLater);
  EXPECT_TRUE(*mine.decide(confirmed.finding, std::nullopt, confirmed));
  EXPECT_FALSE(*theirs.decide(later.finding, std::nullopt, later));
  EXPECT_FALSE(*theirs.decide(later.finding, later, std::nullopt));
  EXPECT_EQ(*theirs.decisions(), std::vector{confirmed});
  EXPECT_TRUE(*theirs.decide(later.finding, confirmed, later));
  EXPECT_EQ(*mine.decisions(), std::vector{later});
}

TEST_F(StoreFile, UpgradesADatabaseOfBeforeTheHalves) {
  {
    Store store = open(path_);
    put(store, make_report("a.txt", "Nine men left."));
  }
  SQLite::Database(path_, SQLite::OPEN_READWRITE)
      .exec(
          "DROP TABLE report_rows; ALTER TABLE sentence_rows RENAME COLUMN halves TO floats; "
          "PRAGMA user_version = 2");
  Store store = open(path_);
  EXPECT_EQ(query(path_, "PRAGMA user_version"), "4\n");
  const std::vector<StoredDocument> all = *store.all();
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].sentences[0].text, "Nine men left.");
  EXPECT_EQ(all[0].rows.dimension, 0u);
  EXPECT_EQ(put(store, make_report("a.txt", "Nine men left.")), Added::kReplaced) << "read again";
  EXPECT_EQ(store.all()->at(0).rows.dimension, 2u);
}

/// A report whose sentences all lie at an angle.
Report at_angle(const std::string& name, double degrees,
                const std::string& text = "Nine men left.") {
  Report out = make_report(name, text);
  const double radians = degrees * 3.14159265358979 / 180;
  for (std::size_t i = 0; i < out.rows.data.size(); i += 2) {
    out.rows.data[i] = static_cast<float>(std::cos(radians));
    out.rows.data[i + 1] = static_cast<float>(std::sin(radians));
  }
  return out;
}

/// Names of the closest reports to one at 0 degrees, then of the sample.
std::vector<std::string> nearest(Store& store, const NearestLimits& limits) {
  const Result<Nearest> found =
      store.nearest({{{}, Zone::kBody, "Nine men left."}}, {2, {1, 0}}, limits);
  std::vector<std::string> out;
  for (const std::int64_t report : found->closest)
    out.push_back(store.one(report)->document.name());
  out.push_back("|");
  for (const std::int64_t report : found->sample)
    out.push_back(store.one(report)->document.name());
  return out;
}

using Names = std::vector<std::string>;

TEST(Store, FindsTheReportsThatAreClosest) {
  Store store = open();
  for (const int degrees : {80, 10, 40, 60, 20})
    put(store, at_angle("at " + std::to_string(degrees), degrees));
  EXPECT_EQ(nearest(store, {2, 100, 2}), (Names{"at 10", "at 20", "|", "at 40", "at 60"}));
  EXPECT_EQ(nearest(store, {9, 100, 9}), (Names{"at 10", "at 20", "at 40", "at 60", "at 80", "|"}));
}

TEST(Store, FindsOfEquallyCloseReportsThoseThatComeFirstByName) {
  Store store = open();
  for (const char* name : {"d", "b", "a", "c"})
    put(store, at_angle(name, 30));
  EXPECT_EQ(nearest(store, {2, 100, 0}), (Names{"a", "b", "|"}));
}

TEST(Store, FindsNoMoreReportsThanTheirClaimsAllow) {
  Store store = open();
  put(store, at_angle("three", 10, "Nine a. Nine b. Nine c."));
  put(store, at_angle("two", 20, "Nine a. Nine b."));
  put(store, at_angle("one", 30, "Nine a."));
  EXPECT_EQ(nearest(store, {9, 5, 0}), (Names{"three", "two", "|"}));
  EXPECT_EQ(nearest(store, {9, 1, 0}), (Names{"three", "|"})) << "one at least";
}

TEST_F(StoreFile, FindsReportsThatWereStoredBeforeThereWereRowsOfReports) {
  {
    Store store = open(path_);
    put(store, at_angle("far", 80));
    put(store, at_angle("near", 10));
  }
  SQLite::Database(path_, SQLite::OPEN_READWRITE)
      .exec("DROP TABLE report_rows; PRAGMA user_version = 3");
  Store store = open(path_);
  EXPECT_EQ(nearest(store, {1, 100, 0}), (Names{"near", "|"}));
}

TEST_F(StoreFile, IsReadAsItWasWhenItWasFrozen) {
  Store writer = open(path_);
  put(writer, at_angle("a", 10));
  Store reader = open(path_);
  EXPECT_EQ(*reader.freeze(), 1U);
  put(writer, at_angle("b", 10));
  EXPECT_EQ(nearest(reader, {9, 100, 0}), (Names{"a", "|"}));
  EXPECT_EQ(*reader.document_count(), 1U);
}

TEST_F(StoreFile, AReplacedReportIsFoundWhereItIsNow) {
  Store store = open(path_);
  put(store, at_angle("a", 10));
  put(store, at_angle("b", 20));
  put(store, at_angle("a", 80, "Nine men left the town."));
  EXPECT_EQ(nearest(store, {9, 100, 0}), (Names{"b", "a", "|"}));
  EXPECT_EQ(query(path_, "SELECT count(*) FROM report_rows"), "2\n");
}

std::string refusal(const std::string& path) {
  const Result<Store> store = Store::open(path);
  if (store) return "opened";
  EXPECT_EQ(store.error().code, ErrorCode::kStore);
  EXPECT_EQ(store.error().where, path);
  return store.error().message;
}

TEST_F(StoreFile, RefusesAFileThatIsNoDatabase) {
  std::ofstream(path_) << std::string(5000, 'x');
  EXPECT_EQ(refusal(path_),
            "this file is not a database; name another file, or remove it and ingest again");
}

TEST_F(StoreFile, RefusesTheDatabaseOfAnotherProgramAndLeavesItAlone) {
  {
    SQLite::Database db(path_, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    db.exec("CREATE TABLE recipes (name TEXT)");
  }
  EXPECT_EQ(refusal(path_), "this database belongs to another program; name another file");
  EXPECT_EQ(query(path_, "SELECT name FROM sqlite_master"), "recipes\n");
}

TEST_F(StoreFile, RefusesANewerSchema) {
  { Store store = open(path_); }
  SQLite::Database(path_, SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 99");
  EXPECT_EQ(refusal(path_),
            "the database has schema version 99 and this gainsay knows versions up to 4; use a "
            "newer gainsay, or another file");
}

TEST_F(StoreFile, RefusesAPathThatCannotBeOpened) {
  EXPECT_EQ(refusal((directory_ / "missing" / "reports.db").string()),
            "cannot open the database; check that the directory exists and may be written to");
  EXPECT_EQ(refusal(directory_.string()),
            "cannot open the database; check that the directory exists and may be written to");
}

TEST_F(StoreFile, SaysWhenTheDatabaseIsDamaged) {
  {
    Store store = open(path_);
    put(store, make_report("a.txt", "Nine men left."));
  }
  SQLite::Database(path_, SQLite::OPEN_READWRITE).exec("UPDATE claims SET kind = 'rumour'");
  Store store = open(path_);
  const auto all = store.all();
  ASSERT_FALSE(all);
  EXPECT_EQ(all.error().message,
            "the database is damaged (unknown word 'rumour'); remove it and ingest the reports "
            "again");
}

TEST_F(StoreFile, StoresNothingOfAReportThatFailsHalfWay) {
  {
    Store store = open(path_);
    put(store, make_report("a.txt", "One."));
  }
  Store store = open(path_);
  SQLite::Database(path_, SQLite::OPEN_READWRITE)
      .exec("CREATE TRIGGER stop BEFORE INSERT ON claims BEGIN SELECT raise(ABORT, 'stop'); END");
  const Report report = make_report("b.txt", "Nine men left.");
  const Result<Added> added =
      store.put(report.document, report.sentences, report.claims, report.rows, "r1");
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().message, "stop; remove the database and ingest the reports again");
  EXPECT_EQ(names(store), (std::vector<std::string>{"a.txt"}));
}

TEST_F(StoreFile, TwoStoresMayShareAFile) {
  Store first = open(path_);
  Store second = open(path_);
  put(first, make_report("a.txt", "One."));
  put(second, make_report("b.txt", "Two."));
  EXPECT_EQ(names(first), (std::vector<std::string>{"a.txt", "b.txt"}));
  EXPECT_EQ(put(second, make_report("a.txt", "One.")), Added::kUnchanged);
}

TEST(Store, KeepsTwoHundredReportsQuickly) {
  std::vector<Report> reports;
  for (int i = 0; i < 200; ++i) {
    std::string text;
    for (int j = 0; j < 20; ++j)
      text += "Nine men left the town on Monday. ";
    reports.push_back(make_report("r" + std::to_string(i), text));
  }
  Store store = open();
  const std::clock_t begin = std::clock();  // of this process: other work does not count
  for (const Report& report : reports)
    put(store, report);
  const std::chrono::duration<double> taken(static_cast<double>(std::clock() - begin) /
                                            CLOCKS_PER_SEC);
  RecordProperty("milliseconds", static_cast<int>(taken.count() * 1000));
  EXPECT_EQ(*store.document_count(), 200u);
  EXPECT_LT(taken.count(), 2.0);
}

}  // namespace
}  // namespace gainsay::store
