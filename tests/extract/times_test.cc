#include "times.h"

#include <string>

#include <gtest/gtest.h>

#include "reading_printer.h"

namespace gainsay::extract {
namespace {

const ReadingPrinter& printer() {
  static const ReadingPrinter kPrinter;
  return kPrinter;
}
/// As read in a report without a date.
std::string undated(const std::string& text) {
  return printer().times(text);
}
/// As read in a report of Friday, 21 January 2022.
std::string dated(const std::string& text) {
  return printer().times(text, "2022-01-21");
}

TEST(Times, AWeekdayStaysOneWithoutAPublicationDate) {
  EXPECT_EQ(undated("It burned early Monday morning."), "Monday=weekday/monday weekday 0");
  EXPECT_EQ(undated("It burned last Sunday."), "Sunday=weekday/sunday weekday 6");
}

TEST(Times, AWeekdayIsTheLastOneUnlessTheTextSaysOtherwise) {
  EXPECT_EQ(dated("It burned on Monday."), "Monday=weekday/monday 2022-01-17");
  EXPECT_EQ(dated("It burned on Friday."), "Friday=weekday/friday 2022-01-21");
  EXPECT_EQ(dated("It burned last Friday."), "Friday=weekday/friday 2022-01-14");
  EXPECT_EQ(dated("They meet next Friday."), "Friday=weekday/friday 2022-01-28");
  EXPECT_EQ(dated("They will meet on Monday."), "Monday=weekday/monday 2022-01-24");
  EXPECT_EQ(dated("On Monday, the court is expected to rule."), "Monday=weekday/monday 2022-01-24");
  EXPECT_EQ(dated("They will meet, she said on Monday."), "Monday=weekday/monday 2022-01-17");
}

TEST(Times, DatesInWords) {
  EXPECT_EQ(dated("It burned on Tuesday, Jan. 18, 2022."),
            "Tuesday, Jan. 18, 2022=date/2022-01-18 2022-01-18");
  EXPECT_EQ(dated("It burned on 18 January."), "18 January=date/--01-18 2022-01-18");
  EXPECT_EQ(dated("It burned on December 30."), "December 30=date/--12-30 2021-12-30");
  EXPECT_EQ(dated("It burned in March 2019."), "March 2019=date/2019-03 2019-03-01..2019-03-31");
  EXPECT_EQ(dated("It has stood since 1998."), "1998=year/1998 1998-01-01..1998-12-31");
  EXPECT_EQ(undated("It burned on December 30."), "December 30=date/--12-30 ?");
}

TEST(Times, DatesInFigures) {
  EXPECT_EQ(undated("It burned on 2022-01-18."), "2022-01-18=date/2022-01-18 2022-01-18");
  EXPECT_EQ(undated("It burned on 1/18/2022."), "1/18/2022=date/2022-01-18 2022-01-18");
  EXPECT_EQ(undated("It burned on 18/1/2022."), "18/1/2022=date/2022-01-18 2022-01-18");
  EXPECT_EQ(undated("It burned on 3/4/2022."), "3/4/2022=year/2022 2022-01-01..2022-12-31");
}

TEST(Times, DaysWeeksMonthsAndYearsCountFromThePublication) {
  EXPECT_EQ(dated("It burned yesterday."), "yesterday=rel/yesterday 2022-01-20");
  EXPECT_EQ(dated("It burned last night."), "last night=rel/last_night 2022-01-20");
  EXPECT_EQ(dated("It burned two days ago."), "two days ago=rel/two_days_ago 2022-01-19");
  EXPECT_EQ(dated("It burned 10 days ago."), "10 days ago=rel/10_days_ago 2022-01-11");
  EXPECT_EQ(dated("It burned a week ago."), "a week ago=rel/a_week_ago 2022-01-10..2022-01-16");
  EXPECT_EQ(dated("It burned last week."), "last week=rel/last_week 2022-01-10..2022-01-16");
  EXPECT_EQ(dated("It burned last weekend."),
            "last weekend=rel/last_weekend 2022-01-15..2022-01-16");
  EXPECT_EQ(dated("It burned last month."), "last month=rel/last_month 2021-12-01..2021-12-31");
  EXPECT_EQ(dated("It burned two years ago."),
            "two years ago=rel/two_years_ago 2020-01-01..2020-12-31");
  EXPECT_EQ(undated("It burned two days ago, last week."),
            "two days ago=rel/two_days_ago ?; last week=rel/last_week ?");
}

TEST(Times, WhatCountsFromAnotherEventIsNotResolved) {
  EXPECT_EQ(dated("He died hours later."), "hours later=anaphor/hours_later ?");
  EXPECT_EQ(dated("He died the next day."), "the next day=anaphor/the_next_day ?");
  EXPECT_EQ(dated("They rested on the third day."), "the third day=anaphor/the_third_day ?");
}

TEST(Times, ClockTimesKeepTheirZone) {
  EXPECT_EQ(dated("It burned at 7:41 p.m. local time."),
            "7:41 p.m. local time=clock/7:41_p.m._local_time ?");
  EXPECT_EQ(dated("It burned at 7.41 p.m. local time."),
            "7.41 p.m. local time=clock/7:41_p.m._local_time ?");
  EXPECT_EQ(dated("It burned at 2.30am."), "2.30am=clock/2:30_am ?");
  EXPECT_EQ(dated("It burned at 0530 GMT, 6:30 a.m. CET."),
            "0530 GMT=clock/0530_gmt ?; 6:30 a.m. CET=clock/6:30_a.m._cet ?");
}

TEST(Times, WordsThatOnlyLookLikeTimes) {
  EXPECT_EQ(dated("It may burn. The march went on for 20 seconds."), "");
  EXPECT_EQ(dated("The ratio was 3/4 and the score 20-13."), "");
}

}  // namespace
}  // namespace gainsay::extract
