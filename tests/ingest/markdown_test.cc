#include <gtest/gtest.h>

#include "ingest/support.h"

namespace gainsay::ingest {
namespace {

text::Document read_markdown(std::string bytes) {
  return read(std::move(bytes), Format::kMarkdown);
}

TEST(Markdown, FrontMatterIsMetadataAndNoText) {
  const auto d = read_markdown(
      "---\ntitle: \"Dam breaks\"\ndate: 2031-08-04T09:30:00+02:00\npublisher: Harbour Post\n"
      "url: https://post.example/1\n---\n\nHALVERN — The dam broke.\n");
  EXPECT_EQ(metadata(d),
            "Dam breaks | Harbour Post | https://post.example/1 | Halvern | 2031-08-04T07:30:00Z");
  EXPECT_EQ(blocks(d), "body: HALVERN — The dam broke.\n");
}

TEST(Markdown, BrokenFrontMatterIsSkipped) {
  const auto d = read_markdown("---\ntitle: [Dam\n---\nThe dam broke.\n");
  EXPECT_EQ(metadata(d), " |  |  |  | ");
  EXPECT_EQ(blocks(d), "body: The dam broke.\n");
}

TEST(Markdown, ALineAcrossTheTopIsNoFrontMatterWithoutItsEnd) {
  EXPECT_EQ(blocks(read_markdown("---\n\nThe dam broke.\n")), "body: The dam broke.\n");
}

TEST(Markdown, TheFirstHeadingIsTheTitle) {
  const auto d = read_markdown("# Dam *breaks*\n\n4 August 2031\n\nThe dam broke.\n\n## Rain\n");
  EXPECT_EQ(metadata(d), "Dam breaks |  |  |  | 2031-08-04T00:00:00Z");
  EXPECT_EQ(blocks(d),
            "headline: Dam breaks\nfurniture: 4 August 2031\nbody: The dam broke.\nbody: Rain\n");
}

TEST(Markdown, ListItemsCellsAndQuotesAreBlocks) {
  EXPECT_EQ(blocks(read_markdown("- one\n- two\n  more\n\n> They *all*\n> left.\n\n"
                                 "| a | b |\n|---|---|\n| 1 | 2 |\n")),
            "body: one\nbody: two more\nbody: They all left.\ntable: a\ntable: b\ntable: 1\n"
            "table: 2\n");
}

TEST(Markdown, LinksKeepTheirTextOnly) {
  EXPECT_EQ(blocks(read_markdown("The [dam](http://a.example/x 'y') **broke** `now`.\n")),
            "body: The dam broke now.\n");
}

TEST(Markdown, PictureTextsAreCaptions) {
  EXPECT_EQ(blocks(read_markdown("![The dam](dam.png)\n\nThe dam broke.\n")),
            "caption: The dam\nbody: The dam broke.\n");
}

TEST(Markdown, CodeIsFurnitureAndCommentsAreNothing) {
  EXPECT_EQ(blocks(read_markdown("```\nx = 1\n```\n\n<!-- 12 dead -->\n\nA<!-- 9 -->B broke.\n")),
            "furniture: x = 1\nbody: AB broke.\n");
}

TEST(Markdown, HtmlBetweenParagraphsIsReadAsHtml) {
  const auto d =
      read_markdown("It broke.\n\n<div class='x'>\nNobody &amp; nothing.\n</div>\n\nThe end.\n");
  EXPECT_EQ(blocks(d), "body: It broke.\nbody: Nobody & nothing.\nbody: The end.\n");
  EXPECT_EQ(d.text(d.blocks()[1].original({0, 8})), "Nobody &amp;");
}

TEST(Markdown, EntitiesAreUnits) {
  const auto d = read_markdown("Osk &amp; Lee paid &euro;20&nbsp;million.\n");
  EXPECT_EQ(blocks(d), "body: Osk & Lee paid €20 million.\n");
  EXPECT_EQ(d.text(d.blocks()[0].original({15, 20})), "&euro;20");
  EXPECT_EQ(d.text(d.blocks()[0].original({18, 28})), "20&nbsp;million");
}

TEST(Markdown, SoftBreaksReadAsOneSpace) {
  const auto d = read_markdown("> It cost 20\r\n> million.  \r\n> Nobody paid.\r\n");
  EXPECT_EQ(blocks(d), "body: It cost 20 million. Nobody paid.\n");
  EXPECT_EQ(d.text(d.blocks()[0].original({8, 18})), "20\r\n> million");
}

TEST(Markdown, EscapesLoseTheirBackslash) {
  const auto d = read_markdown("It cost \\*20\\* million.\n");
  EXPECT_EQ(blocks(d), "body: It cost *20* million.\n");
  EXPECT_EQ(d.text(d.blocks()[0].original({9, 11})), "20");
}

TEST(Markdown, AByteOrderMarkBeforeFrontMatterIsSkipped) {
  const auto d = read_markdown("\xEF\xBB\xBF---\r\ntitle: Dam\r\n---\r\nIt broke.\r\n");
  EXPECT_EQ(metadata(d), "Dam |  |  |  | ");
  EXPECT_EQ(d.blocks()[0].original({0, 2}), (Span{25, 27}));
}

}  // namespace
}  // namespace gainsay::ingest
