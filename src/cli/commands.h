#pragma once

#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "options.h"

namespace gainsay::cli {

/// Runs one command line. Results go to `out`, everything else to `err`, whose last line says why
/// the exit status is not 0. Returns the exit status: 0, 1 or 2.
int run(const std::vector<std::string>& arguments, const Environment& environment, std::istream& in,
        std::ostream& out, std::ostream& err);

}  // namespace gainsay::cli
