#pragma once

#include "json_writer.h"
#include "overview.h"
#include "types/claim.h"
#include "types/finding.h"
#include "types/result.h"

namespace gainsay::report {

/// `[lo, hi]`, null for an open end.
void write_bounds(JsonWriter& json, const Bounds& bounds);
/// `{"lo", "hi", "approximate", "unit", "hard", "pragmatic"}` or `{"label"}`.
void write_value(JsonWriter& json, const Value& value);
/// What is known of the frame.
void write_frame(JsonWriter& json, const Frame& frame);
/// The claim as in gainsay-report/1; nothing when its report is not known.
void write_claim(JsonWriter& json, const Claim& claim, const Lookup& lookup);
/// The report and the finding as in gainsay-report/1, each on a line of its own.
void write_document(JsonWriter& json, const ReportDocument& in);
void write_finding(JsonWriter& json, const Finding& finding);
/// `[{"gate", "passed", "because"}]`
void write_gates(JsonWriter& json, const Finding& finding);

[[nodiscard]] const char* name(ErrorCode code);

}  // namespace gainsay::report
