#include "ruleset/node.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <tuple>

namespace gainsay::ruleset {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::string in_quotes(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

const char* kind_name(const Yaml& node) {
  switch (node.kind) {
    case Yaml::Kind::kNull:
      return "nothing";
    case Yaml::Kind::kScalar:
      return "text";
    case Yaml::Kind::kList:
      return "a list";
    case Yaml::Kind::kMap:
      return "a map";
  }
  return "";
}

/// What stands there, short enough for a message.
std::string seen(const Yaml& node) {
  if (node.kind != Yaml::Kind::kScalar) return kind_name(node);
  return in_quotes(node.text.size() > 40 ? node.text.substr(0, 37) + "..." : node.text);
}

std::optional<double> to_number(std::string_view text) {
  if (text == ".inf" || text == "+.inf" || text == "inf") return kInfinity;
  if (text == "-.inf" || text == "-inf") return -kInfinity;
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) {
    return std::nullopt;
  }
  return value;
}

/// Edit distance in which swapping two neighbours is one step.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

std::string joined(std::span<const std::string> names) {
  std::string out;
  for (const std::string& name : names)
    out += (out.empty() ? "" : ", ") + name;
  return out;
}

std::string plain(double whole) {
  return std::to_string(static_cast<int>(whole));
}

}  // namespace

void Problems::add(std::string file, std::uint32_t line, std::uint32_t column, std::string message,
                   ErrorCode code) {
  problems_.push_back({std::move(file), line, column, code, std::move(message)});
}

std::vector<Error> Problems::take() {
  std::stable_sort(problems_.begin(), problems_.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
  });
  std::vector<Error> out;
  for (Problem& p : problems_) {
    out.push_back({p.code, p.file + ":" + std::to_string(p.line) + ":" + std::to_string(p.column),
                   std::move(p.message)});
  }
  problems_.clear();
  return out;
}

Location Source::at(const Yaml& node) const {
  return path + ":" + std::to_string(node.line) + ":" + std::to_string(node.column);
}

void Source::fail(const Yaml& node, std::string message) const {
  problems->add(path, node.line, node.column, std::move(message));
}

bool Source::note(Shape::Kind kind) const {
  if (noted == nullptr) return false;
  noted->kind = kind;
  return true;
}

std::string suggest(std::string_view word, std::span<const std::string> known) {
  if (word.size() > 64) return "";
  std::size_t best = std::max<std::size_t>(1, word.size() / 3) + 1;
  const std::string* nearest = nullptr;
  for (const std::string& candidate : known) {
    if (candidate.size() > word.size() + best || word.size() > candidate.size() + best) continue;
    const std::size_t d = distance(word, candidate);
    if (d < best || (d == best && nearest != nullptr && candidate < *nearest)) {
      best = d;
      nearest = &candidate;
    }
  }
  return nearest == nullptr ? "" : "; did you mean " + in_quotes(*nearest) + "?";
}

std::size_t read_choice(const Source& source, const Yaml& node, std::string_view what,
                        const std::vector<std::string>& names) {
  if (source.note(Shape::Kind::kChoice)) {
    source.noted->choices = names;
    return names.size();
  }
  std::string text;
  if (!read_text(source, node, what, text)) return names.size();
  const auto at = std::find(names.begin(), names.end(), text);
  if (at == names.end()) {
    std::string hint = suggest(text, names);
    if (hint.empty()) hint = "; it is one of: " + joined(names);
    source.fail(node, in_quotes(text) + " is no " + in_quotes(what) + hint);
  }
  return static_cast<std::size_t>(at - names.begin());
}

bool read_text(const Source& source, const Yaml& node, std::string_view what, std::string& out) {
  if (source.note(Shape::Kind::kText)) return false;
  if (node.kind != Yaml::Kind::kScalar || node.text.empty()) {
    const std::string got = node.kind == Yaml::Kind::kScalar ? "an empty text" : kind_name(node);
    source.fail(node, in_quotes(what) + " must be a text, not " + got);
    return false;
  }
  out = node.text;
  return true;
}

bool read_number(const Source& source, const Yaml& node, std::string_view what, double& out) {
  if (source.note(Shape::Kind::kNumber)) return false;
  const auto value = node.kind == Yaml::Kind::kScalar && node.plain ? to_number(node.text)
                                                                    : std::optional<double>();
  if (!value) {
    source.fail(node, in_quotes(what) + " must be a number, not " + seen(node));
    return false;
  }
  out = *value;
  return true;
}

bool read_number(const Source& source, const Yaml& node, std::string_view what, Range range,
                 double& out) {
  if (source.note(Shape::Kind::kNumber)) {
    source.noted->range = range;
    return false;
  }
  double value = 0;
  if (!read_number(source, node, what, value)) return false;
  if (value < range.lo || value > range.hi || (range.whole && value != std::trunc(value))) {
    source.fail(node,
                in_quotes(what) +
                    (range.whole ? " must be a whole number from " : " must be a number from ") +
                    plain(range.lo) + " to " + plain(range.hi));
    return false;
  }
  out = value;
  return true;
}

