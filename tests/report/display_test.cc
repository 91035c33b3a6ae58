#include <gtest/gtest.h>

#include "report/report.h"
#include "sample.h"

namespace gainsay::report {
namespace {

using testing::count;
using testing::kInf;
using testing::label;
using testing::measure;
using testing::value;

std::string between(double lo, double hi, bool lo_open, bool hi_open, Quantity q) {
  q.lo = lo;
  q.hi = hi;
  q.lo_open = lo_open;
  q.hi_open = hi_open;
  return display(value(q));
}

TEST(Display, CountsAreGroupedAndTheNounFollowsTheNumber) {
  EXPECT_EQ(display(value(count(14000, "person"))), "14,000 people");
  EXPECT_EQ(display(value(count(1, "person"))), "1 person");
  EXPECT_EQ(display(value(count(0, ""))), "0 people");
  EXPECT_EQ(display(value(count(3, "country"))), "3 countries");
  EXPECT_EQ(display(value(count(1200000, "child"))), "1.2 million children");
  EXPECT_EQ(display(value(count(1234567, "vote"))), "1,234,567 votes");
}

TEST(Display, BoundsAreSaidInWords) {
  EXPECT_EQ(between(14000, kInf, true, false, count(0, "")), "more than 14,000 people");
  EXPECT_EQ(between(3, kInf, false, false, count(0, "")), "at least 3 people");
  EXPECT_EQ(between(0, 40, false, false, count(0, "")), "up to 40 people");
  EXPECT_EQ(between(-kInf, 40, false, true, count(0, "")), "less than 40 people");
  EXPECT_EQ(between(90, 100, false, true, count(0, "")), "nearly 100 people");
  EXPECT_EQ(between(5, 7, false, false, measure(0, "count", "")), "5 to 7");
  EXPECT_EQ(between(-kInf, kInf, false, false, count(0, "")), "an unknown number of people");
}

TEST(Display, DurationsUseTheUnitOfTheTextWhereTheValueReadsWellInIt) {
  Quantity q = measure(5400, "duration", "second", "minutes");
  q.approximate = true;
  EXPECT_EQ(display(value(q)), "about 90 minutes");
  EXPECT_EQ(display(value(measure(7200, "duration", "second", "hours"))), "2 hours");
  EXPECT_EQ(display(value(measure(7200, "duration", "second"))), "2 hours");
  EXPECT_EQ(display(value(measure(5400, "duration", "second", "hours"))), "1.5 hours");
  EXPECT_EQ(display(value(measure(3600, "duration", "second"))), "1 hour");
  EXPECT_EQ(display(value(measure(86400 * 10, "duration", "second"))), "10 days");
  EXPECT_EQ(display(value(measure(61, "duration", "second"))), "61 seconds");
  EXPECT_EQ(display(value(measure(9 * 31556952.0, "duration", "second", "years"))), "9 years");
  EXPECT_EQ(display(value(measure(18 * 2629746.0, "duration", "second", "months"))), "18 months");
}

TEST(Display, EveryDimensionReadsAsPeopleWriteIt) {
  EXPECT_EQ(display(value(measure(85e6, "money", "EUR"))), "EUR 85 million");
  EXPECT_EQ(display(value(measure(1999.5, "money", "USD"))), "USD 1,999.5");
  EXPECT_EQ(display(value(measure(5.9, "magnitude", "magnitude"))), "magnitude 5.9");
  EXPECT_EQ(display(value(measure(36, "age", "year"))), "36 years");
  EXPECT_EQ(display(value(measure(27, "percent", "percent"))), "27 %");
  EXPECT_EQ(display(value(measure(150, "length", "metre"))), "150 m");
  EXPECT_EQ(display(value(measure(12500, "length", "metre"))), "12.5 km");
  EXPECT_EQ(display(value(measure(2000, "mass", "kilogram"))), "2 tonnes");
  EXPECT_EQ(display(value(measure(25, "speed", "metre per second"))), "90 km/h");
  EXPECT_EQ(display(value(measure(-3, "temperature", "degree Celsius"))), "-3 °C");
  EXPECT_EQ(display(value(measure(52200, "clock", "second"))), "14:30");
}

TEST(Display, HedgesStandBeforeTheCurrency) {
  EXPECT_EQ(between(2e9, kInf, true, false, measure(0, "money", "USD")), "more than USD 2 billion");
  EXPECT_EQ(between(2e6, 3e6, false, false, measure(0, "money", "USD")),
            "USD 2 million to 3 million");
}

TEST(Display, IncrementsSubsetsAndVagueCountsSaySo) {
  Quantity more = count(5, "person");
  more.increment = true;
  EXPECT_EQ(display(value(more)), "5 more people");
  Quantity part = count(3, "child");
  part.subset = true;
  EXPECT_EQ(display(value(part)), "including 3 children");
  Quantity dozens = count(24, "person");
  dozens.vague = true;
  dozens.hard = {12, kInf};
  dozens.pragmatic = {24, 99};
  EXPECT_EQ(display(value(dozens)), "roughly 24 to 99 people");
}

TEST(Display, LabelsAreQuoted) {
  EXPECT_EQ(display(label("arrested")), "\"arrested\"");
}

TEST(Display, AReportOfAnUnknownOutletGoesByTheEndOfItsPathThatNoOtherHas) {
  testing::Sample sample;
  sample.add("/desk/monday/flood.txt", "Five drowned.");
  sample.add("/desk/tuesday/flood.txt", "Six drowned.");
  sample.add("/desk/tuesday/storm.txt", "A storm came.");
  sample.add("/desk/wire.txt", "A wire.", "Harbour Wire");
  sample.add("storm.txt", "A storm went.");
  name_sources(sample.report.documents);
  std::vector<std::string> sources;
  for (const ReportDocument& document : sample.report.documents)
    sources.push_back(document.source);
  EXPECT_EQ(sources, (std::vector<std::string>{"monday/flood.txt", "tuesday/flood.txt",
                                               "tuesday/storm.txt", "Harbour Wire", "storm.txt"}));
}

}  // namespace
}  // namespace gainsay::report
