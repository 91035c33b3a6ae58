#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "blocks.h"
#include "types/result.h"

namespace gainsay::ingest {

/// Reads HTML from byte `begin` of `file`: the article or main element if there is one, else the
/// body. `name` is only for errors.
/// Errors: kInvalidText when tags are nested deeper than the parser's stack can take.
[[nodiscard]] Result<Content> read_html(const std::string& name, std::string_view file,
                                        std::size_t begin);

/// The blocks of a piece of HTML inside `file`; none when it is nested too deep. Adds to `code`.
[[nodiscard]] std::vector<text::Block> read_html_piece(std::string_view file, std::size_t begin,
                                                       std::size_t end, std::vector<Span>& code);

/// The text that a character reference ("&eacute;", "&#8217;") stands for; itself if it is none.
[[nodiscard]] std::string decode_entity(std::string_view entity);

}  // namespace gainsay::ingest
