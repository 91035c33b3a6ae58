#include "blocks.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

namespace gainsay::ingest {
namespace {

std::uint32_t u32(std::size_t n) {
  return static_cast<std::uint32_t>(n);
}

struct Special {
  std::string_view written;
  std::string_view read;
};
constexpr std::array<Special, 8> kSpecial{{
    {"\xC2\xA0", " "},      // no-break space
    {"\xE2\x80\xAF", " "},  // narrow no-break space
    {"\xE2\x80\x87", " "},  // figure space
    {"\xE2\x80\x89", " "},  // thin space
    {"\xC2\xAD", ""},       // soft hyphen
    {"\xE2\x80\x8B", ""},   // zero-width space
    {"\xE2\x81\xA0", ""},   // word joiner
    {"\xEF\xBB\xBF", ""},   // byte-order mark
}};

const Special* special_at(std::string_view rest) {
  const auto found = std::ranges::find_if(
      kSpecial, [&](const Special& special) { return rest.starts_with(special.written); });
  return found == kSpecial.end() ? nullptr : &*found;
}

}  // namespace

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && is_space(text.back()))
    text.remove_suffix(1);
  return text;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return to_lower(x) == to_lower(y); });
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), to_lower);
  return out;
}

std::string collapsed(std::string_view text) {
  std::string out;
  for (char c : trim(text)) {
    if (!is_space(c)) {
      out += c;
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

void BlockBuilder::bytes(std::size_t begin, std::size_t end) {
  std::size_t start = begin;
  for (std::size_t i = begin; i < end; ++i) {
    const char c = file_[i];
    if (c != '\xC2' && c != '\xE2' && c != '\xEF') continue;
    const Special* special = special_at(file_.substr(i, end - i));
    if (special == nullptr) continue;
    identity(start, i);
    start = i + special->written.size();
    if (!special->read.empty()) unit(special->read, i, start);
    i = start - 1;
  }
  identity(start, end);
}

void BlockBuilder::identity(std::size_t begin, std::size_t end) {
  if (begin >= end) return;
  const std::uint32_t size = u32(end - begin);
  auto& segments = block_.segments;
  if (!after_unit_ && !segments.empty() &&
      segments.back().original_begin + segments.back().original_size == begin) {
    segments.back().text_size += size;
    segments.back().original_size += size;
  } else {
    segments.push_back({u32(block_.text.size()), size, u32(begin), size});
  }
  block_.text.append(file_.substr(begin, size));
  after_unit_ = false;
}

void BlockBuilder::unit(std::string_view text, std::size_t begin, std::size_t end) {
  if (const Special* special = special_at(text);
      special != nullptr && special->written.size() == text.size()) {
    text = special->read;
  }
  if (text.empty()) return;
  block_.segments.push_back(
      {u32(block_.text.size()), u32(text.size()), u32(begin), u32(end - begin)});
  block_.text.append(text);
  after_unit_ = true;
}

text::Block BlockBuilder::take(Zone zone) {
  text::Block whole = std::exchange(block_, {});
  const std::string_view inner = trim(whole.text);
  if (inner.size() != whole.text.size()) whole = slice(whole, 0, whole.text.size());
  whole.zone = zone;
  return whole;
}

text::Block slice(const text::Block& block, std::size_t begin, std::size_t end) {
  const std::string_view inner = trim(std::string_view(block.text).substr(begin, end - begin));
  text::Block out;
  out.zone = block.zone;
  if (inner.empty()) return out;
  begin = static_cast<std::size_t>(inner.data() - block.text.data());
  end = begin + inner.size();
  out.text = inner;
  auto segment =
      std::prev(std::ranges::upper_bound(block.segments, begin, {}, &text::Segment::text_begin));
  for (; segment != block.segments.end() && segment->text_begin < end; ++segment) {
    const std::size_t from = std::max<std::size_t>(begin, segment->text_begin);
    const std::size_t to = std::min<std::size_t>(end, segment->text_begin + segment->text_size);
    const bool same = segment->text_size == segment->original_size;
    const std::size_t skipped = same ? from - segment->text_begin : 0;
    out.segments.push_back({u32(from - begin), u32(to - from),
                            u32(segment->original_begin + skipped),
                            same ? u32(to - from) : segment->original_size});
  }
  return out;
}

void flush(BlockBuilder& builder, Zone zone, std::vector<text::Block>& blocks) {
  if (builder.empty()) return;
  text::Block block = builder.take(zone);
  if (!block.text.empty()) blocks.push_back(std::move(block));
}

}  // namespace gainsay::ingest
