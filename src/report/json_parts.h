#pragma once

#include "json_writer.h"
#include "types/claim.h"
#include "types/result.h"

namespace gainsay::report {

/// `{"lo", "hi", "approximate", "unit", "hard", "pragmatic"}` or `{"label"}`.
void write_value(JsonWriter& json, const Value& value);

[[nodiscard]] const char* name(ErrorCode code);

}  // namespace gainsay::report
