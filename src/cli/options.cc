#include "options.h"

#include <algorithm>
#include <sstream>

#include <CLI/CLI.hpp>

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

/// Edit distance between two words. Source: Wagner and Fischer 1974.
std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j)
    row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

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
    std::string best;
    std::size_t best_distance = 1 + word.size() / 3;
    for (const std::string& candidate : known) {
      const std::size_t d = distance(word, candidate);
      if (d < best_distance) {
        best_distance = d;
        best = candidate;
      }
    }
    if (!best.empty()) return "unknown: " + word + "; did you mean " + best + "?\n";
  }
  return {};
}

struct Inputs {
  std::string rules, model, database, jobs = "auto";
  std::string format = "text", output = "-", color = "auto";
  std::string fail_level = "never", minimum = "note";
  std::vector<std::string> reports;
};

pipeline::Resources resources(const Inputs& inputs, const Environment& environment) {
  return {inputs.rules.empty() ? environment.data + "/rules" : inputs.rules,
          inputs.model.empty() ? environment.data + "/model/default.bin" : inputs.model,
          environment.data + "/review.html"};
}

bool parse_format(const std::string& name, pipeline::Format& format) {
  if (name == "text")
    format = pipeline::Format::kText;
  else if (name == "json")
    format = pipeline::Format::kJson;
  else if (name == "html")
    format = pipeline::Format::kHtml;
  else
    return false;
  return true;
}

bool colour(const std::string& choice, const Environment& environment, bool to_terminal) {
  if (choice == "always") return true;
  if (choice == "never" || environment.no_color) return false;
  if (environment.force_color) return true;
  return to_terminal && !environment.dumb_terminal;
}

/// Fills the outputs of a report; a message when a choice makes no sense.
std::string finish(ReportCommand& command, const Inputs& inputs, const Environment& environment) {
  pipeline::Format format{};
  (void)parse_format(inputs.format, format);
  command.options.formats.clear();
  if (inputs.reports.empty() || inputs.output != "-" || inputs.format != "text") {
    command.options.formats.push_back(format);
    command.files.push_back(inputs.output);
  }
  for (const std::string& report : inputs.reports) {
    const std::size_t equals = report.find('=');
    if (equals == std::string::npos || equals + 1 == report.size() ||
        !parse_format(report.substr(0, equals), format)) {
      return "--report " + report + ": write FORMAT=FILE, with text, json or html as FORMAT\n";
    }
    command.options.formats.push_back(format);
    command.files.push_back(report.substr(equals + 1));
  }
  command.options.colour =
      colour(inputs.color, environment, environment.output_is_terminal && inputs.output == "-");
  Severity severity{};
  if (parse(inputs.minimum, severity)) command.options.minimum = severity;
  if (inputs.fail_level != "never" && parse(inputs.fail_level, severity)) {
    command.fail_level = severity;
  }
  if (command.options.input.paths.empty() && command.options.input.database.empty()) {
    return "name the reports to read (files, folders, - for standard input) or a database "
           "with --db\n";
  }
  return {};
}

unsigned jobs_of(const std::string& text, const Environment& environment) {
  if (text == "auto") return std::max(1U, environment.processors);
  return static_cast<unsigned>(std::stoul(text));
}

void add_reading_options(CLI::App* command, Inputs& inputs, pipeline::IngestOptions& options,
                         bool& keep_going) {
  command->add_option("paths", options.paths, "Reports: files, folders, - for standard input")
      ->type_name("PATH");
  command->add_option("--stdin-filename", options.stdin_name, "Name and type of standard input")
      ->type_name("NAME");
  command->add_option("--model", inputs.model, "Embedding model (fastText)")->type_name("FILE");
  command->add_option("-j,--jobs", inputs.jobs, "Threads: a number, or auto")
      ->type_name("N")
      ->check([](const std::string& text) {
        const bool number = !text.empty() && text.size() < 4 && text != "0" &&
                            text.find_first_not_of("0123456789") == std::string::npos;
        return text == "auto" || number ? std::string{} : "write a number from 1 to 999, or auto";
      });
  command->add_flag("--keep-going", keep_going, "Exit status 0 although a report was unreadable");
}

}  // namespace

