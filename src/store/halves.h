#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace gainsay::store {

static_assert(std::endian::native == std::endian::little,
              "floats are stored as they lie in memory");

/// Rows are of length 1: eleven bits of precision change a cosine by less than 0.001.
__extension__ using Half = _Float16;

inline void to_halves(const float* row, std::vector<Half>& out) {
  for (Half& half : out)
    half = static_cast<Half>(*row++);
}

/// Appends. Exact for all finite halves: the bits of a half are those of a float whose exponent is
/// less by 112. Compilers do eight at once; a conversion of _Float16 is a call for each.
inline void from_halves(std::string_view bytes, std::vector<float>& out) {
  const std::size_t count = bytes.size() / sizeof(std::uint16_t);
  const std::size_t before = out.size();
  out.resize(before + count);
  float* to = out.data() + before;
  for (std::size_t i = 0; i < count; ++i) {
    std::uint16_t half = 0;
    std::memcpy(&half, bytes.data() + i * sizeof half, sizeof half);
    const auto size = static_cast<std::uint32_t>(half & 0x7FFFU) << 13U;
    const auto sign = static_cast<std::uint32_t>(half & 0x8000U) << 16U;
    const float value = std::bit_cast<float>(size) * 0x1p112F;
    to[i] = std::bit_cast<float>(std::bit_cast<std::uint32_t>(value) | sign);
  }
}

}  // namespace gainsay::store
