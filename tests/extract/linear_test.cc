// Twice the text is twice the work: long lines and long runs of numbers.
#include <algorithm>
#include <ctime>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tag_printer.h"

namespace gainsay::extract {
namespace {

std::string repeated(const std::string& piece, std::size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i)
    out += piece;
  return out;
}

// Processor time of this process in the best of three runs, so that other processes do not count.
double work(const TagPrinter& printer, const std::string& text) {
  double best = 1e9;
  for (int run = 0; run < 3; ++run) {
    const std::clock_t begin = std::clock();
    const std::size_t tags = printer.tag(text).size();
    EXPECT_LE(tags, text.size());
    best = std::min(best, static_cast<double>(std::clock() - begin));
  }
  return best;
}

TEST(Linear, DoublingALineOfNumbersDoublesTheWork) {
  const TagPrinter printer;
  const std::vector<std::string> pieces = {
      "12,345 ",      "one ",
      "million ",     "twenty-",
      "5 to ",        "9",
      "and a half ",  "$",
      "more than ",   "1-",
      "a couple of ", "three of the ",
      "5 and ",       "aged 12, ",
      "both ",        "the first of ",
      "some ",        "hundreds of ",
      "6'",           "days ",
      "no one or ",   "Ana Holt, 45, said 12 people were killed and "};
  for (const std::string& piece : pieces) {
    constexpr std::size_t kBytes = 5000;
    const double once = work(printer, repeated(piece, kBytes / piece.size()));
    const double fourfold = work(printer, repeated(piece, 4 * kBytes / piece.size()));
    EXPECT_LT(fourfold, 10 * once + 2000) << "'" << piece << "'";
  }
}

}  // namespace
}  // namespace gainsay::extract
