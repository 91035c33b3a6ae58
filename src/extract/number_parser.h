#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "phrases.h"
#include "ruleset/ruleset.h"
#include "word_map.h"

namespace gainsay::extract {

/// A number as written, without hedge and unit.
struct Number {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  double value = 0;
  double mantissa = 0;     ///< before the scale: 1.2 in "1.2 million"
  double scale = 1;        ///< product of the scale words at the end
  double granularity = 0;  ///< place of the last significant digit where round, else 0
  bool digits = false;     ///< begins with a figure
  bool decimal = false;
  bool comma = false;
  bool fraction = false;      ///< a part of one whole: "two-thirds", "half"
  bool letter_scale = false;  ///< the scale is one letter: "80m"
  bool indefinite = false;    ///< begins with "a": "a hundred", "a third"
};

/// Reads figures and number words.
class NumberParser {
 public:
  explicit NumberParser(const std::vector<ruleset::NumberWord>& words);
  [[nodiscard]] std::optional<Number> parse(const Tokenized& in, std::uint32_t first) const;
  /// The value of a scale word ("million", "bn"); 0 when it is none.
  [[nodiscard]] double scale(const WordKey& norm) const;
  /// The value of one whole number word ("three", "hundred").
  [[nodiscard]] std::optional<double> word(const WordKey& norm) const;

 private:
  enum class Kind : std::uint8_t { kUnit, kTeen, kTen, kScale, kFraction };
  struct Word {
    double value = 0;
    Kind kind = Kind::kUnit;
  };
  [[nodiscard]] const Word* find(const WordKey& norm) const;
  [[nodiscard]] bool is(const Tokenized& in, std::uint32_t i, Kind kind) const;
  [[nodiscard]] bool parse_digits(const Tokenized& in, Number& n) const;
  [[nodiscard]] bool parse_words(const Tokenized& in, Number& n) const;
  [[nodiscard]] bool parse_fraction(const Tokenized& in, Number& n) const;
  void add_half(const Tokenized& in, Number& n) const;
  void add_scale(const Tokenized& in, Number& n) const;
  [[nodiscard]] bool slash_fraction(const Tokenized& in, std::uint32_t i, double& value,
                                    std::uint32_t& last) const;

  WordMap<Word> words_;
};

/// The value of a plain figure such as "1,200.5"; none for "007", "81st" or more than 15 digits.
[[nodiscard]] std::optional<double> figure_value(std::string_view norm);

}  // namespace gainsay::extract
