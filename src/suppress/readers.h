#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "suppress/directives.h"

namespace gainsay::suppress {

/// A comment that begins with "gainsay-" and is no part of code: its bytes in the file, and what
/// stands in it.
struct Comment {
  Span at;
  std::string_view text;
};
[[nodiscard]] std::vector<Comment> comments(const text::Document& document);

/// Each adds what one form of directive says.
void read_comments(const text::Document& document, Directives& out);
void read_attributes(const text::Document& document, Directives& out);
void read_front_matter(const text::Document& document, Directives& out);

[[nodiscard]] std::string_view trimmed(std::string_view text);
/// Ids between commas and blanks, in lower case.
[[nodiscard]] std::vector<std::string> ids_of(std::string_view list);
/// Cuts ": reason" off `list`; " -- " in place of the colon is taken and said.
[[nodiscard]] std::string take_reason(std::string_view& list, bool& dashes);
[[nodiscard]] std::string place(const text::Document& document, Span at);

}  // namespace gainsay::suppress
