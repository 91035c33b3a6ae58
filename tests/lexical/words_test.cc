#include "lexical/words.h"

#include <initializer_list>
#include <string>

#include <gtest/gtest.h>

namespace gainsay::lexical {
namespace {

using Forms = std::initializer_list<std::string_view>;

std::string nouns(Forms forms) {
  std::string out;
  for (const std::string_view form : forms)
    out += std::string(form) + '=' + noun_lemma(form) + ' ';
  return out;
}
std::string verbs(Forms forms) {
  std::string out;
  for (const std::string_view form : forms)
    out += std::string(form) + '=' + verb_lemma(form) + ' ';
  return out;
}
std::string classes(Forms lemmas) {
  std::string out;
  for (const std::string_view lemma : lemmas) {
    const auto found = noun_class(lemma);
    out +=
        std::string(lemma) + '=' + (found ? std::to_string(static_cast<int>(*found)) : "-") + ' ';
  }
  return out;
}

TEST(Words, NounsLoseTheirPlural) {
  EXPECT_EQ(nouns({"lawyers", "cities", "churches", "boxes", "buses", "crises", "wives", "mice"}),
            "lawyers=lawyer cities=city churches=church boxes=box buses=bus crises=crisis "
            "wives=wife mice=mouse ");
  EXPECT_EQ(nouns({"firemen", "women", "children", "teeth", "sheep", "boss", "virus"}),
            "firemen=fireman women=woman children=child teeth=tooth sheep=sheep boss=boss "
            "virus=virus ");
  EXPECT_EQ(nouns({"", "zzyzzy", "quicklys"}), "= zzyzzy= quicklys= ");
}

TEST(Words, VerbsLoseTheirEnding) {
  EXPECT_EQ(verbs({"said", "fled", "denies", "denied", "planning", "planned", "hoping", "hopped"}),
            "said=say fled=flee denies=deny denied=deny planning=plan planned=plan hoping=hope "
            "hopped=hop ");
  EXPECT_EQ(verbs({"arrest", "arrested", "freed", "dying", "quit", "taped"}),
            "arrest=arrest arrested=arrest freed=free dying=die quit=quit taped=tape ");
  EXPECT_EQ(verbs({"", "qwertying"}), "= qwertying= ");
}

TEST(Words, ANounHasTheClassOfItsMostFrequentSense) {
  EXPECT_EQ(
      classes({"lawyer", "pilgrim", "meeting", "earthquake", "bridge", "dog", "week", "crew"}),
      "lawyer=18 pilgrim=18 meeting=14 earthquake=11 bridge=6 dog=5 week=28 crew=14 ");
  EXPECT_EQ(classes({"lawyers", "Lawyer", "xylograph-x", ""}),
            "lawyers=- Lawyer=- xylograph-x=- =- ");
}

TEST(Words, AVerbHasTheClassOfItsMostFrequentSense) {
  EXPECT_EQ(verb_class("deny"), VerbClass::kCommunication);
  EXPECT_EQ(verb_class("walk"), VerbClass::kMotion);
  EXPECT_EQ(verb_class("denied"), std::nullopt);
}

TEST(Words, VerbsHaveOpposites) {
  EXPECT_TRUE(verbs_opposed("accept", "reject"));
  EXPECT_TRUE(verbs_opposed("accept", "refuse"));
  EXPECT_TRUE(verbs_opposed("reject", "accept"));
  EXPECT_TRUE(verbs_opposed("rise", "fall"));
  EXPECT_FALSE(verbs_opposed("accept", "accept"));
  EXPECT_FALSE(verbs_opposed("accept", "fuse"));
  EXPECT_FALSE(verbs_opposed("accepted", "reject"));
  EXPECT_FALSE(verbs_opposed("sign", "reject"));
  EXPECT_FALSE(verbs_opposed("", ""));
}

}  // namespace
}  // namespace gainsay::lexical
