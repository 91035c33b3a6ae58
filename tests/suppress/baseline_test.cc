#include "suppress/baseline.h"

#include <gtest/gtest.h>

namespace gainsay::suppress {
namespace {

TEST(Baseline, IsSortedAndReadsBack) {
  const std::string text = baseline_text({{FindingId{0xB0}, "update casualties.killed \"six\""},
                                          {FindingId{0xA0}, ""},
                                          {FindingId{0xB0}, "the same"}});
  EXPECT_EQ(text,
            "# gainsay-baseline/1: findings that are known, one a line\n"
            "00000000000000a0\n"
            "00000000000000b0 update casualties.killed \"six\"\n");
  const auto read = parse_baseline("known.txt", text);
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, (std::vector<Known>{{FindingId{0xA0}, ""},
                                       {FindingId{0xB0}, "update casualties.killed \"six\""}}));
}

TEST(Baseline, RemarksAndWindowsLineEndsDoNoHarm) {
  const auto read = parse_baseline("known.txt",
                                   "# gainsay-baseline/1: findings that are known, one a line\r\n"
                                   "\r\n# ours\r\n00000000000000a0 x\r\n");
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, (std::vector<Known>{{FindingId{0xA0}, "x"}}));
}

std::string error_of(const std::string& text) {
  const auto read = parse_baseline("known.txt", text);
  return read ? "none" : read.error().where + ": " + read.error().message;
}

TEST(Baseline, WhatIsNoneIsRefusedWithItsLine) {
  EXPECT_EQ(error_of("{}\n"),
            "known.txt:1: is no baseline of this version; make one with --update-baseline");
  EXPECT_EQ(error_of("# gainsay-baseline/1: findings that are known, one a line\nb0 update\n"),
            "known.txt:2: begin with the 16 digits of a finding's id");
}

TEST(Baseline, AMissingFileIsNamed) {
  const auto read = read_baseline("/no/such/known.txt");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(read.error().where, "/no/such/known.txt");
}

}  // namespace
}  // namespace gainsay::suppress
