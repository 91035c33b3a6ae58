#include <algorithm>

#include "registry.h"
#include "types/finding.h"

namespace gainsay::cli {
namespace {

bool colour(const std::string& choice, const Environment& environment, bool to_terminal) {
  if (choice == "always") return true;
  if (choice == "never" || environment.no_color) return false;
  if (environment.force_color) return true;
  return to_terminal && !environment.dumb_terminal;
}

std::string format_list() {
  std::string out;
  for (const std::string_view name : pipeline::kFormatNames) {
    if (!out.empty()) out += name == pipeline::kFormatNames.back() ? " or " : ", ";
    out += name;
  }
  return out;
}

}  // namespace

pipeline::Resources Common::resources() const {
  return {rules.empty() ? environment.data + "/rules" : rules,
          model.empty() ? environment.data + "/model/default.bin" : model,
          environment.data + "/review.html"};
}

void add_output_options(CLI::App& app, OutputFlags& flags, pipeline::OutputOptions& options) {
  app.add_option("-f,--format", flags.format, format_list())
      ->check([](const std::string& text) {
        pipeline::Format ignored{};
        return pipeline::parse(text, ignored) ? std::string{} : "write " + format_list();
      })
      ->type_name("FORMAT");
  app.add_option("-o,--output", flags.output, "File to write instead of standard output")
      ->type_name("FILE");
  app.add_option("--report", flags.reports, "One more output, as FORMAT=FILE; repeatable")
      ->type_name("FORMAT=FILE")
      ->expected(1)
      ->take_all();
  app.add_option("--color", flags.colour, "auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("WHEN");
  app.add_option("--width", options.width, "Columns of a quoted line")
      ->check(CLI::Range(40, 1000))
      ->type_name("N");
  app.add_option("--decisions", options.decisions,
                 "Decisions of reviewers to follow: a file that the review page exported")
      ->type_name("FILE");
  add_choice(app, "min_level", flags.minimum, "Findings to list: error, warning, note, none");
}

std::string finish(const OutputFlags& flags, const Environment& environment,
                   pipeline::OutputOptions& options, std::vector<std::string>& files) {
  pipeline::Format format{};
  (void)pipeline::parse(flags.format, format);
  options.formats.clear();
  files.clear();
  if (flags.reports.empty() || flags.output != "-" || flags.format != "text") {
    options.formats.push_back(format);
    files.push_back(flags.output);
  }
  for (const std::string& report : flags.reports) {
    const std::size_t equals = report.find('=');
    if (equals == std::string::npos || equals + 1 == report.size() ||
        !pipeline::parse(report.substr(0, equals), format)) {
      return "--report " + report + ": write FORMAT=FILE, with " + format_list() + " as FORMAT\n";
    }
    options.formats.push_back(format);
    files.push_back(report.substr(equals + 1));
  }
  options.colour =
      colour(flags.colour, environment, environment.output_is_terminal && flags.output == "-");
  options.summary = !flags.quiet;
  options.made = environment.made;
  Severity severity{};
  if (parse(flags.minimum, severity)) options.minimum = severity;
  return {};
}

void add_reading_options(CLI::App& app, Common& common, std::string& stdin_name,
                         std::string& jobs) {
  app.add_option("--stdin-filename", stdin_name, "Name and type of standard input")
      ->type_name("NAME");
  app.add_option("--model", common.model, "Embedding model (fastText)")->type_name("FILE");
  add_jobs(app, jobs);
}

void add_database(CLI::App& app, std::string& database) {
  app.add_option("--db", database, "Database to read, and to add PATHs to")->type_name("FILE");
}

std::string finish(const Common& common, pipeline::IngestOptions& input) {
  if (input.paths.empty() && input.database.empty()) input.database = common.database();
  if (input.paths.empty() && input.database.empty()) {
    return "name the reports to read (files, folders, - for standard input) or a database with "
           "--db\n";
  }
  if (input.database.empty()) input.database = ":memory:";
  return {};
}

void add_text_or_json(CLI::App& app, std::string& format) {
  app.add_option("-f,--format", format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("FORMAT");
}

void add_jobs(CLI::App& app, std::string& jobs) {
  app.add_option("-j,--jobs", jobs, "Threads: a number, or auto")
      ->type_name("N")
      ->check([](const std::string& text) {
        const bool number = !text.empty() && text.size() < 4 && text != "0" &&
                            text.find_first_not_of("0123456789") == std::string::npos;
        return text == "auto" || number ? std::string{} : "write a number from 1 to 999, or auto";
      });
}

unsigned jobs_of(const std::string& text, const Environment& environment) {
  if (text == "auto") return std::max(1U, environment.processors);
  return static_cast<unsigned>(std::stoul(text));
}

Print refuse(const std::string& problem) {
  return {"gainsay: " + problem + "gainsay: exit 2: wrong use; see gainsay --help\n", 2};
}

}  // namespace gainsay::cli
