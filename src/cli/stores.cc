#include <numeric>

#include <fmt/core.h>

#include "pipeline/model.h"
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
  command->add_option("--db", options.database, "Database to write")->type_name("FILE");
  command->add_option("paths", options.paths, "Reports: files, folders, - for standard input")
      ->type_name("PATH")
      ->required();
  add_reading_options(*command, common, options.stdin_name, flags->jobs);
  command->add_flag("--keep-going", flags->command.keep_going,
                    "Exit status 0 although a report was unreadable");
  command->add_flag("-q,--quiet", flags->command.quiet, "Print errors only");
  return {command, [flags, &common]() -> Command {
            std::string& database = flags->command.options.database;
            if (database.empty()) database = common.database();
            if (database.empty()) return refuse("--db is required\n");
            flags->command.options.resources = common.resources();
            flags->command.options.jobs = jobs_of(flags->jobs, common.environment);
            return flags->command;
          }};
}

Registered add_rules(CLI::App& app, Common& common) {
  CLI::App* rules = app.add_subcommand("rules", "Look at and test the rules");
  rules->footer(
      "\nExamples:\n  gainsay rules list\n  gainsay rules test\n  gainsay rules validate\n"
      "  gainsay rules schema claims >claims.schema.json\n");
  rules->require_subcommand(1);
  rules->add_subcommand("list", "List the claim rules");
  rules->add_subcommand("test", "Run the examples of every rule");
  rules->add_subcommand("validate", "Say everything that is wrong in the rule files");
  auto kind = std::make_shared<std::string>();
  CLI::App* schema =
      rules->add_subcommand("schema", "Print the JSON Schema of a kind of rule file");
  schema->add_option("kind", *kind, "Folder or file of the rules")
      ->type_name("KIND")
      ->required()
      ->check(CLI::IsMember(pipeline::rule_kinds()));
  return {rules, [rules, kind, &common]() -> Command {
            if (rules->got_subcommand("schema")) {
              return Job([kind](Streams streams) {
                streams.out << pipeline::rule_schema(*kind).value_or("");
                return flushed(streams.out, 0, streams.err);
              });
            }
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
  struct Names {
    std::vector<std::string> texts;
    std::string from, output, model, gold;
  };
  auto names = std::make_shared<Names>();
  CLI::App* model = app.add_subcommand("model", "Embedding models");
  model->require_subcommand(1);
  CLI::App* train = model->add_subcommand("train", "Train a model on plain text");
  train->add_option("texts", names->texts, "Files, one sentence or paragraph a line")
      ->type_name("TEXT")
      ->required();
  train->add_option("--from", names->from, "Take word vectors from a fastText model, train none")
      ->type_name("FILE");
  train->add_option("-o,--output", names->output, "Model to write")->type_name("FILE")->required();
  CLI::App* info = model->add_subcommand("info", "Say what a model is");
  CLI::App* eval = model->add_subcommand("eval", "Measure a model on related sentences");
  eval->add_option("gold", names->gold,
                   "Lines of: report, tab, topics of the sentence, tab, sentence")
      ->type_name("GOLD")
      ->required();
  for (CLI::App* command : {info, eval}) {
    command->add_option("--model", names->model, "Embedding model (fastText)")->type_name("FILE");
  }
  return {model, [=, &common]() -> Command {
            if (*train) {
              return Job([names](Streams streams) {
                const Result<void> trained =
                    pipeline::train_model(names->texts, names->from, names->output);
                if (!trained) return could_not({trained.error()}, streams.err);
                streams.err << names->output << ": trained\n";
                return 0;
              });
            }
            const std::filesystem::path used = names->model.empty()
                                                   ? common.resources().model
                                                   : std::filesystem::path(names->model);
            return Job([names, used, measured = eval->parsed()](Streams streams) {
              const Result<std::string> text = measured
                                                   ? pipeline::evaluate_model(used, names->gold)
                                                   : pipeline::describe_model(used);
              if (!text) return could_not({text.error()}, streams.err);
              streams.out << *text;
              return flushed(streams.out, 0, streams.err);
            });
          }};
}

}  // namespace gainsay::cli
