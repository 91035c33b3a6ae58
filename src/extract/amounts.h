#pragma once

#include <optional>

#include "quantity_tables.h"

namespace gainsay::extract {

/// A number or range of numbers with its unit, before hedges and nouns.
struct Amount {
  std::uint32_t first = 0;  ///< prefix unit included
  std::uint32_t last = 0;   ///< unit included
  std::uint32_t number_first = 0;
  std::uint32_t number_last = 0;
  Number number;  ///< the first one of a range
  Written written;
  const ruleset::Unit* unit = nullptr;  ///< null for a count
  double factor = 1;
  double offset = 0;
  std::string as_written;
  std::string hedge;  ///< bound named between prefix and number: "magnitude of at least 5"
  bool range = false;
  bool refused = false;    ///< a score, an unknown unit, a doubtful reading: skip to `last`
  bool joined = false;     ///< a hyphen stands between number and unit
  bool increment = false;  ///< "two more hours"
};

/// Reads amounts of one text.
class AmountReader {
 public:
  AmountReader(const Tables& tables, const Tokenized& in) : tables_(tables), in_(in) {}
  [[nodiscard]] std::optional<Amount> read(std::uint32_t first) const;
  /// Unit at `i` (behind an optional hyphen); sets unit, last, as_written.
  bool add_unit(Amount& amount, std::uint32_t i) const;
  /// "5 and 7 mg", "two- and three-day": a bare number shares the unit behind the next one.
  void borrow_unit(Amount& amount) const;
  /// "and a half", "and three months" after a duration or length.
  void add_smaller_units(Amount& amount) const;

 private:
  [[nodiscard]] std::optional<Amount> single(std::uint32_t first) const;
  [[nodiscard]] std::optional<Amount> glued_prefix(std::uint32_t first) const;
  void add_range(Amount& amount) const;
  [[nodiscard]] bool unit_stands(const Amount& amount, std::uint32_t at, std::uint32_t length,
                                 bool joined) const;
  [[nodiscard]] bool hanging_hyphen(std::uint32_t i) const;
  [[nodiscard]] std::optional<Amount> feet_and_inches(std::uint32_t first) const;
  void join(Amount& a, const Amount& b) const;
  [[nodiscard]] bool cue_before(ListName list, std::uint32_t first) const;
  [[nodiscard]] bool change_before(std::uint32_t first) const;
  [[nodiscard]] bool score_before(std::uint32_t first) const;
  [[nodiscard]] bool inches_follow(const Number& n, const ruleset::Unit& feet) const;
  [[nodiscard]] bool score_allowed(const Amount& a, const Amount& b) const;
  [[nodiscard]] const ruleset::Unit* choose(const std::vector<PhraseTable::Hit>& hits,
                                            const Amount& amount) const;
  void refuse_glued_letters(Amount& amount) const;
  void settle_letter_scale(Amount& amount) const;
  void use(Amount& amount, const ruleset::Unit& unit) const;

  const Tables& tables_;
  const Tokenized& in_;
};

}  // namespace gainsay::extract
