#include "suppress/directives.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace gainsay::suppress {
namespace {

/// Paragraphs between blank lines are its blocks, without comments of their own.
text::Document document(std::string bytes) {
  std::vector<text::Block> blocks;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find("\n\n", begin), bytes.size());
    if (bytes.compare(begin, 4, "<!--") != 0 && end > begin) {
      const auto size = static_cast<std::uint32_t>(end - begin);
      blocks.push_back({Zone::kBody,
                        bytes.substr(begin, size),
                        {{0, size, static_cast<std::uint32_t>(begin), size}}});
    }
    begin = end + 2;
  }
  return text::Document("draft.md", std::move(bytes), std::string(64, 'a'), {}, std::move(blocks));
}

/// One line a directive: keyword, ids, reason, quoted words, last day, covered text; then problems.
std::string read(const std::string& bytes) {
  const text::Document in = document(bytes);
  const Directives directives = read_directives(in);
  std::string out;
  for (const Directive& d : directives.found) {
    out += d.keyword + " [";
    for (const std::string& id : d.ids)
      out += (out.ends_with('[') ? "" : ",") + id;
    out += "] (" + d.reason + ")";
    if (!d.quoted.empty()) out += " \"" + d.quoted + "\"";
    if (d.until) out += " until " + to_iso(*d.until);
    out += " covers <" + std::string(in.text(d.covers)) + ">\n";
  }
  for (const Error& problem : directives.problems)
    out += problem.where + ": " + problem.message + "\n";
  return out;
}

TEST(Directives, TheNextLineIsTheNextBlockOfText) {
  EXPECT_EQ(read("One.\n\n<!-- gainsay-disable-next-line numeric-conflict: police figure -->\n\n"
                 "Two\nthree.\n\nFour.\n"),
            "gainsay-disable-next-line [numeric-conflict] (police figure) covers <Two\nthree.>\n");
}

TEST(Directives, CommentsBetweenAreSkipped) {
  EXPECT_EQ(
      read("<!-- gainsay-disable-next-line a: x -->\n\n<!-- gainsay-disable-next-line b: y -->\n\n"
           "Two.\n"),
      "gainsay-disable-next-line [a] (x) covers <Two.\n>\n"
      "gainsay-disable-next-line [b] (y) covers <Two.\n>\n");
}

TEST(Directives, InTheMidstOfAParagraphTheNextLineIsTheLineBelow) {
  EXPECT_EQ(read("One, <!-- gainsay-disable-next-line a: x -->\ntwo,\nthree.\n"),
            "gainsay-disable-next-line [a] (x) covers <two,>\n");
}

TEST(Directives, WithoutABlockBelowNothingIsCovered) {
  EXPECT_EQ(read("One.\n\n<!-- gainsay-disable-next-line a -->"),
            "gainsay-disable-next-line [a] () covers <>\n");
}

TEST(Directives, OfALineStandAtItsEnd) {
  EXPECT_EQ(read("One. <!-- gainsay-disable-line a -->\nTwo.\n"),
            "gainsay-disable-line [a] () covers <One. <!-- gainsay-disable-line a -->>\n");
}

TEST(Directives, ARangeEndsWhereItIsEnabledOrWithTheFile) {
  EXPECT_EQ(read("<!-- gainsay-disable a -->One.<!-- gainsay-enable -->Two."
                 "<!-- gainsay-disable b -->Three."),
            "gainsay-disable [a] () covers <One.>\ngainsay-disable [b] () covers <Three.>\n");
}

TEST(Directives, AnyListAndSpacingOfIdsIsTaken) {
  EXPECT_EQ(read("<!--gainsay-disable-file  A ,b,\n c.* d: for: good-->One."),
            "gainsay-disable-file [a,b,c.*,d] (for: good) covers <<!--gainsay-disable-file  A "
            ",b,\n c.* d: "
            "for: good-->One.>\n");
}

TEST(Directives, OneClaimIsMeantByItsWordsUntilADay) {
  EXPECT_EQ(read("<!-- gainsay-ok \"12 people\" update until 2031-10-20: checked -->"),
            "gainsay-ok [update] (checked) \"12 people\" until 2031-10-20T00:00:00Z covers <<!-- "
            "gainsay-ok \"12 people\" update until 2031-10-20: checked -->>\n");
}

TEST(Directives, WhatCannotBeUsedIsSaidWithItsPlace) {
  EXPECT_EQ(read("One.\n  <!-- gainsay-disable-lin a -->\n<!-- gainsay-disable -->\n"
                 "<!-- gainsay-enable -->\n<!-- gainsay-ok update: x -->\n"
                 "<!-- gainsay-disable a until may: x -->\n<!-- gainsay-disable a until: x -->\n"),
            "draft.md:2:3: \"gainsay-disable-lin\" is none of: disable-next-line, disable-line, "
            "disable-file, disable, enable, ok\n"
            "draft.md:3:1: name what is meant: gainsay-disable numeric-conflict: reason; * stands "
            "for everything\n"
            "draft.md:4:1: nothing is disabled here\n"
            "draft.md:5:1: quote the words that are meant: gainsay-ok \"12 people\" ID: reason\n"
            "draft.md:6:1: write a day behind \"until\": until 2031-10-20\n"
            "draft.md:7:1: write a day behind \"until\": until 2031-10-20\n");
}

