#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "pipeline/ingest.h"
#include "pipeline/report.h"
#include "pipeline/resources.h"
#include "speaking.h"
#include "types/finding.h"
#include "types/time.h"

namespace gainsay::cli {

/// What the surroundings say; read once, in main().
struct Environment {
  std::string data;            ///< GAINSAY_DATA, else the directory beside the program
  std::string config;          ///< GAINSAY_CONFIG
  std::string database;        ///< GAINSAY_DB
  bool no_color = false;       ///< NO_COLOR
  bool force_color = false;    ///< FORCE_COLOR or CLICOLOR_FORCE
  bool dumb_terminal = false;  ///< TERM=dumb
  bool output_is_terminal = false;
  unsigned processors = 1;
  std::string made;              ///< SOURCE_DATE_EPOCH in ISO 8601, "" where it is not set
  std::optional<Instant> today;  ///< that, or the clock; for comments that run out
};

struct IngestCommand {
  pipeline::IngestOptions options;
  bool keep_going = false;
  bool quiet = false;
};
struct ReportCommand {
  pipeline::ReportOptions options;
  std::vector<std::string> files;  ///< where each format goes; "-" is standard output
  std::optional<Severity> fail_level;
  bool keep_going = false;
  bool stats = false;
};
struct RulesListCommand {
  pipeline::Resources resources;
};
struct RulesTestCommand {
  pipeline::Resources resources;
};
/// Nothing to run: `text` is help, a version, or a message about wrong use.
struct Print {
  std::string text;
  int exit_code = 0;
};
/// A command that is described in a file of its own; gives the exit status.
using Job = std::function<int(Streams)>;
using Command =
    std::variant<IngestCommand, ReportCommand, RulesListCommand, RulesTestCommand, Print, Job>;

/// ISO 8601 of seconds since 1970; "" for other text.
[[nodiscard]] std::string time_of_epoch(const std::string& seconds);

/// `arguments` without the program's name.
[[nodiscard]] Command parse(const std::vector<std::string>& arguments,
                            const Environment& environment);

}  // namespace gainsay::cli
