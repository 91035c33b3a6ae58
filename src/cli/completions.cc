#include "option_tree.h"
#include "registry.h"

namespace gainsay::cli {

Registered add_completions(CLI::App& app, Common&) {
  auto shell = std::make_shared<std::string>();
  CLI::App* command =
      app.add_subcommand("completions", "Print what makes a shell complete the command line");
  command->footer(
      "\nExamples:\n"
      "  gainsay completions bash >gainsay.bash\n"
      "  gainsay completions zsh >_gainsay\n"
      "  gainsay completions fish >gainsay.fish\n"
      "\nThe package installs all three.\n");
  command->add_option("shell", *shell, "bash, zsh or fish")
      ->check(CLI::IsMember({"bash", "zsh", "fish"}))
      ->type_name("SHELL")
      ->required();
  return {command,
          [shell, &app]() -> Command {
            const CommandWords program = option_tree(app);
            if (*shell == "bash") return Print{bash_completions(program), 0};
            if (*shell == "zsh") return Print{zsh_completions(program), 0};
            return Print{fish_completions(program), 0};
          },
          Registered::Config::kUnasked};
}

}  // namespace gainsay::cli
