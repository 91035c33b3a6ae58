#pragma once

#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "ingest/reader.h"
#include "types/time.h"

namespace gainsay::ingest {

/// Every part of every block must lie in the file, and be its bytes where the contract says so.
inline void expect_exact(const text::Document& document) {
  for (const text::Block& block : document.blocks()) {
    std::uint32_t at = 0;
    std::uint32_t original_end = 0;
    for (const text::Segment& segment : block.segments) {
      ASSERT_EQ(segment.text_begin, at) << block.text;
      ASSERT_GT(segment.text_size, 0U) << block.text;
      ASSERT_GE(segment.original_begin, original_end) << block.text;
      at += segment.text_size;
      original_end = segment.original_begin + segment.original_size;
      ASSERT_LE(original_end, document.bytes().size()) << block.text;
      if (segment.text_size != segment.original_size) continue;
      const std::string read = block.text.substr(segment.text_begin, segment.text_size);
      const std::string_view written = document.text({segment.original_begin, original_end});
      const bool is_line_break =
          read == " " && (written == "\n" || written == "\r" || written == "\t" || written == "\f");
      if (!is_line_break) {
        ASSERT_EQ(read, written) << block.text;
      }
    }
    ASSERT_EQ(at, block.text.size());
    const auto size = static_cast<std::uint32_t>(block.text.size());
    for (std::uint32_t begin = 0; begin < size; ++begin) {
      for (std::uint32_t end : {begin + 1, begin + 2, size}) {
        if (end > size) continue;
        const Span span = block.original({begin, end});
        ASSERT_LT(span.begin, span.end);
        ASSERT_LE(span.end, document.bytes().size());
      }
    }
  }
}

inline text::Document read(std::string bytes, Format format, Options options = {},
                           std::string name = "report") {
  auto document = read_bytes(std::move(name), std::move(bytes), format, options);
  if (!document) {
    ADD_FAILURE() << document.error().where << ": " << document.error().message;
    return {"", "", "", {}, {}};
  }
  expect_exact(*document);
  return std::move(*document);
}

/// One line a block: "zone: text".
inline std::string blocks(const text::Document& document) {
  std::string out;
  for (const text::Block& block : document.blocks()) {
    out += std::string(name(block.zone)) + ": " + block.text + "\n";
  }
  return out;
}

/// "title | source | url | dateline | published"
inline std::string metadata(const text::Document& document) {
  const text::Metadata& m = document.metadata();
  return m.title + " | " + m.source + " | " + m.url + " | " + m.dateline + " | " +
         (m.published ? to_iso(*m.published) : "");
}

/// "where: message" of the error that reading must give.
inline std::string error_of(std::string bytes, Format format = Format::kText) {
  const auto document = read_bytes("a.txt", std::move(bytes), format, {});
  if (document) return "no error";
  EXPECT_EQ(document.error().code, ErrorCode::kInvalidText);
  return document.error().where + ": " + document.error().message;
}

}  // namespace gainsay::ingest
