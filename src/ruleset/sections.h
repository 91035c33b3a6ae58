#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "expand.h"
#include "ruleset/node.h"
#include "ruleset/ruleset.h"

namespace gainsay::ruleset {

/// One reader for each kind of file; all report into the Source.
void read_abbreviations(const Source& source, RuleSet& rules);
void read_furniture(const Source& source, RuleSet& rules);
void read_numbers(const Source& source, RuleSet& rules);
void read_hedges(const Source& source, RuleSet& rules);
void read_units(const Source& source, RuleSet& rules);
void read_labels(const Source& source, RuleSet& rules);
void read_gates(const Source& source, RuleSet& rules);
/// Says what is wrong; the file is read where it is needed (ruleset/measured.h).
void check_measured(const Source& source, RuleSet& rules);
void read_publishers(const Source& source, RuleSet& rules);
void read_scenarios(const Source& source, RuleSet& rules);
/// `folder` is named when a verdict has no file.
void read_verdicts(std::span<const Source* const> files, const std::string& folder,
                   Problems& problems, RuleSet& rules);
void read_claims(std::span<const Source* const> files, Expander& expander, RuleSet& rules);

/// What a file of a kind may hold (kinds() in ruleset/schema.h); nothing for an unknown kind.
[[nodiscard]] std::optional<Shape> shape_of(std::string_view kind);

}  // namespace gainsay::ruleset
