#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ruleset/node.h"
#include "ruleset/ruleset.h"

namespace gainsay::ruleset {

/// Turns patterns as rules write them into RE2 syntax over the tagged sentence (rules/README.md).
/// Lifetime: refers to `rules` and to the fragments' Source.
class Expander {
 public:
  explicit Expander(const RuleSet& rules) : rules_(rules) {}

  /// Reads and expands rules/fragments.yaml, so that faults of unused fragments are found too.
  void read_fragments(const Source& source);

  /// Reports what is wrong at `node`; the pattern is then not to be used.
  [[nodiscard]] Pattern expand(const Source& source, const Yaml& node);

 private:
  enum class State : std::uint8_t { kNew, kOpen, kDone };
  struct Fragment {
    const Source* source = nullptr;
    const Yaml* key = nullptr;
    const Yaml* value = nullptr;
    State state = State::kNew;
    std::string expanded;
    bool open_end = false;
  };
  class Writer;

  std::string expand_text(std::string_view text, std::vector<std::string>& faults, bool& open_end);
  void expand_reference(std::string_view body, std::vector<std::string>& faults, Writer& out);
  bool expand_builtin(std::string_view head, std::string_view arguments,
                      std::vector<std::string>& faults, std::string& out);
  const Fragment* expand_fragment(std::string_view name, std::vector<std::string>& faults);
  std::vector<std::string> words_for(std::string_view head, std::string_view arguments,
                                     std::vector<std::string>& faults) const;

  const RuleSet& rules_;
  std::map<std::string, Fragment, std::less<>> fragments_;
  std::map<std::string, std::string> word_patterns_;
  std::vector<std::string> path_;  ///< fragments being expanded
  int depth_ = 0;
};

}  // namespace gainsay::ruleset
