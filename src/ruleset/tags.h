#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gainsay::ruleset {

[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

/// Alternatives of words as they stand in a tagged sentence: lower case, escaped, longest first,
/// blanks optional where the tokeniser may cut a word ("cease-fire", "don't").
[[nodiscard]] std::string word_pattern(std::vector<std::string> words);

/// The typed token that a reference such as {n:person}, {q:money:EUR}, {loc} or {when:date} stands
/// for; false when `head` names none. A fault is set when the arguments make no sense.
[[nodiscard]] bool tag_pattern(std::string_view head, std::string_view arguments, std::string& out,
                               std::string& fault);

/// The heads that tag_pattern knows.
[[nodiscard]] std::vector<std::string> tag_heads();

}  // namespace gainsay::ruleset