Command parse(const std::vector<std::string>& arguments, const Environment& environment) {
  Inputs inputs;
  IngestCommand ingest;
  ReportCommand report;
  ModelTrainCommand train;

  CLI::App app{"Gainsay finds where reports of the same events disagree.", "gainsay"};
  app.footer(kExamples);
  app.set_version_flag("-V,--version", "gainsay " GAINSAY_VERSION);
  app.set_help_flag("-h,--help", "Print this help");
  app.require_subcommand(1);
  app.add_option("--rules", inputs.rules, "Directory of rules")->type_name("DIR");
  app.fallthrough();

  CLI::App* ingest_app = app.add_subcommand("ingest", "Read reports into a database");
  ingest_app->add_option("--db", inputs.database, "Database to write")
      ->type_name("FILE")
      ->required();
  add_reading_options(ingest_app, inputs, ingest.options, ingest.keep_going);
  ingest_app->get_option("paths")->required();
  ingest_app->add_flag("-q,--quiet", ingest.quiet, "Print errors only");

  CLI::App* report_app = app.add_subcommand("report", "Print what reports disagree about");
  report_app->add_option("--db", inputs.database, "Database to read, and to add PATHs to")
      ->type_name("FILE");
  add_reading_options(report_app, inputs, report.options.input, report.keep_going);
  report_app->add_option("-f,--format", inputs.format, "text, json or html")
      ->check(CLI::IsMember({"text", "json", "html"}))
      ->type_name("FORMAT");
  report_app->add_option("-o,--output", inputs.output, "File to write instead of standard output")
      ->type_name("FILE");
  report_app->add_option("--report", inputs.reports, "One more output, as FORMAT=FILE; repeatable")
      ->type_name("FORMAT=FILE")
      ->expected(1)
      ->take_all();
  report_app->add_option("--color", inputs.color, "auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("WHEN");
  report_app->add_option("--width", report.options.width, "Columns of a quoted line")
      ->check(CLI::Range(40, 1000))
      ->type_name("N");
  report_app
      ->add_option("--fail-level", inputs.fail_level,
                   "Exit status 1 for findings of this severity: error, warning, note, never")
      ->check(CLI::IsMember({"error", "warning", "note", "never"}))
      ->type_name("LEVEL");
  report_app
      ->add_option("--min-level", inputs.minimum, "Findings to list: error, warning, note, none")
      ->check(CLI::IsMember({"error", "warning", "note", "none"}))
      ->type_name("LEVEL");
  report_app->add_flag("--list-abstained", report.options.list_abstained,
                       "Also list the pairs that were not comparable, with the reason");
  report_app->add_flag("-q,--quiet", report.quiet, "Print findings only");
  report_app->add_flag("--stats", report.stats, "Print the time of each stage");

  CLI::App* rules_app = app.add_subcommand("rules", "Look at and test the rules");
  rules_app->require_subcommand(1);
  rules_app->add_subcommand("list", "List the claim rules");
  rules_app->add_subcommand("test", "Run the examples of every rule");

  CLI::App* model_app = app.add_subcommand("model", "Embedding models");
  model_app->require_subcommand(1);
  CLI::App* train_app = model_app->add_subcommand("train", "Train a model on reports");
  train_app->add_option("paths", train.paths, "Reports: files and folders")
      ->type_name("PATH")
      ->required();
  train_app->add_option("-o,--output", train.model, "Model to write")
      ->type_name("FILE")
      ->required();

  for (CLI::App* command : {ingest_app, report_app, rules_app, model_app, train_app}) {
    command->fallthrough();
  }

  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out;
    std::ostringstream err;
    const int code = app.exit(error, out, err);
    if (code == 0) return Print{out.str(), 0};
    std::string hint = did_you_mean(app, arguments);
    return Print{
        (hint.empty() ? "gainsay: " + std::string(error.what()) + "\n" : "gainsay: " + hint) +
            "gainsay: exit 2: wrong use; see gainsay --help\n",
        2};
  }

  const pipeline::Resources where = resources(inputs, environment);
  for (pipeline::IngestOptions* options : {&ingest.options, &report.options.input}) {
    options->resources = where;
    options->database = inputs.database;
    options->jobs = jobs_of(inputs.jobs, environment);
  }
  if (*ingest_app) return ingest;
  if (*report_app) {
    const std::string problem = finish(report, inputs, environment);
    if (!problem.empty()) {
      return Print{"gainsay: " + problem + "gainsay: exit 2: wrong use; see gainsay --help\n", 2};
    }
    if (report.options.input.database.empty()) report.options.input.database = ":memory:";
    return report;
  }
  if (*train_app) {
    train.resources = where;
    return train;
  }
  if (rules_app->got_subcommand("list")) return RulesListCommand{where};
  return RulesTestCommand{where};
}

}  // namespace gainsay::cli
