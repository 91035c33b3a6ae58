#include "pipeline/report.h"

#include "registry.h"

namespace gainsay::cli {
namespace {

struct Flags {
  ReportCommand command;
  OutputFlags output;
  std::string jobs = "auto";
  std::string fail_level = "never";
};

}  // namespace

Registered add_report(CLI::App& app, Common& common) {
  auto flags = std::make_shared<Flags>();
  ReportCommand& report = flags->command;
  pipeline::IngestOptions& input = report.options.input;
  CLI::App* command = app.add_subcommand("report", "Print what reports disagree about");
  command->footer(
      "\nExamples:\n"
      "  gainsay report reports/\n"
      "  gainsay report --db news.db --min-level warning\n"
      "  gainsay report reports/ --report html=findings.html --report json=findings.json\n");
  command->add_option("paths", input.paths, "Reports: files, folders, - for standard input")
      ->type_name("PATH");
  add_database(*command, input.database);
  add_reading_options(*command, common, input.stdin_name, flags->jobs);
  add_output_options(*command, flags->output, report.options.output);
  add_choice(*command, "fail_level", flags->fail_level,
             "Exit status 1 for findings of this severity: error, warning, note, never");
  command->add_flag("--keep-going", report.keep_going,
                    "Exit status 0 although a report was unreadable");
  command->add_flag("--list-abstained", report.options.list_abstained,
                    "Also list the pairs that were not comparable, with the reason");
  command->add_flag("-q,--quiet", flags->output.quiet, "Print findings only");
  command->add_flag("--stats", report.stats,
                    "Print the time of each stage and the pairs of claims by reason");

  return {command, [flags, &common]() -> Command {
            ReportCommand& chosen = flags->command;
            const std::string problem =
                finish(flags->output, common.environment, chosen.options.output, chosen.files);
            if (!problem.empty()) return refuse(problem);
            pipeline::IngestOptions& read = chosen.options.input;
            const std::string nothing = finish(common, read);
            if (!nothing.empty()) return refuse(nothing);
            Severity severity{};
            if (flags->fail_level != "never" && parse(flags->fail_level, severity)) {
              chosen.fail_level = severity;
            }
            read.resources = common.resources();
            chosen.options.policy = common.config.policy;
            read.jobs = jobs_of(flags->jobs, common.environment);
            return chosen;
          }};
}

}  // namespace gainsay::cli
