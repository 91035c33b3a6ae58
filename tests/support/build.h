#pragma once

#include <string>
#include <utility>
#include <vector>

#include "text/document.h"

namespace gainsay::build {

/// A report of one paragraph whose readable text is its bytes. `published`: "2031-03-14" or "".
inline text::Document doc(std::string text, const std::string& published = "") {
  text::Block block;
  block.text = text;
  const auto size = static_cast<std::uint32_t>(text.size());
  block.segments = {{0, size, 0, size}};
  text::Metadata metadata;
  metadata.source = "gazette";
  if (!published.empty()) metadata.published = from_iso(published);
  std::vector<text::Block> blocks;
  blocks.push_back(std::move(block));
  return text::Document("report.txt", std::move(text), std::string(64, '0'), std::move(metadata),
                        std::move(blocks));
}

}  // namespace gainsay::build
