// JSON Schema (draft 7, which editors read) of the rule files. It is written out of what the
// readers of those files note, so that it knows the keys that they know and no others.
#include "ruleset/schema.h"

#include <map>
#include <string>
#include <utility>

#include "ruleset/shape.h"
#include "sections.h"

namespace gainsay::ruleset {
namespace {

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string plain(double number) {
  std::string out = std::to_string(number);
  out.erase(out.find_last_not_of('0') + 1);
  if (out.ends_with('.')) out.pop_back();
  return out;
}

/// Members of a JSON object, in order.
using Members = std::vector<std::pair<std::string, std::string>>;

std::string object(const Members& members, std::size_t depth) {
  const std::string margin(2 * depth + 2, ' ');
  std::string out = "{";
  for (const auto& [key, value] : members) {
    out += out.size() > 1 ? ",\n" : "\n";
    out += margin;
    out += json_string(key);
    out += ": ";
    out += value;
  }
  return out + "\n" + std::string(2 * depth, ' ') + "}";
}

std::string array(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items)
    out += (out.empty() ? "[" : ", ") + item;
  return out + "]";
}

std::string strings(const std::vector<std::string>& texts) {
  std::vector<std::string> out;
  for (const std::string& text : texts)
    out.push_back(json_string(text));
  return array(out);
}

/// "a claim rule" -> "claim-rule"
std::string slug(std::string_view name) {
  std::string out(name.substr(name.find(' ') + 1));
  for (char& c : out) {
    if (c == ' ') c = '-';
  }
  return out;
}

class SchemaWriter {
 public:
  /// Named maps are written once, under `definitions`.
  std::string write(const Shape& shape, std::size_t depth) {
    switch (shape.kind) {
      case Shape::Kind::kNothing:
        return R"({"type": "null"})";
      case Shape::Kind::kText:  // written without quotes, a text may look like a number
        return R"({"type": ["string", "number", "boolean"]})";
      case Shape::Kind::kNumber:
        return number(shape);
      case Shape::Kind::kFlag:
        return R"({"type": "boolean"})";
      case Shape::Kind::kChoice:
        return R"({"enum": )" + strings(shape.choices) + "}";
      case Shape::Kind::kList:
        return R"({"type": "array", "items": )" + write(shape.of[0], depth) + "}";
      case Shape::Kind::kEntries:
        return R"({"type": "object", "additionalProperties": )" + write(shape.of[0], depth) + "}";
      case Shape::Kind::kEither:
        return R"({"anyOf": )" + array({write(shape.of[0], depth), write(shape.of[1], depth)}) +
               "}";
      case Shape::Kind::kMap:
        break;
    }
    return shape.name.empty() ? map(shape, depth) : reference(shape);
  }

  [[nodiscard]] const std::map<std::string, std::string>& definitions() const {
    return definitions_;
  }

 private:
  static constexpr std::size_t kDefinitionDepth = 2;

  static std::string number(const Shape& shape) {
    if (!shape.range) return R"({"anyOf": [{"type": "number"}, {"enum": ["inf", "-inf"]}]})";
    return std::string(R"({"type": ")") + (shape.range->whole ? "integer" : "number") +
           R"(", "minimum": )" + plain(shape.range->lo) + R"(, "maximum": )" +
           plain(shape.range->hi) + "}";
  }

  std::string map(const Shape& shape, std::size_t depth) {
    Members properties;
    std::vector<std::string> required;
    for (std::size_t i = 0; i < shape.keys.size(); ++i) {
      properties.emplace_back(shape.keys[i].name, write(shape.of[i], depth + 2));
      if (shape.keys[i].required) required.push_back(shape.keys[i].name);
    }
    Members members = {{"type", json_string("object")},
                       {"properties", object(properties, depth + 1)},
                       {"additionalProperties", "false"}};
    if (!required.empty()) members.emplace_back("required", strings(required));
    return object(members, depth);
  }

  std::string reference(const Shape& shape) {
    const std::string name = slug(shape.name);
    if (!definitions_.contains(name)) definitions_[name] = map(shape, kDefinitionDepth);
    return R"({"$ref": "#/definitions/)" + name + "\"}";
  }

  std::map<std::string, std::string> definitions_;
};

}  // namespace

std::optional<std::string> schema(std::string_view kind) {
  const std::optional<Shape> shape = shape_of(kind);
  if (!shape) return std::nullopt;
  SchemaWriter writer;
  std::string root = writer.write(*shape, 1);
  Members definitions(writer.definitions().begin(), writer.definitions().end());
  return object({{"$schema", json_string("http://json-schema.org/draft-07/schema#")},
                 {"title", json_string("Gainsay rules: " + std::string(kind))},
                 {"allOf", array({std::move(root)})},
                 {"definitions", object(definitions, 1)}},
                0) +
         "\n";
}

}  // namespace gainsay::ruleset
