// What news writes and number extractors get wrong: bounds, ages, shared heads, names ...
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tag_printer.h"

namespace gainsay::extract {
namespace {

struct Case {
  const char* text;
  const char* tags;
};

void expect(const std::vector<Case>& cases) {
  static const TagPrinter printer;
  for (const Case& c : cases)
    EXPECT_EQ(printer.print(c.text), c.tags) << c.text;
}

TEST(NewsNumbers, BoundsOfAnyKindOpenAndClosed) {
  expect({
      {"as many as 40 homes", "[as many as 40 homes] count home -inf..40 noun=home"},
      {"as much as 40 percent", "[as much as 40 percent] percent percent -inf..40"},
      {"no fewer than 30 homes", "[no fewer than 30 homes] count home 30..inf noun=home"},
      {"upwards of 300 people",
       "[upwards of 300 people] count person 300..inf lo-open noun=person"},
      {"in excess of $5 million", "[in excess of $5 million] money USD 5000000..inf lo-open"},
      {"damage topped $5 million", "[topped $5 million] money USD 5000000..inf lo-open"},
      {"the toll exceeded 400", "[exceeded 400] count - 400..inf lo-open"},
      {"north of 60 percent", "[north of 60 percent] percent percent 60..inf lo-open"},
      {"at most three days", "[at most three days] duration second -inf..259200"},
      {"a maximum of 12 hours", "[a maximum of 12 hours] duration second -inf..43200"},
      {"a 40-plus crowd", "[40-plus] count - 40..inf"},
      {"50+ villages", "[50+ villages] count village 50..inf noun=village"},
      {"3 or more workers", "[3 or more workers] count person 3..inf noun=worker"},
      {"20 people or fewer", "[20 people or fewer] count person -inf..20 noun=person"},
      {"more than 14,000 people",
       "[more than 14,000 people] count person 14000..inf lo-open noun=person"},
      {"at least 14,000 people", "[at least 14,000 people] count person 14000..inf noun=person"},
      {"fewer than 14,000 people",
       "[fewer than 14,000 people] count person -inf..14000 hi-open noun=person"},
      {"no more than 3 km", "[no more than 3 km] length metre -inf..3000"},
      {"under $5 million", "[under $5 million] money USD -inf..5000000 hi-open"},
      {"lasted over 12 months", "[over 12 months] duration second 31556952..inf lo-open"},
      {"just under 40 percent", "[just under 40 percent] percent percent -inf..40 hi-open"},
      {"well over 100 mph", "[well over 100 mph] speed metre per second 44.704..inf lo-open"},
      {"12 hours or more", "[12 hours or more] duration second 43200..inf"},
      {"ages 5 and up", "[ages 5 and up] age year 5..inf"},
  });
}

TEST(NewsNumbers, WordsThatOpenABoundElsewhere) {
  expect({
      {"onions shot up to 80 rupees", "[80 rupees] money INR 80..80"},
      {"up to 80 rupees", "[up to 80 rupees] money INR -inf..80"},
      {"fined $5 million plus $200 in costs",
       "[$5 million] money USD 5000000..5000000; [$200] money USD 200..200"},
      {"$5 million plus", "[$5 million plus] money USD 5000000..inf"},
  });
}

TEST(NewsNumbers, SharesAreNoOrdinalsAndNoCounts) {
  expect({
      {"a tenth of the crop", "[a tenth] percent percent 10..10"},
      {"one fifth of the crop", "[one fifth] percent percent 20..20"},
      {"nine tenths of the crop", "[nine tenths] percent percent 90..90"},
      {"his tenth point", "[tenth] ordinal - 10..10 noun=point"},
      {"a fifth man", "[fifth] ordinal - 5..5 noun=man"},
      {"three fifth graders", "[three fifth graders] count person 3..3 noun=grader mod=fifth"},
      {"three in 10 nurses", "[three in 10] percent percent 30..30"},
      {"12 cases per 100,000 people", "[12 cases per 100,000] rate case/100,000 12..12 noun=case"},
      {"deaths per 100,000 people", ""},
  });
}

TEST(NewsNumbers, VagueCountsWithoutAFigure) {
  expect({
      {"a spate of thefts", "[a spate of thefts] count theft -inf..inf approx vague noun=theft"},
      {"a slew of rules", "[a slew of rules] count rule -inf..inf approx vague noun=rule"},
      {"a flurry of protests",
       "[a flurry of protests] count protest -inf..inf approx vague noun=protest"},
      {"a second attack", "[second] ordinal - 2..2 noun=attack"},
      {"two seconds", "[two seconds] duration second 2..2"},
  });
}

TEST(NewsNumbers, ApproximationsWithTheirDirection) {
  expect({
      {"about 40 people", "[about 40 people] count person 40..40 approx noun=person"},
      {"around $5 million", "[around $5 million] money USD 5000000..5000000 approx"},
      {"roughly 90 minutes", "[roughly 90 minutes] duration second 5400..5400 approx"},
      {"nearly 300 people", "[nearly 300 people] count person 300..300 approx noun=person"},
      {"almost 40 percent", "[almost 40 percent] percent percent 40..40 approx"},
      {"some 40 houses", "[some 40 houses] count house 40..40 approx noun=house"},
      {"an estimated 40 houses", "[an estimated 40 houses] count house 40..40 approx noun=house"},
      {"40 or so houses", "[40 or so houses] count house 40..40 approx noun=house"},
      {"40-odd houses", "[40-odd houses] count house 40..40 approx noun=house"},
      {"close to 5 km", "[close to 5 km] length metre 5000..5000 approx"},
      {"at least about 50 villagers",
       "[at least about 50 villagers] count person 50..inf approx noun=villager"},
      {"an estimated 14,000-plus supporters",
       "[an estimated 14,000-plus supporters] count person 14000..inf approx noun=supporter"},
  });
}

TEST(NewsNumbers, VaguePluralsAreIntervals) {
  expect({
      {"hundreds were hurt", "[hundreds] count - 200..inf approx vague"},
      {"thousands of fans", "[thousands of fans] count person 2000..inf approx vague noun=fan"},
      {"tens of thousands of fans",
       "[tens of thousands of fans] count person 20000..inf approx vague noun=fan"},
      {"10s of thousands of fans",
       "[10s of thousands of fans] count person 20000..inf approx vague noun=fan"},
      {"dozens of cars", "[dozens of cars] count car 24..inf approx vague noun=car"},
      {"scores of fans", "[scores of fans] count person 40..inf approx vague noun=fan"},
      {"scores were hurt", "[scores] count - 40..inf approx vague"},
      {"a handful of people", "[a handful of people] count person 3..inf approx vague noun=person"},
      {"several homes", "[several homes] count home 3..inf approx vague noun=home"},
      {"a few homes", "[a few homes] count home 3..inf approx vague noun=home"},
      {"a couple of homes", "[a couple of homes] count home 2..inf approx vague noun=home"},
      {"a couple dozen homes", "[a couple dozen homes] count home 24..inf approx vague noun=home"},
      {"several hundred homes",
       "[several hundred homes] count home 300..inf approx vague noun=home"},
      {"a few dozen homes", "[a few dozen homes] count home 36..inf approx vague noun=home"},
      {"countless people", "[countless people] count person -inf..inf approx vague noun=person"},
      {"many people", "[many people] count person -inf..inf approx vague noun=person"},
      {"many of the men", "[many of the men] count person -inf..inf approx vague subset noun=man"},
      {"some users", "[some users] count person -inf..inf approx vague noun=user"},
      {"a spate of robberies",
       "[a spate of robberies] count robbery -inf..inf approx vague noun=robbery"},
      {"hundreds of thousands of people",
       "[hundreds of thousands of people] count person 200000..inf approx vague noun=person"},
      {"hundreds more years",
       "[hundreds more years] duration second 6311390400..inf approx vague increment"},
      {"for days", "[days] duration second 172800..inf approx vague"},
      {"hours later", "[hours] duration second 7200..inf approx vague"},
  });
}

TEST(NewsNumbers, CountsOfZero) {
  expect({
      {"no one was killed", "[no one] count person 0..0"},
      {"nobody was hurt", "[nobody] count person 0..0"},
      {"none of the passengers", "[none of the passengers] count person 0..0 noun=passenger"},
      {"none were hurt", "[none] count - 0..0"},
      {"no injuries were reported", "[no injuries] count injury 0..0 noun=injury"},
      {"without casualties", "[without casualties] count person 0..0 noun=casualty"},
      {"there were no deaths", "[no deaths] count death 0..0 noun=death"},
      {"zero deaths", "[zero deaths] count death 0..0 noun=death"},
      {"no injuries or deaths",
       "[no injuries] count injury 0..0 noun=injury; [deaths] count death 0..0 noun=death"},
  });
}

TEST(NewsNumbers, IncrementSubsetRemainder) {
  expect({
      {"another five people", "[another five people] count person 5..5 increment noun=person"},
      {"three more people", "[three more people] count person 3..3 increment noun=person"},
      {"two more hours", "[two more hours] duration second 7200..7200 increment"},
      {"an additional 40 troops",
       "[an additional 40 troops] count person 40..40 increment noun=troop"},
      {"two killed and another wounded",
       "[two] count - 2..2; [another] count person 1..1 increment"},
      {"wounding a third man", "[a third man] count person 1..1 increment noun=man"},
      {"including 3 children", "[3 children] count person 3..3 subset noun=child"},
      {"10 of whom were women", "[10] count person 10..10 subset"},
      {"two of which burned", "[two] count - 2..2 subset"},
      {"one of the two men", "[one] count - 1..1 subset; [two men] count person 2..2 noun=man"},
      {"of the 40 passengers, 12 died",
       "[40 passengers] count person 40..40 noun=passenger; [12] count - 12..12"},
      {"the remaining five miners", "[five miners] count person 5..5 subset noun=miner"},
      {"the other two men", "[two men] count person 2..2 subset noun=man"},
      {"bringing the total to 19", "[19] count - 19..19"},
  });
}

TEST(NewsNumbers, ChangeRangeAndLevelStayApart) {
  expect({
      {"the toll rose from 200 to 300 people",
       "[200] count - 200..200; [300 people] count person 300..300 noun=person"},
      {"from 20 to 30 homes burned", "[from 20 to 30 homes] count home 20..30 noun=home"},
      {"sales rose 5 % to $30 million from $25 million",
       "[5 %] percent percent 5..5; [$30 million] money USD 30000000..30000000; [$25 million] "
       "money USD 25000000..25000000"},
      {"turnout fell to 45 percent from 52 percent",
       "[45 percent] percent percent 45..45; [52 percent] percent percent 52..52"},
      {"between 200 and 300 people",
       "[between 200 and 300 people] count person 200..300 noun=person"},
      {"anywhere from 5 to 7 days", "[from 5 to 7 days] duration second 432000..604800"},
  });
}

TEST(NewsNumbers, TheCountedThing) {
  expect({
      {"14,000 people", "[14,000 people] count person 14000..14000 noun=person"},
      {"30,000 Russian troops",
       "[30,000 Russian troops] count person 30000..30000 noun=troop mod=russian"},
      {"three small red houses",
       "[three small red houses] count house 3..3 noun=house mod=small red"},
      {"24 dead and over 200 injured", "[24] count - 24..24; [over 200] count - 200..inf lo-open"},
      {"both men", "[both men] count person 2..2 noun=man"},
      {"a single bullet", "[a single bullet] count bullet 1..1 noun=bullet"},
      {"four coworkers", "[four coworkers] count person 4..4 noun=coworker"},
      {"three brigands", "[three brigands] count person 3..3 noun=brigand"},
  });
}

TEST(NewsNumbers, RatesAndPoints) {
  expect({
      {"$2 a share", "[$2 a share] rate USD/share 2..2"},
      {"40 deaths a day", "[40 deaths a day] rate death/day 40..40 noun=death"},
      {"12 per 100,000 people", "[12 per 100,000] rate /100,000 12..12"},
      {"5 percentage points", "[5 percentage points] percent percentage point 5..5"},
      {"50 basis points", "[50 basis points] percent percentage point 0.5..0.5"},
      {"100 km/h", "[100 km/h] speed metre per second 27.77777778..27.77777778"},
  });
}

TEST(NewsNumbers, NamesAndLabels) {
  expect({
      {"the Group of 20", ""},
      {"the G7", ""},
      {"the G-20 summit", ""},
      {"9/11", ""},
      {"an F-16", ""},
      {"Boeing 737", ""},
      {"Highway 61", ""},
      {"Channel 4", ""},
      {"No. 1", ""},
      {"Article 5", ""},
      {"card 1 of 5", ""},
      {"COVID-19", ""},
      {"7-Eleven", ""},
      {"Room 101", ""},
      {"Page 6", ""},
      {"12 Elm Street", ""},
      {"the 2013-14 season", ""},
      {"a 911 call", ""},
      {"they met the Twelve Apostles again", ""},
      {"they met the Gang of Four again", ""},
  });
}

TEST(NewsNumbers, ScoresVotesAndRecords) {
  expect({
      {"won 3-2", ""},
      {"a 218-210 vote", ""},
      {"the 5-4 ruling", ""},
      {"a 10-0 record", ""},
      {"voted 52 to 48", ""},
      {"voted 48 to 52", ""},
      {"by 52 votes to 48", ""},
      {"won by 20 to 23", ""},
  });
}

TEST(NewsNumbers, AgesInEveryForm) {
  expect({
      {"Ana Holt, 45, said", "[45] age year 45..45"},
      {"Juan Holt Jr., 49, is", "[49] age year 49..49"},
      {"Juan Holt, 20 and Ana Holt, 24, fled", "[20] age year 20..20; [24] age year 24..24"},
      {"Juan Holt, 20 was found", "[20] age year 20..20"},
      {"a man, 34, was held", "[34] age year 34..34"},
      {"aged 12", "[aged 12] age year 12..12"},
      {"aged between 12 and 17", "[aged between 12 and 17] age year 12..17"},
      {"ages 12 and 14", "[ages 12] age year 12..12; [14] age year 14..14"},
      {"at the age of 81", "[at the age of 81] age year 81..81"},
      {"she was 81.", "[81] age year 81..81"},
      {"who turned 40 on Friday", "[40] age year 40..40"},
      {"in his 40s", "[40s] age year 40..50 hi-open"},
      {"in her early thirties", "[thirties] age year 30..40 hi-open"},
      {"a 50-something man", "[50-something] age year 50..60 hi-open"},
      {"a thirtysomething local teacher", "[thirtysomething] age year 30..40 hi-open"},
      {"for twenty-somethings", "[twenty-somethings] age year 20..30 hi-open"},
      {"40-something degrees", "[40-something degrees] count degree 40..40 approx noun=degree"},
      {"a 35-something man", "[35-something] age year 35..40 hi-open"},
      {"he knew something", ""},
      {"17-year-olds", "[17-year-olds] age year 17..17"},
      {"5- to 7-year-olds", "[5- to 7-year-olds] age year 5..7"},
      {"children under 5", "[under 5] age year -inf..5 hi-open"},
      {"over-65s", "[over-65s] age year 65..inf lo-open"},
      {"a five-month-old baby", "[five-month-old] age year 0.4166666667..0.4166666667"},
      {"a teenager aged 15", "[aged 15] age year 15..15"},
  });
}

TEST(NewsNumbers, HeightsAndCompoundMeasures) {
  expect({
      {"6-foot-2", "[6-foot-2] length metre 1.8796..1.8796"},
      {"6ft 2in", "[6ft 2in] length metre 1.8796..1.8796"},
      {"6 ft. 2 in.", "[6 ft. 2 in.] length metre 1.8796..1.8796"},
      {"5'10\"", "[5'10\"] length metre 1.778..1.778"},
      {"a 7.1-magnitude quake", "[7.1-magnitude] magnitude magnitude 7.1..7.1"},
      {"a 5.6 -magnitude quake", "[5.6 -magnitude] magnitude magnitude 5.6..5.6"},
      {"a 45,000-square-foot hall", "[45,000-square-foot] area square metre 4180.6368..4180.6368"},
      {"Category 4 hurricane", ""},
      {"104F", "[104F] temperature degree Celsius 40..40"},
      {"temperatures hit 104 F", "[104 F] temperature degree Celsius 40..40"},
      {"section 104 F", ""},
      {"40 megawatts", "[40 megawatts] power watt 40000000..40000000"},
      {"500 kWh", "[500 kWh] energy joule 1800000000..1800000000"},
      {"50 Mbps", "[50 Mbps] data_rate bit per second 50000000..50000000"},
      {"980 millibars", "[980 millibars] pressure pascal 98000..98000"},
  });
}

TEST(NewsNumbers, NewsAbbreviations) {
  expect({
      {"$1.5m", "[$1.5m] money USD 1500000..1500000"},
      {"£2bn", "[£2bn] money GBP 2000000000..2000000000"},
      {"A$40 million", "[A$40 million] money AUD 40000000..40000000"},
      {"$2.174tn", "[$2.174tn] money USD 2.174e+12..2.174e+12"},
      {"Rs 5 crore", "[Rs 5 crore] money INR 50000000..50000000"},
      {"Rs. 500 crore", "[Rs. 500 crore] money INR 5000000000..5000000000"},
      {"5pc", "[5pc] percent percent 5..5"},
      {"$1.5 mln", "[$1.5 mln] money USD 1500000..1500000"},
      {"$200MM", "[$200MM] money USD 200000000..200000000"},
      {"12mm", "[12mm] length metre 0.012..0.012"},
      {"2 thousand mm", "[2 thousand mm] length metre 2..2"},
      {"worth 1.7m", "[1.7m] money - 1700000..1700000"},
  });
}

TEST(NewsNumbers, SharedHeads) {
  expect({
      {"$5-7 million", "[$5-7 million] money USD 5000000..7000000"},
      {"3 to 5 percent", "[3 to 5 percent] percent percent 3..5"},
      {"60 to 70 mph", "[60 to 70 mph] speed metre per second 26.8224..31.2928"},
      {"5 million to 7 million dollars",
       "[5 million to 7 million dollars] money USD 5000000..7000000"},
      {"twenty or thirty men", "[twenty or thirty men] count person 20..30 noun=man"},
      {"two- or three-day visit", "[two- or three-day] duration second 172800..259200"},
      {"5 and 7 mg doses", "[5] mass kilogram 5e-06..5e-06; [7 mg] mass kilogram 7e-06..7e-06"},
  });
}

TEST(NewsNumbers, TokenisedInput) {
  expect({
      {"$ 75 million", "[$ 75 million] money USD 75000000..75000000"},
      {"27 %", "[27 %] percent percent 27..27"},
      {"2 1\\/2 hours", "[2 1\\/2 hours] duration second 9000..9000"},
      {"1,000 - strong", "[1,000 - strong] count person 1000..1000"},
      {"5 - year - old", "[5 - year - old] age year 5..5"},
  });
}

TEST(NewsNumbers, Homographs) {
  expect({
      {"a second suspect", "[second] ordinal - 2..2 noun=suspect"},
      {"waited for a second", ""},
      {"five seconds", "[five seconds] duration second 5..5"},
      {"in 5 minutes", "[5 minutes] duration second 300..300"},
      {"the March 12 attack", ""},
      {"a quarter", ""},
      {"a quarter of voters", "[a quarter] percent percent 25..25"},
      {"the first quarter", ""},
      {"one of them", ""},
      {"the one who left", ""},
      {"a second man", "[second] ordinal - 2..2 noun=man"},
  });
}

TEST(NewsNumbers, UnknownIsNotZero) {
  expect({
      {"under investigation", ""},
      {"unclear how many died", ""},
      {"it was not known how many people died", ""},
      {"the number of dead is unknown", ""},
  });
}

TEST(NewsNumbers, Multiples) {
  expect({
      {"a threefold increase", "[threefold] multiple multiple 3..3"},
      {"prices tripled", "[tripled] multiple multiple 3..3"},
      {"twice as many", "[twice] multiple multiple 2..2"},
      {"10 times as many", "[10 times] multiple multiple 10..10"},
      {"three times more", "[three times] multiple multiple 3..3"},
      {"elected twice", "[twice] count time 2..2 noun=time"},
      {"shot three times", "[three times] count time 3..3 noun=time"},
      {"three times the day before", "[three times] count time 3..3 noun=time"},
  });
}

TEST(NewsNumbers, DoubtfulReadingsAreRefusedNotGuessed) {
  expect({
      {"negative $71.5 million", ""},
      {"minus ten", ""},
      {"2 1/2 30", ""},
      {"13 009 million", ""},
      {"one point one two three", ""},
      {"$5-8,000", ""},
      {"5,00,000 rupees", ""},
      {"€1.234.567", ""},
      {"1.000 people", ""},
      {"10 000 people", ""},
      {"1.5-2 million", "[1.5-2 million] count - 1500000..2000000"},
      {"4 cents or 4$", "[4 cents] money USD 0.04..0.04"},
      {"2 x 4", ""},
      {"6'", ""},
      {"5 p", ""},
      {"20m", ""},
      {"20k", ""},
      {"4x100m relay", ""},
      {"50,000 in 2020", "[50,000] count - 50000..50000"},
      {"6pm", ""},
      {"a mix", ""},
      {"Once", ""},
      {"USD34.6 million", "[USD34.6 million] money USD 34600000..34600000"},
      {"one and a half thousand", "[one and a half thousand] count - 1500..1500"},
      {"half a dozen", "[half a dozen] count - 6..6"},
      {"15-20 usd", "[15-20 usd] money USD 15..20"},
      {"6-16 %", "[6-16 %] percent percent 6..16"},
      {"$10-a-barrel", "[$10-a-barrel] rate USD/barrel 10..10"},
      {"500 pounds", ""},
  });
}

}  // namespace
}  // namespace gainsay::extract
