#include "entities.h"

#include <string>

#include <gtest/gtest.h>

#include "reading_printer.h"

namespace gainsay::extract {
namespace {

std::string names(const std::string& text) {
  static const ReadingPrinter kPrinter;
  return kPrinter.names(text);
}

TEST(Entities, APersonHasOneNameInAReport) {
  EXPECT_EQ(names("Foreign Minister Sergey V. Lavrov met Mr. Blinken. Lavrov left."),
            "Sergey V. Lavrov=per/Sergei Lavrov; Mr. Blinken=per/Antony Blinken; "
            "Lavrov=per/Sergei Lavrov");
  EXPECT_EQ(names("Mrs Anna Berg and Dr. Peter Dahl agreed. Berg left."),
            "Mrs Anna Berg=per/Anna Berg; Dr. Peter Dahl=per/Peter Dahl; Berg=per/Anna Berg");
  EXPECT_EQ(names("Anna Berg met Peter Berg. Berg left."),
            "Anna Berg=per/Anna Berg; Peter Berg=per/Peter Berg");
}

TEST(Entities, ANameSetBesideWordsForAPersonIsAPerson) {
  EXPECT_EQ(names("He met his counterpart, Ilse Karvonin, in Oslo. Then Karvonin left."),
            "Ilse Karvonin=per/Ilse Karvonin; Oslo=loc/Oslo; Karvonin=per/Ilse Karvonin");
  EXPECT_EQ(names("He met its competitor, Pellworth Lines, in Oslo."),
            "Pellworth Lines=misc/Pellworth Lines; Oslo=loc/Oslo");
}

TEST(Entities, APlaceHasOneNameInAllItsSpellings) {
  EXPECT_EQ(names("Kiev said two died in Kyiv."), "Kiev=loc/Kyiv; Kyiv=loc/Kyiv");
  EXPECT_EQ(names("The U.S., the United States and America are one, as is the US."),
            "U.S.=loc/United States; United States=loc/United States; America=loc/United States; "
            "US=loc/United States");
  EXPECT_EQ(names("Turkey sent aid and Türkiye sent more."),
            "Turkey=loc/Turkey; Türkiye=loc/Turkey");
  EXPECT_EQ(names("Two died in Rangoon and two in Yangon."),
            "Rangoon=loc/Yangon; Yangon=loc/Yangon");
}

TEST(Entities, PeoplesBelongToTheirCountry) {
  EXPECT_EQ(names("Two Norwegians and a Frenchman were hurt."),
            "Norwegians=nat/Norway; Frenchman=nat/France");
  EXPECT_EQ(names("The South Korean navy met British and Polish ships."),
            "South Korean=nat/South Korea; British=nat/United Kingdom; Polish=nat/Poland");
}

TEST(Entities, PlacesOfSeveralWords) {
  EXPECT_EQ(names("He was found in New South Wales, not in the Northern Territory."),
            "New South Wales=loc/New South Wales; Northern Territory=loc/Northern Territory");
}

TEST(Entities, ASurnameIsNoPlace) {
  EXPECT_EQ(names("Michael Jordan won. Jordan was happy. He was in Jordan."),
            "Michael Jordan=per/Michael Jordan; Jordan=per/Michael Jordan; Jordan=loc/Jordan");
  EXPECT_EQ(names("Georgia Holm left Georgia."),
            "Georgia Holm=per/Georgia Holm; Georgia=loc/Georgia");
}

TEST(Entities, OrganisationsKeepTheirPlace) {
  EXPECT_EQ(names("The Ministry of Health and the University of Oslo agreed with the U.S. Treasury "
                  "Department."),
            "Ministry of Health=org/Ministry of Health; University of Oslo=org/University of Oslo; "
            "U.S. Treasury Department=org/United States Treasury Department");
}

}  // namespace
}  // namespace gainsay::extract
