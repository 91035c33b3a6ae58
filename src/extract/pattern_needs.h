#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gainsay::extract {

/// What a tagged sentence must hold before a pattern can match in it, read off the pattern without
/// compiling it.
///
/// An atom is a whole token ("killed"), the begin of a tag up to a slash ("Q/count/person/") or its
/// last field with the slash before it ("/arrest"). Of each group at least one atom must be there.
struct PatternNeeds {
  std::vector<std::vector<std::string>> groups;  ///< sorted atoms; none: any sentence may match
  /// Whether RE2 is sure to take the pattern: false for what this reader does not know or finds
  /// too large, which RE2 has to be asked about.
  bool sound = false;
};

[[nodiscard]] PatternNeeds needs_of(std::string_view pattern);

/// Calls visit(atom) for each atom that one unit of a tagged sentence can satisfy.
template <class Visit>
void for_each_atom(std::string_view unit, const Visit& visit) {
  visit(unit);
  if (unit.size() < 2 || unit[1] != '/') return;
  const std::size_t last = unit.rfind('/');
  for (std::size_t at = 1; at != std::string_view::npos; at = unit.find('/', at + 1))
    visit(unit.substr(0, at + 1));
  visit(unit.substr(last));
}

/// How often a sentence holds the atom, roughly: from 1 for a long word.
[[nodiscard]] int commonness(std::string_view atom);

}  // namespace gainsay::extract
