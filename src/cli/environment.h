#pragma once

#include "options.h"

namespace gainsay::cli {

/// Looks at the variables, the terminal, the machine and the clock; the one place that does.
[[nodiscard]] Environment read_environment();

}  // namespace gainsay::cli
