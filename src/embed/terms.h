#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "types/pair.h"

namespace gainsay::embed {

/// Sentences of one report.
using Sentences = std::vector<std::string_view>;

/// The terms of each report, stop words (lower case) and words of one or two letters left out. A
/// word is a name where it is capitalised and, inside the sentences of all reports, mostly is: one
/// headline in capitals makes no names.
[[nodiscard]] std::vector<Terms> terms_of(const std::vector<Sentences>& reports,
                                          const std::set<std::string>& stop_words);

}  // namespace gainsay::embed
