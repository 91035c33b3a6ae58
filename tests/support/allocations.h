#pragma once

#include <cstddef>

namespace gainsay::test {

/// Calls of operator new so far, by any thread of the program, which this file replaces.
[[nodiscard]] std::size_t allocations();

/// Bytes that are in use. From here on peak() says how many were in use at once.
std::size_t peak_from_here();
[[nodiscard]] std::size_t peak();

}  // namespace gainsay::test
