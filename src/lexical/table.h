#pragma once

#include <string_view>

namespace gainsay::lexical {

/// Sorted lines "key TAB value", part of the program's read-only data: nothing is read, copied or
/// relocated at start. Made by make_tables.cc.
struct Table {
  const char* lines;
  const unsigned long& size;
};

/// The value of the key; an empty view with a null pointer when there is no such line.
[[nodiscard]] std::string_view find(Table table, std::string_view key);

extern const char kNouns[], kNounForms[], kVerbs[], kVerbForms[], kPlaces[], kDemonyms[];
extern const unsigned long kNounsSize, kNounFormsSize, kVerbsSize, kVerbFormsSize, kPlacesSize,
    kDemonymsSize;

}  // namespace gainsay::lexical
