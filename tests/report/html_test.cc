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

TEST(Html, TheListWithoutScriptShowsBothSidesWithTheClaimMarked) {
  EXPECT_EQ(to_html(testing::bridge().report, "{{plain}}"),
            R"(<ol>
<li id="f=00000000000000f0"><p><span class="badge error"><span aria-hidden="true">■</span> error</span> numeric conflict, Casualties: killed: <b><bdi>12 people</bdi></b> against <b><bdi>about 17 people</bdi></b> <a href="#f=00000000000000f0"><code>00000000</code></a></p><p><b><bdi>Harbour Post</bdi></b>, 2024-10-08: <q dir="auto">The bridge fell. At noon <mark>12 people</mark> died there.</q></p><p><b><bdi>Valley Times</bdi></b>, 2024-10-08 19:02 UTC: <q dir="auto"><mark>Some 17 people</mark> died when the bridge fell.</q></p><p class="soft">12 is not 17</p></li>
</ol>)");
}

TEST(Html, TheScriptGetsTextsOnceAndPositionsInThem) {
  Sample s = testing::bridge();
  s.add("c.html", "<nav>", "C", "", "menu");
  s.report.documents.back().sentences[0].zone = Zone::kFurniture;
  s.claim(DocumentId(2), "bridge", "event.what", testing::label("a"));
  HtmlOptions options;
  options.made = "2024-10-09T00:00:00Z";
  options.decisions = {
      {FindingId(0xF0), Ruling::kDismiss, "rounding", "<!--", "M.", "2030", {"x", "y"}}};
  EXPECT_EQ(
      to_html(s.report, "{{data}}", options),
      R"({"schema":"gainsay-review/1","version":"1.2.3","id":"a746f3d9e93a5c24","made":"2024-10-09T00:00:00Z","served":false,"documents":[
["a.txt","Harbour Post","","","2024-10-08T00:00:00Z",1,1,[["body","The bridge fell. At noon 12 people died there."]]],
["b.txt","Valley Times","","","2024-10-08T19:02:00Z",2,1,[["body","Some 17 people died when the bridge fell."]]],
["c.html","C","","","",3,1,[["furniture",1]]]],"claims":[)"
      R"([0,0,25,34,0,1,2,[3,1,4,5],[12,12,12,12,12,12,6,1,6,6]],)"
      R"([1,0,0,14,0,7,8,[3,7,9,10,4,11],[17,17,15.3,18.7,15.3,18.7,6,1,6,6]],)"
      R"([1,0,29,35,12,13,8]],"findings":[
["00000000000000f0",14,"error",0,1,15,0.75,1,2,[0,1]]],"links":[],"spreads":[
[12,12,12,17,2,[0,1],[]]],"gates":[[16,1,17],[18,0,19]],)"
      R"("measures":{"casualties.killed":"Casualties: killed","event.what":"Event: what"},)"
      R"("strings":["casualties.killed","12 people","2024-10-08T00:00:00Z","Value","Where","a.txt:2:9","",)"
      R"("about 17 people","2024-10-08T19:02:00Z","Allows","15.3 to 18.7 people","b.txt:1:1","event.what",)"
      R"("\"a\"","numeric-conflict","12 is not 17","event","both a bridge fall","value","disjoint bounds"],)"
      R"("decisions":[{"fingerprint":"00000000000000f0","verdict":"dismiss","reason":"rounding","note":"\u003c!--","reviewer":"M.","at":"2030","claims":["x","y"]}]})");
}

TEST(Html, ArticleTextIsNeverMarkup) {
  Sample s = testing::bridge();
  const DocumentId c = s.add(
      "<b>.txt", "</style></script><script>alert(1)</script> 9 dead {{title}}", "<img src=x>");
  s.claim(c, "9 dead", "casualties.killed", testing::label("\"><svg onload=x>"));
  s.find(0, 2, Verdict::kFactConflict, Severity::kWarning, "'<i>' & \u202E\x1b");
  const std::string empty = to_html(Report(), page());
  const std::string out = to_html(s.report, page());
  const auto times = [](const std::string& text, std::string_view what) {
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1))
      ++count;
    return count;
  };
  for (const char* tag :
       {"<script", "</script", "<img", "</style", "<i>", "<svg onload", "<b>.txt"})
    EXPECT_EQ(times(out, tag), times(empty, tag)) << tag;
  EXPECT_NE(out.find("alert(1)&lt;/script&gt; <mark>9 dead</mark> {{title}}</q>"),
            std::string::npos);
  EXPECT_NE(out.find("alert(1)\\u003c/script> 9 dead {{title}}"), std::string::npos);
  EXPECT_NE(out.find("&#39;&lt;i&gt;&#39; &amp; �␛"), std::string::npos);
}

