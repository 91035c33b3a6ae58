#pragma once

#include <optional>
#include <string_view>

#include "types/time.h"

namespace gainsay::ingest {

/// Reads a text that is nothing but a date, with or without a time of day: `20220121`,
/// `2022-01-21T09:30:00+01:00`, `Friday, Jan. 21, 2022`, `21 January 2022, 09:30 GMT`. A time
/// without a zone counts as UTC; in a zone it does not know, only the day is used.
[[nodiscard]] std::optional<Instant> parse_date(std::string_view text);

/// The day in a path such as `/2022/01/21/`.
[[nodiscard]] std::optional<Instant> date_in_url(std::string_view url);

}  // namespace gainsay::ingest
