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
  bool worded = false;  ///< a fact, statement or quote: its words say what it is about
};

/// Makes keys. They hold as long as it does.
class Keys {
 public:
  explicit Keys(const Options& options);
  [[nodiscard]] Key of(const Claim& claim, std::uint32_t index);

 private:
  using Numbers = std::unordered_map<std::string, std::uint32_t>;
  std::unordered_map<std::string, std::vector<std::uint32_t>> families_;
  Numbers attributes_;
  Numbers dimensions_;
};

/// Pairs among the claims of one story, in the order of their indices. `keys` are sorted by claim.
[[nodiscard]] Candidates candidates(const std::vector<Key>& keys, const Rows& rows,
                                    const Options& options);

}  // namespace gainsay::pair
