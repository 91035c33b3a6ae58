#include "pipeline/review.h"

#include <filesystem>
#include <system_error>

#include <fmt/core.h>

#include "registry.h"

namespace gainsay::cli {
namespace {

struct Flags {
  pipeline::ReportOptions options;
  std::string jobs = "auto";
  std::string file;  ///< or the folder of pages that are split
  std::string split;
  bool serve = false;
  std::uint16_t port = 0;
};

constexpr std::size_t kHeavy = 10'000'000;

int finish(const pipeline::ReportResult& result, std::ostream& err) {
  if (result.documents == 0) {
    err << "gainsay: exit 2: there is no readable report\n";
    return 2;
  }
  if (result.ingested.errors.empty()) return 0;
  err << fmt::format("gainsay: exit 2: {} could not be read\n",
                     plural(result.ingested.errors.size(), "report"));
  return 2;
}

int write_page(const Flags& flags, Streams streams) {
  const pipeline::ReportResult result = pipeline::report(flags.options, streams.in);
  print(result.ingested.errors, "warning", streams.err);
  if (!result.fatal.empty()) return could_not(result.fatal, streams.err);
  const bool split = !flags.split.empty();
  if (split) {
    std::error_code ignored;  // a folder that is missing is told by the first write
    std::filesystem::create_directories(flags.file, ignored);
  }
  for (std::size_t i = 0; i < result.outputs.size(); ++i) {
    const std::string& page = result.outputs[i];
    const std::string file =
        split ? (std::filesystem::path(flags.file) / result.names[i]).string() : flags.file;
    if (!write(file, page, streams)) {
      streams.err << "gainsay: exit 2: the result could not be written\n";
      return 2;
    }
    if (page.size() <= kHeavy) continue;
    streams.err << fmt::format(
        "warning: {}: {} MB are slow to open; --max-findings leaves out the least grave{}\n", file,
        page.size() / 1'000'000, split ? "" : ", --split-by story makes a page for each story");
  }
  if (const int code = flushed(streams.out, 0, streams.err); code != 0) return code;
  return finish(result, streams.err);
}

int serve(const Flags& flags, Streams streams) {
  const pipeline::ReportResult result = pipeline::serve_review(
      flags.options, flags.port, streams.in, [&streams](const std::string& address) {
        streams.err << "gainsay: the review is at " << address << " (Ctrl-C ends it)\n"
                    << std::flush;
      });
  print(result.ingested.errors, "warning", streams.err);
  if (!result.fatal.empty()) return could_not(result.fatal, streams.err);
  return finish(result, streams.err);
}

}  // namespace

Registered add_review(CLI::App& app, Common& common) {
  auto flags = std::make_shared<Flags>();
  pipeline::IngestOptions& input = flags->options.input;
  CLI::App* command = app.add_subcommand("review", "Work through the findings in a browser");
  command->footer(
      "\nExamples:\n"
      "  gainsay review --db news.db -o review.html\n"
      "  gainsay review reports/ -o review.html\n"
      "  gainsay review reports/ --split-by story -o review\n"
      "\nWith --serve the page comes from this computer, to this computer alone, and decisions go\n"
      "straight into the database.\n");
  command->add_option("paths", input.paths, "Reports: files, folders, - for standard input")
      ->type_name("PATH");
  add_database(*command, input.database);
  add_reading_options(*command, common, input.stdin_name, flags->jobs);
  command
      ->add_option("-o,--output", flags->file,
                   "Page to write (default: review.html); folder of the pages with --split-by")
      ->type_name("FILE");
  command
      ->add_option("--split-by", flags->split,
                   "story: a page for each story with findings, and an index of them")
      ->check(CLI::IsMember({"story"}))
      ->type_name("WHAT");
  command
      ->add_option("--decisions", flags->options.output.decisions,
                   "Decisions of reviewers to show: a file that the page exported")
      ->type_name("FILE");
  command
      ->add_option("--max-findings", flags->options.output.max_findings,
                   "Findings on the page, the gravest first")
      ->check(CLI::Range(1, 1'000'000))
      ->type_name("N");
  command->add_flag("--serve", flags->serve, "Serve the page on 127.0.0.1 until Ctrl-C");
  command->add_option("--port", flags->port, "Port to serve on (default: a free one)")
      ->type_name("N");
  return {command, [flags, &common]() -> Command {
            pipeline::IngestOptions& read = flags->options.input;
            if (flags->serve && read.database.empty()) {
              return refuse("--serve saves into a database: name it with --db\n");
            }
            if (flags->serve && !flags->split.empty()) {
              return refuse("--serve shows one page: leave --split-by out\n");
            }
            const std::string nothing = finish(common, read);
            if (!nothing.empty()) return refuse(nothing);
            read.resources = common.resources();
            flags->options.policy = common.config.policy;
            read.jobs = jobs_of(flags->jobs, common.environment);
            flags->options.output.formats = {pipeline::Format::kHtml};
            flags->options.output.split_by_story = !flags->split.empty();
            if (flags->file.empty()) flags->file = flags->split.empty() ? "review.html" : "review";
            flags->options.output.made = common.environment.made;
            return Job([flags](Streams streams) {
              return flags->serve ? serve(*flags, streams) : write_page(*flags, streams);
            });
          }};
}

}  // namespace gainsay::cli
