#pragma once

#include <cstddef>
#include <string_view>

#include "blocks.h"

namespace gainsay::ingest {

/// Reads Markdown (CommonMark with tables) and its YAML front matter from byte `begin` of `file`.
[[nodiscard]] Content read_markdown(std::string_view file, std::size_t begin);

}  // namespace gainsay::ingest
