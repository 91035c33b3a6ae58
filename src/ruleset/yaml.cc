#include "ruleset/yaml.h"

#include <string_view>
#include <utility>

#include <yaml.h>

namespace gainsay::ruleset {
namespace {

constexpr std::size_t kMaxBytes = 2'000'000;  // guess: the largest lexicon has some 100 kB
constexpr std::size_t kMaxDepth = 32;         // guess: a claim rule needs 5
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view view(const yaml_char_t* text, std::size_t size) {
  return {reinterpret_cast<const char*>(text), size};
}
std::string_view view(const yaml_char_t* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

struct Place {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// libyaml counts in characters, and takes U+0085 and U+2028 for ends of lines.
class Places {
 public:
  explicit Places(std::string_view bytes) : bytes_(bytes) { restart(); }

  /// Quick when asked in the order of the file.
  Place of_character(std::size_t index) {
    if (index < index_) restart();
    while (index_ < index && at_ < bytes_.size()) {
      do
        step();
      while (at_ < bytes_.size() && (static_cast<unsigned char>(bytes_[at_]) & 0xC0) == 0x80);
      ++index_;
    }
    return place_;
  }
  Place of_byte(std::size_t offset) {
    restart();
    while (at_ < offset && at_ < bytes_.size())
      step();
    return place_;
  }

 private:
  void restart() {
    const bool marked = bytes_.starts_with(kByteOrderMark);  // a character without a column
    at_ = marked ? kByteOrderMark.size() : 0;
    index_ = marked ? 1 : 0;
    place_ = {};
  }
  void step() {
    ++place_.column;
    if (bytes_[at_++] == '\n') place_ = {place_.line + 1, 1};
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::size_t index_ = 0;  ///< characters before at_
  Place place_;
};

bool is_null(std::string_view plain) {
  return plain.empty() || plain == "~" || plain == "null" || plain == "Null" || plain == "NULL";
}

/// Builds the tree from events: libyaml's own documents keep no mark of a repeated node, and an
/// alias would let a small file stand for a huge one.
class Builder {
 public:
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): the library fills its parser
  Builder(std::string_view bytes, Yaml& tree, std::vector<YamlProblem>& problems)
      : places_(bytes), tree_(tree), problems_(problems) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(bytes.data()),
                                 bytes.size());
  }
  ~Builder() { yaml_parser_delete(&parser_); }
  Builder(const Builder&) = delete;
  Builder& operator=(const Builder&) = delete;

  /// False when there is no usable tree.
  bool build() {
    std::size_t documents = 0;
    for (;;) {
      yaml_event_t event;
      if (yaml_parser_parse(&parser_, &event) == 0) return fail();
      const yaml_event_type_t type = event.type;
      if (type == YAML_DOCUMENT_START_EVENT && ++documents == 2) {
        report(event.start_mark, "a second document; a file holds one");
      }
      const bool usable = documents == 2 || take(event);
      yaml_event_delete(&event);
      if (!usable) return false;
      if (type == YAML_STREAM_END_EVENT || documents == 2) break;
    }
    if (documents == 0) problems_.push_back({1, 1, "the file is empty"});
    return documents > 0;
  }

 private:
  /// False when what follows must not be read.
  bool take(const yaml_event_t& event) {
    switch (event.type) {
      case YAML_ALIAS_EVENT:
        report(event.start_mark,
               "aliases are not part of the format; write the value out, or use a fragment");
        place(event.start_mark, Yaml::Kind::kNull);
        return true;
      case YAML_SCALAR_EVENT:
        return scalar(event);
      case YAML_SEQUENCE_START_EVENT:
        check(event, event.data.sequence_start.anchor, event.data.sequence_start.tag);
        return open(event, Yaml::Kind::kList);
      case YAML_MAPPING_START_EVENT:
        check(event, event.data.mapping_start.anchor, event.data.mapping_start.tag);
        return open(event, Yaml::Kind::kMap);
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        stack_.pop_back();
        return true;
      default:
        return true;
    }
  }

  bool scalar(const yaml_event_t& event) {
    const auto& given = event.data.scalar;
    check(event, given.anchor, given.tag);
    const std::string_view text = view(given.value, given.length);
    const bool plain = given.style == YAML_PLAIN_SCALAR_STYLE && given.tag == nullptr;
    if (plain && is_null(text)) {
      place(event.start_mark, Yaml::Kind::kNull);
      return true;
    }
    Yaml& node = place(event.start_mark, Yaml::Kind::kScalar);
    node.text = text;
    node.plain = plain;
    return true;
  }

  void check(const yaml_event_t& event, const yaml_char_t* anchor, const yaml_char_t* tag) {
    if (anchor != nullptr) report(event.start_mark, "anchors are not part of the format");
    if (tag != nullptr && view(tag) != "!") {
      report(event.start_mark,
             "tags are not part of the format: \"" + std::string(view(tag)) + "\"");
    }
  }

  Yaml& place(const yaml_mark_t& mark, Yaml::Kind kind) {
    Yaml* node = &tree_;
    if (!stack_.empty()) node = &stack_.back()->items.emplace_back();
    const Place at = places_.of_character(mark.index);
    node->kind = kind;
    node->line = at.line;
    node->column = at.column;
    return *node;
  }
  /// Pointers into the stack stay valid: a node grows only while it is the innermost one.
  bool open(const yaml_event_t& event, Yaml::Kind kind) {
    if (stack_.size() >= kMaxDepth) {
      report(event.start_mark, "not valid YAML: nested more than 32 deep");
      return false;
    }
    stack_.push_back(&place(event.start_mark, kind));
    return true;
  }
  void report(const yaml_mark_t& mark, std::string message) {
    const Place at = places_.of_character(mark.index);
    problems_.push_back({at.line, at.column, std::move(message)});
  }
  bool fail() {
    const std::string problem = parser_.problem == nullptr ? "out of memory" : parser_.problem;
    if (parser_.error != YAML_READER_ERROR) {
      report(parser_.problem_mark, "not valid YAML: " + problem);
      return false;
    }
    const Place at = places_.of_byte(parser_.problem_offset);
    const bool control = problem.starts_with("control");
    problems_.push_back({at.line, at.column, control ? "control character" : "not UTF-8"});
    return false;
  }

  yaml_parser_t parser_;
  Places places_;
  Yaml& tree_;
  std::vector<YamlProblem>& problems_;
  std::vector<Yaml*> stack_;
};

}  // namespace

bool parse_yaml(const std::string& bytes, Yaml& tree, std::vector<YamlProblem>& problems) {
  if (bytes.size() > kMaxBytes) {
    problems.push_back({1, 1, "the file is larger than 2 MB"});
    return false;
  }
  return Builder(bytes, tree, problems).build();
}

}  // namespace gainsay::ruleset
