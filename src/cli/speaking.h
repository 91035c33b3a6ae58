#pragma once

#include <cstdint>
#include <istream>
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "types/pair.h"
#include "types/result.h"

namespace gainsay::cli {

/// Results go to `out`, everything else to `err`.
struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
};

/// `level: where: message`, one a line.
void print(const std::vector<Error>& errors, const char* level, std::ostream& err);

/// Says why nothing was done; the exit status for it.
int could_not(const std::vector<Error>& fatal, std::ostream& err);

/// `code`, or 2 and a message when standard output takes no more.
int flushed(std::ostream& out, int code, std::ostream& err);

/// What --stats adds: the time of each stage, and how many pairs were proposed and left out, for
/// which reason.
void print_stats(const std::map<std::string, double>& seconds, const PairCounts& pairs,
                 std::ostream& err);

/// To a file, or to `out` for "-"; false and a message when that fails.
[[nodiscard]] bool write(const std::string& file, const std::string& text, Streams streams);

/// The name that `word` was probably meant to be; "" when none is near.
[[nodiscard]] std::string nearest(const std::string& word, const std::vector<std::string>& known);

/// "3 reports", "1 report".
[[nodiscard]] std::string plural(std::uint64_t count, const char* noun);

}  // namespace gainsay::cli
