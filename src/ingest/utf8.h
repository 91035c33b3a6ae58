#pragma once

#include <cstddef>
#include <string_view>

namespace gainsay::ingest {

/// Offset of the first byte that is not valid UTF-8; npos when all are.
[[nodiscard]] std::size_t first_invalid_utf8(std::string_view bytes);

}  // namespace gainsay::ingest
