#include "expand.h"

#include <algorithm>
#include <optional>

#include "tags.h"
#include "words.h"

namespace gainsay::ruleset {
namespace {

constexpr std::size_t kMaxExpanded = 400'000;  // guess: a list of 20,000 words
constexpr int kMaxDepth = 40;
constexpr int kMaxGap = 40;  // RE2 compiles each repetition

bool is_name(std::string_view text) {
  const auto ok = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  return !text.empty() && !(text[0] >= '0' && text[0] <= '9') &&
         std::all_of(text.begin(), text.end(), ok);
}

std::optional<int> small_number(std::string_view text) {
  if (text.empty() || text.size() > 2) return std::nullopt;
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = 10 * value + (c - '0');
  }
  return value;
}

/// Length of RE2's own use of braces or brackets at `i`, which is copied as it is: an escape, a
/// character class, a repetition {2,5}; 0 when there is none.
std::size_t native_length(std::string_view text, std::size_t i) {
  const auto up_to = [&](std::size_t at) {
    return at == std::string_view::npos ? text.size() - i : at + 1 - i;
  };
  if (text[i] == '\\') {
    const bool braced = i + 2 < text.size() && text[i + 2] == '{' &&
                        std::string_view("pPx").find(text[i + 1]) != std::string_view::npos;
    return braced ? up_to(text.find('}', i)) : std::min<std::size_t>(2, text.size() - i);
  }
  if (text[i] == '[') {
    std::size_t at = i + 1;
    if (at < text.size() && text[at] == '^') ++at;
    if (at < text.size() && text[at] == ']') ++at;
    while (at < text.size() && text[at] != ']') {
      if (text.substr(at, 2) == "[:") {
        const std::size_t end = text.find(":]", at);
        at = end == std::string_view::npos ? text.size() : end + 1;
      } else if (text[at] == '\\') {
        ++at;
      }
      ++at;
    }
    return up_to(at < text.size() ? at : std::string_view::npos);
  }
  if (text[i] == '{' && i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9') {
    const std::size_t end = text.find_first_not_of("0123456789,", i + 1);
    if (end != std::string_view::npos && text[end] == '}') return up_to(end);
  }
  return 0;
}

/// The brace that closes the one at `i`.
std::size_t closing_brace(std::string_view text, std::size_t i) {
  int depth = 0;
  for (; i < text.size(); ++i) {
    if (text[i] == '{') ++depth;
    if (text[i] == '}' && --depth == 0) return i;
  }
  return std::string_view::npos;
}

std::string blank_fault(std::string_view text) {
  if (text.empty()) return "the pattern is empty";
  if (text.front() == ' ' || text.back() == ' ') {
    return "a pattern neither begins nor ends with a blank: those around it are added";
  }
  if (text.find("  ") != std::string_view::npos)
    return "tokens are separated by one blank, not two";
  return "";
}

std::string_view without_final_newline(std::string_view text) {
  while (text.ends_with('\n'))
    text.remove_suffix(1);
  return text;
}

}  // namespace

/// Writes a pattern whose optional parts bring their own blank: before what follows, or, at the
/// end of the pattern or of a group, after what precedes.
class Expander::Writer {
 public:
  void plain(std::string_view text) {
    run_.clear();
    text_ += text;
  }
  /// `before` is written as it is, unless the run of optional parts ends the group: then `after`.
  void optional(const std::string& before, std::string after) {
    if (run_.empty()) run_start_ = text_.size();
    text_ += before;
    run_.push_back(std::move(after));
  }
  /// The blank that an author writes after an optional part is already in it.
  [[nodiscard]] bool swallows_blank() const { return !run_.empty(); }
  /// Called at the end, and before ")" and "|".
  void close() {
    if (run_.empty() || run_start_ == 0 || text_[run_start_ - 1] != ' ') return;
    text_.resize(run_start_ - 1);
    for (const std::string& part : run_)
      text_ += part;
    run_.clear();
  }
  [[nodiscard]] std::string& text() { return text_; }

