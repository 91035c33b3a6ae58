#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ruleset/ruleset.h"
#include "ruleset/yaml.h"

namespace gainsay::ruleset {

/// Collects problems and hands them out in the order of file, line and column.
class Problems {
 public:
  void add(std::string file, std::uint32_t line, std::uint32_t column, std::string message,
           ErrorCode code = ErrorCode::kInvalidRule);
  [[nodiscard]] std::vector<Error> take();

 private:
  struct Problem {
    std::string file;
    std::uint32_t line, column;
    ErrorCode code;
    std::string message;
  };
  std::vector<Problem> problems_;
};

/// A parsed file: every reading function takes one, to say where a problem is.
struct Source {
  std::string path;  ///< "rules/claims/deaths.yaml"
  Yaml root;
  Problems* problems = nullptr;

  [[nodiscard]] Location at(const Yaml& node) const;
  void fail(const Yaml& node, std::string message) const;
};

/// "; did you mean "x"?" for the nearest of `known`, or "" when none is near.
[[nodiscard]] std::string suggest(std::string_view word, std::span<const std::string> known);

/// A scalar given for `what`; each reports what it refuses, leaves `out` and returns false.
bool read_text(const Source& source, const Yaml& node, std::string_view what, std::string& out);
bool read_number(const Source& source, const Yaml& node, std::string_view what, double& out);
bool read_flag(const Source& source, const Yaml& node, std::string_view what, bool& out);
/// The items of a list; reports anything else and returns an empty span.
[[nodiscard]] std::span<const Yaml> read_list(const Source& source, const Yaml& node,
                                              std::string_view what);
[[nodiscard]] std::vector<std::string> read_texts(const Source& source, const Yaml& node,
                                                  std::string_view what);
/// A pair of numbers [lo, hi] with lo <= hi.
bool read_pair(const Source& source, const Yaml& node, std::string_view what, double& lo,
               double& hi);
/// Key and value nodes of a map with free keys; reports other nodes and repeated keys.
[[nodiscard]] std::vector<std::pair<const Yaml*, const Yaml*>> read_entries(const Source& source,
                                                                            const Yaml& node,
                                                                            std::string_view what);

/// The file itself, or the items of its only key `key`.
[[nodiscard]] std::vector<const Yaml*> one_or_list(const Source& source, std::string_view key);

/// A map with known keys. A key is known when it was asked for; finish() reports all others.
class MapView {
 public:
  MapView(const Source& source, const Yaml& node, std::string_view what);

  [[nodiscard]] const Yaml* find(std::string_view key);
  /// Reports a missing key.
  [[nodiscard]] const Yaml* need(std::string_view key);

  void text(std::string_view key, std::string& out);
  void need_text(std::string_view key, std::string& out);
  void number(std::string_view key, double& out);
  void need_number(std::string_view key, double& out);
  void flag(std::string_view key, bool& out);
  [[nodiscard]] std::vector<std::string> texts(std::string_view key);
  /// One of the names of `choices`, pairs of a name and a value.
  template <class T, class Choices>
  void choice(std::string_view key, const Choices& choices, T& out);
  template <class T, class Choices>
  void need_choice(std::string_view key, const Choices& choices, T& out) {
    if (need(key) != nullptr) choice(key, choices, out);
  }

  void finish();

 private:
  void refuse_choice(const Yaml& node, std::string_view key, const std::string& text,
                     std::span<const std::string> names) const;

  const Source& source_;
  const Yaml& node_;
  std::string what_;
  std::vector<std::pair<const Yaml*, const Yaml*>> entries_;
  std::vector<std::string> known_;
};

template <class T, class Choices>
void MapView::choice(std::string_view key, const Choices& choices, T& out) {
  const Yaml* node = find(key);
  std::string text;
  if (node == nullptr || !read_text(source_, *node, key, text)) return;
  std::vector<std::string> names;
  for (const auto& [name, value] : choices) {
    if (text == name) {
      out = value;
      return;
    }
    names.emplace_back(name);
  }
  refuse_choice(*node, key, text, names);
}

}  // namespace gainsay::ruleset
