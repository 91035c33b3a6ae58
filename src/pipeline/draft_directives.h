#pragma once

#include <optional>
#include <string>
#include <vector>

#include "suppress/directives.h"
#include "text/document.h"
#include "types/claim.h"
#include "types/finding.h"
#include "types/time.h"

namespace gainsay::pipeline {

/// What the comments of one draft take back. Lifetime: not longer than the draft.
class DraftDirectives {
 public:
  /// A directive whose last day is before `today` counts no more; unknown: it counts. With
  /// `reasons` one without a reason does not count either. `known` are the ids that exist besides
  /// those of findings; of others problems() says so.
  DraftDirectives(const text::Document& draft, std::optional<Instant> today, bool reasons,
                  const std::vector<std::string>& known);

  /// True when a comment means the finding about `claim` of the draft, which is then in use.
  [[nodiscard]] bool take_back(const Finding& finding, const Claim& claim);

  /// Comments that are written wrong or have run out.
  [[nodiscard]] const std::vector<Error>& problems() const { return directives_.problems; }
  /// Comments, or single ids of them, that took nothing back.
  [[nodiscard]] std::vector<Error> unused() const;

 private:
  /// True when it counts; else, or when it means what does not exist, a problem is added.
  [[nodiscard]] bool counts(const suppress::Directive& directive, std::optional<Instant> today,
                            bool reasons);
  void look_up(const suppress::Directive& directive, const std::vector<std::string>& known);

  const text::Document& draft_;
  suppress::Directives directives_;
  std::vector<std::vector<bool>> used_;  ///< by directive and id
};

}  // namespace gainsay::pipeline
