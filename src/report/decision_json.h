#pragma once

#include "json_writer.h"
#include "types/decision.h"

namespace gainsay::report {

/// One decision as files and pages have it.
void write_decision(JsonWriter& json, const Decision& decision);

}  // namespace gainsay::report
