#pragma once

#include <string_view>

namespace gainsay::lexical {

/// Sorted lines "key TAB value", part of the program's read-only data: nothing is read or copied at
/// start. Made by make_tables.cc.
struct Table {
  const char* lines;
  unsigned long size;
  /// Where a line begins, plus 1, in the first free slot from its key's hash on; 0 is a free slot.
  const unsigned* slots;
  unsigned mask;  ///< number of slots, a power of two, minus 1
};

/// 32-bit FNV-1a.
constexpr unsigned key_hash(std::string_view key) {
  unsigned hash = 0x811C9DC5U;
  for (const char c : key)
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193U;
  return hash;
}

/// The value of the key; an empty view with a null pointer when there is no such line.
[[nodiscard]] std::string_view find(const Table& table, std::string_view key);

extern const Table kNouns, kNounForms, kVerbs, kVerbForms, kVerbOpposites, kPlaces, kDemonyms;

}  // namespace gainsay::lexical