bool read_flag(const Source& source, const Yaml& node, std::string_view what, bool& out) {
  if (source.note(Shape::Kind::kFlag)) return false;
  if (!node.plain || (node.text != "true" && node.text != "false")) {
    source.fail(node, in_quotes(what) + " must be true or false, not " + seen(node));
    return false;
  }
  out = node.text == "true";
  return true;
}

std::span<const Yaml> read_list(const Source& source, const Yaml& node, std::string_view what) {
  if (node.kind == Yaml::Kind::kList) return node.items;
  source.fail(node, in_quotes(what) + " must be a list, not " + seen(node));
  return {};
}

std::vector<std::string> read_texts(const Source& source, const Yaml& node, std::string_view what) {
  std::vector<std::string> out;
  read_list(source, node, what, [&](const Source& list, const Yaml& item) {
    std::string text;
    if (item.kind == Yaml::Kind::kNull && list.noted == nullptr) {
      list.fail(item, "an item of " + in_quotes(what) + " is empty; the word null needs quotes");
    } else if (read_text(list, item, what, text)) {
      out.push_back(std::move(text));
    }
  });
  return out;
}

bool read_pair(const Source& source, const Yaml& node, std::string_view what, double& lo,
               double& hi) {
  if (source.note(Shape::Kind::kList)) {
    source.noted->of.emplace_back().kind = Shape::Kind::kNumber;
    return false;
  }
  if (node.kind != Yaml::Kind::kList || node.items.size() != 2) {
    source.fail(node, in_quotes(what) + " must be a list [lo, hi] of two numbers");
    return false;
  }
  const bool lo_read = read_number(source, node.items[0], what, lo);
  if (!read_number(source, node.items[1], what, hi) || !lo_read) return false;
  if (lo <= hi) return true;
  source.fail(node, in_quotes(what) + " begins above its end");
  return false;
}

std::vector<std::pair<const Yaml*, const Yaml*>> read_entries(const Source& source,
                                                              const Yaml& node,
                                                              std::string_view what) {
  std::vector<std::pair<const Yaml*, const Yaml*>> out;
  if (node.kind != Yaml::Kind::kMap) {
    source.fail(node, in_quotes(what) + " must be a map, not " + seen(node));
    return out;
  }
  std::map<std::string_view, const Yaml*> first;
  for (std::size_t i = 0; i + 1 < node.items.size(); i += 2) {
    const Yaml& key = node.items[i];
    if (key.kind != Yaml::Kind::kScalar) {
      source.fail(key, "a key must be a text, not " + std::string(kind_name(key)));
      continue;
    }
    const auto [it, is_new] = first.emplace(key.text, &key);
    if (!is_new) {
      source.fail(key, "the key " + in_quotes(key.text) + " stands twice; first at line " +
                           std::to_string(it->second->line));
      continue;
    }
    out.emplace_back(&key, &node.items[i + 1]);
  }
  return out;
}

MapView::MapView(const Source& source, const Yaml& node, std::string_view what)
    : source_(source), node_(node), what_(what) {
  if (source.note(Shape::Kind::kMap)) {
    source.noted->name = what_;
  } else {
    entries_ = read_entries(source, node, what);
  }
}

const Yaml* MapView::find(std::string_view key) {
  if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.emplace_back(key);
  const auto it = std::find_if(entries_.begin(), entries_.end(),
                               [&](const auto& entry) { return entry.first->text == key; });
  return it == entries_.end() ? nullptr : it->second;
}

const Yaml* MapView::need(std::string_view key) {
  const Yaml* found = find(key);
  if (found == nullptr && node_.kind == Yaml::Kind::kMap) {
    source_.fail(node_, what_ + " needs the key " + in_quotes(key));
  }
  return found;
}

void MapView::text(std::string_view key, std::string& out) {
  read(key, [&](const Source& s, const Yaml& node) { read_text(s, node, key, out); });
}
void MapView::need_text(std::string_view key, std::string& out) {
  need(key, [&](const Source& s, const Yaml& node) { read_text(s, node, key, out); });
}
void MapView::number(std::string_view key, double& out) {
  read(key, [&](const Source& s, const Yaml& node) { read_number(s, node, key, out); });
}
void MapView::number(std::string_view key, Range range, double& out) {
  read(key, [&](const Source& s, const Yaml& node) { read_number(s, node, key, range, out); });
}
void MapView::need_number(std::string_view key, double& out) {
  need(key, [&](const Source& s, const Yaml& node) { read_number(s, node, key, out); });
}
void MapView::flag(std::string_view key, bool& out) {
  read(key, [&](const Source& s, const Yaml& node) { read_flag(s, node, key, out); });
}
void MapView::texts(std::string_view key, std::vector<std::string>& out) {
  read(key, [&](const Source& s, const Yaml& node) { out = read_texts(s, node, key); });
}
void MapView::need_texts(std::string_view key, std::vector<std::string>& out) {
  need(key, [&](const Source& s, const Yaml& node) { out = read_texts(s, node, key); });
}

void MapView::finish() {
  for (const auto& [key, value] : entries_) {
    if (std::find(known_.begin(), known_.end(), key->text) != known_.end()) continue;
    std::string hint = suggest(key->text, known_);
    if (hint.empty()) hint = "; the keys here are: " + joined(known_);
    source_.fail(*key, "unknown key " + in_quotes(key->text) + hint);
  }
}

}  // namespace gainsay::ruleset
