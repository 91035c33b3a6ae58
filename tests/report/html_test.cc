#include <array>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <sha2.h>

#include "report/report.h"
#include "sample.h"

namespace gainsay::report {
namespace {

using testing::Sample;

std::string page() {
  std::ifstream in(GAINSAY_SOURCE_DIR "/reports/review.html", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string body_of(const Sample& sample) {
  return to_html(sample.report, "{{findings}}");
}

TEST(Html, AFindingShowsBothSidesWithTheClaimMarked) {
  EXPECT_EQ(
      body_of(testing::bridge()),
      R"(<section class="group" aria-labelledby="g-1"><h3 id="g-1"><bdi>casualties.killed</bdi> <span class="count">1 finding</span></h3>
<article class="finding error" id="f-00000000000000f0" aria-labelledby="h-00000000000000f0"><header><p class="labels"><span class="badge error"><span class="sign" aria-hidden="true">■</span> error</span> <span class="verdict">numeric conflict</span> <a class="id" href="#f-00000000000000f0" aria-label="link to this finding">#00000000</a></p><h4 id="h-00000000000000f0"><bdi>12 people</bdi> <span class="against">against</span> <bdi>about 17 people</bdi></h4></header><div class="pair"><section class="side"><h5><span class="key">A</span> <bdi>Harbour Post</bdi></h5><p class="when"><time datetime="2024-10-08T00:00:00Z">2024-10-08</time></p><blockquote dir="auto"><p>The bridge fell. At noon <mark>12 people</mark> died there.</p></blockquote><dl><div><dt>Value</dt><dd>12 people</dd></div><div><dt>Origins</dt><dd>1 independent origin</dd></div><div><dt>Where</dt><dd><a href="#d-1"><bdi>a.txt</bdi>:2:9</a></dd></div></dl></section><section class="side"><h5><span class="key">B</span> <bdi>Valley Times</bdi></h5><p class="when"><time datetime="2024-10-08T19:02:00Z">2024-10-08 19:02 UTC</time></p><blockquote dir="auto"><p><mark>Some 17 people</mark> died when the bridge fell.</p></blockquote><dl><div><dt>Value</dt><dd>about 17 people</dd></div><div><dt>Allows</dt><dd>15.3 to 18.7 people</dd></div><div><dt>Origins</dt><dd>2 independent origins</dd></div><div><dt>Where</dt><dd><a href="#d-2"><bdi>b.txt</bdi>:1:1</a></dd></div></dl></section></div><p class="reason"><b>Why</b> <span>12 is not 17</span></p><details><summary>2 questions asked, 1 passed</summary><ol><li class="passed"><span class="sign" aria-hidden="true">✓</span> <b>event</b> <span>passed: both a bridge fall</span></li><li class="failed"><span class="sign" aria-hidden="true">✗</span> <b>value</b> <span>failed: disjoint bounds</span></li></ol></details></article>
</section>
)");
}

TEST(Html, ArticleTextIsNeverMarkup) {
  Sample s = testing::bridge();
  const DocumentId c =
      s.add("<b>.txt", "</style><script>alert(1)</script> 9 dead {{title}}", "<img src=x>");
  s.claim(c, "9 dead", "casualties.killed", testing::label("\"><svg onload=x>"));
  s.find(0, 2, Verdict::kFactConflict, Severity::kWarning, "'<i>' & \u202E\x1b");
  const std::string out = to_html(s.report, page());
  EXPECT_EQ(out.find("<script"), std::string::npos);
  EXPECT_EQ(out.find("<img"), std::string::npos);
  EXPECT_EQ(out.find("<svg"), std::string::npos);
  EXPECT_EQ(out.find("<i>"), std::string::npos);
  EXPECT_NE(out.find("&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt; <mark>9 dead</mark> "
                     "{{title}}</p>"),
            std::string::npos);
  EXPECT_NE(out.find("&#39;&lt;i&gt;&#39; &amp; �␛"), std::string::npos);
}

TEST(Html, TheMarkFollowsThePositionThroughMarkupAndEntities) {
  Sample s = testing::bridge();
  const DocumentId c =
      s.add("c.html", "It cost 5 and <b>17&nbsp;people</b> &amp; **17** more\r\ndied.", "C", "",
            "It cost 5 and 17\u00A0people & 17 more died.");
  s.claim(c, "17** more", "casualties.killed", testing::value(testing::count(17, "person")));
  s.find(0, 2, Verdict::kNumericConflict, Severity::kError, "");
  EXPECT_NE(body_of(s).find("<p>It cost 5 and 17\u00A0people &amp; <mark>17 more</mark> died.</p>"),
            std::string::npos)
      << body_of(s);
}

TEST(Html, WhereTheReadableTextDoesNotFollowTheBytesTheBytesAreShown) {
  Sample s = testing::bridge();
  const DocumentId c = s.add("c.html", "Alas 17 died", "C", "", "Something else");
  s.claim(c, "17", "casualties.killed", testing::value(testing::count(17, "person")));
  s.find(0, 2, Verdict::kNumericConflict, Severity::kError, "");
  EXPECT_NE(body_of(s).find("<p>Alas <mark>17</mark> died</p>"), std::string::npos);
}

TEST(Html, MarkersAreFilledOnceAndUnknownOnesStay) {
  Report report;
  report.version = "{{title}}";
  EXPECT_EQ(to_html(report, "{{version}}|{{title}}|{{other}}|{{"),
            "{{title}}|0 errors, 0 warnings, 0 notes|{{other}}|{{");
}

TEST(Html, TheMatrixLeadsFromTwoSourcesToTheirGravestFinding) {
  const std::string out = to_html(testing::bridge().report, "{{matrix}}");
  EXPECT_NE(out.find("<th scope=\"row\"><span class=\"key\">1</span> <bdi>Harbour Post</bdi></th>"
                     "<td class=\"none own\">·</td><td class=\"error\"><a "
                     "href=\"#f-00000000000000f0\" aria-label=\"1 finding, gravest: error\">1</a>"),
            std::string::npos)
      << out;
}

TEST(Html, WhatWasNotJudgedIsSaid) {
  Sample s;
  s.report.errors = {{ErrorCode::kNotFound, "<x>", "no such file"}};
  s.report.judgement.abstained = {{"event", 2}};
  s.report.pairs_left_out = 1;
  EXPECT_EQ(to_html(s.report, "{{limits}}"),
            "<h3>Reports that could not be read</h3><ul class=\"errors\"><li><code><bdi>&lt;x&gt;"
            "</bdi></code> no such file</li></ul><h3>Pairs without an answer</h3><p>2 pairs could "
            "not be compared, by the first question without an answer:</p><ul class=\"verdicts\">"
            "<li><b>2</b> event</li></ul><p>1 pair left out above the limit.</p>");
}

std::string sha256_base64(const std::string& text) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH + 1> hash{};
  SHA2_CTX context;
  SHA256Init(&context);
  SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
  SHA256Final(hash.data(), &context);
  std::string out;
  for (std::size_t i = 0; i < hash.size(); i += 3) {
    const std::uint32_t bits = hash[i] * 65536U + hash[i + 1] * 256U + hash[i + 2];
    for (const int shift : {18, 12, 6, 0})
      out += kDigits[(bits >> shift) & 63U];
  }
  out.back() = '=';
  return out;
}

TEST(Html, ThePolicyAllowsExactlyTheStyleOfThePage) {
  const std::string text = page();
  const std::size_t begin = text.find("<style>") + 7;
  const std::string style = text.substr(begin, text.find("</style>") - begin);
  EXPECT_NE(text.find("style-src 'sha256-" + sha256_base64(style) + "'"), std::string::npos)
      << "write sha256-" << sha256_base64(style) << " into reports/review.html";
}

TEST(Html, ThePageNeedsNoScriptAndNoNetwork) {
  const std::string text = page();
  EXPECT_NE(text.find("default-src 'none'; style-src 'sha256-"), std::string::npos);
  for (const char* forbidden :
       {"<script", "http://", "https://", "url(", "@import", " style=", " on"}) {
    const std::size_t at = text.find(forbidden);
    const bool word = at != std::string::npos && std::string(forbidden) == " on" &&
                      text.compare(at, 4, " on=") != 0;
    EXPECT_TRUE(at == std::string::npos || word) << forbidden;
  }
}

}  // namespace
}  // namespace gainsay::report
