#include "quote.h"

#include <algorithm>
#include <array>

namespace gainsay::report {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kJoiner = 0x200D;
constexpr std::uint32_t kTab = 4;
/// A letter with more marks than this is no language but a prank; the rest is not shown.
constexpr std::uint32_t kMarksShown = 8;

void append(std::string& out, char32_t c) {
  const auto byte = [&out](char32_t bits) { out.push_back(static_cast<char>(bits)); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | (c >> 6));
    byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | (c >> 12));
    byte(0x80 | ((c >> 6) & 0x3F));
    byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | (c >> 18));
    byte(0x80 | ((c >> 12) & 0x3F));
    byte(0x80 | ((c >> 6) & 0x3F));
    byte(0x80 | (c & 0x3F));
  }
}

/// Overrides, embeddings and isolates: they reorder text that is not theirs.
bool turns_direction(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x200B || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF ||
         (c >= 0xE0000 && c <= 0xE007F);
}

/// What stands for a character that must not reach a terminal; the character itself for others.
char32_t harmless(char32_t c) {
  if (c < 0x20) return 0x2400 + c;
  if (c == 0x7F) return 0x2421;
  const bool control = (c >= 0x80 && c < 0xA0) || c == 0x2028 || c == 0x2029;
  const bool mark = c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x206A && c <= 0x206F) ||
                    (c >= 0xFFF9 && c <= 0xFFFB);
  return control || mark || turns_direction(c) ? kReplacement : c;
}

bool is_regional(char32_t c) {
  return c >= 0x1F1E6 && c <= 0x1F1FF;
}

/// Builds glyphs one code point after the other.
class GlyphBuilder {
 public:
  void add(char32_t c, Span span) {
    const bool joins =
        !glyphs_.empty() && (is_invisible(c) || code_point_width(c) == 0 || last_ == kJoiner ||
                             (is_regional(c) && is_regional(last_) && members_ == 1));
    if (joins) {
      join(c, span);
    } else {
      start(c, span);
    }
    column_ += joins ? 0 : glyphs_.back().width;
    last_ = c;
  }
  std::vector<Glyph> take() { return std::move(glyphs_); }

 private:
  void join(char32_t c, Span span) {
    glyphs_.back().span.end = span.end;
    if (is_regional(c)) glyphs_.back().width = 2;
    if (!is_invisible(c) && ++members_ <= kMarksShown) append(glyphs_.back().shown, harmless(c));
  }
  void start(char32_t c, Span span) {
    Glyph glyph{span, "", 1};
    members_ = 1;
    if (c == '\t') {
      glyph.width = kTab - column_ % kTab;
      glyph.shown.assign(glyph.width, ' ');
    } else if (is_invisible(c)) {
      glyph.width = 0;
    } else if (code_point_width(c) == 0) {
      append(glyph.shown, 0x25CC);
      append(glyph.shown, c);
    } else {
      const char32_t safe = harmless(c);
      append(glyph.shown, safe);
      glyph.width = code_point_width(safe);
    }
    glyphs_.push_back(std::move(glyph));
  }

  std::vector<Glyph> glyphs_;
  char32_t last_ = 0;
  std::uint32_t members_ = 0;
  std::uint32_t column_ = 0;
};

std::uint32_t width_of(const std::vector<Glyph>& all, std::size_t first, std::size_t last) {
  std::uint32_t width = 0;
  for (std::size_t i = first; i < last; ++i)
    width += all[i].width;
  return width;
}

/// The part of a very long line that can matter, so that a report on one line costs no more than
/// its neighbours do.
Span neighbourhood(std::string_view line, Span words, std::uint32_t width) {
  const auto size = static_cast<std::uint32_t>(line.size());
  const std::uint32_t reach = 16 * width;
  const auto inside = [&line](std::uint32_t at) {
    return at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0) == 0x80;
  };
  std::uint32_t begin = words.begin > reach ? words.begin - reach : 0;
  std::uint32_t end = size - words.begin > reach ? words.begin + reach : size;
  while (inside(begin))
    ++begin;
  while (inside(end))
    ++end;
  return {begin, end};
}

/// Glyphs [first, last) that fit into `room` columns and hold those of [first, last) first.
void widen(const std::vector<Glyph>& all, std::uint32_t room, std::size_t& first,
           std::size_t& last) {
  while (last > first + 1 && width_of(all, first, last) > room)
    --last;
  std::uint32_t used = width_of(all, first, last);
  std::uint32_t before = 0;
  std::uint32_t after = 0;
  for (;;) {
    const bool left = first > 0 && used + all[first - 1].width <= room;
    const bool right = last < all.size() && used + all[last].width <= room;
    if (!left && !right) return;
    if (left && (!right || before <= after)) {
      --first;
      before += all[first].width;
      used += all[first].width;
    } else {
      after += all[last].width;
      used += all[last].width;
      ++last;
    }
  }
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at++);
  if (lead < 0x80) return lead;
  const std::size_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
  constexpr std::array<char32_t, 4> kSmallest = {0, 0x80, 0x800, 0x10000};
  if (lead < 0xC2 || lead > 0xF4 || at + more > text.size()) return kReplacement;
  char32_t c = lead & (0x3FU >> more);
  for (std::size_t i = 0; i < more; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return kReplacement;
    c = (c << 6) | (byte(at + i) & 0x3FU);
  }
  if (c < kSmallest[more] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) return kReplacement;
  at += more;
  return c;
}

std::vector<Glyph> glyphs(std::string_view text) {
  GlyphBuilder builder;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = static_cast<std::uint32_t>(at);
    const char32_t c = next_code_point(text, at);
    builder.add(c, {begin, static_cast<std::uint32_t>(at)});
  }
  return builder.take();
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const Glyph& glyph : glyphs(text))
    out += glyph.shown;
  return out;
}

Quote quote(std::string_view line, Span words, std::uint32_t width) {
  width = std::max(width, 20U);
  words.begin = std::min(words.begin, static_cast<std::uint32_t>(line.size()));
  words.end = std::clamp(words.end, words.begin, static_cast<std::uint32_t>(line.size()));
  const Span near = neighbourhood(line, words, width);
  const std::vector<Glyph> all = glyphs(line.substr(near.begin, near.size()));
  std::size_t first = 0;
  while (first < all.size() && all[first].span.end + near.begin <= words.begin)
    ++first;
  std::size_t last = first;
  while (last < all.size() && all[last].span.begin + near.begin < words.end)
    ++last;
  const std::size_t words_first = first;
  const std::size_t words_last = last;
  if (width_of(all, 0, all.size()) <= width) {
    first = 0;
    last = all.size();
  } else {
    widen(all, width - 2, first, last);
  }
  const bool cut_before = first > 0 || near.begin > 0;
  const bool cut_after = last < all.size() || near.end < line.size();
  Quote out;
  if (cut_before) out.line = "…";
  for (std::size_t i = first; i < last; ++i)
    out.line += all[i].shown;
  if (cut_after) out.line += "…";
  out.caret_begin = (cut_before ? 1 : 0) + width_of(all, first, words_first);
  out.caret_width = std::max(1U, width_of(all, words_first, std::min(words_last, last)));
  return out;
}

std::string readable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (c == '\n' || c == '\r' || c == '\t') {
      out.push_back(' ');
    } else if (c != 0xFEFF) {
      append(out, c < 0xA0 || turns_direction(c) ? harmless(c) : c);
    }
  }
  return out;
}

std::string html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (const char c : readable(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace gainsay::report
