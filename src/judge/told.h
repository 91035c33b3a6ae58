#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge.h"
#include "types/claim.h"

namespace gainsay::judge {

/// What else a report says of the thing that a claim is about. Refers to the caller's claims and
/// knowledge.
class Told {
 public:
  Told(const std::vector<Claim>& claims, const Knowledge& knowledge);

  /// A headline leaves out when, where and how exactly: the claim of its body that gives the same
  /// figure. Any other claim itself.
  [[nodiscard]] const Claim& in_full(const Claim& claim) const;
  /// "In the port, 12 died", where the report has told of 31 dead before: is the figure of a
  /// growing total part of a larger one?
  [[nodiscard]] bool part_of_more(const Claim& claim) const;
  /// Where it happened: as the claim says, else as all others of its kind of event in the report
  /// do;
  /// "" when they name several places or none.
  [[nodiscard]] const std::string& place(const Claim& claim) const;
  /// "340 gold coins" where a report begins, and no other number of coins: the figure that the
  /// report is about. Small figures are of many things.
  [[nodiscard]] bool leads(const Claim& claim) const;
  /// The day on which somebody says what the sentence of the claim tells: 0 Monday ... 6 Sunday, -1
  /// unknown.
  [[nodiscard]] int said_on(const Claim& claim) const;

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

  using Sentence = std::pair<DocumentId, std::uint32_t>;

  const Knowledge& knowledge_;
  std::map<std::pair<DocumentId, std::string_view>, Group> groups_;
  Group none_;
  std::set<Sentence> figures_back_;
  std::map<Sentence, std::int8_t> said_on_;
  std::map<std::pair<DocumentId, std::string_view>, std::string> places_;  ///< by kind of event
};

}  // namespace gainsay::judge
