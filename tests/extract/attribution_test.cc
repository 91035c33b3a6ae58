#include <string>

#include <gtest/gtest.h>

#include "reading_printer.h"

namespace gainsay::extract {
namespace {

const ReadingPrinter& printer() {
  static const ReadingPrinter kPrinter;
  return kPrinter;
}
std::string cues(const std::string& text) {
  return printer().cues(text);
}

TEST(Attribution, TheSpeakerStandsBeforeOrBehindWhatIsSaid) {
  EXPECT_EQ(cues("Police said three men were held."), "Police [say] three men were held.\n");
  EXPECT_EQ(cues("Three men were held, police said."), "police [say] Three men were held,\n");
  EXPECT_EQ(cues("Three men were held, said Anna Weber, a spokeswoman for the city."),
            "Anna Weber [say] Three men were held,\n");
  EXPECT_EQ(cues("The bridge was unsafe, engineers had warned, but nobody listened."),
            "engineers [warn] The bridge was unsafe,\n");
  EXPECT_EQ(cues("The bridge, engineers had warned, was unsafe."),
            "engineers [warn] The bridge, engineers had warned, was unsafe.\n");
}

TEST(Attribution, AccordingToLeadsOrFollows) {
  EXPECT_EQ(cues("According to the interior ministry, 12 people died."),
            "interior ministry [according] , 12 people died.\n");
  EXPECT_EQ(cues("Twelve people died, according to two officials who asked not to be named."),
            "two officials [according] Twelve people died,\n");
}

TEST(Attribution, WhoBelongsToAnOutletSpeaksForHimself) {
  EXPECT_EQ(cues("According to the Gazette's Karin Lund, he is expected to accept."),
            "Karin Lund [according] , he is expected to accept.\n");
  EXPECT_EQ(cues("Twelve people died, according to Oslo's mayor Ola Dahl."),
            "Ola Dahl [according] Twelve people died,\n");
  EXPECT_EQ(cues("Twelve people died, according to Norland's army."),
            "Norland [according] Twelve people died,\n");
}

TEST(Attribution, NameAndOfficeInEitherOrderAreOneSpeaker) {
  const std::string said = " two soldiers were hurt.\n";
  EXPECT_EQ(cues("A spokesman for the army, Colonel Jan Kowalski, said two soldiers were hurt."),
            "Jan Kowalski [say]" + said);
  EXPECT_EQ(cues("Jan Kowalski, a spokesman for the army, said two soldiers were hurt."),
            "Jan Kowalski [say]" + said);
  EXPECT_EQ(cues("A spokesman for the army said two soldiers were hurt."),
            "spokesman for the army [say]" + said);
  EXPECT_EQ(cues("The mayor of Bergen, Ola Nordmann, said two soldiers were hurt."),
            "Ola Nordmann [say]" + said);
  EXPECT_EQ(cues("Jan Kowalski, who said two soldiers were hurt, left."),
            "Jan Kowalski [say] two soldiers were hurt, left.\n");
}

TEST(Attribution, AChainEndsWithWhoClaimsIt) {
  EXPECT_EQ(cues("Weber said that Anna Berg had told her that 40 people were missing."),
            "Weber [say] that Anna Berg had told her that 40 people were missing.\n"
            "Anna Berg [tell] that 40 people were missing.\n");
  EXPECT_EQ(cues("Reuters reported that 12 people had died, citing a hospital official."),
            "Reuters [report] \n"
            "hospital official [cite] that 12 people had died,\n");
  EXPECT_EQ(cues("The agency quoted a hospital official as saying that 12 people had died."),
            "agency [quote] \n"
            "hospital official [say] that 12 people had died.\n");
}

TEST(Attribution, ListenersAndTimesAreNoPartOfWhatIsSaid) {
  EXPECT_EQ(cues("Anna Berg told reporters on Tuesday that 12 people had died."),
            "Anna Berg [tell] that 12 people had died.\n");
  EXPECT_EQ(cues("Anna Berg told the court she had seen two men."),
            "Anna Berg [tell] she had seen two men.\n");
}

TEST(Attribution, SpeakingGoesOnWithAParticiple) {
  EXPECT_EQ(cues("Anna Berg said the search would go on, adding that 30 divers were there."),
            "Anna Berg [say] the search would go on, adding that 30 divers were there.\n"
            "Anna Berg [add] that 30 divers were there.\n");
}

TEST(Attribution, PronounsAndOfficesStandForWhoWasNamed) {
  EXPECT_EQ(cues("Anna Berg arrived at noon. She said 12 people had died."),
            "Anna Berg [say] 12 people had died.\n");
  EXPECT_EQ(cues("Nordlys Airlines said it would appeal. It said 300 jobs were at risk."),
            "Nordlys Airlines [say] it would appeal.\n"
            "Nordlys Airlines [say] 300 jobs were at risk.\n");
  EXPECT_EQ(cues("Defence Minister Anna Berg left at noon. The defence minister said two died."),
            "Anna Berg [say] two died.\n");
  EXPECT_EQ(cues("Defence Minister Anna Berg met Justice Minister Ola Dahl. The minister said two "
                 "died."),
            "minister [say] two died.\n");
  EXPECT_EQ(cues("They said 12 people had died."), "they [say] 12 people had died.\n");
}

TEST(Attribution, ACapitalThatSpeaksIsItsCountry) {
  EXPECT_EQ(cues("Washington said two ships were lost."),
            "United States [say] two ships were lost.\n");
  EXPECT_EQ(cues("The U.S. said two ships were lost."),
            "United States [say] two ships were lost.\n");
  EXPECT_EQ(cues("Oslo said two ships were lost."), "Norway [say] two ships were lost.\n");
  EXPECT_EQ(cues("U.S. officials said two ships were lost."),
            "U.S. officials [say] two ships were lost.\n");
}

TEST(Attribution, NounsAndPassivesSpeakOfNobody) {
  EXPECT_EQ(cues("His claim was in the news reports of the day."), "");
  EXPECT_EQ(cues("It is feared that 200 people have died."), "");
  EXPECT_EQ(cues("The company is expected to hire 300 workers."), "");
  EXPECT_EQ(cues("The court denied bail to three men."), "");
  EXPECT_EQ(cues("The deaths were confirmed by the army on Friday."),
            "army [confirm] The deaths were\n");
}

TEST(Attribution, WhoRefusesToSaySaysNothing) {
  const std::string text = "The ministry refused to confirm that two ships had been lost.";
  EXPECT_EQ(cues(text), "ministry [confirm] that two ships had been lost.\n");
  EXPECT_EQ(printer().stance(text, "two ships"), "ministry [confirm] affirmed hypothetical");
}

}  // namespace
}  // namespace gainsay::extract
