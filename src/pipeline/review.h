#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <string>

#include "pipeline/report.h"
#include "types/result.h"

namespace gainsay::pipeline {

/// Serves the review page of `options.input.database` on the loopback address until the process is
/// asked to end; what is decided in the page goes straight into the database. `on_open` gets the
/// address. With paths, their reports are read into the database first.
/// Errors: as report(), and kUsage (the port is taken).
[[nodiscard]] ReportResult serve_review(ReportOptions options, std::uint16_t port,
                                        std::istream& standard_input,
                                        const std::function<void(const std::string&)>& on_open);

}  // namespace gainsay::pipeline
