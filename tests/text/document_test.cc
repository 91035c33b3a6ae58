#include "text/document.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace gainsay::text {
namespace {

Document document(std::string bytes) {
  return {"a.txt", std::move(bytes), std::string(64, '0'), {}, {}};
}

/// "Osk &amp; Lee" read as "Osk & Lee", 100 bytes into a file.
Block with_entity() {
  return {Zone::kBody, "Osk & Lee", {{0, 4, 100, 4}, {4, 1, 104, 5}, {5, 4, 109, 4}}};
}

TEST(BlockOriginal, MapsBytesOneToOneWhereTheyAreTheSame) {
  EXPECT_EQ(with_entity().original({0, 3}), (Span{100, 103}));
  EXPECT_EQ(with_entity().original({6, 9}), (Span{110, 113}));
}

TEST(BlockOriginal, TakesAUnitAsAWhole) {
  EXPECT_EQ(with_entity().original({4, 5}), (Span{104, 109}));
  EXPECT_EQ(with_entity().original({0, 9}), (Span{100, 113}));
}

TEST(BlockOriginal, CutsNoUnitOfSeveralCharactersInTwo) {
  const Block block{Zone::kBody, "a<=>b", {{0, 1, 10, 1}, {1, 3, 11, 9}, {4, 1, 20, 1}}};
  EXPECT_EQ(block.original({0, 2}), (Span{10, 20}));
  EXPECT_EQ(block.original({3, 5}), (Span{11, 21}));
}

TEST(BlockOriginal, LeavesOutMarkupAtTheEndsOnly) {
  // "a <b>big</b> flood" with the tags between the segments
  const Block block{Zone::kBody, "a big flood", {{0, 2, 0, 2}, {2, 3, 5, 3}, {5, 6, 12, 6}}};
  EXPECT_EQ(block.original({2, 5}), (Span{5, 8}));
  EXPECT_EQ(block.original({0, 11}), (Span{0, 18}));
}

TEST(BlockOriginal, OfAnEmptyRangeIsEmptyAndInPlace) {
  EXPECT_EQ(with_entity().original({2, 2}), (Span{102, 102}));
  EXPECT_EQ(with_entity().original({9, 9}), (Span{113, 113}));
  EXPECT_EQ(Block().original({0, 0}), (Span{0, 0}));
}

TEST(Document, CountsLinesAndByteColumnsFromOne) {
  const Document d = document("ab\r\n\xC3\xA9z\n\nend");
  EXPECT_EQ(d.position(0), (Position{1, 1}));
  EXPECT_EQ(d.position(1), (Position{1, 2}));
  EXPECT_EQ(d.position(4), (Position{2, 1}));
  EXPECT_EQ(d.position(6), (Position{2, 3}));
  EXPECT_EQ(d.position(8), (Position{3, 1}));
  EXPECT_EQ(d.position(9), (Position{4, 1}));
  EXPECT_EQ(d.position(12), (Position{4, 4}));
}

TEST(Document, GivesLinesWithoutTheirEnds) {
  const Document d = document("ab\r\ncd\n\nend");
  std::vector<std::string> lines;
  for (std::uint32_t i = 0; i <= 6; ++i) {
    lines.emplace_back(d.text(d.line(i)));
  }
  EXPECT_EQ(lines, (std::vector<std::string>{"", "ab", "cd", "", "end", "", ""}));
}

TEST(Document, AFinalLineEndStartsAnEmptyLine) {
  const Document d = document("ab\n");
  EXPECT_EQ(d.line(1), (Span{0, 2}));
  EXPECT_EQ(d.line(2), (Span{3, 3}));
  EXPECT_EQ(d.position(3), (Position{2, 1}));
}

}  // namespace
}  // namespace gainsay::text
