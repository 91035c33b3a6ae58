#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon.h"
#include "phrases.h"

namespace gainsay::extract {

enum class EntityType : std::uint8_t { kPerson, kOrganisation, kPlace, kNationality, kOther };

[[nodiscard]] const char* name(EntityType type);

/// A name in a tokenised text. It covers a courtesy title ("Mr. Lavrov"), no office ("President").
struct Mention {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  EntityType type = EntityType::kOther;
  std::string name;  ///< canonical
  friend bool operator==(const Mention&, const Mention&) = default;
};

/// The persons and other names of one report: a surname alone means the one full name that ends
/// with it.
class NameTable {
 public:
  struct Entry {
    std::string name;
    EntityType type = EntityType::kOther;
    bool ambiguous = false;
  };
  void add(const Mention& mention);
  [[nodiscard]] const Entry* full(std::string_view lower) const;
  [[nodiscard]] const Entry* last_word(std::string_view lower) const;

 private:
  std::map<std::string, Entry, std::less<>> full_;
  std::map<std::string, Entry, std::less<>> last_;
};

/// Finds names: lists of rules/lexicon/, then runs of capitalised words.
class EntityFinder {
 public:
  explicit EntityFinder(const Lexicon& lexicon);

  /// In order, without overlaps. `known`: names found in the report before (nullptr: first pass).
  [[nodiscard]] std::vector<Mention> find(const Tokenized& in, const NameTable* known) const;

 private:
  const Lexicon& lexicon_;
  PhraseTable gazetteer_;
  std::vector<NameTable::Entry> entries_;
};

}  // namespace gainsay::extract
