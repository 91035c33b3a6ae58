#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tag_printer.h"

namespace gainsay::extract {
namespace {

const TagPrinter& printer() {
  static const TagPrinter instance;
  return instance;
}

struct Case {
  const char* text;
  const char* tags;
};

// clang-format off
const std::vector<Case> kMeasures = {
    {"some 930 miles away",
     "[some 930 miles] length metre 1496689.92..1496689.92 approx"},
    {"$3.4bn", "[$3.4bn] money USD 3400000000..3400000000"},
    {"£2bn was spent", "[£2bn] money GBP 2000000000..2000000000"},
    {"A$40 million", "[A$40 million] money AUD 40000000..40000000"},
    {"US $5.4-billion", "[US $5.4-billion] money USD 5400000000..5400000000"},
    {"US$34.6 million", "[US$34.6 million] money USD 34600000..34600000"},
    {"80m euros", "[80m euros] money EUR 80000000..80000000"},
    {"Rs 5 crore", "[Rs 5 crore] money INR 50000000..50000000"},
    {"€1.5m", "[€1.5m] money EUR 1500000..1500000"},
    {"$ 75 million", "[$ 75 million] money USD 75000000..75000000"},
    {"R26 million", "[R26 million] money ZAR 26000000..26000000"},
    {"e80 million", "[e80 million] money EUR 80000000..80000000"},
    {"EUR80m was paid", "[EUR80m] money EUR 80000000..80000000"},
    {"two-million-euro robbery", "[two-million-euro] money EUR 2000000..2000000"},
    {"$2.6-million heist", "[$2.6-million] money USD 2600000..2600000"},
    {"85 million euros", "[85 million euros] money EUR 85000000..85000000"},
    {"74 million pounds", "[74 million pounds] money GBP 74000000..74000000"},
    {"about $20", "[about $20] money USD 20..20 approx"},
    {"more than $160 million",
     "[more than $160 million] money USD 160000000..inf lo-open"},
    {"$5-7 million", "[$5-7 million] money USD 5000000..7000000"},
    {"$5 million to $7 million", "[$5 million to $7 million] money USD 5000000..7000000"},
    {"5 million to 7 million dollars",
     "[5 million to 7 million dollars] money USD 5000000..7000000"},
    {"60 to 70 mph", "[60 to 70 mph] speed metre per second 26.8224..31.2928"},
    {"3 to 5 percent", "[3 to 5 percent] percent percent 3..5"},
    {"60km from the city", "[60km] length metre 60000..60000"},
    {"2 1/2 years", "[2 1/2 years] duration second 78892380..78892380"},
    {"2½ hours", "[2½ hours] duration second 9000..9000"},
    {"two and a half hours", "[two and a half hours] duration second 9000..9000"},
    {"an hour and a half", "[an hour and a half] duration second 5400..5400"},
    {"90-minute talks", "[90-minute] duration second 5400..5400"},
    {"an eight-month war", "[eight-month] duration second 21037968..21037968"},
    {"six years and three months",
     "[six years and three months] duration second 197230950..197230950"},
    {"2 hours 30 minutes", "[2 hours 30 minutes] duration second 9000..9000"},
    {"two hours and 15 minutes", "[two hours and 15 minutes] duration second 8100..8100"},
    {"two hours, 10 minutes", "[two hours, 10 minutes] duration second 7800..7800"},
    {"a day, three hours and ten minutes",
     "[a day, three hours and ten minutes] duration second 97800..97800"},
    {"the best part of an hour, 55 minutes",
     "[the best part of an hour] duration second 3600..3600 approx; [55 minutes] duration second 3300..3300"},
    {"half an hour", "[half an hour] duration second 1800..1800"},
    {"three quarters of an hour",
     "[three quarters of an hour] duration second 2700..2700"},
    {"nearly three weeks",
     "[nearly three weeks] duration second 1814400..1814400 approx"},
    {"a year after the flood", "[a year] duration second 31556952..31556952"},
    {"for over two hours", "[over two hours] duration second 7200..inf lo-open"},
    {"over two hours later", "[over two hours] duration second 7200..inf lo-open"},
    {"several hours", "[several hours] duration second 10800..inf approx vague"},
    {"a few days", "[a few days] duration second 259200..inf approx vague"},
    {"6-foot-2 guard", "[6-foot-2] length metre 1.8796..1.8796"},
    {"5 feet 2 inches", "[5 feet 2 inches] length metre 1.5748..1.5748"},
    {"a 45,000-square-foot hall",
     "[45,000-square-foot] area square metre 4180.6368..4180.6368"},
    {"100 square kilometres",
     "[100 square kilometres] area square metre 100000000..100000000"},
    {"35 miles", "[35 miles] length metre 56327.04..56327.04"},
    {"10 tonnes of rice", "[10 tonnes] mass kilogram 10000..10000"},
    {"a 200-pound man", "[200-pound] mass kilogram 90.718474..90.718474"},
    {"104F in the shade", "[104F] temperature degree Celsius 40..40"},
    {"40 degrees Celsius", "[40 degrees Celsius] temperature degree Celsius 40..40"},
    {"minus 10 degrees Celsius",
     "[minus 10 degrees Celsius] temperature degree Celsius -10..-10"},
    {"a 5.6 magnitude quake", "[5.6 magnitude] magnitude magnitude 5.6..5.6"},
    {"a magnitude 6.1 earthquake", "[magnitude 6.1] magnitude magnitude 6.1..6.1"},
    {"magnitude-5.9 tremor", "[magnitude-5.9] magnitude magnitude 5.9..5.9"},
    {"a 7.1-magnitude quake", "[7.1-magnitude] magnitude magnitude 7.1..7.1"},
    {"measuring 5.6 on the Richter scale",
     "[5.6 on the Richter scale] magnitude magnitude 5.6..5.6"},
    {"the quake measured 6.1", "[6.1] magnitude magnitude 6.1..6.1"},
    {"a 6.3 earthquake", "[6.3] magnitude magnitude 6.3..6.3"},
    {"M5.9 quake", "[M5.9] magnitude magnitude 5.9..5.9"},
    {"27 % of voters", "[27 %] percent percent 27..27"},
    {"5pc growth", "[5pc] percent percent 5..5"},
    {"3 percentage points", "[3 percentage points] percent percentage point 3..3"},
    {"per cent rose 12 per cent", "[12 per cent] percent percent 12..12"},
    {"two-thirds of members", "[two-thirds] percent percent 66.66666667..66.66666667"},
    {"a third of voters", "[a third] percent percent 33.33333333..33.33333333"},
    {"nearly half the crew", "[nearly half] percent percent 50..50 approx"},
    {"one in five adults", "[one in five] percent percent 20..20"},
    {"three out of four homes", "[three out of four] percent percent 75..75"},
    {"a 10-year-old girl", "[10-year-old] age year 10..10"},
    {"17-year-olds", "[17-year-olds] age year 17..17"},
    {"aged 55", "[aged 55] age year 55..55"},
    {"John Smith, 60, was held", "[60] age year 60..60"},
    {"in his 40s", "[40s] age year 40..50 hi-open"},
    {"five months old", "[five months old] age year 0.4166666667..0.4166666667"},
    {"rose from $12 million to $9 million",
     "[$12 million] money USD 12000000..12000000; [$9 million] money USD 9000000..9000000"},
    {"rose 5 percent to $30", "[5 percent] percent percent 5..5; [$30] money USD 30..30"},
    {"less than the $184 million offered",
     "[less than the $184 million] money USD -inf..184000000 hi-open"},
    {"an earthquake with a magnitude of at least 5.9",
     "[magnitude of at least 5.9] magnitude magnitude 5.9..inf"},
    {"the man fell about 60m", "[about 60m] length metre 60..60 approx"},
    {"more than two hours", "[more than two hours] duration second 7200..inf lo-open"},
    {"less than 330 feet", "[less than 330 feet] length metre -inf..100.584 hi-open"},
    {"up to 80 percent", "[up to 80 percent] percent percent -inf..80"},
    {"as much as 70%", "[as much as 70%] percent percent -inf..70"},
    {"ten to twelve months", "[ten to twelve months] duration second 26297460..31556952"},
    {"a two-year-old boy", "[two-year-old] age year 2..2"},
    {"half of the money", "[half] percent percent 50..50"},
    {"in his mid-20s", "[20s] age year 20..30 hi-open"},
    {"300,000 euros", "[300,000 euros] money EUR 300000..300000"},
    {"30 pounds of meat", "[30 pounds] mass kilogram 13.6077711..13.6077711"},
    {"fined 500 pounds", "[500 pounds] money GBP 500..500"},
    {"0.5 percent", "[0.5 percent] percent percent 0.5..0.5"},
    {"$5,000", "[$5,000] money USD 5000..5000"},
    {"10 per cent", "[10 per cent] percent percent 10..10"},
    {"hundreds of miles", "[hundreds of miles] length metre 321868.8..inf approx vague"},
    {"tens of millions of dollars",
     "[tens of millions of dollars] money USD 20000000..inf approx vague"},
    {"millions of euros", "[millions of euros] money EUR 2000000..inf approx vague"},
    {"no more than five minutes", "[no more than five minutes] duration second -inf..300"},
    {"100 km/h", "[100 km/h] speed metre per second 27.77777778..27.77777778"},
    {"seventy-five thousand five hundred tons",
     "[seventy-five thousand five hundred tons] mass kilogram 68492447.87..68492447.87"},
    {"3.5 million barrels",
     "[3.5 million barrels] volume litre 556455532.2..556455532.2"},
    {"minus 5 percent", "[minus 5 percent] percent percent -5..-5"},
    {"between $5 million and $7 million",
     "[between $5 million and $7 million] money USD 5000000..7000000"},
    {"60-year-old woman", "[60-year-old] age year 60..60"},
};
// clang-format on

TEST(Measures, AreReadInBaseUnitsWithTheirHedge) {
  for (const Case& c : kMeasures)
    EXPECT_EQ(printer().print(c.text), c.tags) << c.text;
}

const std::vector<Case> kBounds = {
    {"14 people", "hard [14, 14] pragmatic [14, 14]"},
    {"130,000 troops", "hard [130000, 130000] pragmatic [125000, 135000]"},
    {"1.2 million people", "hard [1200000, 1200000] pragmatic [1150000, 1250000]"},
    {"around 90 minutes", "hard [4860, 5940] pragmatic [4860, 5940]"},
    {"nearly 300 passengers", "hard [270, 300) pragmatic [285, 300)"},
    {"more than 14,000 dead", "hard (14000, inf] pragmatic (14000, 20000]"},
    {"at least 12 people", "hard [12, inf] pragmatic [12, 20]"},
    {"at least about 50 people", "hard [45, inf] pragmatic [45, 60]"},
    {"up to 500 migrants", "hard [0, 500] pragmatic [250, 500]"},
    {"fewer than 20 cases", "hard [0, 20) pragmatic [10, 20)"},
    {"5 to 7 soldiers", "hard [5, 7] pragmatic [5, 7]"},
    {"in his 40s", "hard [40, 50) pragmatic [40, 50)"},
    {"several villages", "hard [2, inf] pragmatic [3, 10]"},
    {"dozens of people", "hard [12, inf] pragmatic [24, 99]"},
    {"tens of thousands of people", "hard [10000, inf] pragmatic [20000, 99000]"},
    {"no injuries", "hard [0, 0] pragmatic [0, 0]"},
};

TEST(Measures, HedgesBecomeHardAndPragmaticBounds) {
  for (const Case& c : kBounds)
    EXPECT_EQ(printer().print_bounds(c.text), c.tags) << c.text;
}

TEST(Measures, TheNumberAloneIsMarkedInsideTheTag) {
  const std::vector<QuantityTag> tags = printer().tag("around 100,000 Russian troops");
  ASSERT_EQ(tags.size(), 1U);
  EXPECT_EQ(tags[0].first, 0U);
  EXPECT_EQ(tags[0].last, 4U);
  EXPECT_EQ(tags[0].number_first, 1U);
  EXPECT_EQ(tags[0].number_last, 2U);
}

}  // namespace
}  // namespace gainsay::extract
