#include "quotes.h"

#include <string>

#include <gtest/gtest.h>

#include "reading_printer.h"

namespace gainsay::extract {
namespace {

std::string quotes(const std::string& text) {
  static const ReadingPrinter kPrinter;
  return kPrinter.quotes(text);
}

TEST(Quotes, TheSpeakerStandsBeforeBetweenOrBehind) {
  EXPECT_EQ(quotes("\"We found 12 bodies,\" Anna Weber said. \"The search goes on.\""),
            "Anna Weber [say] we found 12 bodies\n"
            "Anna Weber [say] the search goes on\n");
  EXPECT_EQ(quotes("Anna Weber said: \"We found 12 bodies. The search goes on.\""),
            "Anna Weber [say] we found 12 bodies\n"
            "Anna Weber [say] the search goes on\n");
  EXPECT_EQ(quotes("\"We will appeal,\" said the firm's lawyer."), "lawyer [say] we will appeal\n");
  EXPECT_EQ(quotes("\"It was loud,\" according to Peter Holm, who lives nearby."),
            "Peter Holm [according] it was loud\n");
}

TEST(Quotes, AQuotationOverSentencesHasOneSpeaker) {
  EXPECT_EQ(
      quotes("\"We found 12 bodies. The search goes on,\" said Anna Weber, the rescue chief."),
      "Anna Weber [] we found 12 bodies\n"
      "Anna Weber [say] the search goes on\n");
}

TEST(Quotes, AQuotationOverParagraphsHasOneSpeaker) {
  EXPECT_EQ(
      quotes("“It was dark,” said Peter Holm. “I could not see\n\n“anything at all,” he added."),
      "Peter Holm [say] it was dark\n"
      "Peter Holm [say] i could not see\n"
      "Peter Holm [add] anything at all\n");
}

TEST(Quotes, ASentenceThatIsAQuotationGoesOnWithTheSentenceBefore) {
  EXPECT_EQ(quotes("The plant will close, the company said. \"All 300 workers were told.\""),
            "company [say] all 300 workers were told\n");
}

TEST(Quotes, NobodyIsGuessedAcrossParagraphs) {
  EXPECT_EQ(
      quotes("\"Nobody knows,\" said Ola Dahl, her deputy.\n\n\"It is a dark day for us all.\""),
      "Ola Dahl [say] nobody knows\n"
      "- [] it is a dark day for us all\n");
  EXPECT_EQ(quotes("\"We found 12 bodies.\" Anna Weber, the rescue chief, spoke at noon."),
            "- [] we found 12 bodies\n");
}

TEST(Quotes, PartsOfASentenceAreQuotations) {
  EXPECT_EQ(quotes("Anna Weber said the search would \"go on for days\" and called the storm \"a "
                   "monster\"."),
            "Anna Weber [say] go on for days\n"
            "Anna Weber [say] a monster\n");
  EXPECT_EQ(quotes("\"This is wrong,\" a witness, Eva Lund, told reporters, adding that \"nobody "
                   "helped us\"."),
            "Eva Lund [tell] this is wrong\n"
            "Eva Lund [add] nobody helped us\n");
  EXPECT_EQ(quotes("The minister, Anna Berg, denied it was \"a cover-up of any kind\"."),
            "Anna Berg [deny] a cover up of any kind\n");
}

TEST(Quotes, AnyVerbOfCommunicationQuotes) {
  EXPECT_EQ(quotes("\"Get out of here,\" Peter Holm shouted."),
            "Peter Holm [shout] get out of here\n");
  EXPECT_EQ(quotes("\"Get out of here!\" yelled Peter Holm."),
            "Peter Holm [yell] get out of here\n");
}

}  // namespace
}  // namespace gainsay::extract
