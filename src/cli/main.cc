#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include <unistd.h>

#include "commands.h"
#include "interrupt.h"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  gainsay::cli::explain_interrupts();
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value == nullptr ? "" : value);
  };
  try {
    gainsay::cli::Environment environment;
    environment.data = variable("GAINSAY_DATA");
    if (environment.data.empty()) {
      const auto program = std::filesystem::read_symlink("/proc/self/exe");
      environment.data = (program.parent_path().parent_path() / "share" / "gainsay").string();
    }
    environment.no_color = !variable("NO_COLOR").empty();
    environment.force_color = !(variable("FORCE_COLOR") + variable("CLICOLOR_FORCE")).empty();
    environment.dumb_terminal = variable("TERM") == "dumb";
    environment.output_is_terminal = isatty(STDOUT_FILENO) == 1;
    environment.made = gainsay::cli::time_of_epoch(variable("SOURCE_DATE_EPOCH"));
    environment.processors = std::thread::hardware_concurrency();
    return gainsay::cli::run(std::vector<std::string>(argv + 1, argv + argc), environment, std::cin,
                             std::cout, std::cerr);
  } catch (const std::exception& error) {
    std::cerr << "gainsay: internal error: " << error.what()
              << "\ngainsay: exit 2: please report this with the command line\n";
    return 2;
  }
}
