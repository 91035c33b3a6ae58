#include <limits>

#include <gtest/gtest.h>

#include "types/finding.h"
#include "types/ids.h"
#include "types/quantity.h"
#include "types/time.h"

namespace gainsay {
namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();

TEST(Quantity, ZerosAtTheEndAreNoSignificantDigits) {
  EXPECT_EQ(significant_digits(4460), 3);
  EXPECT_EQ(significant_digits(1200), 2);
  EXPECT_EQ(significant_digits(-40), 1);
  EXPECT_EQ(significant_digits(0), 1);
}

TEST(Bounds, TouchingClosedEndsOverlap) {
  EXPECT_TRUE((Bounds{1, 5, false, false}.overlaps({5, 9, false, false})));
}

TEST(Bounds, TouchingOpenEndsAreDisjoint) {
  EXPECT_FALSE((Bounds{1, 5, false, true}.overlaps({5, 9, false, false})));
  EXPECT_FALSE((Bounds{14000, kInf, true, false}.overlaps({14000, 14000, false, false})));
}

TEST(Bounds, MoreThanContainsWhatLiesAbove) {
  const Bounds more_than_100{100, kInf, true, false};
  EXPECT_TRUE(more_than_100.contains({130, 130, false, false}));
  EXPECT_FALSE(more_than_100.contains({100, 100, false, false}));
}

TEST(Time, IsoRoundTrip) {
  EXPECT_EQ(to_iso(*from_iso("2022-01-21")), "2022-01-21T00:00:00Z");
  EXPECT_EQ(to_iso(*from_iso("2024-02-29T23:59:58Z")), "2024-02-29T23:59:58Z");
}

TEST(Time, RefusesDatesThatDoNotExist) {
  EXPECT_FALSE(from_iso("2023-02-29"));
  EXPECT_FALSE(from_iso("2022-1-21"));
  EXPECT_FALSE(from_iso("2022-01-21T24:00:00Z"));
  EXPECT_FALSE(from_iso("-022-01-21"));
}

TEST(Ids, HexRoundTripAndRefusals) {
  std::uint64_t value = 0;
  ASSERT_TRUE(from_hex(to_hex(0x0123456789ABCDEFULL), value));
  EXPECT_EQ(value, 0x0123456789ABCDEFULL);
  EXPECT_FALSE(from_hex("123", value));
  EXPECT_FALSE(from_hex("012345678 abcdef", value));
}

TEST(Ids, ContentHashSeparatesItsParts) {
  EXPECT_NE(ContentHash{}.add("ab").add("c").value(), ContentHash{}.add("a").add("bc").value());
}

TEST(Names, EveryVerdictCanBeReadBack) {
  for (std::size_t i = 0; i < kVerdictCount; ++i) {
    Verdict read{};
    ASSERT_TRUE(parse(name(static_cast<Verdict>(i)), read));
    EXPECT_EQ(static_cast<std::size_t>(read), i);
  }
}

}  // namespace
}  // namespace gainsay
