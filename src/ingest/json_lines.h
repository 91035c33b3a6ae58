#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "types/result.h"
#include "types/time.h"

namespace gainsay::ingest {

// Input that comes as one JSON object a line. `where` names the line in errors, which are
// kInvalidText. Unknown keys are let through.

/// What is wrong with a line that should be text: a zero byte, invalid UTF-8.
[[nodiscard]] std::optional<std::string> fault_of(std::string_view line);

/// `{"id": ..., "text": "..."}`
struct TextLine {
  std::string id = "null";  ///< as JSON
  std::string text;
};
[[nodiscard]] Result<TextLine> read_text_line(const std::string& where, std::string_view line);

/// A text with what is known of it; a side of a comparison is such an object or a plain string.
struct GivenText {
  std::string text;
  std::string source;
  std::optional<Instant> published;
};
/// `{"id": ..., "a": ..., "b": ...}`
struct TextPair {
  std::string id = "null";  ///< as JSON
  GivenText a;
  GivenText b;
};
[[nodiscard]] Result<TextPair> read_text_pair(const std::string& where, std::string_view line);

/// Lines of a gold folder; the format is in corpus/README.md.
struct GoldPlace {
  std::string file;
  std::string text;  ///< bytes of the file
};
struct GoldFinding {
  GoldPlace a;
  GoldPlace b;
  std::vector<std::string> verdicts;
  bool must = true;
};
[[nodiscard]] Result<GoldFinding> read_gold_finding(const std::string& where,
                                                    std::string_view line);
struct GoldClaim {
  GoldPlace at;
  std::string attribute;
  bool has_value = false;
  std::optional<double> lo;
  std::optional<double> hi;
  std::string unit;
};
[[nodiscard]] Result<GoldClaim> read_gold_claim(const std::string& where, std::string_view line);

}  // namespace gainsay::ingest
