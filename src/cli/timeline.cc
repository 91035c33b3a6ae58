#include "pipeline/timeline.h"

#include <algorithm>
#include <filesystem>

#include <fmt/core.h>

#include "registry.h"

namespace gainsay::cli {
namespace {

struct Flags {
  pipeline::TimelineOptions options;
  std::vector<std::string> arguments;
  std::string jobs = "auto";
  std::string format = "text";
};

bool is_path(const std::string& argument) {
  std::error_code error;
  return argument == "-" || argument.find('/') != std::string::npos ||
         std::filesystem::exists(argument, error);
}

/// What was meant by a query that names no figure, or what could have been asked for.
std::string hint(const std::string& query, const std::vector<std::string>& known) {
  std::string best = nearest(query, known);
  for (std::size_t i = 0; i < known.size() && best.empty(); ++i) {
    const std::string last = known[i].substr(known[i].find_last_of(".:") + 1);
    if (!nearest(query, {last}).empty()) best = known[i];
  }
  if (!best.empty()) return "; did you mean " + best + "?";
  constexpr std::size_t kShown = 6;
  std::string out;
  for (std::size_t i = 0; i < known.size() && i < kShown; ++i)
    out += (i == 0 ? "; there are " : ", ") + known[i];
  return out + (known.size() > kShown ? ", ..." : "");
}

int run(const pipeline::TimelineOptions& options, Streams streams) {
  const pipeline::TimelineResult result = pipeline::timeline(options, streams.in);
  print(result.ingested.errors, "warning", streams.err);
  if (!result.fatal.empty()) return could_not(result.fatal, streams.err);
  if (result.documents == 0) {
    streams.err << "gainsay: exit 2: there is no readable report\n";
    return 2;
  }
  if (result.figures == 0 && !options.query.empty()) {
    streams.err << fmt::format(
        "error: no figure in the reports is called \"{}\"{}\n"
        "gainsay: exit 2: the job could not be done\n",
        options.query, hint(options.query, result.known));
    return 2;
  }
  streams.out << result.output;
  if (!result.ingested.errors.empty()) {
    streams.err << fmt::format("gainsay: exit 2: {} could not be read\n",
                               plural(result.ingested.errors.size(), "report"));
    return flushed(streams.out, 2, streams.err);
  }
  return flushed(streams.out, 0, streams.err);
}

}  // namespace

Registered add_timeline(CLI::App& app, Common& common) {
  auto flags = std::make_shared<Flags>();
  pipeline::IngestOptions& input = flags->options.input;
  CLI::App* command =
      app.add_subcommand("timeline", "Print how figures moved over time and sources");
  command->footer(
      "\nA query is an attribute (casualties.killed), a family (casualties) or words of it, cut\n"
      "short at will (kill); without one, every figure that two reports tell is printed.\n"
      "\nExamples:\n"
      "  gainsay timeline reports/\n"
      "  gainsay timeline casualties.killed reports/\n"
      "  gainsay timeline --db news.db killed --format json\n");
  command
      ->add_option("arguments", flags->arguments,
                   "Reports (files, folders, - for standard input), and words of the query")
      ->type_name("PATH|QUERY");
  add_database(*command, input.database);
  add_text_or_json(*command, flags->format);
  add_reading_options(*command, common, input.stdin_name, flags->jobs);
  return {command, [flags, &common]() -> Command {
            pipeline::TimelineOptions& options = flags->options;
            for (const std::string& argument : flags->arguments) {
              if (is_path(argument)) {
                options.input.paths.push_back(argument);
              } else {
                options.query += (options.query.empty() ? "" : " ") + argument;
              }
            }
            const std::string nothing = finish(common, options.input);
            if (!nothing.empty()) {
              return refuse(options.query.empty()
                                ? nothing
                                : "no file or folder is called " + options.query + "; " + nothing);
            }
            options.json = flags->format == "json";
            options.input.resources = common.resources();
            options.input.jobs = jobs_of(flags->jobs, common.environment);
            return Job([flags](Streams streams) { return run(flags->options, streams); });
          }};
}

}  // namespace gainsay::cli
