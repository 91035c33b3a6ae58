// Twice the text is twice the work: long lines and long runs of numbers.
#include <algorithm>
#include <ctime>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "extract/extractor.h"
#include "ruleset/ruleset.h"
#include "support/allocations.h"
#include "support/build.h"
#include "tag_printer.h"

namespace gainsay::extract {
namespace {

std::string repeated(const std::string& piece, std::size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i)
    out += piece;
  return out;
}

// Processor time of this process in the best of three runs, so that other processes do not count.
template <class Step>
double work(Step step) {
  double best = 1e9;
  for (int run = 0; run < 3; ++run) {
    const std::clock_t begin = std::clock();
    step();
    best = std::min(best, static_cast<double>(std::clock() - begin));
  }
  return best;
}

/// Claims of a report of one paragraph.
class Reader {
 public:
  Reader()
      : loaded_(ruleset::load(GAINSAY_SOURCE_DIR "/rules")),
        splitter_(loaded_.rules.abbreviations) {
    std::vector<Error> errors;
    extractor_.emplace(*Extractor::create(loaded_.rules, errors));
  }
  [[nodiscard]] std::vector<Claim> read(const std::string& text) const {
    const text::Document document = build::doc(text);
    return extractor_->extract(document, splitter_.split(document));
  }
  /// Bytes that are in use at once while `text` is read, beyond those before.
  [[nodiscard]] std::size_t memory(const std::string& text) const {
    const text::Document document = build::doc(text);
    const std::vector<text::Sentence> sentences = splitter_.split(document);
    const std::size_t before = test::peak_from_here();
    EXPECT_TRUE(extractor_->extract(document, sentences).empty());
    return test::peak() - before;
  }

 private:
  ruleset::Loaded loaded_;
  text::SentenceSplitter splitter_;
  std::optional<Extractor> extractor_;
};

TEST(Linear, DoublingALineOfNumbersDoublesTheWork) {
  const TagPrinter printer;
  const std::vector<std::string> pieces = {
      "12,345 ",      "one ",
      "million ",     "twenty-",
      "5 to ",        "9",
      "and a half ",  "$",
      "more than ",   "1-",
      "a couple of ", "three of the ",
      "5 and ",       "aged 12, ",
      "both ",        "the first of ",
      "some ",        "hundreds of ",
      "6'",           "days ",
      "no one or ",   "Ana Holt, 45, said 12 people were killed and "};
  for (const std::string& piece : pieces) {
    constexpr std::size_t kBytes = 5000;
    const auto tag = [&](std::size_t bytes) {
      const std::string text = repeated(piece, bytes / piece.size());
      return work([&] { EXPECT_LE(printer.tag(text).size(), text.size()); });
    };
    const double once = tag(kBytes);
    const double fourfold = tag(4 * kBytes);
    EXPECT_LT(fourfold, 10 * once + 2000) << "'" << piece << "'";
  }
}

// What a report says again and again, denies, quotes, or says of nobody.
TEST(Linear, DoublingAParagraphDoublesTheWork) {
  const Reader reader;
  const std::vector<std::string> pieces = {
      "At least 12 people were killed in Oslo, officials said. ",
      "and in Oslo Ana Orr told 12 people that 3 soldiers were killed ",
      "Ana Orr, a nurse from Oslo, was killed. ",
      "A man was killed. ",
      "Norway signed the treaty. This is a lie. ",
      "It was said that 12 people died. Organisers put the number at 90. ",
      "\"We saw 12 people.\" ",
      "\"We saw\" 12 people. ",
      "he said \xE2\x80\x9CI saw 12 people ",
      "\xE2\x80\x9EWe saw 12 people ",
      "'twas the Joneses ",
      "12,345 "};
  for (const std::string& piece : pieces) {
    constexpr std::size_t kBytes = 10'000;
    const auto read = [&](std::size_t bytes) {
      const std::string text = repeated(piece, bytes / piece.size());
      return work([&] { EXPECT_LE(reader.read(text).size(), text.size()); });
    };
    (void)read(100);  // compiles the patterns
    const double once = read(kBytes);
    const double fourfold = read(4 * kBytes);
    EXPECT_LT(fourfold, 10 * once + 2000) << "'" << piece << "'";
  }
}

TEST(Linear, WhatIsKnownOfASentenceIsForgottenWhenItsClaimsAreMade) {
  const Reader reader;
  constexpr std::size_t kSentences = 10'000;
  const std::size_t once = reader.memory(repeated("It was wet. ", kSentences));
  const std::size_t twice = reader.memory(repeated("It was wet. ", 2 * kSentences));
  EXPECT_LT(static_cast<double>(twice), 1.2 * static_cast<double>(once));
}

}  // namespace
}  // namespace gainsay::extract
