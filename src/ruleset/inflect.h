#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gainsay::ruleset {

/// Regular English verb forms, the base first: stop -> stop, stops, stopped, stopping. Where the
/// stress decides about a doubled consonant, both spellings are given: visit -> visited, visitted
/// (a spelling that nobody writes matches nothing). Inflects the first word of "set off".
[[nodiscard]] std::vector<std::string> regular_forms(std::string_view verb);

}  // namespace gainsay::ruleset
