#pragma once

#include <cstddef>

namespace gainsay::test {

/// Calls of operator new so far, by any thread of the program, which this file replaces.
[[nodiscard]] std::size_t allocations();

}  // namespace gainsay::test
