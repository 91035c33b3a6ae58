#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "commands.h"
#include "environment.h"
#include "interrupt.h"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  gainsay::cli::explain_interrupts();
  try {
    return gainsay::cli::run(std::vector<std::string>(argv + 1, argv + argc),
                             gainsay::cli::read_environment(), std::cin, std::cout, std::cerr);
  } catch (const std::exception& error) {
    std::cerr << "gainsay: internal error: " << error.what()
              << "\ngainsay: exit 2: please report this with the command line\n";
    return 2;
  }
}
