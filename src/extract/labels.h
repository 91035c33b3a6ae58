#pragma once

#include <memory>
#include <string>
#include <vector>

#include "number_parser.h"
#include "phrases.h"
#include "ruleset/ruleset.h"
#include "types/result.h"
#include "word_map.h"

namespace gainsay::extract {

/// Numbers that count nothing: names, dates, clock times, addresses, ids.
class Labels {
 public:
  Labels(const ruleset::RuleSet& rules, std::vector<Error>& errors);
  ~Labels();
  Labels(Labels&&) noexcept;
  Labels& operator=(Labels&&) noexcept;

  /// One flag a token; true: the token takes part in no quantity.
  [[nodiscard]] std::vector<bool> mask(const Tokenized& in, const NumberParser& numbers) const;

 private:
  void mask_patterns(const Tokenized& in, std::vector<bool>& out) const;
  void mask_after_word(const Tokenized& in, const NumberParser& numbers, std::uint32_t i,
                       std::vector<bool>& out) const;
  void mask_date(const Tokenized& in, std::uint32_t month, std::vector<bool>& out) const;

  struct Patterns;
  std::unique_ptr<Patterns> patterns_;
  PhraseTable words_;
  WordSet months_;
};

}  // namespace gainsay::extract
