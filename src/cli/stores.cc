#include <numeric>

#include <fmt/core.h>

#include "pipeline/rules.h"
#include "registry.h"

namespace gainsay::cli {
namespace {

int validate(const pipeline::Resources& resources, Streams streams) {
  const pipeline::RulesResult result = pipeline::validate_rules(resources.rules);
  if (!result.errors.empty()) {
    print(result.errors, "error", streams.err);
    streams.err << fmt::format("gainsay: exit 2: {} in the rules\n",
                               plural(result.errors.size(), "problem"));
    return 2;
  }
  const std::size_t examples = std::accumulate(
      result.rules.begin(), result.rules.end(), std::size_t{0},
      [](std::size_t sum, const pipeline::RuleInfo& rule) { return sum + rule.examples; });
  streams.out << fmt::format("{} with {}: valid\n", plural(result.rules.size(), "claim rule"),
                             plural(examples, "example"));
  return flushed(streams.out, 0, streams.err);
}

}  // namespace

Registered add_ingest(CLI::App& app, Common& common) {
  struct Flags {
    IngestCommand command;
    std::string jobs = "auto";
  };
  auto flags = std::make_shared<Flags>();
  pipeline::IngestOptions& options = flags->command.options;
  CLI::App* command = app.add_subcommand("ingest", "Read reports into a database");
  command->footer(
      "\nExamples:\n"
      "  gainsay ingest --db news.db wire/\n"
      "  gainsay ingest --db news.db - --stdin-filename late.txt <wire/harbour-post.txt\n");
  command->add_option("--db", options.database, "Database to write")->type_name("FILE")->required();
  command->add_option("paths", options.paths, "Reports: files, folders, - for standard input")
      ->type_name("PATH")
      ->required();
  add_reading_options(*command, common, options.stdin_name, flags->jobs);
  command->add_flag("--keep-going", flags->command.keep_going,
                    "Exit status 0 although a report was unreadable");
  command->add_flag("-q,--quiet", flags->command.quiet, "Print errors only");
  return {command, [flags, &common]() -> Command {
            flags->command.options.resources = common.resources();
            flags->command.options.jobs = jobs_of(flags->jobs, common.environment);
            return flags->command;
          }};
}

Registered add_rules(CLI::App& app, Common& common) {
  CLI::App* rules = app.add_subcommand("rules", "Look at and test the rules");
  rules->footer(
      "\nExamples:\n  gainsay rules list\n  gainsay rules test\n  gainsay rules validate\n");
  rules->require_subcommand(1);
  rules->add_subcommand("list", "List the claim rules");
  rules->add_subcommand("test", "Run the examples of every rule");
  rules->add_subcommand("validate", "Say everything that is wrong in the rule files");
  return {rules, [rules, &common]() -> Command {
            if (rules->got_subcommand("list")) return RulesListCommand{common.resources()};
            if (rules->got_subcommand("validate")) {
              return Job([where = common.resources()](Streams streams) {
                return validate(where, streams);
              });
            }
            return RulesTestCommand{common.resources()};
          }};
}

Registered add_model(CLI::App& app, Common& common) {
  auto train = std::make_shared<ModelTrainCommand>();
  CLI::App* model = app.add_subcommand("model", "Embedding models");
  model->require_subcommand(1);
  CLI::App* command = model->add_subcommand("train", "Train a model on reports");
  command->add_option("paths", train->paths, "Reports: files and folders")
      ->type_name("PATH")
      ->required();
  command->add_option("-o,--output", train->model, "Model to write")->type_name("FILE")->required();
  return {model, [train, &common]() -> Command {
            train->resources = common.resources();
            return *train;
          }};
}

}  // namespace gainsay::cli
