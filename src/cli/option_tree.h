#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace gainsay::cli {

/// An option or an argument as a shell completes it.
struct OptionWords {
  std::vector<std::string> names;  ///< "-j", "--jobs"; none for an argument
  std::string says;
  std::string value;                 ///< "FILE"; "" when it takes none
  std::vector<std::string> choices;  ///< the values there are; empty for any
  bool files = false;                ///< a value is a path
};

/// A command with what may follow it.
struct CommandWords {
  std::string path;  ///< "gainsay rules list"
  std::string name;  ///< "list"
  std::string says;
  std::string footer;                ///< examples and more, as --help shows them
  std::vector<OptionWords> options;  ///< those of the commands above it too, behind its own
  std::size_t own = 0;               ///< how many options are its own
  std::vector<OptionWords> arguments;
  std::vector<CommandWords> commands;
};

[[nodiscard]] CommandWords option_tree(const CLI::App& app);

/// In troff; ends with a newline.
[[nodiscard]] std::string man_page(const CommandWords& program);

/// Scripts that complete the command line; each ends with a newline.
[[nodiscard]] std::string bash_completions(const CommandWords& program);
[[nodiscard]] std::string zsh_completions(const CommandWords& program);
[[nodiscard]] std::string fish_completions(const CommandWords& program);

}  // namespace gainsay::cli
