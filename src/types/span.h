#pragma once

#include <compare>
#include <cstdint>

namespace gainsay {

/// Half-open range of bytes. Unless a field says otherwise, offsets count bytes of the ORIGINAL
/// file, the first byte of a byte-order mark included.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }
  [[nodiscard]] constexpr bool contains(Span other) const {
    return begin <= other.begin && other.end <= end;
  }
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace gainsay
