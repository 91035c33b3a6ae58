#include <algorithm>
#include <iterator>

#include <string.h>

#include "registry.h"

namespace gainsay::cli {
namespace {

std::vector<CLI::App*> chosen(CLI::App& app) {
  std::vector<CLI::App*> out{&app};
  for (CLI::App* below : app.get_subcommands()) {
    std::ranges::copy(chosen(*below), std::back_inserter(out));
  }
  return out;
}

void read(Common& common, const std::vector<std::string>& files) {
  std::string file = common.config_file;
  if (file.empty()) file = common.environment.config;
  if (file.empty()) {
    Result<std::string> found = pipeline::find_config(files);
    if (!found) {
      common.config_problems.push_back(std::move(found).error());
      return;
    }
    file = *found;
  }
  if (file.empty()) return;
  pipeline::ConfigResult result = pipeline::read_config(file);
  common.config = std::move(result.config);
  common.config_problems = std::move(result.errors);
}

/// For an option that takes no value "false" leaves it out.
void give(CLI::Option& option, const std::vector<std::string>& values) {
  if (!option.get_configurable() || option.count() > 0) return;
  if (option.get_items_expected_max() == 0 && values.front() == "false") return;
  for (const std::string& value : values)
    option.add_result(value);
  option.run_callback();
}

}  // namespace

void add_config_options(CLI::App& app, Common& common) {
  app.add_option("-c,--config", common.config_file, "Configuration, instead of .gainsay.yml")
      ->type_name("FILE");
  app.add_flag("--no-config", common.no_config, "Heed no configuration");
}

void configure(CLI::App& app, const Registered& command, Common& common) {
  if (command.config == Registered::Config::kUnasked || common.no_config) return;
  read(common, command.files == nullptr ? std::vector<std::string>() : *command.files);
  if (common.config_problems.empty()) {
    for (CLI::App* one : chosen(app)) {
      for (const pipeline::Configured& configured : common.config.values) {
        CLI::Option* option = one->get_option_no_throw(option_name(configured.key));
        if (option != nullptr && configured.key != "db") give(*option, configured.values);
      }
    }
  }
  const bool names =
      !common.config_problems.empty() || command.config == Registered::Config::kShown;
  if (!names) return;  // else the command that judges looks them up
  std::ranges::copy(pipeline::check_names(common.config, common.resources()),
                    std::back_inserter(common.config_problems));
  std::ranges::stable_sort(common.config_problems, [](const Error& x, const Error& y) {
    return strverscmp(x.where.c_str(), y.where.c_str()) < 0;  // lines and columns by number
  });
}

std::string Common::database() const {
  if (!environment.database.empty()) return environment.database;
  const pipeline::Configured* configured = config.find("db");
  return configured == nullptr ? "" : configured->values.front();
}

std::string option_name(std::string_view key) {
  std::string out = "--" + std::string(key);
  std::ranges::replace(out, '_', '-');
  return out;
}

CLI::Option* add_choice(CLI::App& app, std::string_view key, std::string& value,
                        const std::string& says) {
  const auto choices = pipeline::setting(key).choices;
  return app.add_option(option_name(key), value, says)
      ->check(CLI::IsMember(std::vector<std::string>(choices.begin(), choices.end())))
      ->type_name("LEVEL");
}

}  // namespace gainsay::cli
