#pragma once

#include <string_view>
#include <vector>

#include "types/span.h"

namespace gainsay::extract {

/// Text between quotation marks, in bytes of the text given.
struct Quotation {
  Span outer;  ///< with the marks, as far as there are any
  Span inner;
};

/// Finds curly, straight, German and doubled marks, and single ones around two words or more. A
/// curly mark that is not closed quotes to the end of the text (a quotation over paragraphs).
/// In order, without overlaps or nesting.
[[nodiscard]] std::vector<Quotation> find_quotations(std::string_view text);

}  // namespace gainsay::extract
