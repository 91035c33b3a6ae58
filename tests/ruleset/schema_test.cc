#include "ruleset/schema.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "ruleset/yaml.h"

namespace gainsay::ruleset {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// YAML as JSON: a scalar without quotes may be a number or a truth value.
json to_json(const Yaml& node) {
  switch (node.kind) {
    case Yaml::Kind::kNull:
      return nullptr;
    case Yaml::Kind::kList: {
      json out = json::array();
      for (const Yaml& item : node.items)
        out.push_back(to_json(item));
      return out;
    }
    case Yaml::Kind::kMap: {
      json out = json::object();
      for (std::size_t i = 0; i + 1 < node.items.size(); i += 2)
        out[node.items[i].text] = to_json(node.items[i + 1]);
      return out;
    }
    case Yaml::Kind::kScalar:
      break;
  }
  if (!node.plain) return node.text;
  if (node.text == "true" || node.text == "false") return node.text == "true";
  char* end = nullptr;
  const double number = std::strtod(node.text.c_str(), &end);
  const bool digits = node.text.find_first_of("0123456789") != std::string::npos;
  const bool numeric = node.text == ".inf" || (*end == '\0' && digits);
  return numeric ? json(number) : json(node.text);
}

json yaml(const std::string& text) {
  Yaml tree;
  std::vector<YamlProblem> problems;
  EXPECT_TRUE(parse_yaml(text, tree, problems)) << text;
  return to_json(tree);
}

bool is_of(const json& value, const std::string& type) {
  if (type == "integer") {
    return value.is_number() && value.get<double>() == std::floor(value.get<double>());
  }
  return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
         (type == "string" && value.is_string()) || (type == "number" && value.is_number()) ||
         (type == "boolean" && value.is_boolean()) || (type == "null" && value.is_null());
}

/// The keywords of JSON Schema that our schemas use; any other fails a test.
class Check {
 public:
  explicit Check(const std::string& kind) : root_(json::parse(schema(kind).value_or("{}"))) {}

  bool operator()(const json& value) const { return holds(root_, value); }

 private:
  bool holds(const json& shape, const json& value) const {
    return std::ranges::all_of(shape.items(), [&](const auto& keyword) {
      return holds(keyword.key(), keyword.value(), shape, value);
    });
  }
  bool holds(const std::string& keyword, const json& given, const json& shape,
             const json& value) const {
    const auto one = [&](const json& other) { return holds(other, value); };
    if (keyword == "$schema" || keyword == "title" || keyword == "definitions") return true;
    if (keyword == "$ref")
      return holds(root_.at(json::json_pointer(std::string(given).substr(1))), value);
    if (keyword == "allOf") return std::ranges::all_of(given, one);
    if (keyword == "anyOf") return std::ranges::any_of(given, one);
    if (keyword == "enum") return std::ranges::find(given, value) != given.end();
    if (keyword == "minimum") return value >= given;
    if (keyword == "maximum") return value <= given;
    if (keyword == "type") {
      const json types = given.is_array() ? given : json::array({given});
      return std::ranges::any_of(types, [&](const json& type) { return is_of(value, type); });
    }
    if (keyword == "items") {
      return !value.is_array() ||
             std::ranges::all_of(value, [&](const json& item) { return holds(given, item); });
    }
    if (keyword == "required") {
      return std::ranges::all_of(given, [&](const json& key) { return value.contains(key); });
    }
    if (keyword == "properties" || keyword == "additionalProperties") {
      return members_hold(keyword == "properties", given, shape, value);
    }
    ADD_FAILURE() << "no such keyword: " << keyword;
    return false;
  }
  bool members_hold(bool named, const json& given, const json& shape, const json& value) const {
    if (!value.is_object()) return true;
    const json names = shape.value("properties", json::object());
    return std::ranges::all_of(value.items(), [&](const auto& member) {
      if (names.contains(member.key()) != named) return true;
      if (given.is_boolean()) return given.get<bool>();
      return holds(named ? given.at(member.key()) : given, member.value());
    });
  }

  json root_;
};

std::string kind_of(const fs::path& file) {
  const std::string first = file.begin()->generic_string();
  return first == "claims" || first == "lexicon" || first == "verdicts" ? first
                                                                        : file.generic_string();
}

TEST(Schema, HoldsForEveryRuleFileOfTheProgram) {
  const fs::path rules = fs::path(GAINSAY_SOURCE_DIR) / "rules";
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(rules)) {
    if (entry.path().extension() != ".yaml") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const fs::path name = entry.path().lexically_relative(rules);
    EXPECT_TRUE(Check(kind_of(name))(yaml(text))) << name;
    ++files;
  }
  EXPECT_GT(files, 100U);
}

TEST(Schema, RefusesWhatTheLoaderRefuses) {
  const Check claims("claims");
  const std::string rule = "id: a.b\nsays: s\ncompare: count\npatterns: [x]\n";
  EXPECT_TRUE(claims(yaml(rule)));
  EXPECT_TRUE(claims(yaml("rules: [{ id: a.b, says: s, compare: count, patterns: [x] }]")));
  EXPECT_FALSE(claims(yaml(rule + "knid: fact\n")));
  EXPECT_FALSE(claims(yaml("rules: [{ id: a.b, says: s, compare: count }]")));
  EXPECT_FALSE(claims(yaml(rule + "modality: facts\n")));
  EXPECT_FALSE(claims(yaml(rule + "functional: 'yes'\n")));
  EXPECT_FALSE(claims(yaml(rule + "priority: 1.5\n")));
  EXPECT_FALSE(claims(yaml(rule + "confidence: 2\n")));
  EXPECT_TRUE(claims(yaml(rule + "examples: [{ text: x, value: [null, inf] }]\n")));
  EXPECT_FALSE(claims(yaml(rule + "examples: [{ text: x, value: many }]\n")));
  EXPECT_FALSE(claims(yaml(rule + "examples: [{ txet: x }]\n")));
  const Check gates("gates.yaml");
  EXPECT_TRUE(gates(yaml("numbers: { a: 1 }\nfamilies: { f: [a, b] }")));
  EXPECT_FALSE(gates(yaml("numbers: { a: b }")));
  EXPECT_FALSE(gates(yaml("families: { f: a }")));
}

TEST(Schema, NamesEachKindOfMapOnce) {
  EXPECT_EQ(schema("text/furniture.yaml"), R"({
  "$schema": "http://json-schema.org/draft-07/schema#",
  "title": "Gainsay rules: text/furniture.yaml",
  "allOf": [{"$ref": "#/definitions/file-of-furniture"}],
  "definitions": {
    "file-of-furniture": {
      "type": "object",
      "properties": {
        "furniture": {"type": "array", "items": {"$ref": "#/definitions/furniture-rule"}}
      },
      "additionalProperties": false,
      "required": ["furniture"]
    },
    "furniture-rule": {
      "type": "object",
      "properties": {
        "begin": {"type": ["string", "number", "boolean"]},
        "end": {"type": ["string", "number", "boolean"]},
        "pattern": {"type": ["string", "number", "boolean"]}
      },
      "additionalProperties": false
    }
  }
}
)");
}

TEST(Schema, IsThereForEveryKind) {
  for (const std::string& kind : kinds())
    EXPECT_TRUE(schema(kind)) << kind;
  EXPECT_EQ(schema("clams"), std::nullopt);
}

}  // namespace
}  // namespace gainsay::ruleset
