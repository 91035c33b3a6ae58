#include <gtest/gtest.h>

#include "ingest/support.h"

namespace gainsay::ingest {
namespace {

/// The publication date read from a header line, or "none".
std::string published(const std::string& line) {
  const auto d = read(line + "\n\nThe dam above Halvern broke on Monday.\n", Format::kText);
  return d.metadata().published ? to_iso(*d.metadata().published) : "none";
}

TEST(Dates, AreReadInEveryUsualForm) {
  for (const char* line :
       {"20310804", "2031-08-04", "2031/08/04", "Aug. 4, 2031", "Aug 4 2031", "August 4, 2031",
        "4 August 2031", "4 Aug. 2031", "Monday, August 4th, 2031", "Mon 4 Aug 2031", "04-Aug-2031",
        "AUGUST 4, 2031", "Published on August 4, 2031", "Date: 2031-08-04",
        "August 4, 2031 at 9:30 p.m. EST"}) {
    EXPECT_EQ(published(line), "2031-08-04T00:00:00Z") << line;
  }
}

TEST(Dates, WithATimeAreMomentsInUtc) {
  EXPECT_EQ(published("2031-08-04T09:30:15Z"), "2031-08-04T09:30:15Z");
  EXPECT_EQ(published("2031-08-04T09:30:15.123+02:00"), "2031-08-04T07:30:15Z");
  EXPECT_EQ(published("2031-08-04T23:30-0500"), "2031-08-05T04:30:00Z");
  EXPECT_EQ(published("2031-08-04 09:30"), "2031-08-04T09:30:00Z");
  EXPECT_EQ(published("Mon, 04 Aug 2031 09:30:00 GMT"), "2031-08-04T09:30:00Z");
  EXPECT_EQ(published("Aug. 4, 2031, 9:30 p.m. GMT"), "2031-08-04T21:30:00Z");
}

TEST(Dates, ThatDoNotExistAreNone) {
  for (const char* line : {"20310230", "2031-13-01", "31 June 2031", "20319999", "12345678", "2031",
                           "August 2031", "Aug. 4", "4 Nonsense 2031", "2031-08-04 flood"}) {
    EXPECT_EQ(published(line), "none") << line;
  }
}

}  // namespace
}  // namespace gainsay::ingest
