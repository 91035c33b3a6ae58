#include "pipeline/config.h"

#include <filesystem>
#include <map>
#include <system_error>

#include <fmt/core.h>

#include "registry.h"

namespace gainsay::cli {
namespace {

using pipeline::Setting;

struct Flags {
  std::vector<std::string> files;
  std::map<std::string_view, std::string> given;  ///< values on the command line, by key
};

std::string in_yaml(const Setting& setting, const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values)
    out += (out.empty() ? "" : ", ") + value;
  return setting.kind == Setting::Kind::kFiles ? "[" + out + "]" : out;
}

std::string line(const std::string& setting, const std::string& origin) {
  return fmt::format("{:<39} # {}\n", setting, origin);
}

template <class T, class Show>
std::string entries(std::string_view key, const std::vector<pipeline::Ruled<T>>& all, Show show) {
  if (all.empty()) return line(fmt::format("{}: {{}}", key), "default");
  std::string out = fmt::format("{}:\n", key);
  for (const pipeline::Ruled<T>& one : all) {
    std::string origin = one.where;
    for (const std::string& glob : one.files)
      origin += (glob == one.files.front() ? ", for " : " ") + glob;
    out += line(fmt::format("  \"{}\": {}", one.rule, show(one.value)), origin);
  }
  return out;
}

std::string shown(const Setting& setting, const Flags& flags, const Common& common) {
  const std::string key(setting.key);
  if (const auto given = flags.given.find(setting.key);
      given != flags.given.end() && !given->second.empty()) {
    return line(key + ": " + given->second, "command line");
  }
  if (key == "rules" && !common.rules.empty())
    return line(key + ": " + common.rules, "command line");
  if (key == "db" && !common.environment.database.empty()) {
    return line(key + ": " + common.environment.database, "environment (GAINSAY_DB)");
  }
  if (const pipeline::Configured* configured = common.config.find(key)) {
    return line(key + ": " + in_yaml(setting, configured->values), configured->where);
  }
  return line(key + ": " + std::string(setting.initial), "default");
}

std::string all_settings(const Flags& flags, const Common& common) {
  const std::string& file = common.config.file;
  std::string out = file.empty() ? "# no configuration\n" : "# " + file + "\n";
  pipeline::Policy policy = common.config.policy;
  if (!flags.files.empty()) policy = pipeline::policy_of(common.config, flags.files.front());
  for (const Setting& setting : pipeline::settings()) {
    switch (setting.kind) {
      case Setting::Kind::kLevels:
        out += entries(setting.key, policy.levels, [](Severity level) {
          return level == Severity::kNone ? "off" : name(level);
        });
        break;
      case Setting::Kind::kTolerances:
        out += entries(setting.key, policy.tolerances, [](double share) { return share; });
        break;
      case Setting::Kind::kOverrides:
        break;  // told with levels and tolerances
      default:
        out += shown(setting, flags, common);
    }
  }
  return out;
}

int write_template(Streams streams) {
  constexpr const char* kFile = ".gainsay.yml";
  std::error_code ignored;
  if (std::filesystem::exists(kFile, ignored)) {
    return could_not({{ErrorCode::kUsage, kFile, "is there already; edit it"}}, streams.err);
  }
  if (!write(kFile, pipeline::config_template(), streams)) {
    streams.err << "gainsay: exit 2: the result could not be written\n";
    return 2;
  }
  streams.err << kFile << ": made\n";
  return 0;
}

int print_path(const std::string& file, Streams streams) {
  if (file.empty()) {
    return could_not({{ErrorCode::kNotFound, ".gainsay.yml",
                       "there is no configuration; gainsay config init makes one"}},
                     streams.err);
  }
  streams.out << file << "\n";
  return flushed(streams.out, 0, streams.err);
}

/// The options that have a key of their name; --rules is one of every command.
void add_settings(CLI::App& print, Flags& flags) {
  for (const Setting& setting : pipeline::settings()) {
    const bool single =
        setting.kind == Setting::Kind::kFile || setting.kind == Setting::Kind::kNumber;
    if (setting.key == "rules" || (!single && setting.kind != Setting::Kind::kChoice)) continue;
    const std::string says(setting.says);
    std::string& value = flags.given[setting.key];
    if (single) {
      const char* type = setting.kind == Setting::Kind::kFile ? "FILE" : "N";
      print.add_option(option_name(setting.key), value, says)->type_name(type)->configurable(false);
    } else {
      add_choice(print, setting.key, value, says)->configurable(false);
    }
  }
}

}  // namespace

Registered add_config(CLI::App& app, Common& common) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command = app.add_subcommand("config", "Make and show the settings in .gainsay.yml");
  command->require_subcommand(1);
  CLI::App* init = command->add_subcommand("init", "Write a .gainsay.yml that tells every key");
  CLI::App* print =
      command->add_subcommand("print", "Print every setting in effect and where it comes from");
  CLI::App* path = command->add_subcommand("path", "Print where the configuration lies");
  for (CLI::App* below : {print, path}) {
    below->add_option("files", flags->files, "Drafts that the settings are for")->type_name("PATH");
  }
  add_settings(*print, *flags);
  CLI::App* schema = command->add_subcommand("schema", "Print the JSON Schema of configurations");
  command->footer(
      "\nA configuration is .gainsay.yml, gainsay.yml or .config/gainsay.yml in the folder of the\n"
      "drafts or the nearest above it, up to the root of the repository; for other commands, in "
      "the\n"
      "working directory or above. Its paths count from its folder. --config FILE or "
      "GAINSAY_CONFIG\n"
      "name another, --no-config takes none; GAINSAY_DB names the database.\n"
      "\nExamples:\n  gainsay config init\n  gainsay config print\n");
  init->footer("\nExamples:\n  gainsay config init\n");
  print->footer(
      "\nExamples:\n"
      "  gainsay config print drafts/evening-lantern.md\n"
      "  gainsay config print --fail-level warning\n");
  path->footer("\nExamples:\n  gainsay config path\n");
  schema->footer("\nExamples:\n  gainsay config schema >gainsay.schema.json\n");
  const auto make = [=, &common]() -> Command {
    if (init->parsed()) return Job(write_template);
    if (schema->parsed()) return Print{pipeline::config_schema(), 0};
    if (path->parsed()) {
      return Job(
          [file = common.config.file](Streams streams) { return print_path(file, streams); });
    }
    if (!common.config_problems.empty()) {
      return Job([problems = common.config_problems](Streams streams) {
        return could_not(problems, streams.err);
      });
    }
    return Print{all_settings(*flags, common), 0};
  };
  return {command, make, Registered::Config::kShown, &flags->files};
}

}  // namespace gainsay::cli
