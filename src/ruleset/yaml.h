#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay::ruleset {

/// A YAML node as a plain value, with its place in the file.
struct Yaml {
  enum class Kind : std::uint8_t { kNull, kScalar, kList, kMap };
  Kind kind = Kind::kNull;
  bool plain = false;  ///< a scalar written without quotes
  std::uint32_t line = 1;
  std::uint32_t column = 1;  ///< bytes, from 1
  std::string text;
  std::vector<Yaml> items;  ///< list: items; map: key, value, key, value ...
};

struct YamlProblem {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  std::string message;
};

/// Reads one document. A hostile file cannot make it large or deep: aliases are refused, nesting
/// and size are limited. Returns false when there is no usable tree; problems say why.
[[nodiscard]] bool parse_yaml(const std::string& bytes, Yaml& tree,
                              std::vector<YamlProblem>& problems);

}  // namespace gainsay::ruleset
