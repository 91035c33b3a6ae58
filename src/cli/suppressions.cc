#include "pipeline/suppressions.h"

#include "pipeline/check.h"
#include "registry.h"

namespace gainsay::cli {
namespace {

struct Flags {
  pipeline::CheckOptions options;
  std::string jobs = "auto";
  bool unused = false;
};

/// 0, or 2 with the reason said, where drafts could not be read.
int after_reading(std::uint64_t drafts, const std::vector<Error>& errors, std::ostream& err) {
  print(errors, "warning", err);
  if (drafts > 0 && errors.empty()) return 0;
  err << (drafts == 0
              ? "gainsay: exit 2: there is no readable draft\n"
              : "gainsay: exit 2: " + plural(errors.size(), "draft") + " could not be read\n");
  return 2;
}

int list(const Flags& flags, Streams streams) {
  const pipeline::SuppressionsResult result =
      pipeline::list_suppressions(flags.options.drafts, flags.options.stdin_name, streams.in);
  for (const std::string& line : result.lines)
    streams.out << line << "\n";
  print(result.problems, "warning", streams.err);
  return flushed(streams.out, after_reading(result.drafts, result.errors, streams.err),
                 streams.err);
}

int list_unused(const Flags& flags, Streams streams) {
  const pipeline::CheckResult result = pipeline::check(flags.options, streams.in);
  if (!result.fatal.empty()) return could_not(result.fatal, streams.err);
  for (const Error& unused : result.unused)
    streams.out << unused.where << ": " << unused.message << "\n";
  print(result.directives, "warning", streams.err);
  return flushed(streams.out, after_reading(result.drafts, result.errors, streams.err),
                 streams.err);
}

}  // namespace

Registered add_suppressions(CLI::App& app, Common& common) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command =
      app.add_subcommand("suppressions", "List the comments in drafts that take findings back");
  command->footer(
      "\nExamples:\n"
      "  gainsay suppressions drafts/\n"
      "  gainsay suppressions --unused --db news.db drafts/\n");
  command
      ->add_option("paths", flags->options.drafts, "Drafts: files, folders, - for standard input")
      ->type_name("PATH")
      ->required();
  command->add_option("--db", flags->options.database, "Database of reports, for --unused")
      ->type_name("FILE");
  command->add_flag("--unused", flags->unused, "Those alone that take nothing back");
  add_reading_options(*command, common, flags->options.stdin_name, flags->jobs);
  return {command,
          [flags, &common]() -> Command {
            if (flags->options.database.empty()) flags->options.database = common.database();
            if (flags->unused && flags->options.database.empty()) {
              return refuse("--unused requires --db\n");
            }
            flags->options.policy = common.config.policy;
            flags->options.resources = common.resources();
            flags->options.today = common.environment.today;
            flags->options.jobs = jobs_of(flags->jobs, common.environment);
            flags->options.output.formats.clear();
            return Job([flags](Streams streams) {
              return flags->unused ? list_unused(*flags, streams) : list(*flags, streams);
            });
          },
          Registered::Config::kNeeded, &flags->options.drafts};
}

Registered add_strip_comments(CLI::App& app, Common&) {
  struct Names {
    std::string draft;
    std::string output = "-";
    std::string stdin_name = "<stdin>";
  };
  auto names = std::make_shared<Names>();
  CLI::App* command =
      app.add_subcommand("strip-comments", "Print a draft without the comments meant for Gainsay");
  command->footer(
      "\nExamples:\n  gainsay strip-comments drafts/evening-lantern.md -o published.md\n");
  command->add_option("draft", names->draft, "A file, or - for standard input")
      ->type_name("PATH")
      ->required();
  command->add_option("-o,--output", names->output, "File to write instead of standard output")
      ->type_name("FILE");
  command->add_option("--stdin-filename", names->stdin_name, "Name and type of standard input")
      ->type_name("NAME");
  return {command, [names]() -> Command {
            return Job([names](Streams streams) {
              const Result<std::string> text =
                  pipeline::strip_comments(names->draft, names->stdin_name, streams.in);
              if (!text) return could_not({text.error()}, streams.err);
              if (!write(names->output, *text, streams)) {
                streams.err << "gainsay: exit 2: the result could not be written\n";
                return 2;
              }
              return flushed(streams.out, 0, streams.err);
            });
          }};
}

}  // namespace gainsay::cli
