#include "speaking.h"

#include <algorithm>
#include <fstream>

#include <fmt/core.h>

namespace gainsay::cli {
namespace {

/// Edit distance between two words. Source: Wagner and Fischer 1974.
std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j)
    row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

void print(const std::vector<Error>& errors, const char* level, std::ostream& err) {
  for (const Error& error : errors) {
    err << fmt::format("{}: {}: {}\n", level, error.where, error.message);
  }
}

int could_not(const std::vector<Error>& fatal, std::ostream& err) {
  print(fatal, "error", err);
  err << "gainsay: exit 2: the job could not be done\n";
  return 2;
}

int flushed(std::ostream& out, int code, std::ostream& err) {
  if (out.flush()) return code;
  err << "error: standard output: cannot be written\n"
         "gainsay: exit 2: the result could not be written\n";
  return 2;
}

bool write(const std::string& file, const std::string& text, Streams streams) {
  if (file == "-") {
    streams.out << text;
    return true;
  }
  std::ofstream stream(file, std::ios::binary | std::ios::trunc);
  stream << text;
  stream.close();
  if (!stream.fail()) return true;
  streams.err << fmt::format(
      "error: {}: cannot be written; is the folder there, and is there room?\n", file);
  return false;
}

void print_stats(const std::map<std::string, double>& seconds, const PairCounts& pairs,
                 std::ostream& err) {
  for (const auto& [stage, time] : seconds)
    err << fmt::format("{:<8}{:9.3f} s\n", stage, time);
  for (std::size_t i = 0; i < kReasons.size(); ++i) {
    if (pairs.proposed[i] == 0 && pairs.left_out[i] == 0) continue;
    err << fmt::format("pairs by {:<12}{:>10}, left out {:>10}\n", kReasons[i].second,
                       pairs.proposed[i], pairs.left_out[i]);
  }
}

std::string nearest(const std::string& word, const std::vector<std::string>& known) {
  std::string best;
  std::size_t best_distance = 1 + word.size() / 3;
  for (const std::string& candidate : known) {
    const std::size_t d = distance(word, candidate);
    if (d < best_distance) {
      best_distance = d;
      best = candidate;
    }
  }
  return best;
}

std::string plural(std::uint64_t count, const char* noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace gainsay::cli
