#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "ruleset/ruleset.h"
#include "types/claim.h"
#include "types/finding.h"
#include "types/pair.h"

namespace gainsay::judge {

/// What becomes of pairs that are not comparable: counted by reason, or also listed.
enum class Abstained : std::uint8_t { kCounted, kListed };

/// Judges candidate pairs: the gates in order, then the comparator of the attribute. Reads values,
/// never text.
/// Lifetime: copies what it needs from the rules. Threads: const calls are reentrant.
class Judge {
 public:
  explicit Judge(const ruleset::RuleSet& rules);
  ~Judge();
  Judge(Judge&&) noexcept;
  Judge& operator=(Judge&&) noexcept;

  /// `claims` sorted by (document, span); `documents` sorted by id, covering every Claim::document.
  /// Findings are sorted and carry unique ids; pairs without an answer are counted by reason.
  [[nodiscard]] Judgement judge(const std::vector<Claim>& claims,
                                const std::vector<DocumentFacts>& documents,
                                const std::vector<CandidatePair>& pairs,
                                Abstained abstained = Abstained::kCounted) const;

  /// One pair.
  [[nodiscard]] Finding judge(const Claim& a, const DocumentFacts& document_a, const Claim& b,
                              const DocumentFacts& document_b) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gainsay::judge
