#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/resources.h"

namespace gainsay::pipeline {

/// What was looked at, and how it is. `advice` says what to do, "" where nothing is to be done.
struct Examined {
  enum class State : std::uint8_t { kOk, kWarning, kError };
  State state = State::kOk;
  std::string what;  ///< "rules"
  std::string is;
  std::string advice;
};

/// Rules, model, page template, and the database where one is named: do they work? Nothing is
/// changed; a database that is not there is an error, not made.
[[nodiscard]] std::vector<Examined> examine(const Resources& resources,
                                            const std::string& database);

}  // namespace gainsay::pipeline
