#include <gtest/gtest.h>

#include "ingest/support.h"

namespace gainsay::ingest {
namespace {

text::Document read_html(std::string bytes) {
  return read(std::move(bytes), Format::kHtml);
}

TEST(Html, ParagraphsOfTheArticleAreTheBody) {
  EXPECT_EQ(blocks(read_html("<html><body><nav>Home</nav><header><h1>Dam breaks</h1></header>"
                             "<article><p>The dam above Halvern <b>broke</b>.</p>\n"
                             "<p>Nobody was hurt.</p></article>"
                             "<footer>Contact</footer></body></html>")),
            "headline: Dam breaks\nbody: The dam above Halvern broke.\nbody: Nobody was hurt.\n");
}

TEST(Html, WithoutAnArticleTheBodyIsReadAndItsZonesAreNamed) {
  EXPECT_EQ(
      blocks(read_html(
          "<body><header>Post</header><h1>Dam breaks</h1><p>It broke on Monday morning.</p>"
          "<figure><img alt='x'><figcaption>The dam</figcaption></figure>"
          "<table><tr><th>Dead</th><td>7</td></tr></table><form><label>Your name</label></form>"
          "<aside>More rain</aside><button>Send</button><footer>Contact</footer>"
          "<script>var dead = 9;</script><style>p{}</style><!-- 8 dead --></body>")),
      "furniture: Post\nheadline: Dam breaks\nbody: It broke on Monday morning.\n"
      "caption: The dam\ntable: Dead\ntable: 7\nfurniture: Your name\nrelated: More rain\n"
      "furniture: Send\nfurniture: Contact\n");
}

TEST(Html, ClassesNameFurnitureUnlessTheyWrapTheReport) {
  EXPECT_EQ(
      blocks(read_html("<body><div class='page has-sidebar'><p>The dam above Halvern broke on "
                       "Monday.</p><div class='related-links'>Rain</div>"
                       "<ul class=\"social-share\"><li>Mail</li></ul></div></body>")),
      "body: The dam above Halvern broke on Monday.\nrelated: Rain\nfurniture: Mail\n");
}

TEST(Html, AFormAroundTheWholePageIsNoFurniture) {
  EXPECT_EQ(blocks(read_html("<form><p>The dam broke.</p></form>")), "body: The dam broke.\n");
}

TEST(Html, TheLongestArticleIsTheReport) {
  EXPECT_EQ(blocks(read_html("<article><p>Rain</p></article><article><p>The dam above Halvern "
                             "broke.</p></article>")),
            "body: The dam above Halvern broke.\n");
}

TEST(Html, EntitiesAreUnitsAndWhiteSpaceIsCollapsed) {
  const auto d = read_html(
      "<p>Osk &amp;\r\n   Lee&rsquo;s <i>&#8364;</i>20&nbsp;million &bogus; "
      "AT&T &lt;b&gt; &eacute;</p>");
  EXPECT_EQ(blocks(d), "body: Osk & Lee’s €20 million &bogus; AT&T <b> é\n");
  const text::Block& block = d.blocks()[0];
  const auto original = [&](std::string_view part) {
    const auto at = static_cast<std::uint32_t>(block.text.find(part));
    return d.text(block.original({at, at + static_cast<std::uint32_t>(part.size())}));
  };
  EXPECT_EQ(original("& Lee"), "&amp;\r\n   Lee");
  EXPECT_EQ(original("20 million"), "20&nbsp;million");
  EXPECT_EQ(original("€20"), "&#8364;</i>20");
  EXPECT_EQ(original("&bogus;"), "&bogus;");
  EXPECT_EQ(original("T&T"), "T&T");
  EXPECT_EQ(original("é"), "&eacute;");
}

TEST(Html, BrokenMarkupIsRead) {
  EXPECT_EQ(blocks(read_html("<p>The <b>dam</i> broke <p>in <unknown>May</unknown> < June")),
            "body: The dam broke\nbody: in May < June\n");
}

TEST(Html, LineBreaksSeparateBlocks) {
  EXPECT_EQ(blocks(read_html("<div>One.<br><br>Two.</div>")), "body: One.\nbody: Two.\n");
}

TEST(Html, MetadataComesFromMetaElements) {
  EXPECT_EQ(metadata(read_html(
                "<head><title>Dam breaks &amp; floods | Harbour Post</title>"
                "<meta property='og:site_name' content='Harbour Post'>"
                "<link rel=canonical href='https://post.example/1'>"
                "<meta property='article:published_time' content='2031-08-04T09:30:00Z'></head>"
                "<p>The dam broke.</p>")),
            "Dam breaks & floods | Harbour Post | https://post.example/1 |  | "
            "2031-08-04T09:30:00Z");
}

TEST(Html, MetadataComesFromJsonLdInGraphsAndArrays) {
  EXPECT_EQ(metadata(read_html(
                "<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":"
                "\"x\"},{\"@type\":[\"NewsArticle\"],\"headline\":\"Dam breaks\",\"datePublished\":"
                "\"2031-08-04\",\"publisher\":{\"name\":\"Harbour Post\"},\"url\":"
                "\"https://post.example/1\"}]}</script><p>The dam broke.</p>")),
            "Dam breaks | Harbour Post | https://post.example/1 |  | 2031-08-04T00:00:00Z");
}

TEST(Html, BrokenJsonLdIsSkipped) {
  EXPECT_EQ(metadata(read_html("<script type='application/ld+json'>{\"a\":</script><h1>Dam</h1>"
                               "<p>By Ana Osk <time datetime='2031-08-04'>Monday</time></p>"
                               "<p>The dam broke.</p>")),
            "Dam |  |  |  | 2031-08-04T00:00:00Z");
}

TEST(Html, BylinesAndDatesAreFurniture) {
  EXPECT_EQ(blocks(read_html("<article><h1>Dam</h1><p>By Ana Osk</p><time>4 August 2031</time>"
                             "<p>The dam broke.</p></article>")),
            "headline: Dam\nfurniture: By Ana Osk\nfurniture: 4 August 2031\n"
            "body: The dam broke.\n");
}

TEST(Html, DeepNestingIsRefusedAndNotACrash) {
  std::string page;
  for (int i = 0; i < 100000; ++i) {
    page += "<div>";
  }
  EXPECT_EQ(
      error_of(page + "x", Format::kHtml),
      "a.txt: nests tags deeper than 2000 levels; save the article's text and give that file");
}

TEST(Html, APageWithoutTextIsRefused) {
  EXPECT_EQ(error_of("<html><script>1</script></html>", Format::kHtml),
            "a.txt: has no readable text; check the file");
}

/// Pages put together from awkward pieces, the same in every run; read() checks every offset.
TEST(Html, AnyPageMapsBackToItsBytes) {
  const std::vector<std::string> pieces{"<p>",       "</p>",
                                        "<b>",       "</i>",
                                        "<table>",   "<td>",
                                        "&amp;",     "&",
                                        "&#x41;",    "&nbsp;",
                                        "<br>",      " ",
                                        "\r\n",      "\t",
                                        "dam",       "é",
                                        "<",         ">",
                                        "\"",        "<!-- x -->",
                                        "<h1>",      "<a href='",
                                        "'>",        "</a>",
                                        "&copy",     "\xF0\x9F\x8C\x8A",
                                        "</table>",  "<li>",
                                        "\r",        "\xC2\xAD",
                                        "<article>", "</article>",
                                        "<title>",   "<svg>",
                                        "&notit;",   "<p class=ad>"};
  unsigned seed = 1;
  for (int page = 0; page < 1500; ++page) {
    std::string bytes = "start ";
    for (int i = 0; i < 40; ++i) {
      seed = seed * 1664525U + 1013904223U;
      bytes += pieces[(seed >> 16U) % pieces.size()];
    }
    const auto document = read_bytes("a.html", bytes, Format::kHtml, {});
    if (!document) continue;
    SCOPED_TRACE(bytes);
    expect_exact(*document);
    const auto markdown = read_bytes("a.md", bytes, Format::kMarkdown, {});
    if (markdown) expect_exact(*markdown);
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace gainsay::ingest
