#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "types/span.h"

namespace gainsay::report {

/// One character as a terminal shows it: a base with its marks, a flag, a joined emoji.
struct Glyph {
  Span span;                ///< bytes of the text it stands for
  std::string shown;        ///< safe to print: no controls, no direction overrides
  std::uint32_t width = 1;  ///< columns
};

/// Tabs end at the next multiple of four columns. Bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::vector<Glyph> glyphs(std::string_view text);

/// Columns of a code point: 0, 1 or 2, as East-Asian terminals and emoji have it (Unicode 14).
[[nodiscard]] std::uint32_t code_point_width(char32_t c);

/// The code point at `at`, which moves behind it; U+FFFD and one byte where there is none.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at);

/// A text that cannot steer a terminal, on one line.
[[nodiscard]] std::string printable(std::string_view text);

/// Part of a line, and where in it the quoted words stand, in columns.
struct Quote {
  std::string line;
  std::uint32_t caret_begin = 0;
  std::uint32_t caret_width = 1;
};

/// At most `width` columns (20 at least) around `words`; what is cut away shows as "…".
[[nodiscard]] Quote quote(std::string_view line, Span words, std::uint32_t width);

/// A text for a page, on one line: without controls and without the characters that turn the
/// direction of what follows.
[[nodiscard]] std::string readable(std::string_view text);

/// The same as content or attribute value of HTML: escaped.
[[nodiscard]] std::string html(std::string_view text);

}  // namespace gainsay::report
