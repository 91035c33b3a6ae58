#include "word_map.h"

#include <map>
#include <string>

#include <gtest/gtest.h>

#include "ruleset/ruleset.h"

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

TEST(WordLists, AreToldApartByTheHashOfTheirName) {
  const ruleset::Loaded loaded = ruleset::load(GAINSAY_SOURCE_DIR "/rules");
  std::map<std::uint32_t, std::string> names;
  for (const auto& [name, words] : loaded.rules.words)
    EXPECT_EQ(names.emplace(ListName(name).hash, name).first->second, name);
  EXPECT_GT(names.size(), 50U);
}

}  // namespace
}  // namespace gainsay::extract
