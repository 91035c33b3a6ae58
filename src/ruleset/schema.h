#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay::ruleset {

/// The kinds of rule files, sorted: a file ("gates.yaml") or a folder ("claims").
[[nodiscard]] std::vector<std::string> kinds();

/// JSON Schema, draft 7, of one kind of rule file; nothing for an unknown kind. It says what the
/// loader reads of a file alone: names that other files must give are not checked.
[[nodiscard]] std::optional<std::string> schema(std::string_view kind);

}  // namespace gainsay::ruleset
