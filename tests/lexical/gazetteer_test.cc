#include "lexical/gazetteer.h"

#include <string>

#include <gtest/gtest.h>

namespace gainsay::lexical {
namespace {

/// "name kind in A, B"
std::string place(std::string_view lower) {
  const auto found = find_place(lower);
  if (!found) return "none";
  std::string out = std::string(found->name) + ' ' + static_cast<char>(found->kind);
  for (const std::string_view whole : found->within)
    out += (out.find(" in ") == std::string::npos ? " in " : ", ") + std::string(whole);
  return out;
}

TEST(Gazetteer, OnePlaceHasOneNameUnderAllItsNames) {
  EXPECT_EQ(place("myanmar"), "Myanmar c in Indochina, Malay Peninsula");
  EXPECT_EQ(place("burma"), place("myanmar"));
  EXPECT_EQ(place("viet nam"), place("vietnam"));
  EXPECT_EQ(place("u.s."), place("united states of america"));
  EXPECT_EQ(place("türkiye"), place("turkiye"));
  EXPECT_EQ(place("turkey"), place("turkiye"));
}

TEST(Gazetteer, KindsAndWhatAPlaceIsPartOf) {
  EXPECT_EQ(place("oslo"), "Oslo C in Norway");
  EXPECT_EQ(place("lyon"), "Lyon t in France, Lyonnais");
  EXPECT_EQ(place("ohio"), "Ohio s in Midwest, United States");
  EXPECT_EQ(place("aceh"), "Aceh s in Indonesia");
  EXPECT_EQ(place("south sudan"), "South Sudan c");
  EXPECT_EQ(place("loch ness"), "Loch Ness w in Scotland");
  EXPECT_EQ(place("atlantis of the west"), "none");
  EXPECT_EQ(place(""), "none");
}

TEST(Gazetteer, DemonymsNameTheCountryOfToday) {
  EXPECT_EQ(demonym("norwegian"), "Norway");
  EXPECT_EQ(demonym("russian"), "Russia");
  EXPECT_EQ(demonym("czech"), "Czech Republic");
  EXPECT_EQ(demonym("chinese"), "China");
  EXPECT_EQ(demonym("spaniard"), "Spain");
  EXPECT_EQ(demonym("ukrainian"), "Ukraine");
  EXPECT_EQ(demonym("filipino"), "Philippines");
  EXPECT_EQ(demonym("wooden"), "");
}

TEST(Gazetteer, LiesInOverAnyNumberOfSteps) {
  EXPECT_TRUE(lies_in("Jakarta", "Indonesia"));
  EXPECT_TRUE(lies_in("Dallas", "United States"));
  EXPECT_TRUE(lies_in("Dallas", "Texas"));
  EXPECT_TRUE(lies_in("Kiev", "Ukraine"));
  EXPECT_TRUE(lies_in("Ukraine", "Europe"));
  EXPECT_FALSE(lies_in("Texas", "Dallas"));
  EXPECT_FALSE(lies_in("Lyon", "Italy"));
  EXPECT_FALSE(lies_in("Oslo", "Oslo"));
  EXPECT_FALSE(lies_in("Nowhere", "Norway"));
}

}  // namespace
}  // namespace gainsay::lexical