TEST(Directives, DashesBeforeTheReasonAreTakenAndSaid) {
  EXPECT_EQ(read("<!-- gainsay-disable a -- because: so -->One."),
            "gainsay-disable [a] (because: so) covers <One.>\n"
            "draft.md:1:1: write a colon before the reason: \" -- \" shows as text in Markdown\n");
}

TEST(Directives, AnEndOfRangesTakesNoIds) {
  EXPECT_EQ(read("<!-- gainsay-disable a -->One.<!-- gainsay-enable a -->Two."),
            "gainsay-disable [a] () covers <One.>\n"
            "draft.md:1:31: gainsay-enable takes no ids; it ends every range\n");
}

TEST(Directives, AnAttributeCoversItsElement) {
  EXPECT_EQ(
      read("<div><p data-gainsay-ignore=\"Update, a: checked\">One <b>two</b>.</p> Three."
           "<p data-gainsay-ignore='b'>Four.</div><p data-gainsay-ignore>Five.</p>"),
      "data-gainsay-ignore [update,a] (checked) covers <<p data-gainsay-ignore=\"Update, a: "
      "checked\">One <b>two</b>.>\n"
      "data-gainsay-ignore [b] () covers <<p data-gainsay-ignore='b'>Four.>\n"
      "draft.md:1:117: name what is meant: data-gainsay-ignore=\"numeric-conflict: reason\"; * "
      "stands for everything\n");
}

TEST(Directives, FrontMatterCoversTheFile) {
  EXPECT_EQ(
      read("---\ngainsay:\n  disable: [update, B.*]\n---\nOne.\n"),
      "front matter [update] () covers <---\ngainsay:\n  disable: [update, B.*]\n---\nOne.\n>\n"
      "front matter [b.*] () covers <---\ngainsay:\n  disable: [update, B.*]\n---\nOne.\n>\n");
  EXPECT_EQ(
      read("---\ngainsay: {disabel: [update]}\n---\nOne.\n"),
      "draft.md:2:11: unknown key \"disabel\"; write gainsay: {disable: [numeric-conflict]}\n");
  EXPECT_EQ(read("---\ngainsay: off\n---\nOne.\n"),
            "draft.md:2:10: write gainsay: {disable: [numeric-conflict]}\n");
  EXPECT_EQ(read("---\ngainsay: {disable: [\n---\nOne.\n").substr(0, 40),
            "draft.md:3:1: front matter: not valid YA");
}

TEST(Directives, OtherCommentsAreNone) {
  EXPECT_EQ(read("<!-- a note on gainsay-disable --> <!-- gainsay --> <!-- never closed"), "");
}

TEST(Directives, ApplyWhereAClaimBegins) {
  const text::Document in =
      document("<!-- gainsay-disable-next-line b, a -->\n\nTwo.\nThree.\n\nFour.");
  const Directives directives = read_directives(in);
  ASSERT_EQ(directives.found.size(), 1U);
  const auto at = [&](const std::string& word) {
    const auto begin = static_cast<std::uint32_t>(in.bytes().find(word));
    return applying_ids(directives.found[0], begin, word, {"x", "a"});
  };
  EXPECT_EQ(at("Two"), std::vector<std::size_t>{1});
  EXPECT_EQ(at("Three"), std::vector<std::size_t>{1});
  EXPECT_EQ(at("Four"), std::vector<std::size_t>{});
}

TEST(Directives, QuotedWordsMeanOneClaim) {
  const text::Document in = document("<!-- gainsay-ok \"12 people\" a -->\n\n12 people, 9 boats.");
  const Directive directive = read_directives(in).found.at(0);
  EXPECT_EQ(applying_ids(directive, 40, "12 people", {"a"}), std::vector<std::size_t>{0});
  EXPECT_EQ(applying_ids(directive, 40, "12", {"a"}), std::vector<std::size_t>{0});
  EXPECT_EQ(applying_ids(directive, 40, "9 boats", {"a"}), std::vector<std::size_t>{});
}

TEST(Directives, StarsStandForAnyLetters) {
  EXPECT_TRUE(matches("casualties.*", "casualties.killed"));
  EXPECT_TRUE(matches("*", "anything"));
  EXPECT_TRUE(matches("*-conflict", "numeric-conflict"));
  EXPECT_FALSE(matches("casualties.*", "casualty.killed"));
  EXPECT_FALSE(matches("casualties", "casualties.killed"));
  EXPECT_FALSE(matches("*.killed*x", "casualties.killed"));
}

TEST(Directives, LeaveNoTraceInAPublishedText) {
  EXPECT_EQ(without_directives(document("One.\n<!-- gainsay-disable a: b -->\nTwo. "
                                        "<!-- gainsay-disable-line a -->\n<!-- note -->\r\n"
                                        "<!-- gainsay-enable -->\r\nThree.")),
            "One.\nTwo.\n<!-- note -->\r\nThree.");
  EXPECT_EQ(without_directives(document("<!-- gainsay-disable-file a -->")), "");
  EXPECT_EQ(without_directives(document("<p class=\"x\" data-gainsay-ignore=\"a: b\">One.</p>")),
            "<p class=\"x\">One.</p>");
}

}  // namespace
}  // namespace gainsay::suppress
