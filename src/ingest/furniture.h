#pragma once

#include <vector>

#include "ingest/reader.h"
#include "text/document.h"

namespace gainsay::ingest {

/// Cuts furniture out of body text and captions into blocks of its own (Zone::kFurniture).
/// Time: linear in the text, times the number of phrases.
[[nodiscard]] std::vector<text::Block> split_furniture(
    std::vector<text::Block> blocks, const std::vector<Options::Furniture>& rules);

}  // namespace gainsay::ingest
