#include "text/document.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace gainsay::text {

Span Block::original(Span in_block) const {
  if (segments.empty()) return {};
  if (in_block.empty()) {
    const std::uint32_t at = in_block.begin < text.size()
                                 ? original({in_block.begin, in_block.begin + 1}).begin
                                 : segments.back().original_begin + segments.back().original_size;
    return {at, at};
  }
  const auto covers = [&](std::uint32_t offset) {
    auto after = std::upper_bound(
        segments.begin(), segments.end(), offset,
        [](std::uint32_t value, const Segment& segment) { return value < segment.text_begin; });
    return after == segments.begin() ? *after : *std::prev(after);
  };
  const Segment first = covers(in_block.begin);
  const Segment last = covers(in_block.end - 1);
  const bool first_is_bytes = first.text_size == first.original_size;
  const bool last_is_bytes = last.text_size == last.original_size;
  return {
      first.original_begin + (first_is_bytes ? in_block.begin - first.text_begin : 0),
      last.original_begin + (last_is_bytes ? in_block.end - last.text_begin : last.original_size)};
}

Document::Document(std::string name, std::string bytes, std::string sha256, Metadata metadata,
                   std::vector<Block> blocks, std::vector<Span> code)
    : name_(std::move(name)),
      bytes_(std::move(bytes)),
      sha256_(std::move(sha256)),
      metadata_(std::move(metadata)),
      blocks_(std::move(blocks)),
      code_(std::move(code)),
      line_starts_{0} {
  for (std::size_t i = bytes_.find('\n'); i != std::string::npos; i = bytes_.find('\n', i + 1)) {
    line_starts_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

bool Document::is_code(std::uint32_t offset) const {
  const auto after = std::ranges::upper_bound(code_, offset, {}, &Span::begin);
  return after != code_.begin() && offset < std::prev(after)->end;
}

Position Document::position(std::uint32_t offset) const {
  const auto after = std::ranges::upper_bound(line_starts_, offset);
  const auto line = static_cast<std::uint32_t>(after - line_starts_.begin());
  return {line, offset - line_starts_[line - 1] + 1};
}

Span Document::line(std::uint32_t number) const {
  if (number == 0 || number > line_starts_.size()) return {};
  const std::uint32_t begin = line_starts_[number - 1];
  std::uint32_t end = number == line_starts_.size() ? static_cast<std::uint32_t>(bytes_.size())
                                                    : line_starts_[number] - 1;
  if (end > begin && bytes_[end - 1] == '\r') --end;
  return {begin, end};
}

}  // namespace gainsay::text
