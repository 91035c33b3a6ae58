#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gainsay::ruleset {

/// Bounds of a number that a rule gives, ends included.
struct Range {
  double lo;
  double hi;
  bool whole = false;
};

/// What can be written in one place of a rule file.
struct Shape {
  enum class Kind : std::uint8_t {
    kNothing,
    kText,
    kNumber,
    kFlag,
    kChoice,
    kList,     ///< of the one shape in `of`
    kEntries,  ///< free keys; values of the one shape in `of`
    kMap,      ///< `keys`, each with its shape in `of`
    kEither,   ///< one of the shapes in `of`
  };
  struct Key {
    std::string name;
    bool required = false;
  };

  Kind kind = Kind::kNothing;
  std::string name;                  ///< kMap: "a claim rule"
  std::vector<std::string> choices;  ///< kChoice
  std::optional<Range> range;        ///< kNumber
  std::vector<Key> keys;
  std::vector<Shape> of;
};

}  // namespace gainsay::ruleset