 private:
  std::string text_;
  std::size_t run_start_ = 0;
  std::vector<std::string> run_;
};

void Expander::read_fragments(const Source& source) {
  MapView map(source, source.root, "the file of fragments");
  std::vector<std::string> reserved = tag_heads();
  reserved.insert(reserved.end(), {"w", "verb", "verbs", "gap", "opt"});
  const auto read = [&](const Source& inner, const Yaml& key, const Yaml& value) {
    const bool taken = std::find(reserved.begin(), reserved.end(), key.text) != reserved.end();
    std::string text;
    if (taken) inner.fail(key, "{" + key.text + "} has a meaning already; choose another name");
    if (!is_name(key.text)) inner.fail(key, "a fragment's name is made of letters, digits, _");
    if (!read_text(inner, value, key.text, text) || taken) return;
    fragments_[key.text] = {&source, &key, &value, State::kNew, "", false};
  };
  map.need("fragments", [&](const Source& inner, const Yaml& node) {
    read_entries(inner, node, "fragments", read);
  });
  map.finish();
  for (const auto& [name, fragment] : fragments_) {
    std::vector<std::string> ignored;
    expand_fragment(name, ignored);
  }
}

Pattern Expander::expand(const Source& source, const Yaml& node) {
  Pattern pattern;
  pattern.where = source.at(node);
  if (!read_text(source, node, "a pattern", pattern.as_written)) return pattern;
  const std::string_view text = without_final_newline(pattern.as_written);
  std::vector<std::string> faults;
  if (std::string fault = blank_fault(text); !fault.empty()) faults.push_back(std::move(fault));
  bool open_end = false;
  pattern.expanded = " (?:" + expand_text(text, faults, open_end) + ") ";
  for (std::string& fault : faults)
    source.fail(node, std::move(fault));
  return pattern;
}

std::string Expander::expand_text(std::string_view text, std::vector<std::string>& faults,
                                  bool& open_end) {
  Writer out;
  if (++depth_ > kMaxDepth) faults.emplace_back("references nested more than 40 deep");
  for (std::size_t i = 0; i < text.size() && depth_ <= kMaxDepth;) {
    if (out.text().size() > kMaxExpanded) {
      faults.emplace_back("the pattern expands to more than 400 kB");
      break;
    }
    if (const std::size_t length = native_length(text, i); length > 0) {
      out.plain(text.substr(i, length));
      i += length;
    } else if (text[i] == '{') {
      const std::size_t end = closing_brace(text, i);
      if (end == std::string_view::npos) {
        faults.emplace_back("a brace { is not closed; a literal one is written \\{");
        break;
      }
      expand_reference(text.substr(i + 1, end - i - 1), faults, out);
      i = end + 1;
    } else {
      if (text[i] == ')' || text[i] == '|') out.close();
      if (text[i] != ' ' || !out.swallows_blank()) out.plain(text.substr(i, 1));
      ++i;
    }
  }
  --depth_;
  out.close();
  open_end = out.swallows_blank();
  return std::move(out.text());
}

