#include <algorithm>
#include <functional>

#include <fmt/core.h>

#include "option_tree.h"

namespace gainsay::cli {
namespace {

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string out;
  for (const std::string& word : words)
    out += (out.empty() ? "" : between) + word;
  return out;
}

/// In single quotes, for sh and zsh.
std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text)
    out += c == '\'' ? "'\\''" : std::string(1, c);
  return out + "'";
}

std::string quoted_for_fish(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

/// The characters that end a part of a specification for _arguments.
std::string escaped_for_zsh(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

void each(const CommandWords& command, const std::function<void(const CommandWords&)>& visit) {
  visit(command);
  for (const CommandWords& below : command.commands)
    each(below, visit);
}

/// "gainsay check|gainsay rules|...": the paths of all commands but the program itself.
std::string all_paths(const CommandWords& program, const char* between, const char* quote) {
  std::vector<std::string> out;
  each(program, [&](const CommandWords& command) {
    if (&command != &program) out.push_back(quote + command.path + quote);
  });
  return joined(out, between);
}

std::string function_of(const CommandWords& command) {
  std::string out = "_" + command.path;
  std::ranges::replace(out, ' ', '_');
  std::ranges::replace(out, '-', '_');
  return out;
}

/// Words that may stand where no option does; files are left to the shell.
std::vector<std::string> plain_words(const CommandWords& command) {
  std::vector<std::string> out;
  for (const CommandWords& below : command.commands)
    out.push_back(below.name);
  for (const OptionWords& argument : command.arguments)
    out.insert(out.end(), argument.choices.begin(), argument.choices.end());
  return out;
}

std::string bash_case(const CommandWords& command) {
  std::string out = fmt::format("    '{}')\n      case $prev in\n", command.path);
  std::vector<std::string> names;
  for (const OptionWords& option : command.options) {
    names.insert(names.end(), option.names.begin(), option.names.end());
    if (option.value.empty()) continue;
    std::string then = "compopt +o default";
    if (option.files) then = ":";
    if (!option.choices.empty()) then = "words=" + quoted(joined(option.choices, " "));
    out += fmt::format("        {}) {}; value=1 ;;\n", joined(option.names, "|"), then);
  }
  out += "      esac\n";
  out += fmt::format("      options={}\n      plain={} ;;\n", quoted(joined(names, " ")),
                     quoted(joined(plain_words(command), " ")));
  return out;
}

std::string zsh_option(const OptionWords& option) {
  std::string value;
  if (!option.value.empty()) {
    value = ":" + option.value + ":";
    if (option.files) value += "_files";
    if (!option.choices.empty()) value += "(" + joined(option.choices, " ") + ")";
  }
  std::string out;
  for (const std::string& name : option.names) {
    // A value follows a long name behind = or as the next word, a short one at once or likewise.
    const char* follows = value.empty() ? "" : name.starts_with("--") ? "=" : "+";
    out.append(" \\\n    ")
        .append(
            quoted(fmt::format("*{}{}[{}]{}", name, follows, escaped_for_zsh(option.says), value)));
  }
  return out;
}

std::string zsh_function(const CommandWords& command) {
  std::string out = function_of(command) + "() {\n";
  if (!command.commands.empty()) out += "  local context state line\n  typeset -A opt_args\n";
  out += command.commands.empty() ? "  _arguments" : "  _arguments -C";
  for (const OptionWords& option : command.options)
    out += zsh_option(option);
  for (const OptionWords& argument : command.arguments) {
    std::string action = argument.files ? "_files" : " ";
    if (!argument.choices.empty()) action = "(" + joined(argument.choices, " ") + ")";
    out += " \\\n    " + quoted("*:" + argument.value + ":" + action);
  }
  if (command.commands.empty()) return out + "\n}\n";
  out += " \\\n    '1:command:->command' '*::argument:->rest'\n  case $state in\n    command)\n";
  out += "      local -a commands=(";
  for (const CommandWords& below : command.commands)
    out += "\n        " + quoted(below.name + ":" + escaped_for_zsh(below.says));
  out += ")\n      _describe command commands ;;\n    rest)\n      case $line[1] in\n";
  for (const CommandWords& below : command.commands)
    out += fmt::format("        {}) {} ;;\n", below.name, function_of(below));
  return out + "      esac ;;\n  esac\n}\n";
}

std::string fish_option(const std::string& at, const OptionWords& option) {
  std::string out = at;
  for (const std::string& name : option.names)
    out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (!option.value.empty()) out += option.files ? " -r -F" : " -x";
  if (!option.choices.empty()) out += " -a " + quoted_for_fish(joined(option.choices, " "));
  return out + " -d " + quoted_for_fish(option.says) + "\n";
}

std::string fish_command(const CommandWords& command) {
  const std::string at = "complete -c gainsay -n '__gainsay_at " + command.path + "'";
  std::string out;
  for (const CommandWords& below : command.commands)
    out += at + " -a " + below.name + " -d " + quoted_for_fish(below.says) + "\n";
  for (const OptionWords& argument : command.arguments) {
    if (argument.files) out += at + " -F\n";
    if (!argument.choices.empty())
      out += at + " -a " + quoted_for_fish(joined(argument.choices, " ")) + "\n";
  }
  for (const OptionWords& option : command.options)
    out += fish_option(at, option);
  return out;
}

}  // namespace

std::string bash_completions(const CommandWords& program) {
  std::string cases;
  each(program, [&](const CommandWords& command) { cases += bash_case(command); });
  return "# bash completion for gainsay; made by: gainsay completions bash\n"
         "_gainsay() {\n"
         "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}\n"
         "  local at=gainsay words='' options='' plain='' value='' i\n"
         "  # bash takes the = of --option=value for a word.\n"
         "  if [[ $cur == '=' ]]; then cur=''\n"
         "  elif [[ $prev == '=' ]]; then prev=${COMP_WORDS[COMP_CWORD - 2]}; fi\n"
         "  for ((i = 1; i < COMP_CWORD; ++i)); do\n"
         "    case \"$at ${COMP_WORDS[i]}\" in\n      " +
         all_paths(program, "|", "'") +
         ")\n        at=\"$at ${COMP_WORDS[i]}\" ;;\n"
         "    esac\n  done\n"
         "  case $at in\n" +
         cases +
         "  esac\n"
         "  if [[ -z $value ]]; then\n"
         "    if [[ $cur == -* ]]; then words=$options; else words=$plain; fi\n"
         "  fi\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
         "}\n"
         "complete -o default -F _gainsay gainsay\n";
}

std::string zsh_completions(const CommandWords& program) {
  std::string out = "#compdef gainsay\n# made by: gainsay completions zsh\n";
  each(program, [&](const CommandWords& command) { out += "\n" + zsh_function(command); });
  return out +
         "\nif [ \"$funcstack[1]\" = _gainsay ]; then _gainsay \"$@\"; else compdef _gainsay "
         "gainsay; fi\n";
}

std::string fish_completions(const CommandWords& program) {
  std::string out =
      "# fish completion for gainsay; made by: gainsay completions fish\n"
      "function __gainsay_at\n"
      "    set -l at gainsay\n"
      "    for word in (commandline -opc)[2..-1]\n"
      "        switch \"$at $word\"\n"
      "            case " +
      all_paths(program, " ", "'") +
      "\n                set at \"$at $word\"\n"
      "        end\n    end\n"
      "    test \"$at\" = \"$argv\"\n"
      "end\n"
      "complete -c gainsay -f\n";
  each(program, [&](const CommandWords& command) { out += fish_command(command); });
  return out;
}

}  // namespace gainsay::cli
