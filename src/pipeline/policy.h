#pragma once

#include <string>
#include <vector>

#include "types/finding.h"

namespace gainsay::pipeline {

/// What a configuration says about one rule: a verdict, a claim rule or its attribute; * stands for
/// any letters.
template <class T>
struct Ruled {
  std::string rule;
  T value{};
  std::string where;               ///< file:line:column
  std::vector<std::string> files;  ///< the drafts it is for, as globs; none: all
};

/// Where two entries are for one finding, the later counts.
struct Policy {
  std::string folder;  ///< that globs count from; "" is the working directory
  /// Of a verdict: the severity of its findings. Of a claim rule or attribute: the highest that a
  /// finding about it has. kNone switches findings off.
  std::vector<Ruled<Severity>> levels;
  /// Of a claim rule or attribute: figures that differ by no more than this share of the larger are
  /// no finding. Of a number in rules/gates.yaml: its value, for every draft.
  std::vector<Ruled<double>> tolerances;
};

}  // namespace gainsay::pipeline
