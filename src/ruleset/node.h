#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ruleset/ruleset.h"
#include "ruleset/shape.h"
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
  Shape* noted = nullptr;  ///< set: nothing is read, and what would be is noted here

  [[nodiscard]] Location at(const Yaml& node) const;
  void fail(const Yaml& node, std::string message) const;
  /// Notes the kind of what would be read; true when the caller has nothing to read.
  [[nodiscard]] bool note(Shape::Kind kind) const;
};

/// Stands for a node where a reader only notes what it would read.
inline const Yaml kNoNode;

/// Calls `read(source, node)` to note into `shape`.
template <class Read>
void note_into(const Source& source, Shape& shape, const Read& read) {
  read(Source{source.path, {}, source.problems, &shape}, kNoNode);
}

/// "; did you mean "x"?" for the nearest of `known`, or "" when none is near.
[[nodiscard]] std::string suggest(std::string_view word, std::span<const std::string> known);

/// Index of the name that is written; the number of names when it is none of them, which is
/// reported.
[[nodiscard]] std::size_t read_choice(const Source& source, const Yaml& node, std::string_view what,
                                      const std::vector<std::string>& names);

/// A scalar given for `what`; each reports what it refuses, leaves `out` and returns false.
bool read_text(const Source& source, const Yaml& node, std::string_view what, std::string& out);
bool read_number(const Source& source, const Yaml& node, std::string_view what, double& out);
/// A number of the range, ends included.
bool read_number(const Source& source, const Yaml& node, std::string_view what, Range range,
                 double& out);
bool read_flag(const Source& source, const Yaml& node, std::string_view what, bool& out);
[[nodiscard]] std::vector<std::string> read_texts(const Source& source, const Yaml& node,
                                                  std::string_view what);
/// A pair of numbers [lo, hi] with lo <= hi.
bool read_pair(const Source& source, const Yaml& node, std::string_view what, double& lo,
               double& hi);

/// The items of a list; reports anything else and returns an empty span.
[[nodiscard]] std::span<const Yaml> read_list(const Source& source, const Yaml& node,
                                              std::string_view what);
/// Key and value nodes of a map with free keys; reports other nodes and repeated keys.
[[nodiscard]] std::vector<std::pair<const Yaml*, const Yaml*>> read_entries(const Source& source,
                                                                            const Yaml& node,
                                                                            std::string_view what);

/// Calls `read(source, item)` for each item of a list.
template <class Read>
void read_list(const Source& source, const Yaml& node, std::string_view what, const Read& read) {
  if (source.note(Shape::Kind::kList)) {
    return note_into(source, source.noted->of.emplace_back(), read);
  }
  for (const Yaml& item : read_list(source, node, what))
    read(source, item);
}

/// Calls `read(source, key, value)` for each entry of a map with free keys.
template <class Read>
void read_entries(const Source& source, const Yaml& node, std::string_view what, const Read& read) {
  if (source.note(Shape::Kind::kEntries)) {
    return note_into(source, source.noted->of.emplace_back(),
                     [&](const Source& inner, const Yaml& value) { read(inner, kNoNode, value); });
  }
  for (const auto& [key, value] : read_entries(source, node, what))
    read(source, *key, *value);
}

/// Two ways to write a thing: calls `one(source, node)` or `other(source, node)`.
template <class One, class Other>
void read_either(const Source& source, const Yaml& node, bool is_one, const One& one,
                 const Other& other) {
  if (source.note(Shape::Kind::kEither)) {
    source.noted->of.resize(2);
    note_into(source, source.noted->of[0], one);
    note_into(source, source.noted->of[1], other);
  } else if (is_one) {
    one(source, node);
  } else {
    other(source, node);
  }
}

/// Calls `read(source, node)` for the file itself, or for each item of its only key `key`.
template <class Read>
void read_one_or_list(const Source& source, const std::string& key, const Read& read) {
  const Yaml& root = source.root;
  const bool list =
      root.kind == Yaml::Kind::kMap && root.items.size() == 2 && root.items[0].text == key;
  read_either(source, root, !list, read, [&](const Source& file, const Yaml& node) {
    if (file.note(Shape::Kind::kMap)) {
      file.noted->keys.push_back({key, true});
      note_into(file, file.noted->of.emplace_back(),
                [&](const Source& inner, const Yaml& item) { read_list(inner, item, key, read); });
    } else {
      read_list(file, node.items[1], key, read);
    }
  });
}

/// A map with known keys. A key is known when it was read; finish() reports all others.
class MapView {
 public:
  MapView(const Source& source, const Yaml& node, std::string_view what);

  /// What is written for a key; null when nothing is. Notes no shape.
  [[nodiscard]] const Yaml* find(std::string_view key);
  /// Reports a missing key.
  [[nodiscard]] const Yaml* need(std::string_view key);

  /// Calls `reader(source, node)` when the key is there.
  template <class Read>
  void read(std::string_view key, const Read& reader) {
    read(key, false, reader);
  }
  template <class Read>
  void need(std::string_view key, const Read& reader) {
    read(key, true, reader);
  }

  void text(std::string_view key, std::string& out);
  void need_text(std::string_view key, std::string& out);
  void number(std::string_view key, double& out);
  void number(std::string_view key, Range range, double& out);
  void need_number(std::string_view key, double& out);
  void flag(std::string_view key, bool& out);
  void texts(std::string_view key, std::vector<std::string>& out);
  void need_texts(std::string_view key, std::vector<std::string>& out);
  /// One of the names of `choices`, pairs of a name and a value.
  template <class T, class Choices>
  void choice(std::string_view key, const Choices& choices, T& out) {
    read(key, false, choice_reader(key, choices, out));
  }
  template <class T, class Choices>
  void need_choice(std::string_view key, const Choices& choices, T& out) {
    read(key, true, choice_reader(key, choices, out));
  }

  void finish();

 private:
  template <class Read>
  void read(std::string_view key, bool required, const Read& reader) {
    if (source_.noted != nullptr) {
      source_.noted->keys.push_back({std::string(key), required});
      return note_into(source_, source_.noted->of.emplace_back(), reader);
    }
    const Yaml* node = required ? need(key) : find(key);
    if (node != nullptr) reader(source_, *node);
  }
  template <class T, class Choices>
  static auto choice_reader(std::string_view key, const Choices& choices, T& out) {
    return [key, &choices, &out](const Source& source, const Yaml& node) {
      std::vector<std::string> names;
      for (const auto& [name, value] : choices)
        names.emplace_back(name);
      const std::size_t at = read_choice(source, node, key, names);
      std::size_t i = 0;
      for (const auto& [name, value] : choices) {
        if (i++ == at) out = value;
      }
    };
  }

  const Source& source_;
  const Yaml& node_;
  std::string what_;
  std::vector<std::pair<const Yaml*, const Yaml*>> entries_;
  std::vector<std::string> known_;
};

}  // namespace gainsay::ruleset
