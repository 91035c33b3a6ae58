#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "blocks.h"
#include "text/document.h"
#include "types/time.h"

namespace gainsay::ingest {

/// What a line above the first paragraph says about the report.
struct HeaderLine {
  enum class Kind { kNone, kTitle, kDate, kUrl, kSource, kByline };
  Kind kind = Kind::kNone;
  std::string_view value;  ///< without its label
  std::optional<Instant> date;
  bool is_update = false;  ///< a date of a later version: used only when no other is given
};
/// Recognises dates, addresses, bylines and labelled lines ("Source: ..."); kTitle only when
/// labelled.
[[nodiscard]] HeaderLine classify_header(std::string_view line);
/// Puts what the line says into `metadata`; the first line of a kind wins.
void note(const HeaderLine& line, text::Metadata& metadata);

/// Takes the title, dates, addresses and bylines among the first blocks into the metadata; they
/// become headline and furniture.
void absorb_header(Content& content);

[[nodiscard]] bool is_url(std::string_view text);
/// Host of an address, lower case, without "www." and port; "" when there is none.
[[nodiscard]] std::string host_of(std::string_view url);
/// Place of a dateline at the start of `paragraph` ("GENEVA, Jan. 21 (Outlet) - ..."), in title
/// case;
/// "" when there is none.
[[nodiscard]] std::string dateline_place(std::string_view paragraph);
/// True when `text` ends as a sentence does; closing quotes and brackets after the stop are
/// allowed.
[[nodiscard]] bool ends_with_stop(std::string_view text);

}  // namespace gainsay::ingest
