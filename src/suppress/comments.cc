#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "readers.h"

namespace gainsay::suppress {
namespace {

constexpr std::string_view kOpen = "<!--";
constexpr std::string_view kClose = "-->";
constexpr std::string_view kPrefix = "gainsay-";
constexpr std::array<std::string_view, 6> kKeywords = {
    "disable-next-line", "disable-line", "disable-file", "disable", "enable", "ok"};

class Reader {
 public:
  Reader(const text::Document& document, Directives& out)
      : document_(document), bytes_(document.bytes()), comments_(comments(document)), out_(out) {}

  void read() {
    for (const Comment& comment : comments_)
      read(comment);
  }

 private:
  void say(const Comment& comment, std::string message) {
    out_.problems.push_back(
        {ErrorCode::kInvalidText, place(document_, comment.at), std::move(message)});
  }

  void read(const Comment& comment) {
    std::string_view rest = comment.text.substr(kPrefix.size());
    const std::string_view word = rest.substr(0, rest.find_first_of(" \t\r\n:"));
    rest = trimmed(rest.substr(word.size()));
    Directive directive;
    directive.at = comment.at;
    directive.keyword = std::string(kPrefix) + std::string(word);
    if (std::ranges::find(kKeywords, word) == kKeywords.end()) {
      std::string known;
      for (const std::string_view one : kKeywords)
        known += (known.empty() ? "" : ", ") + std::string(one);
      return say(comment, "\"" + directive.keyword + "\" is none of: " + known);
    }
    if (word == "enable") return close_ranges(comment, rest);
    if (word == "ok" && !take_quoted(comment, rest, directive)) return;
    bool dashes = false;
    directive.reason = take_reason(rest, dashes);
    if (dashes) {
      say(comment, "write a colon before the reason: \" -- \" shows as text in Markdown");
    }
    directive.ids = ids_of(rest);
    if (!take_last_day(comment, directive)) return;
    if (directive.ids.empty()) {
      return say(comment, "name what is meant: " + directive.keyword +
                              " numeric-conflict: reason; * stands for everything");
    }
    directive.covers = covered(word, comment.at);
    if (word == "disable") open_.push_back(out_.found.size());
    out_.found.push_back(std::move(directive));
  }

  void close_ranges(const Comment& comment, std::string_view rest) {
    if (!rest.empty() && !rest.starts_with(':')) {
      say(comment, "gainsay-enable takes no ids; it ends every range");
    }
    if (open_.empty()) return say(comment, "nothing is disabled here");
    for (const std::size_t index : open_)
      out_.found[index].covers.end = comment.at.begin;
    open_.clear();
  }

  /// The words of gainsay-ok.
  bool take_quoted(const Comment& comment, std::string_view& rest, Directive& directive) {
    const std::size_t end = rest.starts_with('"') ? rest.find('"', 1) : rest.npos;
    if (end == rest.npos || end == 1) {
      say(comment, "quote the words that are meant: gainsay-ok \"12 people\" ID: reason");
      return false;
    }
    directive.quoted = rest.substr(1, end - 1);
    rest = trimmed(rest.substr(end + 1));
    return true;
  }

  bool take_last_day(const Comment& comment, Directive& directive) {
    const auto until = std::ranges::find(directive.ids, "until");
    if (until == directive.ids.end()) return true;
    if (directive.ids.end() - until == 2) directive.until = from_iso(*(until + 1));
    if (!directive.until) {
      say(comment, "write a day behind \"until\": until 2031-10-20");
      return false;
    }
    directive.ids.erase(until, directive.ids.end());
    return true;
  }

  [[nodiscard]] Span covered(std::string_view word, Span at) const {
    const auto size = static_cast<std::uint32_t>(bytes_.size());
    if (word == "disable-line") return document_.line(document_.position(at.begin).line);
    if (word == "disable-next-line") return next_block(at);
    if (word == "disable") return {at.end, size};
    return {0, size};
  }

  [[nodiscard]] Span next_block(Span at) const {
    std::optional<Span> next;
    for (const text::Block& block : document_.blocks()) {
      if (block.text.empty()) continue;
      const Span in = block.original({0, static_cast<std::uint32_t>(block.text.size())});
      if (in.begin < at.begin && at.end < in.end) return next_line(at.end);
      if (in.begin >= at.end && (!next || in.begin < next->begin)) next = in;
    }
    if (!next) return {at.end, at.end};
    // What shares its line is meant too (the cells of a row), unless that is the comment's own.
    const std::uint32_t line = document_.position(next->end).line;
    if (line != document_.position(at.end).line) {
      next->end = std::max(next->end, document_.line(line).end);
    }
    return *next;
  }

  [[nodiscard]] Span next_line(std::uint32_t from) const {
    for (std::uint32_t number = document_.position(from).line + 1;; ++number) {
      const Span line = document_.line(number);
      if (!is_blank(line) || line.end >= bytes_.size()) return line;
    }
  }

  /// Nothing but blanks and comments of directives.
  [[nodiscard]] bool is_blank(Span line) const {
    std::uint32_t at = line.begin;
    for (const Comment& comment : comments_) {
      if (comment.at.end <= at || comment.at.begin >= line.end) continue;
      if (!trimmed(bytes_.substr(at, std::max(comment.at.begin, at) - at)).empty()) return false;
      at = std::min(comment.at.end, line.end);
    }
    return trimmed(bytes_.substr(at, line.end - at)).empty();
  }

  const text::Document& document_;
  std::string_view bytes_;
  std::vector<Comment> comments_;
  std::vector<std::size_t> open_;  ///< ranges, as indices into found
  Directives& out_;
};

}  // namespace

std::vector<Comment> comments(const text::Document& document) {
  const std::string_view bytes = document.bytes();
  std::vector<Comment> out;
  for (std::size_t begin = bytes.find(kOpen); begin != bytes.npos;
       begin = bytes.find(kOpen, begin)) {
    const std::size_t inside = begin + kOpen.size();
    if (document.is_code(static_cast<std::uint32_t>(begin))) {
      begin = inside;
      continue;
    }
    const std::size_t end = bytes.find(kClose, inside);
    if (end == bytes.npos) break;
    const std::string_view text = trimmed(bytes.substr(inside, end - inside));
    const auto after = static_cast<std::uint32_t>(end + kClose.size());
    if (text.starts_with(kPrefix)) {
      out.push_back({{static_cast<std::uint32_t>(begin), after}, text});
    }
    begin = after;
  }
  return out;
}

void read_comments(const text::Document& document, Directives& out) {
  Reader(document, out).read();
}

}  // namespace gainsay::suppress
