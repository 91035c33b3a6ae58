#include "yaml.h"

#include <sstream>
#include <utility>

#include <yaml-cpp/emitterstyle.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace gainsay::ruleset {
namespace {

constexpr std::size_t kMaxBytes = 2'000'000;  // guess: the largest lexicon has some 100 kB
constexpr std::size_t kMaxDepth = 32;         // guess: a claim rule needs 5

/// Builds the tree from yaml-cpp's events: its own nodes cost several times the parse, and its
/// aliases would let a small file stand for a huge one.
class Builder : public YAML::EventHandler {
 public:
  Builder(Yaml& tree, std::vector<YamlProblem>& problems) : tree_(tree), problems_(problems) {}

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    place(mark, "?", anchor, Yaml::Kind::kNull);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    report(mark, "aliases are not part of the format; write the value out, or use a fragment");
    place(mark, "?", 0, Yaml::Kind::kNull);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    Yaml& node = place(mark, tag, anchor, Yaml::Kind::kScalar);
    node.text = value;
    node.plain = tag == "?";
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    open(mark, place(mark, tag, anchor, Yaml::Kind::kList));
  }
  void OnSequenceEnd() override { stack_.pop_back(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    open(mark, place(mark, tag, anchor, Yaml::Kind::kMap));
  }
  void OnMapEnd() override { stack_.pop_back(); }

 private:
  Yaml& place(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
              Yaml::Kind kind) {
    if (anchor != 0) report(mark, "anchors are not part of the format");
    if (tag != "?" && tag != "!" && !tag.empty()) {
      report(mark, "tags are not part of the format: \"" + tag + "\"");
    }
    Yaml* node = &tree_;
    if (!stack_.empty()) {
      stack_.back()->items.emplace_back();
      node = &stack_.back()->items.back();
    }
    node->kind = kind;
    node->line = static_cast<std::uint32_t>(mark.line + 1);
    node->column = static_cast<std::uint32_t>(mark.column + 1);
    return *node;
  }
  /// Pointers into the stack stay valid: a node grows only while it is the innermost one.
  void open(const YAML::Mark& mark, Yaml& node) {
    if (stack_.size() >= kMaxDepth) {
      throw YAML::ParserException(mark, "nested more than 32 deep");
    }
    stack_.push_back(&node);
  }
  void report(const YAML::Mark& mark, std::string message) {
    problems_.push_back({static_cast<std::uint32_t>(mark.line + 1),
                         static_cast<std::uint32_t>(mark.column + 1), std::move(message)});
  }

  Yaml& tree_;
  std::vector<YamlProblem>& problems_;
  std::vector<Yaml*> stack_;
};

/// Length of the UTF-8 sequence at `i`, 0 when it is broken, overlong or a surrogate.
std::size_t sequence_length(const std::string& bytes, std::size_t i) {
  const auto at = [&](std::size_t k) {
    return k < bytes.size() ? static_cast<unsigned char>(bytes[k]) : 0U;
  };
  const unsigned lead = at(i);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  for (std::size_t k = 1; k < length; ++k) {
    if ((at(i + k) & 0xC0) != 0x80) return 0;
  }
  const unsigned second = at(i + 1);
  const bool bad = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
                   (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
  return bad ? 0 : length;
}

/// yaml-cpp guesses encodings and takes byte 4 for the end of the file: both would lose rules
/// without a word.
bool check_bytes(const std::string& bytes, std::vector<YamlProblem>& problems) {
  if (bytes.size() > kMaxBytes) {
    problems.push_back({1, 1, "the file is larger than 2 MB"});
    return false;
  }
  std::uint32_t line = 1;
  std::size_t line_start = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t length = sequence_length(bytes, i);
    const auto byte = static_cast<unsigned char>(bytes[i]);
    const bool control =
        (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
    if (length == 0 || control) {
      problems.push_back({line, static_cast<std::uint32_t>(i - line_start + 1),
                          control ? "control character" : "not UTF-8"});
      return false;
    }
    i += length;
    if (byte == '\n') {
      ++line;
      line_start = i;
    }
  }
  return true;
}

}  // namespace

bool parse_yaml(const std::string& bytes, Yaml& tree, std::vector<YamlProblem>& problems) {
  if (!check_bytes(bytes, problems)) return false;
  try {
    std::istringstream in(bytes);
    YAML::Parser parser(in);
    Builder builder(tree, problems);
    if (!parser.HandleNextDocument(builder)) {
      problems.push_back({1, 1, "the file is empty"});
      return false;
    }
    Yaml second;
    std::vector<YamlProblem> ignored;
    Builder rest(second, ignored);
    if (parser.HandleNextDocument(rest)) {
      problems.push_back({second.line, second.column, "a second document; a file holds one"});
    }
    return true;
  } catch (const YAML::Exception& e) {
    const bool placed = !e.mark.is_null();
    problems.push_back({placed ? static_cast<std::uint32_t>(e.mark.line + 1) : 1,
                        placed ? static_cast<std::uint32_t>(e.mark.column + 1) : 1,
                        "not valid YAML: " + e.msg});
    return false;
  }
}

}  // namespace gainsay::ruleset
