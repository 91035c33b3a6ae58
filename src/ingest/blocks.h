#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.h"

namespace gainsay::ingest {

/// What a format's reader found.
struct Content {
  text::Metadata metadata;
  std::vector<text::Block> blocks;
  std::vector<Span> code;  ///< code of Markdown, <pre> and <code> of HTML, in any order
};

[[nodiscard]] constexpr bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
[[nodiscard]] constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
[[nodiscard]] constexpr bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
[[nodiscard]] constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
[[nodiscard]] constexpr char to_lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
[[nodiscard]] std::string_view trim(std::string_view text);
[[nodiscard]] bool equal_ignoring_case(std::string_view a, std::string_view b);
[[nodiscard]] std::string lower(std::string_view text);
/// `text` with each run of white space as one space and none at the ends.
[[nodiscard]] std::string collapsed(std::string_view text);

/// Collects one block's readable text and where it came from. Non-breaking and thin spaces read as
/// spaces, invisible characters (soft hyphen, zero-width space, byte-order mark) are left out.
class BlockBuilder {
 public:
  explicit BlockBuilder(std::string_view file) : file_(file) {}

  /// Adds the file's bytes from `begin` to `end` as they are.
  void bytes(std::size_t begin, std::size_t end);
  /// Adds `text` for the bytes from `begin` to `end`, as one unit.
  void unit(std::string_view text, std::size_t begin, std::size_t end);

  [[nodiscard]] bool empty() const { return block_.text.empty(); }
  [[nodiscard]] bool ends_in_space() const { return !empty() && is_space(block_.text.back()); }
  /// The block, white space trimmed at both ends; the builder is empty afterwards.
  [[nodiscard]] text::Block take(Zone zone);

 private:
  void identity(std::size_t begin, std::size_t end);

  std::string_view file_;
  text::Block block_;
  bool after_unit_ = false;
};

/// The part of `block` from `begin` to `end` of its text, white space trimmed; may be empty.
[[nodiscard]] text::Block slice(const text::Block& block, std::size_t begin, std::size_t end);

/// take() into `blocks`, unless only white space was collected.
void flush(BlockBuilder& builder, Zone zone, std::vector<text::Block>& blocks);

}  // namespace gainsay::ingest
