// Inputs that overflow a stack, or take hours, where a step recurses or looks back at all before
// it.
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "extract/extractor.h"
#include "ruleset/ruleset.h"
#include "support/build.h"

namespace gainsay::extract {
namespace {

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i)
    out += part;
  return out;
}

std::size_t claims_in(const std::string& text) {
  const ruleset::Loaded loaded = ruleset::load(GAINSAY_SOURCE_DIR "/rules");
  std::vector<Error> errors;
  const auto extractor = Extractor::create(loaded.rules, errors);
  if (!extractor) return 0;
  const text::Document document = build::doc(text);
  const text::SentenceSplitter splitter(loaded.rules.abbreviations);
  return extractor->extract(document, splitter.split(document)).size();
}

TEST(LargeInput, NumbersInARowCountNothing) {
  EXPECT_EQ(claims_in(repeated("12,345 ", 100'000)), 0U);
}

TEST(LargeInput, QuotationsInQuotationsEnd) {
  EXPECT_GT(claims_in(repeated("he said \xE2\x80\x9CI saw ", 10'000) + "12 people" +
                      repeated("\xE2\x80\x9D and left ", 10'000)),
            0U);
}

TEST(LargeInput, OneLineOfSentencesHasTheClaimsOfEach) {
  // Each its toll, and all together the place, which is claimed once.
  EXPECT_EQ(claims_in(repeated("At least 12 people were killed in Oslo. ", 5'000)), 5'001U);
}

}  // namespace
}  // namespace gainsay::extract
