#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "types/ids.h"

namespace gainsay::origin {

/// One report as readable sentences, in order.
struct Input {
  std::vector<std::string_view> sentences;
};

/// Groups reports that carry the same text: near copies, and reworded copies whose sentences align
/// in order. One origin for each report, numbered from 1 by first appearance. Threads: reentrant.
/// Source: shingles and Jaccard resemblance after Broder 1997.
[[nodiscard]] std::vector<OriginId> group(const std::vector<Input>& reports);

/// An outlet or agency with all that it is called.
struct Publisher {
  std::string family;  ///< who owns it, or itself
  bool agency = false;
  std::vector<std::string> names;    ///< as printed: "AP"
  std::vector<std::string> domains;  ///< "apnews.com"
};

/// Words by which a report says whose content it is: `before`, the name of a publisher, `after`.
struct Credit {
  enum class Where : std::uint8_t { kLead, kEnd };
  std::string before;
  std::string after;
  bool at_start = false;       ///< only where a sentence begins
  bool agencies_only = false;  ///< names of other outlets do not count
  bool reported = false;       ///< only behind a verb of reporting, in its sentence
  Where where = Where::kLead;
};

struct Knowledge {
  std::vector<Publisher> publishers;
  std::vector<Credit> credits;
  std::vector<std::string> verbs;  ///< of reporting, each form
};

/// The family whose content the report says to carry; "" where it credits none, or several.
[[nodiscard]] std::string credited(const Input& report, const Knowledge& knowledge);

/// What is known of a report besides its text.
struct Carrier {
  OriginId origin;  ///< by its text
  StoryId story;
  std::string_view source;  ///< "" unknown
};

/// Joins origins of one story whose reports credit one family, or come from it: an agency's report
/// in two outlets, a report that passes on another outlet, two titles of one house. An outlet that
/// no publisher names is its own family. Two reports of one outlet stay apart unless they carry one
/// text: the later may be another report. Numbered anew by first appearance. Threads: reentrant.
[[nodiscard]] std::vector<OriginId> join_families(const std::vector<Carrier>& carriers,
                                                  const std::vector<Input>& reports,
                                                  const Knowledge& knowledge);

}  // namespace gainsay::origin
