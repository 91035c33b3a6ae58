#include <algorithm>
#include <string_view>

#include <fmt/core.h>

#include "option_tree.h"
#include "registry.h"

namespace gainsay::cli {
namespace {

/// One line of running text for troff, where "\", "-" and a "." or "'" in front mean something.
std::string escaped(std::string_view line) {
  std::string out;
  if (line.starts_with('.') || line.starts_with('\'')) out = "\\&";
  for (const char c : line) {
    if (c == '\\') {
      out += "\\e";
    } else {
      out += c == '-' ? "\\-" : std::string(1, c);
    }
  }
  return out;
}

/// Lines as they stand, without empty ones at either end.
std::string verbatim(std::string_view text) {
  while (text.starts_with('\n'))
    text.remove_prefix(1);
  while (text.ends_with('\n'))
    text.remove_suffix(1);
  if (text.empty()) return "";
  std::string out = ".PP\n.nf\n";
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += escaped(text.substr(0, end)) + "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out + ".fi\n";
}

std::string option(const OptionWords& option) {
  std::string names;
  for (const std::string& name : option.names)
    names += (names.empty() ? "" : ", ") + name;
  if (names.empty())
    names = option.value;
  else if (!option.value.empty())
    names += " " + option.value;
  std::string out = ".TP\n.B " + escaped(names) + "\n" + escaped(option.says) + "\n";
  std::string choices;
  for (const std::string& choice : option.choices)
    choices += (choices.empty() ? "" : ", ") + choice;
  const bool said =
      option.choices.empty() || option.says.find(option.choices[0]) != option.says.npos;
  if (!said) out += escaped("One of: " + choices + ".") + "\n";
  return out;
}

std::string synopsis(const CommandWords& command) {
  std::string out = command.path;
  if (!command.commands.empty()) out += " COMMAND";
  for (const OptionWords& argument : command.arguments)
    out += " [" + argument.value + "]";
  return out + " [OPTION]...";
}

void add_command(const CommandWords& command, std::string& out) {
  out += fmt::format(".SS \"{}\"\n{}.\n", escaped(synopsis(command)), escaped(command.says));
  for (const OptionWords& argument : command.arguments)
    out += option(argument);
  for (std::size_t i = 0; i < command.own; ++i) {
    if (command.options[i].names.back() != "--help") out += option(command.options[i]);
  }
  out += verbatim(command.footer);
  for (const CommandWords& below : command.commands)
    add_command(below, out);
}

}  // namespace

std::string man_page(const CommandWords& program) {
  std::string out = fmt::format(
      ".TH GAINSAY 1 \"\" \"gainsay {}\" \"User Commands\"\n"
      ".SH NAME\n"
      "gainsay \\- find where reports of the same events disagree\n"
      ".SH SYNOPSIS\n"
      ".B gainsay\n"
      "COMMAND [OPTION]... [PATH]...\n"
      ".SH DESCRIPTION\n{}\n"
      ".SH OPTIONS\n",
      GAINSAY_VERSION, escaped(program.says));
  for (const OptionWords& one : program.options)
    out += option(one);
  out += ".SH COMMANDS\n";
  for (const CommandWords& command : program.commands)
    add_command(command, out);
  out += ".SH EXAMPLES AND EXIT STATUS\n" + verbatim(program.footer);
  out +=
      ".SH ENVIRONMENT\n"
      ".TP\n.B GAINSAY_DATA\nDirectory of rules, model and page template.\n"
      ".TP\n.B GAINSAY_CONFIG\nThe configuration, instead of .gainsay.yml.\n"
      ".TP\n.B GAINSAY_DB\nThe database, where --db names none.\n"
      ".TP\n.B NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE\nWithout colour, or with it, whatever "
      "standard output is.\n"
      ".TP\n.B SOURCE_DATE_EPOCH\nThe time of the run, in seconds since 1970.\n";
  return out;
}

Registered add_man(CLI::App& app, Common&) {
  CLI::App* command = app.add_subcommand("man", "Print the man page");
  command->footer("\nExamples:\n  gainsay man >gainsay.1\n\nThe package installs it.\n");
  return {command,
          [&app]() -> Command {
            return Print{man_page(option_tree(app)), 0};
          },
          Registered::Config::kUnasked};
}

}  // namespace gainsay::cli
