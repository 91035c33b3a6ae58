#pragma once

#include <cstdint>
#include <istream>
#include <string>
#include <vector>

#include "types/result.h"

namespace gainsay::pipeline {

struct SuppressionsResult {
  std::vector<std::string> lines;  ///< "file:line:column: form, ids: reason", in order
  std::vector<Error> problems;     ///< what is written wrong
  std::vector<Error> errors;       ///< drafts that could not be read
  std::uint64_t drafts = 0;
};

/// Every comment, attribute and front matter that takes findings back (suppress/directives.h).
/// `drafts`: files, directories, "-" for standard input.
[[nodiscard]] SuppressionsResult list_suppressions(const std::vector<std::string>& drafts,
                                                   const std::string& stdin_name,
                                                   std::istream& standard_input);

/// The draft without them, to be published. `draft`: a file, or "-".
[[nodiscard]] Result<std::string> strip_comments(const std::string& draft,
                                                 const std::string& stdin_name,
                                                 std::istream& standard_input);

}  // namespace gainsay::pipeline
