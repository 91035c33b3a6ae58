#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "types/claim.h"
#include "types/ids.h"
#include "types/span.h"
#include "types/time.h"

namespace gainsay::text {

/// What a report says about itself; empty means it does not say.
struct Metadata {
  std::string title;
  std::string source;  ///< the outlet
  std::string url;
  std::string dateline;  ///< place named in the dateline
  std::optional<Instant> published;
  friend bool operator==(const Metadata&, const Metadata&) = default;
};

/// One stretch of a block's readable text and the original bytes it stands for. Where both have the
/// same length they are the same bytes (a line break may read as a space, and what is no character
/// as U+FFFD); else (an entity, a folded line break) the stretch is one unit and maps as a whole.
struct Segment {
  std::uint32_t text_begin = 0;
  std::uint32_t text_size = 0;
  std::uint32_t original_begin = 0;
  std::uint32_t original_size = 0;
  friend bool operator==(const Segment&, const Segment&) = default;
};

/// A paragraph, heading, list item, caption or table cell as readable UTF-8 text, without markup.
/// Segments are in order, without gaps in the text.
struct Block {
  Zone zone = Zone::kBody;
  std::string text;
  std::vector<Segment> segments;

  /// The smallest range of original bytes that covers `in_block`. Never empty for a non-empty
  /// range.
  [[nodiscard]] Span original(Span in_block) const;
};

/// Line and column, both from 1; the column counts bytes.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  friend bool operator==(const Position&, const Position&) = default;
};

/// One report: its original bytes, immutable, and what was read out of them.
/// Threads: a const Document may be read by any number of threads.
class Document {
 public:
  /// `name` is the path as the user gave it, or the name given for standard input; `bytes` are
  /// valid UTF-8; `sha256` is 64 hexadecimal digits of the bytes; `code` is in order.
  Document(std::string name, std::string bytes, std::string sha256, Metadata metadata,
           std::vector<Block> blocks, std::vector<Span> code = {});
  Document(Document&&) = default;
  Document& operator=(Document&&) = default;
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& bytes() const& { return bytes_; }
  void bytes() const&& = delete;
  [[nodiscard]] const std::string& sha256() const { return sha256_; }
  [[nodiscard]] const Metadata& metadata() const { return metadata_; }
  [[nodiscard]] const std::vector<Block>& blocks() const { return blocks_; }
  /// True where the byte is part of code, which shows markup instead of being it.
  [[nodiscard]] bool is_code(std::uint32_t offset) const;
  /// The bytes of `span`; the view lives as long as the document.
  [[nodiscard]] std::string_view text(Span span) const& {
    return std::string_view(bytes_).substr(span.begin, span.size());
  }
  void text(Span span) const&& = delete;
  [[nodiscard]] Position position(std::uint32_t offset) const;
  /// Line `number` (from 1) without its line end; empty beyond the last line.
  [[nodiscard]] Span line(std::uint32_t number) const;

 private:
  std::string name_;
  std::string bytes_;
  std::string sha256_;
  Metadata metadata_;
  std::vector<Block> blocks_;
  std::vector<Span> code_;
  std::vector<std::uint32_t> line_starts_;
};

}  // namespace gainsay::text
