#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/policy.h"
#include "pipeline/resources.h"
#include "types/result.h"

namespace gainsay::pipeline {

/// A key of .gainsay.yml. The table of them is what is read, printed and described in the schema;
/// where an option has the same name (with dashes), it is that option's value and takes its choices
/// from here.
struct Setting {
  enum class Kind : std::uint8_t {
    kFile,  ///< from the folder of the configuration
    kFiles,
    kNumber,  ///< whole, from 0
    kFlag,
    kChoice,
    kLevels,
    kTolerances,
    kOverrides,
  };
  std::string_view key;
  Kind kind{};
  std::string_view says;
  std::string_view initial;  ///< what counts without it, in YAML; "" nothing
  std::span<const std::string_view> choices;
};
[[nodiscard]] std::span<const Setting> settings();
[[nodiscard]] const Setting& setting(std::string_view key);

/// A value that a configuration gives.
struct Configured {
  std::string key;
  std::vector<std::string>
      values;         ///< paths as seen from the working directory; one but for kFiles
  std::string where;  ///< file:line:column
};

struct Config {
  std::string file;  ///< "" none
  std::vector<Configured> values;
  Policy policy;
  [[nodiscard]] const Configured* find(std::string_view key) const;
};

/// The configuration for files: .gainsay.yml, gainsay.yml or .config/gainsay.yml in the folder of
/// each or the nearest above it, up to the root of its repository; "" for none. Without files it
/// begins in the working directory. Errors: kUsage, when a folder has two or the files have
/// different ones.
[[nodiscard]] Result<std::string> find_config(const std::vector<std::string>& files);

/// Reads a configuration. All that is wrong comes at once, each with its line and a mark below it;
/// the configuration must then not be used.
struct ConfigResult {
  Config config;
  std::vector<Error> errors;
};
[[nodiscard]] ConfigResult read_config(const std::string& file);

/// Names in a policy that no rule has; none while the rules cannot be read.
[[nodiscard]] std::vector<Error> check_names(const Config& config, const Resources& resources);

/// The policy for a draft; for "" of every draft.
[[nodiscard]] Policy policy_of(const Config& config, const std::string& draft);

/// A configuration in which every key stands as a remark.
[[nodiscard]] std::string config_template();
/// A JSON Schema (2020-12) of configurations.
[[nodiscard]] std::string config_schema();

}  // namespace gainsay::pipeline
