#pragma once

#include <istream>

#include "pipeline/ingest.h"
#include "reading.h"
#include "store/store.h"

namespace gainsay::pipeline {

/// ingest() with rules and store at hand; `options.database` is not looked at.
[[nodiscard]] IngestResult ingest_into(store::Store& store, const Reading& reading,
                                       const IngestOptions& options, std::istream& standard_input);

}  // namespace gainsay::pipeline
