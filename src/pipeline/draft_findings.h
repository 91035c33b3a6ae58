#pragma once

#include <cstdint>
#include <vector>

#include "together.h"
#include "types/finding.h"
#include "types/ids.h"

namespace gainsay::pipeline {

/// The findings that touch the draft, which is document 1, so that its claim comes first: stale
/// figures told from conflicts, severities by what the draft says. What the draft has right is not
/// in them.
///
/// - An update matters when the draft holds the old figure; a correction when it holds the one
///   taken back.
/// - A draft without a date that repeats a figure of the archive which the archive itself has
///   outdated is stale, and in no conflict.
/// - What somebody denies is an error in a draft that asserts it without a speaker.
[[nodiscard]] std::vector<Finding> draft_findings(const Judged& judged);

}  // namespace gainsay::pipeline
