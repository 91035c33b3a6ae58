#include "ingest/reader.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "ingest/support.h"
#include "support/scratch.h"

namespace gainsay::ingest {
namespace {
namespace fs = std::filesystem;

TEST(Reader, NamesThePlaceOfTheFirstBadByte) {
  EXPECT_EQ(error_of("one\ncaf\xE9 two"),
            "a.txt:2:4: not valid UTF-8; convert the file (iconv -f WINDOWS-1252 -t UTF-8)");
}

TEST(Reader, RefusesEveryFormOfInvalidUtf8) {
  for (const std::string bad : {"\x80", "\xC0\xAF", "\xC3", "\xE0\x80\xAF", "\xED\xA0\x80",
                                "\xF0\x80\x80\xAF", "\xF4\x90\x80\x80", "\xFF", "\xE2\x82"}) {
    EXPECT_EQ(error_of("ab" + bad),
              "a.txt:1:3: not valid UTF-8; convert the file (iconv -f WINDOWS-1252 -t UTF-8)");
  }
}

TEST(Reader, RefusesWhatIsNoText) {
  EXPECT_EQ(error_of(std::string("ab\0c", 4)),
            "a.txt:1:3: binary data (a zero byte); a report must be UTF-8 text");
  EXPECT_EQ(error_of("%PDF-1.7 x"),
            "a.txt: is a PDF; export its text first (pdftotext) and give that file");
  EXPECT_EQ(error_of(std::string("\xFF\xFE"
                                 "a\0",
                                 4)),
            "a.txt: is UTF-16; convert it to UTF-8 (iconv -f UTF-16 -t UTF-8)");
}

TEST(Reader, RefusesEmptyReports) {
  const std::string expected = "a.txt: is empty; remove it or give a report with text";
  EXPECT_EQ(error_of(""), expected);
  EXPECT_EQ(error_of(" \r\n\t\n"), expected);
  EXPECT_EQ(error_of("\xEF\xBB\xBF\n"), expected);
}

TEST(Reader, HashesTheBytes) {
  EXPECT_EQ(read("abc", Format::kText).sha256(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Reader, KnowsFormatsByExtension) {
  EXPECT_EQ(format_of("a.MD"), Format::kMarkdown);
  EXPECT_EQ(format_of("a.markdown"), Format::kMarkdown);
  EXPECT_EQ(format_of("a.Htm"), Format::kHtml);
  EXPECT_EQ(format_of("a.html"), Format::kHtml);
  EXPECT_EQ(format_of("a.txt"), Format::kText);
  EXPECT_EQ(format_of("a.log"), Format::kText);
  EXPECT_EQ(format_of("README"), Format::kText);
}

class Files : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(root_);
    for (const char* name : {"b/2.txt", "b/1.html", "a.md", ".hidden.txt", ".git/x.txt", "c.pdf"}) {
      fs::create_directories((root_ / name).parent_path());
      std::ofstream(root_ / name) << "The dam broke.";
    }
  }
  void TearDown() override { fs::remove_all(root_); }

  const fs::path root_ = test::scratch("ingest_reader");
};

TEST_F(Files, AreFoundSortedAndWithoutHiddenOnes) {
  const auto found = find_reports(root_);
  ASSERT_TRUE(found);
  EXPECT_EQ(*found, (std::vector<fs::path>{root_ / "a.md", root_ / "b/1.html", root_ / "b/2.txt"}));
}

TEST_F(Files, ThatAreNamedAreTakenAsTheyAre) {
  const auto found = find_reports(root_ / "c.pdf");
  ASSERT_TRUE(found);
  EXPECT_EQ(*found, std::vector<fs::path>{root_ / "c.pdf"});
}

TEST_F(Files, ThatDoNotExistAreNamed) {
  const auto found = find_reports(root_ / "none");
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(found.error().where, (root_ / "none").string());
  const auto report = read_file(root_ / "none.txt", {});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::kNotFound);
}

TEST_F(Files, ADirectoryIsNoReport) {
  const auto report = read_file(root_, {});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().code, ErrorCode::kUnreadable);
  EXPECT_EQ(report.error().message, "is a directory; give a file");
}

TEST_F(Files, AreReadByTheirExtension) {
  const auto report = read_file(root_ / "b/2.txt", {});
  ASSERT_TRUE(report);
  EXPECT_EQ(report->name(), (root_ / "b/2.txt").string());
  EXPECT_EQ(report->bytes(), "The dam broke.");
  EXPECT_EQ(report->metadata().source, "");
}

}  // namespace
}  // namespace gainsay::ingest
