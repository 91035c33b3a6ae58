#include <map>
#include <string>

#include <gtest/gtest.h>

#include "ruleset/ruleset.h"
#include "word_map.h"

namespace gainsay::extract {
namespace {

TEST(WordLists, KnowWhichWordsAreInWhichLists) {
  WordLists lists;
  lists.add("fires", "blaze");
  lists.add("horses", "blaze");
  lists.add("horses", "mare");
  EXPECT_TRUE(lists.has("fires", "blaze"));
  EXPECT_TRUE(lists.has("horses", "blaze"));
  EXPECT_FALSE(lists.has("fires", "mare"));
  EXPECT_FALSE(lists.has("horses", "fire"));
  EXPECT_FALSE(lists.has("ships", "blaze"));
}

TEST(WordLists, KnowWhichListsHaveAnEntryThatBeginsSo) {
  WordLists lists;
  lists.add("horses", "old mare");
  lists.add_begin("horses", "old");
  EXPECT_TRUE(lists.begins("horses", "old"));
  EXPECT_FALSE(lists.has("horses", "old"));
  EXPECT_FALSE(lists.begins("horses", "mare"));
}

TEST(WordLists, TakeTheWordOfAKeyThatWasLookedUp) {
  WordLists lists;
  lists.add("horses", "mare");
  const WordKey known("mare", word_hash("mare"), &lists.of("mare"));
  EXPECT_TRUE(lists.has("horses", known));
  EXPECT_TRUE(WordLists().has("horses", known)) << "it is not looked up again";
  const WordKey unknown("ship", word_hash("ship"), &lists.of("ship"));
  EXPECT_FALSE(lists.has("horses", unknown));
}

TEST(WordLists, AreToldApartByTheHashOfTheirName) {
  const ruleset::Loaded loaded = ruleset::load(GAINSAY_SOURCE_DIR "/rules");
  std::map<std::uint32_t, std::string> names;
  for (const auto& [name, words] : loaded.rules.words)
    EXPECT_EQ(names.emplace(ListName(name).hash, name).first->second, name);
  EXPECT_GT(names.size(), 50U);
}

}  // namespace
}  // namespace gainsay::extract
