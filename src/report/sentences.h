#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"
#include "types/claim.h"
#include "types/quantity.h"
#include "types/span.h"

namespace gainsay::report {

// What single sentences hold, for scripts and rule authors. Spans count bytes of the text given.

struct SeenQuantity {
  Span span;
  Quantity quantity;
};
/// One JSON object: id (JSON already), text, quantities with start, end, text, dimension, lo, hi,
/// lo_open, hi_open, approximate, vague, increment, subset, unit, noun, modifiers, hard, pragmatic.
[[nodiscard]] std::string quantities_json(std::string_view id, std::string_view text,
                                          const std::vector<SeenQuantity>& seen);
/// The text, and a line for each quantity.
[[nodiscard]] std::string quantities_text(std::string_view text,
                                          const std::vector<SeenQuantity>& seen);

/// Claims of `report` by report and sentence, with the sentence as rules see it.
[[nodiscard]] std::string claims_text(const Report& report);

/// How two values lie: equal, a-in-b, b-in-a, overlap, disjoint; "" where there is nothing to
/// compare (other dimensions or units, a figure against words).
[[nodiscard]] std::string_view relation(const Value& a, const Value& b);

/// Two texts set against each other. `report` holds them as documents 1 and 2.
[[nodiscard]] std::string comparison_text(const Report& report);
/// `{"id", "verdict", "claims": {"a": [...], "b": [...]}, "pairs": [{"a", "b", "verdict",
/// "severity", "relation", "reason", "gates"}]}`; the verdict is that of the gravest pair, null
/// when there is none.
[[nodiscard]] std::string comparison_json(std::string_view id, const Report& report);

}  // namespace gainsay::report
