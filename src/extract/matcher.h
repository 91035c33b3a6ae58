#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "ruleset/ruleset.h"
#include "tagged_sentence.h"
#include "types/result.h"

namespace gainsay::extract {

/// A stretch of units [first, last).
struct UnitRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  [[nodiscard]] bool overlaps(UnitRange other) const {
    return first < other.last && other.first < last;
  }
};

/// One place where a pattern of a rule matches.
struct Match {
  std::uint32_t rule = 0;  ///< index into the rules the matcher was built from
  UnitRange whole;
  std::map<std::string, UnitRange> groups;  ///< named groups that took part

  [[nodiscard]] const UnitRange* group(const std::string& name) const {
    const auto found = groups.find(name);
    return found == groups.end() ? nullptr : &found->second;
  }
};

/// All patterns of the rules. What a sentence costs depends on the words in it that some pattern
/// needs, little on how many patterns there are.
/// Threads: const, shared. Lifetime: `rules` must outlive it.
class Matcher {
 public:
  /// Appends an Error for each pattern that RE2 refuses.
  Matcher(const std::vector<ruleset::ClaimRule>& rules, std::vector<Error>& errors);
  ~Matcher();
  Matcher(Matcher&&) noexcept;
  Matcher& operator=(Matcher&&) noexcept;

  /// Matches of all rules, those that an `unless` pattern touches left out.
  [[nodiscard]] std::vector<Match> match(const Analysis& analysis) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gainsay::extract
