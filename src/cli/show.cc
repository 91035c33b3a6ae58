#include "pipeline/show.h"

#include <fmt/core.h>

#include "pipeline/diff.h"
#include "registry.h"

namespace gainsay::cli {
namespace {

int show(const pipeline::ShowOptions& options, Streams streams) {
  const pipeline::ShowResult result = pipeline::show(options, streams.in);
  print(result.ingested.errors, "warning", streams.err);
  if (!result.fatal.empty()) return could_not(result.fatal, streams.err);
  streams.out << result.output;
  if (!result.ingested.errors.empty()) {
    streams.err << fmt::format("gainsay: exit 2: {} could not be read\n",
                               plural(result.ingested.errors.size(), "report"));
    return flushed(streams.out, 2, streams.err);
  }
  return flushed(streams.out, 0, streams.err);
}

int diff(const pipeline::DiffOptions& options, std::optional<Severity> fail_level,
         Streams streams) {
  const Result<pipeline::DiffResult> result = pipeline::diff(options);
  if (!result) return could_not({result.error()}, streams.err);
  streams.out << result->output;
  if (const int code = flushed(streams.out, 0, streams.err); code != 0) return code;
  std::uint64_t failing = 0;
  for (const auto& [severity, count] : result->risen) {
    if (fail_level && severity >= *fail_level) failing += count;
  }
  if (failing == 0) return 0;
  streams.err << fmt::format("gainsay: exit 1: {} new at or above --fail-level={}\n",
                             plural(failing, "finding"), name(*fail_level));
  return 1;
}

}  // namespace

Registered add_show(CLI::App& app, Common& common) {
  struct Flags {
    pipeline::ShowOptions options;
    std::string jobs = "auto";
    std::string format = "text";
  };
  auto flags = std::make_shared<Flags>();
  pipeline::IngestOptions& input = flags->options.input;
  CLI::App* command = app.add_subcommand("show", "Print one finding or one claim in full");
  command->footer(
      "\nThe first digits of an id are enough where no other id begins so.\n"
      "\nExamples:\n"
      "  gainsay show d1eaaae7 reports/\n"
      "  gainsay show --db news.db d1eaaae78e5699bc --format json\n");
  command->add_option("id", flags->options.id, "Id of a finding or a claim")
      ->check([](const std::string& text) {
        const bool digits = !text.empty() && text.size() <= 16 &&
                            text.find_first_not_of("0123456789abcdef") == std::string::npos;
        return digits ? std::string{} : "an id has up to 16 digits of 0-9 and a-f";
      })
      ->type_name("ID")
      ->required();
  command->add_option("paths", input.paths, "Reports: files, folders, - for standard input")
      ->type_name("PATH");
  add_database(*command, input.database);
  add_text_or_json(*command, flags->format);
  add_reading_options(*command, common, input.stdin_name, flags->jobs);
  return {command, [flags, &common]() -> Command {
            pipeline::IngestOptions& read = flags->options.input;
            const std::string nothing = finish(common, read);
            if (!nothing.empty()) return refuse(nothing);
            flags->options.json = flags->format == "json";
            read.resources = common.resources();
            read.jobs = jobs_of(flags->jobs, common.environment);
            return Job([flags](Streams streams) { return show(flags->options, streams); });
          }};
}

Registered add_diff(CLI::App& app, Common&) {
  struct Flags {
    pipeline::DiffOptions options;
    std::string format = "text";
    std::string minimum = "note";
    std::string fail_level = "error";
  };
  auto flags = std::make_shared<Flags>();
  CLI::App* command = app.add_subcommand("diff", "Compare two runs: what is new, gone, changed");
  command->footer(
      "\nExamples:\n"
      "  gainsay diff yesterday.json today.json\n"
      "  gainsay diff yesterday.json today.json --min-level error --format json\n"
      "\nExit status: 0 nothing new at or above --fail-level; 1 findings that are new or have\n"
      "risen to it; 2 the job could not be done.\n");
  command->add_option("before", flags->options.before, "JSON report of report or check")
      ->type_name("FILE")
      ->required();
  command->add_option("after", flags->options.after, "A later one")->type_name("FILE")->required();
  add_text_or_json(*command, flags->format);
  add_choice(*command, "min_level", flags->minimum, "Findings to compare");
  add_choice(*command, "fail_level", flags->fail_level,
             "Exit status 1 for new findings of this severity");
  return {command, [flags]() -> Command {
            (void)parse(flags->minimum, flags->options.minimum);
            flags->options.json = flags->format == "json";
            std::optional<Severity> fail_level;
            Severity severity{};
            if (flags->fail_level != "never" && parse(flags->fail_level, severity)) {
              fail_level = severity;
            }
            return Job([flags, fail_level](Streams streams) {
              return diff(flags->options, fail_level, streams);
            });
          }};
}

}  // namespace gainsay::cli
