#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "types/ids.h"
#include "types/result.h"

namespace gainsay::suppress {

/// A finding that is known and accepted. The file holds one a line, sorted by id, made to be kept
/// under version control: the id, then what it was about for the reader, which nothing depends on.
struct Known {
  FindingId id;
  std::string about;
  friend bool operator==(const Known&, const Known&) = default;
};

/// Errors: kNotFound, kInvalidText with file:line.
[[nodiscard]] Result<std::vector<Known>> read_baseline(const std::filesystem::path& file);
[[nodiscard]] Result<std::vector<Known>> parse_baseline(const std::string& name,
                                                        std::string_view text);
/// Sorted, each id once.
[[nodiscard]] std::string baseline_text(std::vector<Known> known);

}  // namespace gainsay::suppress
