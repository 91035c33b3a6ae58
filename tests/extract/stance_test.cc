#include "stance.h"

#include <string>

#include <gtest/gtest.h>

#include "reading_printer.h"

namespace gainsay::extract {
namespace {

std::string stance(const std::string& text, std::string_view words) {
  static const ReadingPrinter kPrinter;
  return kPrinter.stance(text, words);
}

TEST(Denial, TheSpeakerDeniesWhatFollows) {
  EXPECT_EQ(stance("The company denied that its plant had leaked 300 litres.", "300 litres"),
            "company [deny] denied fact");
  EXPECT_EQ(stance("The minister denied reports that 40 soldiers had been killed.", "40 soldiers"),
            "minister [deny] denied fact");
  EXPECT_EQ(stance("Officials rejected claims that police had shot 12 people.", "12 people"),
            "Officials [reject] denied fact");
  EXPECT_EQ(stance("Three men died, police said, denying reports of 12 deaths.", "12 deaths"),
            "police [deny] denied fact");
  EXPECT_EQ(stance("Three men died, police said, denying reports of 12 deaths.", "Three men"),
            "police [say] affirmed fact");
}

TEST(Denial, AClaimThatIsCalledFalseIsDenied) {
  EXPECT_EQ(stance("Claims that 40 soldiers had died were false, the army said.", "40 soldiers"),
            "army [say] denied fact");
  EXPECT_EQ(stance("The claim that 40 soldiers had died was denied by the army.", "40 soldiers"),
            "army [deny] denied fact");
  EXPECT_EQ(stance("Rumours that 40 people had died spread through the town.", "40 people"),
            "- affirmed alleged");
}

TEST(Denial, ANegationReachesToTheEndOfItsClause) {
  EXPECT_EQ(stance("There was no evidence that 12 people had been shot.", "12 people"),
            "- denied fact");
  EXPECT_EQ(stance("There is no sign of a second leak at the plant.", "second leak"),
            "- denied fact");
  EXPECT_EQ(stance("The airline is not planning to cut 300 jobs.", "300 jobs"), "- denied plan");
  EXPECT_EQ(stance("The fire, which did not spread, killed 12 people.", "12 people"),
            "- affirmed fact");
  EXPECT_EQ(stance("Not only 12 but 14 people died.", "14 people"), "- affirmed fact");
  EXPECT_EQ(stance("The court denied bail to three men.", "three men"), "- affirmed fact");
}

TEST(Denial, WhoDoesNotSayNeitherAffirmsNorDenies) {
  EXPECT_EQ(stance("Police would not say whether three men had been arrested.", "three men"),
            "Police [say] affirmed hypothetical");
  EXPECT_EQ(stance("Police did not say that three men had been arrested.", "three men"),
            "Police [say] affirmed hypothetical");
  EXPECT_EQ(stance("Neither side confirmed that two ships were lost.", "two ships"),
            "- [confirm] affirmed hypothetical");
  EXPECT_EQ(stance("It was not clear how many of the 40 people had survived.", "40 people"),
            "- affirmed hypothetical");
}

TEST(Modality, PlansForecastsAndOrders) {
  EXPECT_EQ(stance("The company plans to hire 300 workers.", "300 workers"), "- affirmed plan");
  EXPECT_EQ(stance("The company vowed to hire 300 workers.", "300 workers"),
            "company [vow] affirmed plan");
  EXPECT_EQ(stance("The company will hire 300 workers next year.", "300 workers"),
            "- affirmed forecast");
  EXPECT_EQ(stance("The company is expected to hire 300 workers.", "300 workers"),
            "- affirmed forecast");
  EXPECT_EQ(stance("Analysts expect the company to hire 300 workers.", "300 workers"),
            "Analysts [expect] affirmed forecast");
  EXPECT_EQ(stance("The court ordered the firm to pay $3 million.", "$3 million"),
            "- affirmed order");
}

TEST(Modality, WhatIsFearedAllegedOrEstimated) {
  EXPECT_EQ(stance("Up to 200 people were feared dead.", "200 people"), "- affirmed feared");
  EXPECT_EQ(stance("Officials fear that 200 people have died.", "200 people"),
            "Officials [fear] affirmed feared");
  EXPECT_EQ(stance("The man allegedly stole $40,000.", "$40,000"), "- affirmed alleged");
  EXPECT_EQ(stance("The man is accused of stealing $40,000.", "$40,000"), "- affirmed alleged");
  EXPECT_EQ(stance("Reportedly, two people were on board.", "two people"), "- affirmed alleged");
  EXPECT_EQ(stance("Two people were reportedly on board.", "Two people"), "- affirmed alleged");
  EXPECT_EQ(stance("An estimated 300 people fled.", "300 people"), "- affirmed estimate");
  EXPECT_EQ(stance("The ministry estimates that 300 people fled.", "300 people"),
            "ministry [estimate] affirmed estimate");
  EXPECT_EQ(stance("Police suspect that two men took part.", "two men"),
            "Police [suspect] affirmed estimate");
}

TEST(Modality, ConditionsAndPossibilities) {
  EXPECT_EQ(stance("If the dam breaks, 40 villages will be flooded.", "40 villages"),
            "- affirmed hypothetical");
  EXPECT_EQ(stance("Two people may have been on board.", "Two people"), "- affirmed hypothetical");
  EXPECT_EQ(stance("He said he did not know how many of the 30 divers had come back.", "30 divers"),
            "he [say] affirmed hypothetical");
}

TEST(Modality, AMonthIsNoPossibility) {
  EXPECT_EQ(stance("Four miners were killed in May.", "Four miners"), "- affirmed fact");
  EXPECT_EQ(stance("Four miners may have been killed.", "Four miners"), "- affirmed hypothetical");
}

TEST(Modality, WhatOnlyAddsToASentenceChangesNothing) {
  EXPECT_EQ(stance("The blast killed 12 people who will be buried on Friday.", "12 people"),
            "- affirmed fact");
  EXPECT_EQ(stance("Rescuers found 12 bodies, and the search will go on.", "12 bodies"),
            "- affirmed fact");
}

TEST(Corrections, TheFigureThatHeldBefore) {
  const std::string revised = "The magnitude was revised from 4.4 to 4.6.";
  EXPECT_EQ(stance(revised, "4.4"), "- affirmed fact earlier");
  EXPECT_EQ(stance(revised, "4.6"), "- affirmed fact correction");
  EXPECT_EQ(stance("The toll rose to 19 from 15 on Monday.", "15"), "- affirmed fact earlier");
  EXPECT_EQ(stance("The toll rose to 19 from 15 on Monday.", "19"), "- affirmed fact");
  EXPECT_EQ(stance("Nineteen people died, up from 15 on Monday.", "15"), "- affirmed fact earlier");
  EXPECT_EQ(stance("Earlier reports said 15 people had died.", "15 people"),
            "Earlier reports [say] affirmed fact earlier");
  EXPECT_EQ(stance("Officials initially put the toll at 15.", "15"),
            "Officials [put] affirmed fact earlier");
  EXPECT_EQ(stance("She fell from 12 metres to the ground.", "12 metres"), "- affirmed fact");
}

TEST(Corrections, WhatTheOutletTakesBackIsNoFigureOfTheReport) {
  const std::string back =
      "An earlier version of this report, published on Monday, said that 12 people died; 14 died.";
  EXPECT_EQ(stance(back, "12 people"), "report [say] affirmed fact taken back");
  EXPECT_EQ(stance(back, "14"), "report [say] affirmed fact");
  EXPECT_EQ(stance("An earlier version of this plan said that 12 people died.", "12 people"),
            "- affirmed fact earlier");
}

}  // namespace
}  // namespace gainsay::extract
