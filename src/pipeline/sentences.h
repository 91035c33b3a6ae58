#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "pipeline/output.h"
#include "pipeline/resources.h"
#include "types/result.h"
#include "types/time.h"

namespace gainsay::pipeline {

// Commands for rule authors and scripts, which look at single texts. Results go to `out` as they
// come; nothing is kept of a line when the next one is read.

struct LinesResult {
  std::uint64_t lines = 0;
  std::vector<Error> errors;  ///< lines that were left out, with `name:line`
  std::vector<Error> fatal;
};

struct TagOptions {
  Resources resources;
  std::vector<std::string> files;  ///< none: standard input
  bool json_lines = false;         ///< output; a line that begins with { is {"id", "text"} then
};
/// Every quantity of every line, a claim or not.
[[nodiscard]] LinesResult tag(const TagOptions& options, std::istream& in, std::ostream& out);

struct GivenText {
  std::string text;
  std::string source;
  std::optional<Instant> published;
};
/// Judges two texts on one event without a database, with all gates of every pair of claims.
[[nodiscard]] LinesResult compare(const Resources& resources, const GivenText& a,
                                  const GivenText& b, bool json, std::ostream& out);
/// The same for {"id", "a", "b"} lines, one JSON answer a line.
[[nodiscard]] LinesResult compare_lines(const Resources& resources, std::istream& in,
                                        std::ostream& out);

struct ClaimsOptions {
  Resources resources;
  std::vector<std::string> paths;  ///< files, directories, "-" for standard input
  std::string stdin_name = "<stdin>";
  bool json = false;
};
/// The claims of reports with their tagged sentences.
[[nodiscard]] LinesResult claims(const ClaimsOptions& options, std::istream& in, std::ostream& out);

/// How a text is read, step by step. Errors: the rules cannot be used, the text is none.
[[nodiscard]] std::vector<Error> explain_text(const Resources& resources, const std::string& text,
                                              std::ostream& out);
/// What a claim rule or a verdict means.
struct ExplainResult {
  std::vector<Error> errors;       ///< the rules cannot be used, or there is none of this name
  std::vector<std::string> known;  ///< all names, when this one is not known
};
[[nodiscard]] ExplainResult explain_rule(const Resources& resources, const std::string& id,
                                         std::ostream& out);

}  // namespace gainsay::pipeline
