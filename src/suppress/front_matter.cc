#include <algorithm>
#include <utility>

#include "readers.h"
#include "ruleset/yaml.h"

namespace gainsay::suppress {
namespace {

using ruleset::Yaml;

constexpr std::string_view kShape = "write gainsay: {disable: [numeric-conflict]}";

/// The YAML between two lines of "---" at the start, with the first of them as an empty line, so
/// that lines keep their numbers. Empty when there is none.
std::string front_matter(std::string_view bytes) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  if (trimmed(bytes.substr(0, bytes.find('\n'))) != "---") return {};
  for (std::size_t at = bytes.find('\n'); at != bytes.npos; at = bytes.find('\n', at + 1)) {
    const std::size_t end = std::min(bytes.find('\n', at + 1), bytes.size());
    const std::string_view line = trimmed(bytes.substr(at, end - at));
    if (line == "---" || line == "...")
      return "\n" + std::string(bytes.substr(bytes.find('\n') + 1, at - bytes.find('\n')));
  }
  return {};
}

const Yaml* value_of(const Yaml& map, std::string_view key) {
  if (map.kind != Yaml::Kind::kMap) return nullptr;
  for (std::size_t i = 0; i + 1 < map.items.size(); i += 2) {
    if (map.items[i].text == key) return &map.items[i + 1];
  }
  return nullptr;
}

class Reader {
 public:
  Reader(const text::Document& document, Directives& out) : document_(document), out_(out) {}

  void read(const Yaml& ours) {
    if (ours.kind != Yaml::Kind::kMap) return say(ours, std::string(kShape));
    for (std::size_t i = 0; i + 1 < ours.items.size(); i += 2) {
      if (ours.items[i].text == "disable") {
        add_all(ours.items[i + 1]);
      } else {
        say(ours.items[i], "unknown key \"" + ours.items[i].text + "\"; " + std::string(kShape));
      }
    }
  }

 private:
  [[nodiscard]] Span span_of(const Yaml& node) const {
    const std::uint32_t begin = document_.line(node.line).begin + node.column - 1;
    const auto size = static_cast<std::uint32_t>(std::max<std::size_t>(1, node.text.size()));
    return {begin, std::min(begin + size, static_cast<std::uint32_t>(document_.bytes().size()))};
  }
  void say(const Yaml& node, std::string message) {
    out_.problems.push_back(
        {ErrorCode::kInvalidText, place(document_, span_of(node)), std::move(message)});
  }
  void add_all(const Yaml& value) {
    if (value.kind == Yaml::Kind::kScalar) return add(value);
    if (value.kind != Yaml::Kind::kList) return say(value, std::string(kShape));
    for (const Yaml& item : value.items)
      add(item);
  }
  void add(const Yaml& item) {
    std::vector<std::string> ids = ids_of(item.text);
    if (item.kind != Yaml::Kind::kScalar || ids.size() != 1) return say(item, std::string(kShape));
    out_.found.push_back({span_of(item),
                          "front matter",
                          std::move(ids),
                          "",
                          "",
                          {},
                          {0, static_cast<std::uint32_t>(document_.bytes().size())}});
  }

  const text::Document& document_;
  Directives& out_;
};

}  // namespace

void read_front_matter(const text::Document& document, Directives& out) {
  const std::string yaml = front_matter(document.bytes());
  if (yaml.find("gainsay") == std::string::npos) return;
  Yaml tree;
  std::vector<ruleset::YamlProblem> problems;
  if (!ruleset::parse_yaml(yaml, tree, problems)) {
    const ruleset::YamlProblem& first = problems.front();
    out.problems.push_back(
        {ErrorCode::kInvalidText,
         document.name() + ":" + std::to_string(first.line) + ":" + std::to_string(first.column),
         "front matter: " + first.message});
    return;
  }
  if (const Yaml* ours = value_of(tree, "gainsay")) Reader(document, out).read(*ours);
}

}  // namespace gainsay::suppress
