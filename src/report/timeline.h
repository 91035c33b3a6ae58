#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"

namespace gainsay::report {

/// How the figures of a report moved: one entry a figure, its claims in the order of the moments at
/// which they hold, later versions joined to what they update.
struct Timeline {
  std::string output;
  std::size_t figures = 0;
  std::vector<std::string> known;  ///< attributes of the figures in the report, sorted
};

/// `query` names an attribute ("casualties.killed"), a family ("casualties") or words of the name,
/// in any order and cut short at will ("kill"). "" gives every figure that two reports tell.
/// JSON is gainsay-timeline/1, text a table a figure.
[[nodiscard]] Timeline timeline(const Report& report, std::string_view query, bool json);

}  // namespace gainsay::report
