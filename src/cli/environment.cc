#include "environment.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>

#include <unistd.h>

namespace gainsay::cli {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

Environment read_environment() {
  Environment out;
  out.data = variable("GAINSAY_DATA");
  if (out.data.empty()) {
    const auto program = std::filesystem::read_symlink("/proc/self/exe");
    out.data = (program.parent_path().parent_path() / "share" / "gainsay").string();
  }
  out.config = variable("GAINSAY_CONFIG");
  out.database = variable("GAINSAY_DB");
  out.no_color = !variable("NO_COLOR").empty();
  out.force_color = !(variable("FORCE_COLOR") + variable("CLICOLOR_FORCE")).empty();
  out.dumb_terminal = variable("TERM") == "dumb";
  out.made = time_of_epoch(variable("SOURCE_DATE_EPOCH"));
  out.output_is_terminal = isatty(STDOUT_FILENO) == 1;
  out.today = from_iso(out.made);
  if (!out.today)
    out.today =
        std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
  out.processors = std::thread::hardware_concurrency();
  return out;
}

}  // namespace gainsay::cli
