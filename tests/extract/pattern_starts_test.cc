#include "pattern_starts.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <re2/re2.h>

#include "extract/extractor.h"
#include "pattern_needs.h"
#include "ruleset/ruleset.h"

namespace gainsay::extract {
namespace {

/// "a,b"; "anywhere" when there is no atom.
std::string starts(std::string_view pattern) {
  std::string out;
  for (const std::string& atom : starts_of(pattern))
    out += (out.empty() ? "" : ",") + atom;
  return out.empty() ? "anywhere" : out;
}

TEST(PatternStarts, TheFirstTokenOfEachBranch) {
  EXPECT_EQ(starts(" (?:(?:killed|shot dead) by) "), "killed,shot");
  EXPECT_EQ(starts(" (?:toll|(?:a |the )?count) "), "a,count,the,toll");
  EXPECT_EQ(starts(" (?:organi[sz]ed|planned) "), "anywhere");
  EXPECT_EQ(starts(" (?:(?P<label>homes?) burned) "), "home,homes");
}

TEST(PatternStarts, TheBeginOfATag) {
  EXPECT_EQ(starts(" (?:(?P<value>(?:Q/count/person/[^/ ]*|Q/count/-/-)) died) "),
            "Q/count/-/-,Q/count/person/");
  EXPECT_EQ(starts(" (?:E/(?:per|org)/[^ ]+ said) "), "E/org/,E/per/");
  EXPECT_EQ(starts(" (?:E/[^ ]+ said) "), "E/");
}

TEST(PatternStarts, WhatMayBeLeftOutAndWhatFollowsIt) {
  EXPECT_EQ(starts(" (?:(?:about |at most )?(?:up to )?(?:ten|two)) "), "about,at,ten,two,up");
  EXPECT_EQ(starts(" (?:(?:at ){0,2}(?:ten|two)) "), "at,ten,two");
  EXPECT_EQ(starts(" (?:(?:at ){0}ten) "), "at,ten");
}

TEST(PatternStarts, AnywhereAfterAGap) {
  EXPECT_EQ(starts(" (?:(?:[^ ]+ ){0,3}died) "), "anywhere");
  EXPECT_EQ(starts(" (?:(?: [^ ]+){0,3} died) "), "anywhere");
  EXPECT_EQ(starts(" (?:died|.) "), "anywhere");
  EXPECT_EQ(starts(" (?:[0-9]+ - [0-9]+) "), "anywhere");
  EXPECT_EQ(starts(" (?:x+) "), "anywhere");
  EXPECT_EQ(starts(" (?:\xC3\xA9?tat) "), "anywhere");
  EXPECT_EQ(starts(" (?i:died) "), "anywhere");
  EXPECT_EQ(starts("^ died "), "anywhere");
  EXPECT_EQ(starts(" \\bdied "), "anywhere");
  EXPECT_EQ(starts("died "), "anywhere");
}

TEST(PatternStarts, EscapesAndClassesArePassedOver) {
  EXPECT_EQ(starts(" (?:n\\x27t|u\\.s\\.) (?:[)(|\\]]+ )?spoke "), "n't,u.s.");
  EXPECT_EQ(starts(" (?:left [])|(] (?:x|y)|right) "), "left,right");
}

TEST(PatternStarts, AnywhereForAPatternOfTooManyBeginnings) {
  std::string repeats = "pension";
  std::string choices;
  std::string word;
  for (int i = 0; i < 150; ++i) {
    repeats += '?';
    choices += "(?:a|b)?";
    word += "ab";
  }
  EXPECT_EQ(starts(" (?:(?:[a-z]+ )?" + repeats + ") "), "anywhere");
  EXPECT_EQ(starts(" (?:" + repeats + ") "), "anywhere");
  EXPECT_EQ(starts(" (?:" + choices + ") "), "anywhere");
  EXPECT_EQ(starts(" (?:" + word + ") "), "anywhere");
  EXPECT_EQ(starts(" " + std::string(100'000, '(') + "a) "), "anywhere");
}

// Over all patterns and all examples of the rules: a match begins where the reader says.
TEST(PatternStarts, HoldForEveryMatch) {
  const ruleset::Loaded loaded = ruleset::load(GAINSAY_SOURCE_DIR "/rules");
  std::vector<Error> errors;
  const auto extractor = Extractor::create(loaded.rules, errors);
  ASSERT_TRUE(extractor.has_value());
  std::vector<std::string> sentences;
  for (const auto& rule : loaded.rules.claims) {
    for (const auto& example : rule.examples)
      sentences.push_back(extractor->tagged(example.text));
  }
  std::size_t known = 0;
  std::size_t all = 0;
  std::size_t matches = 0;
  for (const auto& rule : loaded.rules.claims) {
    for (const auto* list : {&rule.patterns, &rule.unless}) {
      for (const auto& pattern : *list) {
        const std::vector<std::string> atoms = starts_of(pattern.expanded);
        ++all;
        if (atoms.empty()) continue;
        ++known;
        const RE2 regex(pattern.expanded, RE2::Quiet);
        for (const std::string& text : sentences) {
          re2::StringPiece hit;
          if (!regex.Match(text, 0, text.size(), RE2::UNANCHORED, &hit, 1)) continue;
          ++matches;
          const auto begin = static_cast<std::size_t>(hit.data() - text.data()) + 1;
          const std::string_view unit(text.data() + begin, text.find(' ', begin) - begin);
          bool found = false;
          for_each_atom(unit, [&](std::string_view atom) {
            found = found || std::ranges::binary_search(atoms, std::string(atom));
          });
          EXPECT_TRUE(found) << pattern.where << " begins with " << unit;
        }
      }
    }
  }
  EXPECT_GT(matches, 1500U);
  EXPECT_GT(known * 20, all * 19) << "too few patterns say where they begin";
}

}  // namespace
}  // namespace gainsay::extract
