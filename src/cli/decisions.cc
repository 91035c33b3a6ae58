#include "pipeline/decisions.h"

#include <fmt/core.h>

#include "registry.h"

namespace gainsay::cli {
namespace {

struct Flags {
  std::string database;
  std::string file = "-";
  bool theirs = false;
};

int import_from(const Flags& flags, Streams streams) {
  const Result<pipeline::ImportResult> result =
      pipeline::import_decisions(flags.database, flags.file, flags.theirs);
  if (!result) return could_not({result.error()}, streams.err);
  for (const Decision& decision : result->conflicts) {
    streams.err << fmt::format("conflict: {}: {} in {}, decided otherwise in {}\n",
                               to_hex(decision.finding.value()), name(decision.ruling), flags.file,
                               flags.database);
  }
  streams.err << fmt::format("{}: {} added, {} as before, {} differ\n", flags.database,
                             result->added, result->same, result->conflicts.size());
  if (result->conflicts.empty()) return 0;
  streams.err << "gainsay: exit 1: those of the database stand; --theirs takes those of the file\n";
  return 1;
}

int export_to(const Flags& flags, Streams streams) {
  const Result<std::string> text = pipeline::export_decisions(flags.database);
  if (!text) return could_not({text.error()}, streams.err);
  if (!write(flags.file, *text, streams)) {
    streams.err << "gainsay: exit 2: the result could not be written\n";
    return 2;
  }
  return flushed(streams.out, 0, streams.err);
}

}  // namespace

Registered add_decisions(CLI::App& app, Common& common) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command = app.add_subcommand("decisions", "Move the decisions of reviewers");
  command->footer(
      "\nExamples:\n"
      "  gainsay decisions export --db news.db -o gainsay-decisions.json\n"
      "  gainsay decisions import --db news.db gainsay-decisions.json\n");
  command->require_subcommand(1);
  CLI::App* in = command->add_subcommand("import", "Put a decisions file into a database");
  in->add_option("file", flags->file, "File that the review page exported")
      ->type_name("FILE")
      ->required();
  in->add_flag("--theirs", flags->theirs, "Where two decisions differ, take that of the file");
  CLI::App* out = command->add_subcommand("export", "Write the decisions of a database");
  out->add_option("-o,--output", flags->file, "File to write instead of standard output")
      ->type_name("FILE");
  for (CLI::App* below : {in, out})
    below->add_option("--db", flags->database, "Database")->type_name("FILE");
  return {command, [flags, in, &common]() -> Command {
            if (flags->database.empty()) flags->database = common.database();
            if (flags->database.empty()) return refuse("--db is required\n");
            const bool importing = in->parsed();
            return Job([flags, importing](Streams streams) {
              return importing ? import_from(*flags, streams) : export_to(*flags, streams);
            });
          }};
}

}  // namespace gainsay::cli
