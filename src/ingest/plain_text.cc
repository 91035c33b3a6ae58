#include "plain_text.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "metadata.h"

namespace gainsay::ingest {
namespace {

struct Line {
  std::size_t begin = 0;  ///< white space trimmed
  std::size_t end = 0;
  bool after_blank = false;
};

class PlainText {
 public:
  PlainText(std::string_view file, std::size_t begin) : file_(file), builder_(file) {
    read_lines(begin);
  }

  Content read() {
    std::size_t at = read_header();
    while (at < lines_.size()) {
      const std::size_t end = paragraph_end(at);
      if (is_wrapped(at, end)) {
        add_wrapped(at, end);
      } else {
        for (; at < end; ++at) {
          add_line(lines_[at], is_url(text(at)) ? Zone::kFurniture : Zone::kBody);
        }
      }
      at = end;
    }
    return std::move(content_);
  }

 private:
  [[nodiscard]] std::string_view text(std::size_t line) const {
    return file_.substr(lines_[line].begin, lines_[line].end - lines_[line].begin);
  }

  void read_lines(std::size_t begin) {
    bool after_blank = true;
    while (begin < file_.size()) {
      const std::size_t end = std::min(file_.find_first_of("\r\n", begin), file_.size());
      const std::string_view line = trim(file_.substr(begin, end - begin));
      if (!line.empty()) {
        const auto start = static_cast<std::size_t>(line.data() - file_.data());
        lines_.push_back({start, start + line.size(), after_blank});
      }
      after_blank = line.empty();
      begin = file_.substr(end).starts_with("\r\n") ? end + 2 : end + 1;
    }
  }

  [[nodiscard]] std::size_t paragraph_end(std::size_t at) const {
    std::size_t end = at + 1;
    while (end < lines_.size() && !lines_[end].after_blank)
      ++end;
    return end;
  }

  /// Index of the first line below the header.
  std::size_t read_header() {
    constexpr std::size_t kMost = 12;  // more lines than any real header (a guess)
    bool has_title = false;
    std::size_t at = 0;
    for (; at < std::min(lines_.size(), kMost); ++at) {
      HeaderLine line = classify_header(text(at));
      if (line.kind == HeaderLine::Kind::kNone && !has_title && is_title(at)) {
        line = {HeaderLine::Kind::kTitle, text(at), {}};
      }
      if (line.kind == HeaderLine::Kind::kNone) break;
      if (line.kind == HeaderLine::Kind::kTitle) {
        if (has_title) break;
        has_title = true;
        const auto begin = static_cast<std::size_t>(line.value.data() - file_.data());
        add_line({begin, begin + line.value.size()}, Zone::kHeadline);
      } else {
        add_line(lines_[at], Zone::kFurniture);
      }
      if (line.is_update) {
        updated_ = line;
      } else {
        note(line, content_.metadata);
      }
    }
    note(updated_, content_.metadata);
    return at;
  }

  [[nodiscard]] bool is_title(std::size_t at) const {
    constexpr std::size_t kLongestTitle = 160;
    const std::string_view line = text(at);
    if (line.size() > kLongestTitle || line.ends_with(',') || line.ends_with(':')) return false;
    if (at + 1 == lines_.size() || !dateline_place(line).empty()) return false;
    const bool stop = ends_with_stop(line);
    if (stop && !line.ends_with('?') && !line.ends_with('!')) return false;
    const std::string_view next = text(at + 1);
    if (classify_header(next).kind != HeaderLine::Kind::kNone) return true;
    if (lines_[at + 1].after_blank) return true;
    if (is_lower(next.front()) || is_wrapped(at, paragraph_end(at))) return false;
    return !stop && (next.size() > line.size() || ends_with_stop(next));
  }

  /// True when the lines from `begin` to `end` are one paragraph broken at a fixed width: no line
  /// had room for the first word of the next, and sentences run across the line ends.
  [[nodiscard]] bool is_wrapped(std::size_t begin, std::size_t end) const {
    constexpr std::size_t kNarrowest = 40;
    constexpr std::size_t kWidest = 130;  // bytes; 100 characters with some of several bytes
    constexpr std::size_t kSlack = 4;
    std::size_t width = 0;
    for (std::size_t i = begin; i < end; ++i) {
      width = std::max(width, text(i).size());
      if (width > kWidest) return false;
    }
    if (end - begin < 2 || width < kNarrowest) return false;
    std::size_t running = 0;
    for (std::size_t i = begin; i + 1 < end; ++i) {
      const std::string_view next = text(i + 1);
      if (text(i).size() + 1 + std::min(next.find(' '), next.size()) + kSlack < width) return false;
      if (!ends_with_stop(text(i)) && is_lower(next.front())) ++running;
    }
    return running * 3 >= end - begin - 1;
  }

  void add_line(Line line, Zone zone) {
    builder_.bytes(line.begin, line.end);
    flush(builder_, zone, content_.blocks);
  }

  void add_wrapped(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      builder_.bytes(lines_[i].begin, lines_[i].end);
      if (i + 1 == end) break;
      const std::string_view line = text(i);
      const bool hyphenated = line.size() > 1 && line.ends_with('-') &&
                              is_lower(line[line.size() - 2]) && is_lower(text(i + 1).front());
      if (!hyphenated) builder_.unit(" ", lines_[i].end, lines_[i + 1].begin);
    }
    flush(builder_, Zone::kBody, content_.blocks);
  }

  std::string_view file_;
  BlockBuilder builder_;
  std::vector<Line> lines_;
  Content content_;
  HeaderLine updated_;
};

}  // namespace

Content read_plain_text(std::string_view file, std::size_t begin) {
  return PlainText(file, begin).read();
}

}  // namespace gainsay::ingest
