#include "options.h"

#include <algorithm>
#include <charconv>
#include <sstream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "registry.h"
#include "types/time.h"

namespace gainsay::cli {
namespace {

constexpr const char* kExamples =
    "\nExamples:\n"
    "  gainsay report reports/            what the reports in a folder disagree about\n"
    "  gainsay ingest --db news.db wire/  keep reports in a database\n"
    "  gainsay report --db news.db --report html=findings.html\n"
    "  gainsay rules test                 run the examples of every rule\n"
    "\nExit status: 0 done; 1 findings at or above --fail-level, or a rule example that fails;\n"
    "2 the job could not be done, or not for every report.\n"
    "Gainsay never uses the network.\n";

/// The words the user could have meant: commands, and options of the command in use.
void collect(const CLI::App& app, const std::vector<std::string>& arguments,
             std::vector<std::string>& words) {
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames())
      words.push_back("--" + name);
  }
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    words.push_back(command->get_name());
    if (std::ranges::find(arguments, command->get_name()) != arguments.end()) {
      collect(*command, arguments, words);
    }
  }
}

std::string did_you_mean(const CLI::App& app, const std::vector<std::string>& arguments) {
  std::vector<std::string> known;
  collect(app, arguments, known);
  for (const std::string& argument : arguments) {
    const std::string word = argument.substr(0, argument.find('='));
    if (word.size() < 3 || std::ranges::find(known, word) != known.end()) continue;
    const std::string best = nearest(word, known);
    if (!best.empty()) return fmt::format("unknown: {}; did you mean {}?\n", word, best);
  }
  return {};
}

}  // namespace

std::string time_of_epoch(const std::string& seconds) {
  std::int64_t value = 0;
  const char* end = seconds.data() + seconds.size();
  const auto [at, error] = std::from_chars(seconds.data(), end, value);
  constexpr std::int64_t kYear10000 = 253402300800;
  if (seconds.empty() || error != std::errc() || at != end || value < 0 || value >= kYear10000) {
    return "";
  }
  return to_iso(Instant(std::chrono::seconds(value)));
}

Command parse(const std::vector<std::string>& arguments, const Environment& environment) {
  Common common{environment, {}, {}, {}, false, {}, {}};
  CLI::App app{"Gainsay finds where reports of the same events disagree.", "gainsay"};
  app.footer(kExamples);
  app.set_version_flag("-V,--version", "gainsay " GAINSAY_VERSION);
  app.set_help_flag("-h,--help", "Print this help");
  app.require_subcommand(1);
  app.add_option("--rules", common.rules, "Directory of rules")->type_name("DIR");
  add_config_options(app, common);
  app.fallthrough();
  const std::vector<Registered> commands = {
      add_report(app, common),      add_check(app, common),        add_ingest(app, common),
      add_compare(app, common),     add_timeline(app, common),     add_claims(app, common),
      add_tag(app, common),         add_explain(app, common),      add_rules(app, common),
      add_eval(app, common),        add_model(app, common),        add_review(app, common),
      add_decisions(app, common),   add_suppressions(app, common), add_strip_comments(app, common),
      add_completions(app, common), add_show(app, common),         add_diff(app, common),
      add_config(app, common),      add_doctor(app, common),       add_man(app, common)};
  for (const Registered& command : commands) {
    command.app->fallthrough();
    for (CLI::App* below : command.app->get_subcommands([](const CLI::App*) { return true; }))
      below->fallthrough();
  }

  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out;
    std::ostringstream err;
    const int code = app.exit(error, out, err);
    if (code == 0) return Print{out.str(), 0};
    const std::string hint = did_you_mean(app, arguments);
    return refuse(hint.empty() ? std::string(error.what()) + "\n" : hint);
  }
  const auto chosen = std::ranges::find_if(
      commands, [](const Registered& command) { return command.app->parsed(); });
  configure(app, *chosen, common);
  if (chosen->config == Registered::Config::kNeeded && !common.config_problems.empty()) {
    return Job([problems = common.config_problems](Streams streams) {
      return could_not(problems, streams.err);
    });
  }
  return chosen->make();
}

}  // namespace gainsay::cli
