#include "interrupt.h"

#include <csignal>
#include <string_view>

#include <unistd.h>

namespace gainsay::cli {
namespace {

/// Only what a signal handler may call.
void end(int signal) {
  constexpr std::string_view kMessage =
      "\ngainsay: interrupted; a database keeps the reports that were whole\n";
  if (write(STDERR_FILENO, kMessage.data(), kMessage.size()) < 0) _exit(2);
  if (std::signal(signal, SIG_DFL) == SIG_ERR || std::raise(signal) != 0) _exit(2);
}

}  // namespace

void explain_interrupts() {
  struct sigaction action {};
  action.sa_handler = end;
  action.sa_flags = SA_NODEFER;
  for (const int signal : {SIGINT, SIGTERM})
    sigaction(signal, &action, nullptr);
}

}  // namespace gainsay::cli
