// Inputs are sound ones with a few edits: most stay near enough to what the program understands to
// reach deep into it. All randomness comes from (seed, run), through integer arithmetic alone.
#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>

#include "fuzz.h"

namespace gainsay::fuzz {
namespace {

constexpr std::size_t kGrowth = 1 << 15;  // bytes that edits may add; damage shows in small inputs

/// SplitMix64. Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators".
class Random {
 public:
  explicit Random(std::uint64_t state) : state_(state) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  /// Below `end`; 0 when `end` is.
  std::size_t below(std::size_t end) { return end == 0 ? 0 : next() % end; }

 private:
  std::uint64_t state_;
};

class Mutation {
 public:
  Mutation(const Target& target, Random random) : target_(target), random_(random) {
    text_ = any(target.seeds);
  }

  std::string run() {
    const std::size_t most = text_.size() + kGrowth;
    for (std::size_t edits = 1 + random_.below(8); edits > 0; --edits)
      edit();
    if (text_.size() > most) text_.resize(most);
    return std::move(text_);
  }

 private:
  const std::string& any(const std::vector<std::string>& list) {
    return list[random_.below(list.size())];
  }
  std::string slice(const std::string& of) {
    const std::size_t begin = random_.below(of.size());
    return of.substr(begin, 1 + random_.below(random_.below(8) == 0 ? of.size() : 40));
  }

  void edit() {
    const std::size_t at = random_.below(text_.size() + 1);
    switch (random_.below(10)) {
      case 0:
        if (at < text_.size()) text_[at] = static_cast<char>(random_.next());
        break;
      case 1:
        text_.erase(at, 1 + random_.below(30));
        break;
      case 2:
        text_.insert(at, slice(text_));
        break;
      case 3:
        repeat(at);
        break;
      case 4:
        text_.resize(at);
        break;
      case 5:
        text_.insert(at, slice(any(target_.seeds)));
        break;
      case 6:
        figure(at);
        break;
      default:
        if (!target_.pieces.empty()) text_.insert(at, any(target_.pieces));
    }
  }

  void repeat(std::size_t at) {
    const std::string& of = target_.pieces.empty() ? text_ : any(target_.pieces);
    const std::string once = slice(of);
    std::string many;
    for (std::size_t n = random_.below(300); n > 0 && many.size() < kGrowth; --n)
      many += once;
    text_.insert(at, many);
  }

  // The next figure becomes an odd one.
  void figure(std::size_t at) {
    static const std::array<std::string, 10> kOdd = {
        "0",     "-1",   "1e308", "99999999999999999999999999", "4294967296", "2147483647.5",
        "1,2,3", "0x10", "NaN",   "1.7976931348623157e308"};
    const std::size_t begin = text_.find_first_of("0123456789", at);
    if (begin == std::string::npos) return;
    const std::size_t end = text_.find_first_not_of("0123456789", begin);
    text_.replace(begin, std::min(end, text_.size()) - begin, kOdd[random_.below(kOdd.size())]);
  }

  const Target& target_;
  Random random_;
  std::string text_;
};

std::size_t character_size(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const auto tail = [&](std::size_t i) { return byte(i) >= 0x80 && byte(i) <= 0xBF; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return lead == 0 ? 0 : 1;
  if (lead >= 0xC2 && lead <= 0xDF) return tail(1) ? 2 : 0;
  if (lead >= 0xE1 && lead <= 0xEC) return tail(1) && tail(2) ? 3 : 0;
  if (lead >= 0xF1 && lead <= 0xF3) return tail(1) && tail(2) && tail(3) ? 4 : 0;
  if (lead == 0xF0) return byte(1) >= 0x90 && tail(1) && tail(2) && tail(3) ? 4 : 0;
  return lead == 0xEF && tail(1) && tail(2) ? 3 : 0;
}

void make_utf8(std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = character_size(text, at);
    out += size == 0 ? "?" : text.substr(at, size);
    at += std::max<std::size_t>(size, 1);
  }
  text = std::move(out);
}

}  // namespace

std::string input_of(const Target& target, unsigned long seed, unsigned long run) {
  Random random(seed * 0x100000001B3ULL + run);
  std::string input = Mutation(target, Random(random.next())).run();
  if (target.text) make_utf8(input);
  return input;
}

const std::vector<std::string>& news_pieces() {
  static const std::vector<std::string> kPieces = {"\xE2\x80\x9C",
                                                   "\xE2\x80\x9D",
                                                   "\xE2\x80\x98",
                                                   "\xE2\x80\x99",
                                                   "\xE2\x80\x94",
                                                   "\"",
                                                   "'",
                                                   "''",
                                                   "``",
                                                   "\xC2\xAB",
                                                   "\xC2\xBB",
                                                   "\xE2\x80\x9E",
                                                   " \"",
                                                   "\" ",
                                                   "(",
                                                   ")",
                                                   " - ",
                                                   "-",
                                                   "--",
                                                   "...",
                                                   ". ",
                                                   "? ",
                                                   "! ",
                                                   ", ",
                                                   "; ",
                                                   ": ",
                                                   "\n",
                                                   "\n\n",
                                                   "\r\n",
                                                   "\t",
                                                   "\xC2\xA0",
                                                   "\xE2\x80\x8B",
                                                   "\xEF\xBB\xBF",
                                                   "\xCC\x81",
                                                   "\xF0\x9F\x98\x80",
                                                   "\xE2\x80\x8D",
                                                   "\xF0\x9F\x87\xBA\xF0\x9F\x87\xB8",
                                                   "\xE2\x80\xAE",
                                                   "\xC3\x89",
                                                   "\xC2\xBD",
                                                   "\xC2\xBC",
                                                   "\xEF\xBF\xBD",
                                                   "\x1B[31m",
                                                   "\x7F",
                                                   "U.S. ",
                                                   "Mr. ",
                                                   "a.m. ",
                                                   "Gen. ",
                                                   "No. 5 ",
                                                   "n't",
                                                   "'s ",
                                                   "'S",
                                                   "1,200 ",
                                                   "1.5 million ",
                                                   "$3.4bn ",
                                                   "90-minute ",
                                                   "a dozen ",
                                                   "dozens of ",
                                                   "tens of thousands of ",
                                                   "between 5 and 7 ",
                                                   "at least ",
                                                   "no fewer than ",
                                                   "up to ",
                                                   "an estimated ",
                                                   "half a ",
                                                   "two and a half ",
                                                   "twenty-one ",
                                                   "hundred ",
                                                   "million ",
                                                   "per cent ",
                                                   "% ",
                                                   "euros ",
                                                   "\xE2\x82\xAC",
                                                   "Rs ",
                                                   "10-year-old ",
                                                   "aged 55",
                                                   ", 60, ",
                                                   "20-13 ",
                                                   "5 to 7 ",
                                                   "3-4 ",
                                                   "per day ",
                                                   "Jan. 10, 2022 ",
                                                   "7:41 p.m. ",
                                                   "Friday ",
                                                   "last week ",
                                                   "2022 ",
                                                   "Group of 20 ",
                                                   "F-16 ",
                                                   "9/11 ",
                                                   "said ",
                                                   " said. ",
                                                   "told ",
                                                   "according to ",
                                                   "denied that ",
                                                   "he ",
                                                   "officials ",
                                                   "killed ",
                                                   "injured ",
                                                   "people ",
                                                   "not ",
                                                   "no ",
                                                   "none ",
                                                   "including three children ",
                                                   "another five ",
                                                   "one of the "};
  return kPieces;
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace gainsay::fuzz
