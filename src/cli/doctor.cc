#include "pipeline/doctor.h"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "registry.h"

namespace gainsay::cli {
namespace {

using pipeline::Examined;

std::string terminal(const Environment& environment) {
  std::string out = environment.output_is_terminal ? "standard output is a terminal"
                                                   : "standard output is no terminal";
  if (environment.no_color) return out + ", no colour (NO_COLOR)";
  if (environment.force_color) return out + ", colour (FORCE_COLOR or CLICOLOR_FORCE)";
  if (environment.dumb_terminal) return out + ", no colour (TERM=dumb)";
  return out + (environment.output_is_terminal ? ", colour" : ", no colour");
}

Examined configuration(const Common& common) {
  if (!common.config_problems.empty()) {
    const Error& first = common.config_problems.front();
    return {Examined::State::kError, "config",
            first.where + ": " + first.message.substr(0, first.message.find('\n')),
            "gainsay config print names every problem"};
  }
  if (!common.config.file.empty()) {
    return {Examined::State::kOk, "config", common.config.file, ""};
  }
  return {Examined::State::kOk, "config", common.no_config ? "none (--no-config)" : "none", ""};
}

int run(const Common& common, const std::string& database, Streams streams) {
  const Environment& environment = common.environment;
  std::vector<Examined> all = {
      {Examined::State::kOk, "program",
       fmt::format("gainsay {}, {}", GAINSAY_VERSION, plural(environment.processors, "processor")),
       ""},
      {Examined::State::kOk, "data", environment.data, ""},
      configuration(common)};
  std::ranges::copy(pipeline::examine(common.resources(), database), std::back_inserter(all));
  all.push_back({Examined::State::kOk, "terminal", terminal(environment), ""});
  std::uint64_t broken = 0;
  for (const Examined& one : all) {
    constexpr std::array<const char*, 3> kStates = {"ok", "warning", "error"};
    streams.out << fmt::format("{:<8} {:<9} {}\n", kStates[static_cast<std::size_t>(one.state)],
                               one.what, one.is);
    if (!one.advice.empty()) streams.out << fmt::format("{:19}{}\n", "", one.advice);
    if (one.state == Examined::State::kError) ++broken;
  }
  if (const int code = flushed(streams.out, 0, streams.err); code != 0) return code;
  if (broken == 0) return 0;
  streams.err << fmt::format("gainsay: exit 2: {} broken\n",
                             broken == 1 ? "one thing is" : fmt::format("{} things are", broken));
  return 2;
}

}  // namespace

Registered add_doctor(CLI::App& app, Common& common) {
  auto database = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("doctor", "Say whether all that a run needs works");
  command->footer(
      "\nLooks at the program, its data, the configuration, the rules, the model and the "
      "database,\n"
      "changes nothing, and says what to do about what is broken.\n"
      "\nExamples:\n"
      "  gainsay doctor\n"
      "  gainsay doctor --db news.db\n"
      "\nExit status: 0 all works, perhaps with warnings; 2 something is broken.\n");
  command->add_option("--db", *database, "Database to look at")->type_name("FILE");
  command->add_option("--model", common.model, "Embedding model (fastText)")->type_name("FILE");
  return {
      command,
      [database, &common]() -> Command {
        if (database->empty()) *database = common.database();
        return Job([database, common](Streams streams) { return run(common, *database, streams); });
      },
      Registered::Config::kShown};
}

}  // namespace gainsay::cli
