#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace gainsay {

/// An integer that cannot be mixed up with an integer of another meaning.
template <class Tag, class Rep>
class StrongId {
 public:
  constexpr StrongId() = default;
  constexpr explicit StrongId(Rep value) : value_(value) {}
  [[nodiscard]] constexpr Rep value() const { return value_; }
  friend constexpr auto operator<=>(const StrongId&, const StrongId&) = default;

 private:
  Rep value_ = 0;
};

/// Row of a report in the store; 0 means "not stored yet".
using DocumentId = StrongId<struct DocumentTag, std::uint32_t>;
/// Groups of documents; numbered from 1 in the order of their first document.
using OriginId = StrongId<struct OriginTag, std::uint32_t>;
using StoryId = StrongId<struct StoryTag, std::uint32_t>;
/// Content hashes: the same content has the same id on every machine and in every run.
using ClaimId = StrongId<struct ClaimTag, std::uint64_t>;
using FindingId = StrongId<struct FindingTag, std::uint64_t>;

/// 64-bit FNV-1a. Source: the reference parameters of Fowler, Noll and Vo.
class ContentHash {
 public:
  /// Adds the bytes and a separator, so that ("ab","c") and ("a","bc") differ.
  constexpr ContentHash& add(std::string_view bytes) {
    for (char c : bytes)
      step(static_cast<unsigned char>(c));
    step(0xFF);
    return *this;
  }
  constexpr ContentHash& add(std::uint64_t number) {
    for (int i = 0; i < 8; ++i)
      step(static_cast<unsigned char>(number >> (8 * i)));
    return *this;
  }
  [[nodiscard]] constexpr std::uint64_t value() const { return value_; }

 private:
  constexpr void step(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001B3ULL; }
  std::uint64_t value_ = 0xCBF29CE484222325ULL;
};

/// 16 lower-case hexadecimal digits.
[[nodiscard]] std::string to_hex(std::uint64_t value);
/// The reverse; false when `text` is not exactly 16 hexadecimal digits.
[[nodiscard]] bool from_hex(std::string_view text, std::uint64_t& value);

}  // namespace gainsay
