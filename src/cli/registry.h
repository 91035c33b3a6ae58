#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "options.h"
#include "pipeline/config.h"
#include "pipeline/ingest.h"
#include "pipeline/output.h"

namespace gainsay::cli {

/// Options that all commands share, filled while the command line is read.
struct Common {
  const Environment& environment;
  std::string rules;
  std::string model;
  std::string config_file;
  bool no_config = false;
  pipeline::Config config;             ///< in effect
  std::vector<Error> config_problems;  ///< what is wrong with it
  [[nodiscard]] pipeline::Resources resources() const;
  /// That of the environment or of the configuration; "" where neither names one.
  [[nodiscard]] std::string database() const;
};

/// A command of the option tree; `make` is called when it was chosen and its options are read.
/// Gives the command to run, or a message about wrong use.
struct Registered {
  enum class Config : std::uint8_t {
    kNeeded,   ///< one that is wrong stops the command
    kShown,    ///< the command says itself what is wrong
    kUnasked,  ///< none is looked for
  };
  CLI::App* app;
  std::function<Command()> make;
  Config config = Config::kNeeded;
  /// Files that the configuration is looked for from; null: the working directory.
  const std::vector<std::string>* files = nullptr;
};

/// One function a command. `common` outlives the option tree.
[[nodiscard]] Registered add_report(CLI::App& app, Common& common);
[[nodiscard]] Registered add_timeline(CLI::App& app, Common& common);
[[nodiscard]] Registered add_show(CLI::App& app, Common& common);
[[nodiscard]] Registered add_diff(CLI::App& app, Common& common);
[[nodiscard]] Registered add_doctor(CLI::App& app, Common& common);
[[nodiscard]] Registered add_man(CLI::App& app, Common& common);
[[nodiscard]] Registered add_ingest(CLI::App& app, Common& common);
[[nodiscard]] Registered add_rules(CLI::App& app, Common& common);
[[nodiscard]] Registered add_model(CLI::App& app, Common& common);
[[nodiscard]] Registered add_tag(CLI::App& app, Common& common);
[[nodiscard]] Registered add_claims(CLI::App& app, Common& common);
[[nodiscard]] Registered add_explain(CLI::App& app, Common& common);
[[nodiscard]] Registered add_compare(CLI::App& app, Common& common);
[[nodiscard]] Registered add_eval(CLI::App& app, Common& common);
[[nodiscard]] Registered add_check(CLI::App& app, Common& common);
[[nodiscard]] Registered add_review(CLI::App& app, Common& common);
[[nodiscard]] Registered add_decisions(CLI::App& app, Common& common);
[[nodiscard]] Registered add_suppressions(CLI::App& app, Common& common);
[[nodiscard]] Registered add_strip_comments(CLI::App& app, Common& common);
[[nodiscard]] Registered add_completions(CLI::App& app, Common& common);
[[nodiscard]] Registered add_config(CLI::App& app, Common& common);

/// "--config" and "--no-config".
void add_config_options(CLI::App& app, Common& common);
/// Finds and reads the configuration of a command that was chosen; its values go to the options of
/// the same name that the command line does not give.
void configure(CLI::App& app, const Registered& command, Common& common);
/// An option with the choices of a key of the configuration.
CLI::Option* add_choice(CLI::App& app, std::string_view key, std::string& value,
                        const std::string& says);
/// "--fail-level" of the key.
[[nodiscard]] std::string option_name(std::string_view key);

/// "--format", "--output", "--report", "--color", "--width", "--min-level".
struct OutputFlags {
  std::string format = "text";
  std::string output = "-";
  std::string colour = "auto";
  std::string minimum = "note";
  std::vector<std::string> reports;
  bool quiet = false;
};
void add_output_options(CLI::App& app, OutputFlags& flags, pipeline::OutputOptions& options);
/// Fills formats and files; a message when a choice makes no sense.
[[nodiscard]] std::string finish(const OutputFlags& flags, const Environment& environment,
                                 pipeline::OutputOptions& options, std::vector<std::string>& files);

/// "-j,--jobs" and "--stdin-filename", "--model".
void add_reading_options(CLI::App& app, Common& common, std::string& stdin_name, std::string& jobs);
/// "--db" of a command that reads reports and shows what they say together.
void add_database(CLI::App& app, std::string& database);
/// Without paths the database of the configuration is read, with paths and no "--db" they are read
/// into memory; a message when there is nothing to read.
[[nodiscard]] std::string finish(const Common& common, pipeline::IngestOptions& input);
/// "-f,--format" with text and json.
void add_text_or_json(CLI::App& app, std::string& format);
/// A number from 1 to 999, or auto.
void add_jobs(CLI::App& app, std::string& jobs);
[[nodiscard]] unsigned jobs_of(const std::string& text, const Environment& environment);

/// For wrong use.
[[nodiscard]] Print refuse(const std::string& problem);

}  // namespace gainsay::cli
