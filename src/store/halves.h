#pragma once

#include <bit>
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

/// Appends.
inline void from_halves(std::string_view bytes, std::vector<float>& out) {
  for (std::size_t at = 0; at + sizeof(Half) <= bytes.size(); at += sizeof(Half)) {
    Half half = 0;
    std::memcpy(&half, &bytes[at], sizeof half);
    out.push_back(static_cast<float>(half));
  }
}

}  // namespace gainsay::store
