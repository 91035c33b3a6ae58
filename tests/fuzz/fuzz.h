#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay::fuzz {

/// One thing to feed with damaged input.
struct Target {
  std::string name;
  std::vector<std::string> seeds;   ///< sound inputs; at least one
  std::vector<std::string> pieces;  ///< put in here and there
  bool text = true;                 ///< inputs are valid UTF-8 without a zero byte
  std::function<void(const std::string& input)> check;  ///< calls must(); may also simply crash
};

/// Each program defines its own.
[[nodiscard]] std::vector<Target> targets();

/// Ends the process when the promise does not hold.
void must(bool holds, std::string_view promise);

/// The input of one run: the same for the same arguments on every machine.
[[nodiscard]] std::string input_of(const Target& target, unsigned long seed, unsigned long run);

/// Pieces of news text that split, join and end things.
[[nodiscard]] const std::vector<std::string>& news_pieces();

[[nodiscard]] std::string read_file(const std::string& path);

/// A folder of this process alone, empty at first; its children share it.
[[nodiscard]] std::string scratch_folder();

}  // namespace gainsay::fuzz
