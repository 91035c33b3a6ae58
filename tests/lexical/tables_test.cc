#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "table.h"

namespace gainsay::lexical {
namespace {

/// Lines of a table, or what is wrong with it.
std::string review(const Table& table) {
  std::string_view text(table.lines, table.size);
  std::size_t lines = 0;
  std::string_view last;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    const std::size_t tab = line.find('\t');
    if (tab == 0 || tab == std::string_view::npos || tab + 1 == line.size()) {
      return "not key TAB value: " + std::string(line);
    }
    if (line.substr(0, tab) <= last) return "not in order: " + std::string(line);
    last = line.substr(0, tab);
    if (find(table, last) != line.substr(tab + 1)) return "not found: " + std::string(line);
    text.remove_prefix(line.size() + 1);
    ++lines;
  }
  return std::to_string(lines);
}

// Of WordNet 3.0 and of no other release; places also depend on the release of iso-codes.
TEST(Tables, EveryLineIsInOrderAndFound) {
  EXPECT_EQ(review(kNouns), "42676");
  EXPECT_EQ(review(kNounForms), "1315");
  EXPECT_EQ(review(kVerbs), "8671");
  EXPECT_EQ(review(kVerbForms), "1857");
  EXPECT_EQ(review(kVerbOpposites), "751");
  EXPECT_GT(std::stoi(review(kPlaces)), 9000);
  EXPECT_GT(std::stoi(review(kDemonyms)), 500);
}

TEST(Tables, KeysBeyondEitherEndAreNotFound) {
  EXPECT_EQ(find(kNouns, "!").data(), nullptr);
  EXPECT_EQ(find(kNouns, "zzzz").data(), nullptr);
  EXPECT_EQ(find(kNouns, "").data(), nullptr);
}

}  // namespace
}  // namespace gainsay::lexical
