#include "furniture.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "blocks.h"

namespace gainsay::ingest {
namespace {

/// Furniture longer than this is more likely a report whose end phrase is missing (a guess).
constexpr std::size_t kLongest = 2000;

struct Match {
  std::size_t begin = std::string_view::npos;
  std::size_t end = 0;
};

/// End of `pattern` matched at `at`, where # stands for one or more digits; nothing if it is not
/// there.
std::optional<std::size_t> match_at(std::string_view text, std::size_t at,
                                    std::string_view pattern) {
  for (char c : pattern) {
    if (c == '#') {
      const std::size_t digits = at;
      while (at < text.size() && is_digit(text[at]))
        ++at;
      if (at == digits) return std::nullopt;
    } else if (at < text.size() && text[at] == c) {
      ++at;
    } else {
      return std::nullopt;
    }
  }
  return at;
}

/// One rule over one block; remembers its next match so that no byte is looked at twice.
class Finder {
 public:
  Finder(const Options::Furniture& rule, std::string_view text) : text_(text), end_(rule.end) {
    phrase_ = rule.pattern.empty() ? std::string_view(rule.begin) : std::string_view(rule.pattern);
    to_block_end_ = rule.pattern.empty() && end_.empty();
    at_start_ = phrase_.starts_with('^');
    if (at_start_) phrase_.remove_prefix(1);
    whole_ = phrase_.ends_with('$');
    if (whole_) phrase_.remove_suffix(1);
    if (!phrase_.empty()) advance(0);
  }

  [[nodiscard]] const Match& next(std::size_t from) {
    if (match_.begin != std::string_view::npos && match_.begin < from) advance(from);
    return match_;
  }

 private:
  void advance(std::size_t from) {
    match_ = {};
    const std::string_view prefix = phrase_.substr(0, phrase_.find('#'));
    while (from < text_.size()) {
      const std::size_t at = at_start_ ? from : text_.find(prefix, from);
      if (at == std::string_view::npos || (at_start_ && at != 0)) return;
      const std::optional<std::size_t> end = match_at(text_, at, phrase_);
      if (end && (!whole_ || *end == text_.size())) {
        match_ = {at, end_of(*end)};
        return;
      }
      from = at + 1;
    }
  }
  [[nodiscard]] std::size_t end_of(std::size_t phrase_end) const {
    if (to_block_end_) return text_.size();
    const std::size_t found = text_.substr(phrase_end, kLongest).find(end_);
    return found == std::string_view::npos ? phrase_end : phrase_end + found + end_.size();
  }

  std::string_view text_;
  std::string_view phrase_;
  std::string_view end_;
  bool at_start_ = false;
  bool whole_ = false;
  bool to_block_end_ = false;
  Match match_;
};

void split(text::Block block, const std::vector<Options::Furniture>& rules,
           std::vector<text::Block>& out) {
  std::vector<Finder> finders;
  for (const Options::Furniture& rule : rules) {
    finders.emplace_back(rule, block.text);
    if (finders.back().next(0).begin == std::string_view::npos) finders.pop_back();
  }
  if (finders.empty()) {
    out.push_back(std::move(block));
    return;
  }
  const auto emit = [&](std::size_t begin, std::size_t end, Zone zone) {
    text::Block part = slice(block, begin, end);
    part.zone = zone;
    if (!part.text.empty()) out.push_back(std::move(part));
  };
  for (std::size_t from = 0; from < block.text.size();) {
    Match first;
    for (Finder& finder : finders) {
      const Match& match = finder.next(from);
      if (match.begin < first.begin || (match.begin == first.begin && match.end > first.end)) {
        first = match;
      }
    }
    emit(from, std::min(first.begin, block.text.size()), block.zone);
    if (first.begin == std::string_view::npos) return;
    emit(first.begin, first.end, Zone::kFurniture);
    from = first.end;
  }
}

}  // namespace

std::vector<text::Block> split_furniture(std::vector<text::Block> blocks,
                                         const std::vector<Options::Furniture>& rules) {
  if (rules.empty()) return blocks;
  std::vector<text::Block> out;
  out.reserve(blocks.size());
  for (text::Block& block : blocks) {
    if (block.zone == Zone::kBody || block.zone == Zone::kCaption) {
      split(std::move(block), rules, out);
    } else {
      out.push_back(std::move(block));
    }
  }
  return out;
}

}  // namespace gainsay::ingest
