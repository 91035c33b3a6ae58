#include "pipeline/check.h"

#include <fmt/core.h>

#include "registry.h"

namespace gainsay::cli {
namespace {

struct CheckCommand {
  pipeline::CheckOptions options;
  std::vector<std::string> files;
  std::optional<Severity> fail_level = Severity::kError;
  std::optional<std::uint64_t> most_warnings;
  std::string unused = "warn";
  bool exit_zero = false;
  bool keep_going = false;
  bool pass_on_no_files = false;
  bool silent = false;
  bool stats = false;
};

/// What was read and what was not; 0, or 2 with the reason said.
int after_reading(const CheckCommand& command, const pipeline::CheckResult& result,
                  std::ostream& err) {
  if (result.drafts == 0 && command.pass_on_no_files &&
      (result.errors.empty() || command.keep_going)) {
    err << "gainsay: exit 0: there is no draft (--pass-on-no-files)\n";
    return 0;
  }
  if (result.drafts == 0) {
    err << "gainsay: exit 2: there is no readable draft\n";
    return 2;
  }
  if (result.errors.empty()) return 0;
  const std::string what = plural(result.errors.size(), "draft") + " could not be read";
  err << (command.keep_going ? "gainsay: " + what + " (--keep-going)\n"
                             : "gainsay: exit 2: " + what + "\n");
  return command.keep_going ? 0 : 2;
}

/// The exit status that the findings ask for, and why it is not 0.
int after_findings(const CheckCommand& command, const pipeline::CheckResult& result,
                   std::ostream& err) {
  std::uint64_t failing = 0;
  std::uint64_t warnings = 0;
  for (const auto& [severity, count] : result.severities) {
    if (command.fail_level && severity >= *command.fail_level) failing += count;
    if (severity == Severity::kWarning) warnings += count;
  }
  std::string why;
  const std::size_t useless = result.unused.size() + result.directives.size();
  if (command.unused == "error" && useless > 0) {
    why =
        fmt::format("{} without use (--unused-suppressions=error)", plural(useless, "suppression"));
  }
  if (failing > 0) {
    why = fmt::format("{} at or above --fail-level={}", plural(failing, "finding"),
                      name(*command.fail_level));
  } else if (command.most_warnings && warnings > *command.most_warnings) {
    why = fmt::format("{}, more than --max-warnings={}", plural(warnings, "warning"),
                      *command.most_warnings);
  }
  if (why.empty()) return 0;
  const int code = command.exit_zero ? 0 : 1;
  err << fmt::format("gainsay: exit {}: {}{}\n", code, why,
                     command.exit_zero ? " (--exit-zero)" : "");
  return code;
}

int run(const CheckCommand& command, Streams streams) {
  const pipeline::CheckResult result = pipeline::check(command.options, streams.in);
  print(result.errors, "warning", streams.err);
  const char* level = command.unused == "error" ? "error" : "warning";
  print(result.directives, level, streams.err);
  if (command.unused != "off") print(result.unused, level, streams.err);
  if (!result.fatal.empty()) return could_not(result.fatal, streams.err);
  for (std::size_t i = 0; i < result.outputs.size(); ++i) {
    if (command.silent && command.files[i] == "-") continue;
    if (!write(command.files[i], result.outputs[i], streams)) {
      streams.err << "gainsay: exit 2: the result could not be written\n";
      return 2;
    }
  }
  if (command.options.baseline.update) {
    streams.err << fmt::format("{}: {} added, {} removed\n", command.options.baseline.file,
                               result.baseline.added, result.baseline.removed);
  }
  if (command.stats) print_stats(result.seconds, result.pairs, streams.err);
  if (const int code = flushed(streams.out, 0, streams.err); code != 0) return code;
  const int reading = after_reading(command, result, streams.err);
  if (reading != 0 || result.drafts == 0) return reading;
  return after_findings(command, result, streams.err);
}

struct Flags {
  CheckCommand command;
  OutputFlags output;
  std::string jobs = "auto";
  std::string fail_level = "error";
  std::uint64_t most_warnings = 0;
};

}  // namespace

Registered add_check(CLI::App& app, Common& common) {
  auto flags = std::make_shared<Flags>();
  pipeline::CheckOptions& options = flags->command.options;
  CLI::App* check = app.add_subcommand("check", "Check drafts against a database of reports");
  check->footer(
      "\nExamples:\n"
      "  gainsay check --db news.db drafts/\n"
      "  gainsay check --db news.db drafts/harbour-post.txt --format sarif -o findings.sarif\n"
      "  gainsay check --db news.db - --stdin-filename draft.md --fail-level warning "
      "<drafts/evening-lantern.md\n"
      "\nExit status: 0 nothing at or above --fail-level; 1 findings at or above it, or too many\n"
      "warnings; 2 the job could not be done.\n");
  check->add_option("paths", options.drafts, "Drafts: files, folders, - for standard input")
      ->type_name("PATH");
  check->add_option("--db", options.database, "Database of reports; it is not changed")
      ->type_name("FILE");
  add_reading_options(*check, common, options.stdin_name, flags->jobs);
  add_output_options(*check, flags->output, options.output);
  check->add_flag("--cross-drafts", options.cross_drafts, "Also check drafts against each other");
  add_choice(*check, "fail_level", flags->fail_level,
             "Exit status 1 for findings of this severity: error, warning, note, never");
  CLI::Option* most = check
                          ->add_option("--max-warnings", flags->most_warnings,
                                       "Exit status 1 for more warnings than this")
                          ->type_name("N");
  check->add_flag("!--no-inline-suppressions", options.inline_suppressions,
                  "Do not heed comments such as <!-- gainsay-disable-next-line ID: reason -->");
  add_choice(*check, "unused_suppressions", flags->command.unused,
             "Comments that take nothing back: off, warn, error");
  check->add_flag("--require-reason", options.require_reason,
                  "Heed only comments that give a reason");
  check
      ->add_option("--baseline", options.baseline.file,
                   "File of known findings, which lose their severity")
      ->type_name("FILE");
  check->add_flag("--update-baseline", options.baseline.update,
                  "Write what is found into the baseline");
  check->add_flag("--new-only", options.baseline.new_only,
                  "Leave out what the baseline knows, in JSON and pages too");
  check->add_flag("--exit-zero", flags->command.exit_zero, "Exit status 0 whatever is found");
  check->add_flag("--keep-going", flags->command.keep_going,
                  "Exit status of the findings although a draft was unreadable");
  check->add_flag("--pass-on-no-files", flags->command.pass_on_no_files,
                  "Exit status 0 when there is no draft");
  check->add_flag("-q,--quiet", flags->output.quiet, "Print findings only");
  check->add_flag("--silent", flags->command.silent, "Print no findings to standard output");
  check->add_flag("--stats", flags->command.stats,
                  "Print the time of each stage and the pairs of claims by reason");

  return {check,
          [flags, most, &common]() -> Command {
            CheckCommand& command = flags->command;
            const std::string problem =
                finish(flags->output, common.environment, command.options.output, command.files);
            if (!problem.empty()) return refuse(problem);
            if (const pipeline::Configured* drafts = common.config.find("drafts");
                drafts != nullptr && command.options.drafts.empty()) {
              command.options.drafts = drafts->values;
            }
            if (command.options.database.empty()) command.options.database = common.database();
            const pipeline::BaselineUse& baseline = command.options.baseline;
            if ((baseline.update || baseline.new_only) && baseline.file.empty()) {
              return refuse(std::string(baseline.update ? "--update-baseline" : "--new-only") +
                            " requires --baseline\n");
            }
            if (command.options.drafts.empty() && !command.pass_on_no_files) {
              return refuse("name the drafts to check: files, folders, - for standard input\n");
            }
            Severity severity{};
            command.fail_level.reset();
            if (flags->fail_level != "never" && parse(flags->fail_level, severity)) {
              command.fail_level = severity;
            }
            if (most->count() > 0) command.most_warnings = flags->most_warnings;
            command.options.resources = common.resources();
            command.options.policy = common.config.policy;
            command.options.today = common.environment.today;
            command.options.jobs = jobs_of(flags->jobs, common.environment);
            return Job([command](Streams streams) { return run(command, streams); });
          },
          Registered::Config::kNeeded, &options.drafts};
}

}  // namespace gainsay::cli
