#include "commands.h"

#include <variant>

#include <fmt/core.h>

#include "pipeline/rules.h"

namespace gainsay::cli {
namespace {

/// The exit status that unreadable reports ask for.
int after_reading(const pipeline::IngestSummary& summary, bool keep_going, std::ostream& err) {
  if (summary.errors.empty()) return 0;
  const std::string what = plural(summary.errors.size(), "report") + " could not be read";
  if (keep_going && summary.added + summary.replaced + summary.unchanged > 0) {
    err << "gainsay: " << what << " (--keep-going)\n";
    return 0;
  }
  err << "gainsay: exit 2: " << what << "\n";
  return 2;
}

int run(const Print& command, Streams streams) {
  (command.exit_code == 0 ? streams.out : streams.err) << command.text;
  return flushed(streams.out, command.exit_code, streams.err);
}

int run(const IngestCommand& command, Streams streams) {
  const pipeline::IngestResult result = pipeline::ingest(command.options, streams.in);
  print(result.summary.errors, "warning", streams.err);
  if (!result.fatal.empty()) return could_not(result.fatal, streams.err);
  if (!command.quiet) {
    streams.err << fmt::format("{}: {} added, {} replaced, {} unchanged\n",
                               command.options.database, result.summary.added,
                               result.summary.replaced, result.summary.unchanged);
  }
  return after_reading(result.summary, command.keep_going, streams.err);
}

int exit_for(const pipeline::ReportResult& result, const ReportCommand& command,
             std::ostream& err) {
  if (result.documents == 0) {
    err << "gainsay: exit 2: there is no readable report\n";
    return 2;
  }
  const int reading = after_reading(result.ingested, command.keep_going, err);
  if (reading != 0) return reading;
  if (!command.fail_level) return 0;
  std::uint64_t failing = 0;
  for (const auto& [severity, count] : result.severities) {
    if (severity >= *command.fail_level) failing += count;
  }
  if (failing == 0) return 0;
  err << fmt::format("gainsay: exit 1: {} at or above --fail-level={}\n",
                     plural(failing, "finding"), name(*command.fail_level));
  return 1;
}

int run(const ReportCommand& command, Streams streams) {
  const pipeline::ReportResult result = pipeline::report(command.options, streams.in);
  print(result.ingested.errors, "warning", streams.err);
  if (!result.fatal.empty()) return could_not(result.fatal, streams.err);
  for (std::size_t i = 0; i < result.outputs.size(); ++i) {
    if (!write(command.files[i], result.outputs[i], streams)) {
      streams.err << "gainsay: exit 2: the result could not be written\n";
      return 2;
    }
  }
  if (command.stats) print_stats(result.seconds, result.pairs, streams.err);
  if (const int code = flushed(streams.out, 0, streams.err); code != 0) return code;
  return exit_for(result, command, streams.err);
}

int run(const RulesListCommand& command, Streams streams) {
  const pipeline::RulesResult result = pipeline::list_rules(command.resources.rules);
  if (!result.errors.empty()) return could_not(result.errors, streams.err);
  for (const pipeline::RuleInfo& rule : result.rules) {
    streams.out << fmt::format("{:<28} {:<10} {}\n", rule.id, rule.kind, rule.says);
  }
  return flushed(streams.out, 0, streams.err);
}

int run(const RulesTestCommand& command, Streams streams) {
  const pipeline::RulesTestResult result = pipeline::test_rules(command.resources.rules);
  if (!result.errors.empty()) return could_not(result.errors, streams.err);
  print(result.failures, "failed", streams.err);
  streams.out << fmt::format("{} passed, {} failed, {}\n", result.passed, result.failures.size(),
                             plural(result.known_gaps, "known gap"));
  if (const int code = flushed(streams.out, 0, streams.err); code != 0) return code;
  if (result.failures.empty()) return 0;
  streams.err << fmt::format("gainsay: exit 1: {} failed\n",
                             plural(result.failures.size(), "example"));
  return 1;
}

int run(const Job& job, Streams streams) {
  return job(streams);
}

}  // namespace

int run(const std::vector<std::string>& arguments, const Environment& environment, std::istream& in,
        std::ostream& out, std::ostream& err) {
  return std::visit(
      [&](const auto& command) {
        return run(command, Streams{in, out, err});
      },
      parse(arguments, environment));
}

}  // namespace gainsay::cli
