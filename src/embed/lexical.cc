#include "lexical.h"

#include <algorithm>
#include <cmath>

#include "types/ids.h"

namespace gainsay::embed {

std::uint32_t stem_hash(std::string_view stem) {
  const std::uint64_t hash = ContentHash().add(stem).value();
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

float rarity_of(double share) {
  constexpr double kCommon = 4.0;  // natural logarithm of 55
  return static_cast<float>(std::max(0.0, -std::log(share) - kCommon));
}

void add_stem(std::uint32_t hash, float rarity, Eigen::Ref<Eigen::VectorXf> lexical) {
  std::uint64_t bits = hash;
  for (int place = 0; place < 2; ++place) {
    bits = bits * 0x9E3779B97F4A7C15ULL + 0x7F4A7C15ULL;  // Fibonacci hashing
    const auto at = static_cast<Eigen::Index>((bits >> 33) % static_cast<std::uint64_t>(kLexical));
    lexical(at) += (bits >> 32) % 2 == 0 ? rarity : -rarity;
  }
}

}  // namespace gainsay::embed
