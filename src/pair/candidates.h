#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "pair/pairer.h"

namespace gainsay::pair {

/// What proposing has to know of a claim, without text.
struct Key {
  std::uint32_t claim = 0;  ///< index of the claim and of its row
  DocumentId document;
  ClaimId id;
  std::optional<ClaimId> denies;
  std::uint32_t attribute = 0;
  const std::vector<std::uint32_t>* families = nullptr;  ///< sorted; null for none
  std::optional<double> figure;                          ///< a point value that is not round
  std::uint32_t dimension = 0;
  bool worded = false;    ///< a fact, statement or quote: its words say what it is about
  Membership membership;  ///< of its report
  bool guest = false;     ///< of a report that is of another story
};

/// Makes keys. They hold as long as it does.
class Keys {
 public:
  explicit Keys(const Options& options);
  /// The key of a claim in one of the stories of its report.
  [[nodiscard]] Key of(const Claim& claim, std::uint32_t index, Membership membership,
                       StoryId story);

 private:
  using Numbers = std::unordered_map<std::string, std::uint32_t>;
  std::unordered_map<std::string, std::vector<std::uint32_t>> families_;
  Numbers attributes_;
  Numbers dimensions_;
};

/// Pairs among the claims of one story and its guests, in the order of their indices. `keys` are
/// sorted by claim.
[[nodiscard]] Candidates candidates(const std::vector<Key>& keys, const Rows& rows,
                                    const Options& options);

}  // namespace gainsay::pair
