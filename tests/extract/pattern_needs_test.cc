#include "pattern_needs.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <re2/re2.h>

#include "extract/extractor.h"
#include "ruleset/ruleset.h"

namespace gainsay::extract {
namespace {

/// Groups as "a,b + c"; "anything" when there is none; "ask RE2" when the reader gives up.
std::string needs(std::string_view pattern) {
  const PatternNeeds found = needs_of(pattern);
  if (!found.sound) return "ask RE2";
  std::string out;
  for (const auto& group : found.groups) {
    out += out.empty() ? "" : " + ";
    for (std::size_t i = 0; i < group.size(); ++i)
      out += (i == 0 ? "" : ",") + group[i];
  }
  return out.empty() ? "anything" : out;
}

TEST(PatternNeeds, OneOfTheWordsOfEachList) {
  EXPECT_EQ(needs(" (?:killed|shot dead) "), "killed,shot");
  EXPECT_EQ(needs(" (?:(?:two|three) homes?) "), "home,homes,three");
}

TEST(PatternNeeds, TheRarestWordOfAText) {
  EXPECT_EQ(needs(" (?:in the hospital of) "), "hospital");
}

TEST(PatternNeeds, GapsEndATextBetweenTokens) {
  EXPECT_EQ(needs(" (?:toll (?:[^ ]+ ){0,6}(?P<value>Q/count/person/[^/ ]*)) "),
            "toll + Q/count/person/");
  EXPECT_EQ(needs(" (?:toll(?: [^ ]+){0,6} rose) "), "toll + rose");
  // "toll" may be the begin of a token: what follows it may be nothing.
  EXPECT_EQ(needs(" (?:toll(?: [^ ]+){0,6}[a-z]* rose) "), "rose");
}

TEST(PatternNeeds, TagsByTheirBeginAndTheirLastField) {
  EXPECT_EQ(needs(" (?:(?P<value>(?:Q/count/person/[^/ ]*|Q/count/-/-)) died) "),
            "Q/count/-/-,Q/count/person/ + died");
  EXPECT_EQ(needs(" (?:(?P<value>Q/count/[^/ ]*/arrest)) "), "Q/count/ + /arrest");
}

TEST(PatternNeeds, NothingThatIsOptional) {
  EXPECT_EQ(needs(" (?:(?:at least )?(?:[a-z]+ ){1,2}?) "), "anything");
  EXPECT_EQ(needs(" (?:(?:dead|[a-z]+)) "), "anything");
  EXPECT_EQ(needs(" (?:x*) "), "anything");
}

TEST(PatternNeeds, NoPartOfAToken) {
  EXPECT_EQ(needs(" (?:kill[a-z]* it) "), "it");
  EXPECT_EQ(needs(" (?:(?:un)?[a-z]+ed) "), "anything");
}

TEST(PatternNeeds, AWordEndsWhereABlankMustFollowItsGroup) {
  EXPECT_EQ(needs(" (?:(?P<label>[0-9]+ (?:magnum|E/[^ ]*/magnum))) "), "/magnum,magnum");
  EXPECT_EQ(needs(" (?:(?:[a-z]+ sued|sues)(?: again| twice)? today) "),
            "sued,sues + again,today,twice");
  EXPECT_EQ(needs(" (?:(?:[a-z]+ sued|sues)(?: again| twice)?(?: by)? ) "), "sued,sues");
  EXPECT_EQ(needs(" (?:(?:[a-z]+ (?:sued|sues [a-z]+)|fined)) "), "fined,sued,sues");
}

TEST(PatternNeeds, AWordEndsWhereWhatMayFollowItBeginsWithABlank) {
  EXPECT_EQ(needs(" (?:E/per/[^ ]+ (?P<label>will play|sidelined)(?: [a-z]+ cup)?) "),
            "E/per/ + sidelined,will");
  EXPECT_EQ(needs(" (?:E/per/[^ ]+ (?P<label>will play|sidelined)(?: [a-z]+ cup)?[a-z]*) "),
            "E/per/");
}

TEST(PatternNeeds, AWordMayGoOnWhereNoBlankMustFollowItsGroup) {
  EXPECT_EQ(needs(" (?:(?:[a-z]+ sue|sued)[a-z]?) "), "anything");
  EXPECT_EQ(needs(" (?:(?:[a-z]+ sue|sued) ?) "), "anything");
  EXPECT_EQ(needs(" (?:(?:[a-z]+ sue|sued)+) "), "anything");
  EXPECT_EQ(needs(" (?:(?:[a-z]+ sue|sued)(?: x|d)) "), "anything");
}

TEST(PatternNeeds, WhatItDoesNotKnowIsLeftToRe2) {
  for (const char* pattern : {" (?:a", " a) ", " (?i:a) ", " \\bdead ", " [[:alpha:]] ", " a** ",
                              " a{3,2} ", " (?:a{600}){2} ", " (?P<x>a)(?P<x>b) ", "^a", "[z-a]"}) {
    EXPECT_EQ(needs(pattern), "ask RE2") << pattern;
  }
}

TEST(PatternNeeds, AreReadInLittleTimeOfALongPattern) {
  std::string optional;
  std::string nested;
  for (int i = 0; i < 2000; ++i) {
    optional += "(?:[a-z] )?(?: ab)?";
    nested += "(?:a|[b]";
  }
  EXPECT_EQ(needs(" (?:" + optional + " killed) "), "killed");
  EXPECT_EQ(needs(" " + nested + ") "), "ask RE2");
}

std::set<std::string> atoms_of(std::string_view tagged) {
  std::set<std::string> out;
  for (std::size_t at = 1; at < tagged.size();) {
    const std::size_t end = std::min(tagged.find(' ', at), tagged.size());
    for_each_atom(tagged.substr(at, end - at), [&](std::string_view atom) { out.emplace(atom); });
    at = end + 1;
  }
  return out;
}

bool meets(const std::set<std::string>& atoms, const PatternNeeds& needs) {
  return std::ranges::all_of(needs.groups, [&](const std::vector<std::string>& group) {
    return std::ranges::any_of(group, [&](const std::string& a) { return atoms.contains(a); });
  });
}

// Over all patterns and all examples of the rules: a match itself holds what its pattern needs.
TEST(PatternNeeds, HideNoMatch) {
  const ruleset::Loaded loaded = ruleset::load(GAINSAY_SOURCE_DIR "/rules");
  std::vector<Error> errors;
  const auto extractor = Extractor::create(loaded.rules, errors);
  ASSERT_TRUE(extractor.has_value());
  std::vector<std::string> sentences;
  std::vector<std::set<std::string>> atoms;
  for (const auto& rule : loaded.rules.claims) {
    for (const auto& example : rule.examples) {
      sentences.push_back(extractor->tagged(example.text));
      atoms.push_back(atoms_of(sentences.back()));
    }
  }
  std::size_t kept = 0;
  std::size_t all = 0;
  for (const auto& rule : loaded.rules.claims) {
    for (const auto* list : {&rule.patterns, &rule.unless}) {
      for (const auto& pattern : *list) {
        const PatternNeeds found = needs_of(pattern.expanded);
        const RE2 regex(pattern.expanded, RE2::Quiet);
        ASSERT_TRUE(regex.ok()) << pattern.where;
        for (std::size_t i = 0; i < sentences.size(); ++i) {
          const bool met = meets(atoms[i], found);
          ++all;
          kept += met ? 1 : 0;
          re2::StringPiece hit;
          const std::string& text = sentences[i];
          if (!regex.Match(text, 0, text.size(), RE2::UNANCHORED, &hit, 1)) continue;
          EXPECT_TRUE(meets(atoms_of({hit.data(), hit.size()}), found))
              << pattern.where << " hidden in" << text;
        }
      }
    }
  }
  EXPECT_LT(kept * 20, all) << "too few sentences are ruled out";
}

}  // namespace
}  // namespace gainsay::extract
