#pragma once

#include "types/result.h"

namespace gainsay::pipeline {

/// Adds to the message of an error at file:line:column that line, with a mark below its word.
void show_line(Error& error);

}  // namespace gainsay::pipeline
