#pragma once

#include <cstddef>
#include <string_view>

#include "blocks.h"

namespace gainsay::ingest {

/// Reads `file` from byte `begin` (after a byte-order mark). Every line is a block, unless lines
/// are hard-wrapped; the lines above the first paragraph are read as title, date, address and
/// byline.
[[nodiscard]] Content read_plain_text(std::string_view file, std::size_t begin);

}  // namespace gainsay::ingest