TEST(Html, TheMarkFollowsThePositionThroughMarkupAndEntities) {
  Sample s = testing::bridge();
  const DocumentId c =
      s.add("c.html", "It cost 5 and <b>17&nbsp;people</b> &amp; **17** more\r\ndied.", "C", "",
            "It cost 5 and 17\u00A0people & 17 more died.");
  s.claim(c, "17** more", "casualties.killed", testing::value(testing::count(17, "person")));
  s.find(0, 2, Verdict::kNumericConflict, Severity::kError, "");
  EXPECT_NE(to_html(s.report, "{{plain}}")
                .find("It cost 5 and 17\u00A0people &amp; <mark>17 more</mark> died.</q>"),
            std::string::npos);
  EXPECT_NE(to_html(s.report, "{{data}}").find("[2,0,26,33,"), std::string::npos);
}

TEST(Html, WhereTheReadableTextDoesNotFollowTheBytesTheBytesAreShown) {
  Sample s = testing::bridge();
  const DocumentId c = s.add("c.html", "Alas 17 died", "C", "", "Something else");
  s.claim(c, "17", "casualties.killed", testing::value(testing::count(17, "person")));
  s.find(0, 2, Verdict::kNumericConflict, Severity::kError, "");
  EXPECT_NE(to_html(s.report, "{{plain}}").find("Alas <mark>17</mark> died</q>"),
            std::string::npos);
  EXPECT_NE(to_html(s.report, "{{data}}").find("[\"Alas \",\"17\",\" died\"]"), std::string::npos);
}

TEST(Html, PositionsCountUtf16Units) {
  Sample s = testing::bridge();
  const DocumentId c = s.add("c.txt", "Ärger 😀 now: 17 died", "C");
  s.claim(c, "17", "casualties.killed", testing::value(testing::count(17, "person")));
  EXPECT_NE(to_html(s.report, "{{data}}").find("[2,0,14,16,"), std::string::npos);
}

TEST(Html, WhatAClaimIsAboutIsSaidOnce) {
  Sample s = testing::bridge();
  Frame& frame = s.report.claims[0].frame;
  frame.subject = frame.place = "Orm";
  frame.participants = {"Ada", "Orm"};
  EXPECT_NE(to_html(s.report, "{{data}}").find(R"("About","Orm; Ada, Orm","Where")"),
            std::string::npos);
}

TEST(Html, MarkersAreFilledOnceAndUnknownOnesStay) {
  Report report;
  report.version = "{{title}}";
  EXPECT_EQ(to_html(report, "{{version}}|{{title}}|{{other}}|{{"),
            "{{title}}|0 errors, 0 warnings, 0 notes|{{other}}|{{");
}

