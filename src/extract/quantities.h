#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "ruleset/ruleset.h"
#include "tokens.h"
#include "types/quantity.h"
#include "types/result.h"

namespace gainsay::extract {

/// A quantity in a tokenised text. It covers hedge, number, unit and, for counts, the counted noun
/// phrase: "around 100,000 Russian troops" is one tag.
struct QuantityTag {
  std::uint32_t first = 0;  ///< token range [first, last)
  std::uint32_t last = 0;
  std::uint32_t number_first = 0;  ///< the number alone, without hedge, unit and noun
  std::uint32_t number_last = 0;
  Quantity quantity;
};

/// Finds quantities. Numbers that are labels, dates, years, scores, phone numbers or idioms yield
/// no tag. Threads: const, shared.
class QuantityTagger {
 public:
  /// Appends an Error for each pattern of the tables that RE2 refuses.
  QuantityTagger(const ruleset::RuleSet& rules, std::vector<Error>& errors);
  ~QuantityTagger();
  QuantityTagger(QuantityTagger&&) noexcept;
  QuantityTagger& operator=(QuantityTagger&&) noexcept;

  /// In order, without overlaps. Linear in the text.
  [[nodiscard]] std::vector<QuantityTag> tag(std::string_view text,
                                             const std::vector<Token>& tokens) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gainsay::extract
