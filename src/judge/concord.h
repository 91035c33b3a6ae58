#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "gates.h"

namespace gainsay::judge {

/// What the reports of a story agree on. Two groups of reports that agree among themselves and on
/// nothing with each other tell of two events, however alike those are.
class Concord {
 public:
  /// Takes note of one judged pair.
  void add(const Matter& matter, const Outcome& outcome);
  /// Does a judged pair speak of two events?
  [[nodiscard]] bool apart(const Matter& matter, const Outcome& outcome) const;

 private:
  using Pair = std::pair<std::uint32_t, std::uint32_t>;
  /// May the two reports speak of one event?
  [[nodiscard]] bool one_event(const Matter& matter) const;
  /// Is the value one that reports of two events share by chance, and do the two reports agree on
  /// nothing that tells?
  [[nodiscard]] bool by_chance(const Matter& matter) const;
  [[nodiscard]] std::uint32_t root(std::uint32_t document) const;

  std::map<std::uint32_t, std::uint32_t> parent_;
  std::map<std::uint32_t, std::uint32_t> agreeing_;  ///< reports that agree with a report
  std::set<Pair> met_;                               ///< pairs that agree on anything at all
};

}  // namespace gainsay::judge
