#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.h"
#include "types/result.h"
#include "types/span.h"
#include "types/time.h"

namespace gainsay::suppress {

/// A comment in a draft that takes findings back:
///
///     <!-- gainsay-disable-next-line numeric-conflict: police figure, checked 9 Oct -->
///     <!-- gainsay-disable-line casualties.*, update: reason -->
///     <!-- gainsay-disable person.age: reason -->  ...  <!-- gainsay-enable -->
///     <!-- gainsay-disable-file update: reason -->
///     <!-- gainsay-ok "12 people" numeric-conflict until 2031-10-20: reason -->
///
/// The list of ids ends at the first ": "; ids are separated by commas or blanks, their case does
/// not matter, and a * stands for any letters. Comments are read from the bytes, so that one that a
/// Markdown reader takes for text is seen too; those in code are examples and do nothing. "Next
/// line" is the next paragraph, heading, list item or row; what stands in the midst of a paragraph
/// means the line below it.
///
/// The attribute `data-gainsay-ignore="ids: reason"` covers its element, and the front matter
/// `gainsay: {disable: [ids]}` the file; there every id is a directive of its own.
struct Directive {
  Span at;                       ///< what was written, in original bytes
  std::string keyword;           ///< "gainsay-disable-next-line", "data-gainsay-ignore", ...
  std::vector<std::string> ids;  ///< verdicts, attributes, claim rules or finding ids; lower case
  std::string reason;
  std::string quoted;            ///< words of the one claim that is meant
  std::optional<Instant> until;  ///< the last day on which it counts
  Span covers;                   ///< claims that begin here
};

struct Directives {
  std::vector<Directive> found;  ///< in the order of the text
  std::vector<Error> problems;   ///< what is written wrong, with file:line:column
};
[[nodiscard]] Directives read_directives(const text::Document& document);

/// Which of the ids mean a claim that begins at `begin` with the words `text`, by one of its
/// `names`; indices into `ids`.
[[nodiscard]] std::vector<std::size_t> applying_ids(const Directive& directive, std::uint32_t begin,
                                                    std::string_view text,
                                                    const std::vector<std::string>& names);

/// file:line:column of a directive.
[[nodiscard]] std::string place(const text::Document& document, const Directive& directive);

/// True when `pattern` with its * matches all of `name`.
[[nodiscard]] bool matches(std::string_view pattern, std::string_view name);

/// The bytes without the comments and attributes of directives; a line that held nothing else goes
/// with its end. Front matter stays.
[[nodiscard]] std::string without_directives(const text::Document& document);

}  // namespace gainsay::suppress
