#pragma once

#include <cstdint>
#include <vector>

#include "knowledge.h"
#include "types/claim.h"
#include "types/pair.h"

namespace gainsay::judge {

/// Whose property a claim tells, where its sentence gives no name. Copies what it needs.
class Bearers {
 public:
  /// `facts[i]` belongs to claims[i].
  Bearers(const std::vector<Claim>& claims, const std::vector<const DocumentFacts*>& facts,
          const Knowledge& knowledge);

  /// Can the claims of these indices only speak of one bearer? Either the story names one at most
  /// and both reports give the property one value: "the driver was arrested" then speaks of the
  /// driver that another report names. Or both sentences describe their bearer alike, by the
  /// attributes of `words.describing`: "a climber, 36" is whom another report calls by name and 36.
  [[nodiscard]] bool one(std::uint32_t a, std::uint32_t b) const {
    return (single_[a] && single_[b]) || (described_[a] != 0 && described_[a] == described_[b]);
  }

 private:
  std::vector<bool> single_;
  std::vector<std::uint32_t> described_;  ///< number of the described person, 0 for none
};

}  // namespace gainsay::judge