TEST(Html, TheMatrixLeadsFromTwoSourcesToTheirFindings) {
  const std::string out = to_html(testing::bridge().report, "{{overview}}");
  EXPECT_NE(
      out.find(
          R"(<bdi>Harbour Post</bdi></th><td class="none own">·</td><td class="error h2"><a href="#view=findings&amp;q=source:%22Harbour%20Post%22+source:%22Valley%20Times%22" title="Casualties: killed 1">1<span class="hidden"> finding, gravest: error, on Casualties: killed 1</span></a></td>)"),
      std::string::npos)
      << out;
}

TEST(Html, FindingsAboveTheLimitAreCounted) {
  Sample s = testing::bridge();
  s.find(0, 1, Verdict::kVariant, Severity::kNote, "");
  HtmlOptions options;
  options.max_findings = 1;
  EXPECT_EQ(to_html(s.report, "{{plain}}", options),
            to_html(testing::bridge().report, "{{plain}}"));
  EXPECT_NE(to_html(s.report, "{{limits}}", options).find("1 finding left out of this page."),
            std::string::npos);
}

TEST(Html, EachStoryIsAPageAndTheIndexLeadsToThem) {
  Sample s = testing::bridge();
  const DocumentId c = s.add("fair/c.txt", "Some 900 guests came.", "C");
  const DocumentId d = s.add("fair/d.txt", "Some 1,500 guests came.", "D");
  s.add("quiet.txt", "Nobody disagrees.", "Q");
  for (std::size_t i = 2; i < 5; ++i)
    s.report.documents[i].facts.story = StoryId(i < 4 ? 7 : 8);
  s.claim(c, "900 guests", "count:guest", testing::value(testing::count(900, "guest")));
  s.claim(d, "1,500 guests", "count:guest", testing::value(testing::count(1500, "guest")));
  s.find(2, 3, Verdict::kUpdate, Severity::kWarning, "later");
  const std::vector<NamedPage> pages =
      to_html_by_story(s.report, "{{title}}<div id=\"app\">{{limits}}<footer>{{version}}");
  ASSERT_EQ(pages.size(), 3);
  EXPECT_EQ(pages[0].name, "index.html");
  EXPECT_EQ(pages[0].html,
            R"(1 error, 1 warning, 0 notes<main class="wrap">
<header class="masthead"><h1>Where the reports gainsay each other</h1>
<p>1 error, 1 warning, 0 notes, a page for each story.</p></header>
<div class="scroll" role="region" aria-label="Stories" tabindex="0"><table><thead><tr><th scope="col">Story</th><th scope="col" class="number">Reports</th><th scope="col" class="number"><span class="badge error"><span aria-hidden="true">■</span> errors</span></th><th scope="col" class="number"><span class="badge warning"><span aria-hidden="true">▲</span> warnings</span></th><th scope="col" class="number"><span class="badge note"><span aria-hidden="true">●</span> notes</span></th></tr></thead><tbody>
<tr><th scope="row"><a href="story-1.html"><bdi>a.txt</bdi></a></th><td class="number">2</td><td class="number">1</td><td class="number">0</td><td class="number">0</td></tr>
<tr><th scope="row"><a href="story-7.html"><bdi>fair/c.txt</bdi></a></th><td class="number">2</td><td class="number">0</td><td class="number">1</td><td class="number">0</td></tr>
</tbody></table></div>
<section aria-labelledby="limits"><h2 id="limits">What could not be judged</h2><p>4 pairs could not be compared, by the first question without an answer:</p><ul class="chips"><li><b>3</b> event</li><li><b>1</b> measure</li></ul></section>
</main>
<footer>1.2.3)");
  const std::string back =
      R"(<div id="app"><p><a href="index.html">All stories, and what could not be judged</a></p><footer>1.2.3)";
  EXPECT_EQ(pages[1].name, "story-1.html");
  EXPECT_EQ(pages[1].html, "a.txt: 1 error, 0 warnings, 0 notes" + back);
  EXPECT_EQ(pages[2].name, "story-7.html");
  EXPECT_EQ(pages[2].html, "fair/c.txt: 0 errors, 1 warning, 0 notes" + back);
}

TEST(Html, APageOfAStoryHoldsItsReportsAloneAndSaysWhatItLeavesOut) {
  Sample s = testing::bridge();
  s.add("quiet.txt", "Nobody disagrees.", "Q");
  s.report.documents[2].facts.story = StoryId(8);
  // Between two stories: with side a, whose page takes the other report in.
  s.claim(DocumentId(3), "Nobody", "casualties.killed", testing::label("nobody"));
  s.find(0, 2, Verdict::kVariant, Severity::kNote, "");
  HtmlOptions options;
  options.max_findings = 1;
  const std::vector<NamedPage> pages = to_html_by_story(s.report, "{{plain}}|{{limits}}", options);
  ASSERT_EQ(pages.size(), 2);
  EXPECT_EQ(
      pages[1].html,
      to_html(testing::bridge().report, "{{plain}}") +
          R"(|<section aria-labelledby="limits"><h2 id="limits">What could not be judged</h2><p>1 finding left out of this page.</p></section><p><a href="index.html">All stories, and what could not be judged</a></p>)");
}

TEST(Html, WhatWasNotJudgedIsSaid) {
  Sample s;
  s.report.errors = {{ErrorCode::kNotFound, "<x>", "no such file"}};
  s.report.judgement.abstained = {{"event", 2}};
  s.report.pairs.left_out = {1};
  EXPECT_EQ(to_html(s.report, "{{limits}}"),
            "<section aria-labelledby=\"limits\"><h2 id=\"limits\">What could not be "
            "judged</h2><h3>Reports that could not be read</h3><ul><li><code><bdi>&lt;x&gt;"
            "</bdi></code> no such file</li></ul><p>2 pairs could not be compared, by the first "
            "question without an answer:</p><ul class=\"chips\"><li><b>2</b> event</li></ul><p>1 "
            "pair left out above the limit.</p></section>");
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

TEST(Html, ThePolicyAllowsExactlyTheStyleAndTheScriptOfThePage) {
  const std::string text = page();
  const auto between = [&text](const std::string& open, const std::string& close) {
    const std::size_t begin = text.find(open) + open.size();
    return text.substr(begin, text.find(close, begin) - begin);
  };
  EXPECT_NE(text.find("default-src 'none'; script-src 'sha256-" +
                      sha256_base64(between("<script>", "</script>")) + "'; style-src 'sha256-" +
                      sha256_base64(between("<style>", "</style>")) +
                      "'; connect-src {{connect}}; base-uri 'none'; form-action 'none'"),
            std::string::npos);
  EXPECT_EQ(to_html(Report(), "{{connect}}"), "'none'");
}

}  // namespace
}  // namespace gainsay::report