void Expander::expand_reference(std::string_view body, std::vector<std::string>& faults,
                                Writer& out) {
  const std::size_t equals = body.find('=');
  if (equals != std::string_view::npos && is_name(body.substr(0, equals))) {
    Writer inner;
    expand_reference(body.substr(equals + 1), faults, inner);
    out.plain("(?P<" + std::string(body.substr(0, equals)) + ">" + inner.text() + ")");
    return;
  }
  const std::size_t colon = body.find(':');
  const std::string_view head = body.substr(0, colon);
  const std::string_view arguments = colon == std::string_view::npos ? "" : body.substr(colon + 1);
  if (head == "gap") {
    const auto most = small_number(arguments);
    if (!most || *most < 1 || *most > kMaxGap) {
      faults.emplace_back("{gap:N} needs a number from 1 to 40");
    }
    const std::string count = "{0," + std::string(arguments) + "}";
    out.optional("(?:[^ ]+ )" + count, "(?: [^ ]+)" + count);
  } else if (head == "opt") {
    if (const std::string fault = blank_fault(arguments); !fault.empty()) {
      faults.emplace_back("{opt:...}: " + fault);
    }
    bool open_end = false;
    const std::string inner = expand_text(arguments, faults, open_end);
    out.optional("(?:(?:" + inner + ") )?", "(?: (?:" + inner + "))?");
  } else if (std::string text; expand_builtin(head, arguments, faults, text)) {
    out.plain(text);
  } else if (const Fragment* fragment = expand_fragment(body, faults)) {
    const std::string group = "(?:" + fragment->expanded + ")";
    fragment->open_end ? out.optional(group, group) : out.plain(group);
  }
}

bool Expander::expand_builtin(std::string_view head, std::string_view arguments,
                              std::vector<std::string>& faults, std::string& out) {
  std::string fault;
  if (tag_pattern(head, arguments, out, fault)) {
    if (!fault.empty()) faults.push_back(std::move(fault));
    return true;
  }
  if (head != "w" && head != "verbs" && head != "verb") return false;
  const std::string key = std::string(head) + ":" + std::string(arguments);
  const auto known = word_patterns_.find(key);
  if (known != word_patterns_.end()) {
    out = known->second;
  } else if (const auto words = words_for(head, arguments, faults); !words.empty()) {
    out = word_patterns_[key] = word_pattern(words);
  }
  return true;
}

std::vector<std::string> Expander::words_for(std::string_view head, std::string_view arguments,
                                             std::vector<std::string>& faults) const {
  std::vector<std::string> words;
  for (std::string_view name : split(arguments, '|')) {
    if (head == "verb") {
      if (name.empty()) faults.emplace_back("{verb:...} needs a verb, as in {verb:kill|injure}");
      words.emplace_back(name);
      continue;
    }
    std::string fault;
    const auto* list = find_list(rules_, name, fault);
    if (list != nullptr && list->empty()) {
      fault = "the list \"" + std::string(name) + "\" is empty";
    }
    if (fault.empty()) {
      words.insert(words.end(), list->begin(), list->end());
    } else {
      faults.push_back(std::move(fault));
    }
  }
  return head == "w" ? words : all_forms(rules_, words);
}

const Expander::Fragment* Expander::expand_fragment(std::string_view name,
                                                    std::vector<std::string>& faults) {
  const auto it = fragments_.find(name);
  if (it == fragments_.end()) {
    std::vector<std::string> known = tag_heads();
    known.insert(known.end(), {"w", "verb", "verbs", "gap", "opt"});
    for (const auto& [fragment_name, fragment] : fragments_)
      known.push_back(fragment_name);
    faults.push_back("there is no fragment {" + std::string(name) + "}" +
                     suggest(name.substr(0, name.find(':')), known));
    return nullptr;
  }
  Fragment& fragment = it->second;
  if (fragment.state == State::kOpen) {
    std::string cycle;
    for (const std::string& step : path_)
      cycle += "{" + step + "} -> ";
    faults.push_back("fragments refer to each other in a circle: " + cycle + "{" + it->first + "}");
    return nullptr;
  }
  if (fragment.state == State::kNew) {
    fragment.state = State::kOpen;
    path_.push_back(it->first);
    std::vector<std::string> own;
    const std::string_view text = without_final_newline(fragment.value->text);
    if (std::string fault = blank_fault(text); !fault.empty()) own.push_back(std::move(fault));
    fragment.expanded = expand_text(text, own, fragment.open_end);
    for (std::string& fault : own)
      fragment.source->fail(*fragment.value, std::move(fault));
    path_.pop_back();
    fragment.state = State::kDone;
  }
  return &fragment;
}

}  // namespace gainsay::ruleset
