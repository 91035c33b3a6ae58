#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "types/claim.h"

namespace gainsay::judge {

/// What else a report says of the thing that a claim is about. Refers to the caller's claims.
class Told {
 public:
  explicit Told(const std::vector<Claim>& claims);

  /// Two values that `x` and `y` give, and the report of `x` gives both: then its reader knows of
  /// both. In one report only what the body says too speaks for a headline.
  [[nodiscard]] bool both(const Claim& x, const Claim& y) const;
  /// "two aftershocks, of magnitude 5.1 and 4.7": does its sentence give several values of one
  /// thing?
  [[nodiscard]] bool one_of_several(const Claim& claim) const;
  /// Does its report take back a figure in the same sentence? Then the figure is what was wrong.
  [[nodiscard]] bool figure_taken_back(const Claim& claim) const;
  /// "to 6.6 from 6.4": the figure that the one of the claim replaces; null when none is named.
  [[nodiscard]] const Quantity* replaced(const Claim& claim) const;

 private:
  using Group = std::vector<const Claim*>;
  /// Does the body of its report, elsewhere, say the same as `claim`?
  [[nodiscard]] bool in_body(const Claim& claim, const Claim& not_this) const;
  [[nodiscard]] const Group& group(const Claim& claim) const;

  std::map<std::pair<DocumentId, std::string_view>, Group> groups_;
  Group none_;
  std::set<std::pair<DocumentId, std::uint32_t>> figures_back_;  ///< sentences
};

}  // namespace gainsay::judge
