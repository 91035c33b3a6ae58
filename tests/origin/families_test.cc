#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "origin/origins.h"

namespace gainsay::origin {
namespace {

Knowledge knowledge() {
  Knowledge out;
  out.publishers = {{"Northern Wire", true, {"Northern Wire", "NW"}, {"nw.example"}},
                    {"Holt Press", false, {"Harbour Post", "The Lantern"}, {"post.example"}}};
  out.credits = {{"(", ")", false, true, false, Credit::Where::kLead},
                 {"", " -", true, true, false, Credit::Where::kLead},
                 {", citing ", "", false, false, true, Credit::Where::kLead},
                 {"Source: ", "", false, true, false, Credit::Where::kEnd}};
  out.verbs = {"reported"};
  return out;
}

std::string credited_in(const std::vector<std::string_view>& sentences) {
  return credited({sentences}, knowledge());
}

TEST(Families, AWireCreditStandsInTheLeadOrAtTheEnd) {
  EXPECT_EQ(credited_in({"ORM (NW) The dam broke."}), "Northern Wire");
  EXPECT_EQ(credited_in({"Northern Wire - The dam broke."}), "Northern Wire");
  EXPECT_EQ(credited_in({"At noon Northern Wire - and others - came."}), "");
  EXPECT_EQ(credited_in({"The dam broke.", "Nobody was hurt.", "Rain falls.", "Source: NW"}),
            "Northern Wire");
  EXPECT_EQ(credited_in({"One.", "Two.", "Three (NW) came.", "Four.", "Five."}), "");
}

TEST(Families, ANameIsNoPartOfAWord) {
  EXPECT_EQ(credited_in({"ORM (NWX) The dam broke."}), "");
  EXPECT_EQ(credited_in({"The dam broke, the mayor reported, citing NWs."}), "");
}

TEST(Families, OnlyAgenciesHaveWireCredits) {
  EXPECT_EQ(credited_in({"ORM (Harbour Post) The dam broke."}), "");
}

TEST(Families, AChainNeedsAVerbOfReporting) {
  EXPECT_EQ(credited_in({"The dam broke, the station reported, citing the Harbour Post."}),
            "Holt Press");
  EXPECT_EQ(credited_in({"The court fined the mayor, citing the Harbour Post."}), "");
}

TEST(Families, WhoCreditsTwoHousesIsHisOwnOrigin) {
  EXPECT_EQ(credited_in({"ORM (NW) The dam broke, the station reported, citing Harbour Post."}),
            "");
}

struct Report {
  std::uint32_t origin;
  std::uint32_t story;
  std::string_view source;
  std::string_view lead;
};

std::vector<std::uint32_t> joined(const std::vector<Report>& reports) {
  std::vector<Carrier> carriers;
  std::vector<Input> texts;
  for (const Report& report : reports) {
    carriers.push_back({OriginId{report.origin}, StoryId{report.story}, report.source});
    texts.push_back({{report.lead}});
  }
  std::vector<std::uint32_t> out;
  for (const OriginId origin : join_families(carriers, texts, knowledge()))
    out.push_back(origin.value());
  return out;
}

using Numbers = std::vector<std::uint32_t>;

TEST(Families, TitlesOfOneHouseAreOneOrigin) {
  EXPECT_EQ(joined({{1, 1, "Harbour Post", ""}, {2, 1, "Lantern", ""}, {3, 1, "the lantern", ""}}),
            (Numbers{1, 1, 1}));
  EXPECT_EQ(joined({{1, 1, "Harbour Post", ""}, {2, 1, "sport.post.example", ""}}),
            (Numbers{1, 1}));
}

TEST(Families, AnUnknownOutletIsItsOwnFamily) {
  EXPECT_EQ(joined({{1, 1, "Towpath", ""}, {2, 1, "Ledger", ""}, {3, 1, "", ""}}),
            (Numbers{1, 2, 3}));
}

TEST(Families, WhatAnAgencyWroteIsOneOriginWhereverItStands) {
  EXPECT_EQ(joined({{1, 1, "Towpath", "ORM (NW) The dam broke."},
                    {2, 1, "Ledger", "NW - Nobody was hurt at the dam."},
                    {3, 1, "nw.example", "The dam broke."}}),
            (Numbers{1, 1, 1}));
}

TEST(Families, OneHouseHasItsOwnOriginInEachStory) {
  EXPECT_EQ(joined({{1, 1, "Harbour Post", ""}, {2, 2, "The Lantern", ""}}), (Numbers{1, 2}));
}

TEST(Families, TwoReportsOfOneOutletStayApartUnlessTheyAreOneText) {
  EXPECT_EQ(joined({{1, 1, "Harbour Post", ""}, {2, 1, "Harbour Post", ""}}), (Numbers{1, 2}));
  EXPECT_EQ(joined({{1, 1, "Harbour Post", ""}, {1, 1, "Harbour Post", ""}}), (Numbers{1, 1}));
}

}  // namespace
}  // namespace gainsay::origin
