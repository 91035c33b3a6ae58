#include "pipeline/config.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace gainsay::pipeline {
namespace {

/// What is wrong with a configuration, without the lines that are shown below.
std::string problems(const std::string& yaml) {
  const auto folder = std::filesystem::temp_directory_path() / "gainsay-config-test";
  std::filesystem::create_directories(folder);
  const std::string file = (folder / ".gainsay.yml").string();
  std::ofstream(file) << yaml;
  std::string out;
  for (const Error& error : read_config(file).errors) {
    out += error.where.substr(file.size() + 1) + ": " +
           error.message.substr(0, error.message.find('\n')) + "\n";
  }
  std::filesystem::remove_all(folder);
  return out;
}

/// A value that the schema of a key allows, in JSON, which is YAML too.
std::string allowed(const nlohmann::json& schema) {
  if (schema.contains("enum")) return schema["enum"][0].dump();
  const std::string type = schema["type"];
  if (type == "string") return "\"x\"";
  if (type == "boolean") return "true";
  if (type == "integer" || type == "number") return schema["minimum"].dump();
  if (type == "array") return "[" + allowed(schema["items"]) + "]";
  std::string out;
  if (schema["additionalProperties"].is_object()) {
    out = "\"y\": " + allowed(schema["additionalProperties"]);
  } else {
    for (const auto& [key, value] : schema["properties"].items())
      out += (out.empty() ? "\"" : ", \"") + key + "\": " + allowed(value);
  }
  return "{" + out + "}";
}

TEST(Config, TheReaderTakesWhatTheSchemaAllowsAndNothingElse) {
  const nlohmann::json schema = nlohmann::json::parse(config_schema());
  EXPECT_EQ(schema["properties"].size(), settings().size());
  for (const auto& [key, value] : schema["properties"].items()) {
    EXPECT_EQ(problems(key + ": " + allowed(value) + "\n"), "") << key;
    EXPECT_NE(problems(key + ": {}}\n"), "") << key;
    const std::string wrong = value.value("type", "") == "object" ? "[1]" : "{a: b}";
    EXPECT_NE(problems(key + ": " + wrong + "\n"), "") << key;
  }
  EXPECT_EQ(problems("overides: []\n"),
            "1:1: unknown key \"overides\"; did you mean \"overrides\"?\n");
}

TEST(Config, TheTemplateIsSoundAsItIsAndWithEveryKeyTaken) {
  std::istringstream lines(config_template());
  std::string taken;
  std::size_t keys = 0;
  for (std::string line; std::getline(lines, line);) {
    for (const Setting& one : settings()) {
      if (!line.starts_with("# " + std::string(one.key) + ": ")) continue;
      taken += line.substr(2) + "\n";
      ++keys;
    }
  }
  EXPECT_EQ(keys, settings().size());
  EXPECT_EQ(problems(taken), "");
  EXPECT_EQ(problems(config_template()), "");
}

TEST(Config, PathsCountFromItsFolder) {
  std::filesystem::create_directories("config-test/.config");
  std::ofstream("config-test/.config/gainsay.yml") << "{db: ../a.db, drafts: [b/, /c]}";
  const Config config = read_config("config-test/.config/gainsay.yml").config;
  EXPECT_EQ(config.find("db")->values, std::vector<std::string>{"a.db"});
  EXPECT_EQ(config.find("drafts")->values, (std::vector<std::string>{"config-test/b/", "/c"}));
  EXPECT_EQ(config.find("model"), nullptr);
  std::filesystem::remove_all("config-test");
}

TEST(Config, MarksStandBelowTheWordAlsoBehindLettersOfSeveralBytes) {
  std::ofstream("config-marks.yml") << "levels: {\"\xC3\xA9\xC3\xA9\": offf}\r\n";
  const ConfigResult result = read_config("config-marks.yml");
  ASSERT_EQ(result.errors.size(), 1U);
  EXPECT_EQ(result.errors[0].where, "config-marks.yml:1:18");
  EXPECT_EQ(result.errors[0].message,
            "\"offf\" is no \"\xC3\xA9\xC3\xA9\"; did you mean \"off\"?\n"
            "  levels: {\"\xC3\xA9\xC3\xA9\": offf}\n"
            "                 ^^^^");
  std::filesystem::remove("config-marks.yml");
}

}  // namespace
}  // namespace gainsay::pipeline
