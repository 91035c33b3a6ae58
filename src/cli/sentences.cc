#include "pipeline/sentences.h"

#include <fmt/core.h>

#include "pipeline/eval.h"
#include "registry.h"

namespace gainsay::cli {
namespace {

int finished(const pipeline::LinesResult& result, const char* what, Streams streams) {
  print(result.errors, "warning", streams.err);
  if (!result.fatal.empty()) return could_not(result.fatal, streams.err);
  if (const int code = flushed(streams.out, 0, streams.err); code != 0) return code;
  if (result.errors.empty()) return 0;
  streams.err << fmt::format("gainsay: exit 2: {} could not be read\n",
                             plural(result.errors.size(), what));
  return 2;
}

std::string percent(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return "-";
  return fmt::format("{:.3f}", static_cast<double>(part) / static_cast<double>(whole));
}

int run_eval(const pipeline::EvalResult& result, bool misses, Streams streams) {
  print(result.errors, "warning", streams.err);
  if (!result.fatal.empty()) return could_not(result.fatal, streams.err);
  const auto row = [&](const char* name, std::uint64_t part, std::uint64_t whole) {
    streams.out << fmt::format("{:<18}{:>6} of {:<6} {}\n", name, part, whole,
                               percent(part, whole));
  };
  row("intended findings", result.intended_found, result.intended);
  row("traps that fire", result.traps_fired, result.traps);
  row("claims", result.claims_found, result.claims);
  row("exact values", result.values_right, result.values);
  if (misses) {
    for (const std::string& miss : result.misses)
      streams.out << miss << "\n";
  }
  if (const int code = flushed(streams.out, 0, streams.err); code != 0) return code;
  if (result.errors.empty()) return 0;
  streams.err << fmt::format("gainsay: exit 2: {} in the gold folder\n",
                             plural(result.errors.size(), "problem"));
  return 2;
}

}  // namespace

Registered add_tag(CLI::App& app, Common& common) {
  auto options = std::make_shared<pipeline::TagOptions>();
  CLI::App* tag = app.add_subcommand("tag", "Print every quantity of every line");
  tag->footer(
      "\nExamples:\n"
      "  gainsay tag reports/harbour-post.txt\n"
      "  echo 'Between 20 and 30 firms lost $1.5 million.' | gainsay tag --jsonl\n");
  tag->add_option("files", options->files, "Files, - for standard input, which is the default")
      ->type_name("FILE");
  tag->add_flag("--jsonl", options->json_lines,
                "Print JSON lines; input lines may be {\"id\", \"text\"}");
  return {tag, [options, &common]() -> Command {
            options->resources = common.resources();
            return Job([options](Streams streams) {
              return finished(pipeline::tag(*options, streams.in, streams.out), "line", streams);
            });
          }};
}

Registered add_claims(CLI::App& app, Common& common) {
  struct Flags {
    pipeline::ClaimsOptions options;
    std::string format = "text";
  };
  auto flags = std::make_shared<Flags>();
  CLI::App* claims = app.add_subcommand("claims", "Print the claims of reports");
  claims->footer("\nExamples:\n  gainsay claims reports/\n");
  claims->add_option("paths", flags->options.paths, "Reports: files, folders, - for standard input")
      ->type_name("PATH")
      ->required();
  claims
      ->add_option("--stdin-filename", flags->options.stdin_name, "Name and type of standard input")
      ->type_name("NAME");
  add_text_or_json(*claims, flags->format);
  return {claims, [flags, &common]() -> Command {
            flags->options.resources = common.resources();
            flags->options.json = flags->format == "json";
            return Job([flags](Streams streams) {
              return finished(pipeline::claims(flags->options, streams.in, streams.out), "report",
                              streams);
            });
          }};
}

Registered add_explain(CLI::App& app, Common& common) {
  struct Flags {
    std::string rule, text;
  };
  auto flags = std::make_shared<Flags>();
  CLI::App* explain =
      app.add_subcommand("explain", "Say what a rule or verdict means, or how a text is read");
  explain->footer(
      "\nExamples:\n"
      "  gainsay explain casualties.killed\n"
      "  gainsay explain numeric-conflict\n"
      "  gainsay explain --text 'At least 12 people were killed.'\n");
  explain->add_option("rule", flags->rule, "A claim rule or a verdict")->type_name("RULE");
  explain->add_option("--text", flags->text, "A text to read step by step")->type_name("TEXT");
  return {explain, [flags, &common]() -> Command {
            if (flags->rule.empty() == flags->text.empty()) {
              return refuse("name a rule, or give a text with --text\n");
            }
            const pipeline::Resources resources = common.resources();
            return Job([flags, resources](Streams streams) {
              if (!flags->text.empty()) {
                const auto errors = pipeline::explain_text(resources, flags->text, streams.out);
                return errors.empty() ? flushed(streams.out, 0, streams.err)
                                      : could_not(errors, streams.err);
              }
              pipeline::ExplainResult result =
                  pipeline::explain_rule(resources, flags->rule, streams.out);
              const std::string meant = nearest(flags->rule, result.known);
              if (!meant.empty()) result.errors.front().message += "; did you mean " + meant + "?";
              return result.errors.empty() ? flushed(streams.out, 0, streams.err)
                                           : could_not(result.errors, streams.err);
            });
          }};
}

Registered add_compare(CLI::App& app, Common& common) {
  struct Flags {
    std::vector<std::string> texts;
    bool json_lines = false;
    std::string format = "text";
  };
  auto flags = std::make_shared<Flags>();
  CLI::App* compare = app.add_subcommand("compare", "Judge two texts on one event");
  compare->footer(
      "\nExamples:\n"
      "  gainsay compare 'The fire killed 12 people.' 'The fire killed 17 people.'\n"
      "  echo '{\"a\": \"12 died.\", \"b\": {\"text\": \"17 died.\", \"published\": "
      "\"2031-06-12\"}}' | "
      "gainsay compare --jsonl\n");
  compare->add_option("texts", flags->texts, "Two texts")->type_name("TEXT")->expected(0, 2);
  compare->add_flag(
      "--jsonl", flags->json_lines,
      "Read {\"id\", \"a\", \"b\"} lines from standard input, answer each with a line");
  add_text_or_json(*compare, flags->format);
  return {compare, [flags, &common]() -> Command {
            if (flags->json_lines != flags->texts.empty() ||
                (!flags->json_lines && flags->texts.size() != 2)) {
              return refuse("give two texts, or --jsonl for lines on standard input\n");
            }
            const pipeline::Resources resources = common.resources();
            return Job([flags, resources](Streams streams) {
              if (flags->json_lines) {
                return finished(pipeline::compare_lines(resources, streams.in, streams.out), "line",
                                streams);
              }
              return finished(
                  pipeline::compare(resources, {flags->texts[0], {}, {}}, {flags->texts[1], {}, {}},
                                    flags->format == "json", streams.out),
                  "text", streams);
            });
          }};
}

Registered add_eval(CLI::App& app, Common& common) {
  struct Flags {
    std::string folder, jobs = "auto";
    bool misses = false;
  };
  auto flags = std::make_shared<Flags>();
  CLI::App* eval = app.add_subcommand("eval", "Score claims and findings against a gold folder");
  eval->add_option("folder", flags->folder,
                   "Folder with reports/ and gold/, as corpus/README.md says")
      ->type_name("FOLDER")
      ->required();
  eval->add_flag("--misses", flags->misses, "List what does not hold");
  add_jobs(*eval, flags->jobs);
  return {eval, [flags, &common]() -> Command {
            const pipeline::Resources resources = common.resources();
            const unsigned jobs = jobs_of(flags->jobs, common.environment);
            return Job([flags, resources, jobs](Streams streams) {
              return run_eval(pipeline::evaluate(resources, flags->folder, jobs), flags->misses,
                              streams);
            });
          }};
}

}  // namespace gainsay::cli
