#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ruleset/node.h"
#include "ruleset/ruleset.h"

namespace gainsay::ruleset {

/// Lower case for ASCII and the Latin-1 letters of UTF-8.
[[nodiscard]] std::string lower(std::string_view text);

/// Reads rules/lexicon/*.yaml into words, canonical and verbs of `rules`; "{other}" items are
/// replaced by the words of that list.
void read_lexicon(std::span<const Source* const> files, RuleSet& rules);

/// A list of words in which "{list}", "{verb:kill}" and "{verbs:list}" stand for several; each
/// word once, in the order given.
[[nodiscard]] std::vector<std::string> read_words(const Source& source, const Yaml& node,
                                                  std::string_view what, const RuleSet& rules);

/// The words of a list, or nothing and a message.
[[nodiscard]] const std::vector<std::string>* find_list(const RuleSet& rules, std::string_view name,
                                                        std::string& message);
/// Every form of every verb.
[[nodiscard]] std::vector<std::string> all_forms(const RuleSet& rules,
                                                 const std::vector<std::string>& verbs);

}  // namespace gainsay::ruleset
