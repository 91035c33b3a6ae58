#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include <gumbo.h>

#include "blocks.h"

namespace gainsay::ingest {

/// Reads text nodes into a block, byte-exact: gumbo gives the decoded text and the range of the
/// file; this walks both to learn which bytes each character came from. White space is collapsed.
class HtmlText {
 public:
  explicit HtmlText(std::string_view file) : file_(file), builder_(file) {}

  void add(const GumboText& node);
  /// Ends the current block.
  void flush_to(Zone zone, std::vector<text::Block>& blocks);

 private:
  std::size_t add_entity(std::size_t at, std::size_t end, std::string_view& decoded);
  void add_space();

  std::string_view file_;
  BlockBuilder builder_;
  std::size_t space_begin_ = 0;  ///< white space seen and not added yet
  std::size_t space_end_ = 0;
  std::map<std::string, std::string, std::less<>> entities_;
};

}  // namespace gainsay::ingest
