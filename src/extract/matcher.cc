#include "matcher.h"

#include <algorithm>

#include <re2/re2.h>
#include <re2/set.h>

namespace gainsay::extract {
namespace {

constexpr std::int64_t kSetMemory = std::int64_t{256} << 20;
constexpr std::int64_t kPatternMemory = std::int64_t{16} << 20;

struct Compiled {
  std::unique_ptr<RE2> regex;
  std::uint32_t rule = 0;
  bool unless = false;
};

}  // namespace

struct Matcher::Impl {
  std::vector<Compiled> patterns;
  std::unique_ptr<RE2::Set> set;

  void add(const ruleset::Pattern& pattern, std::uint32_t rule, bool unless,
           std::vector<Error>& errors) {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(kPatternMemory);
    auto regex = std::make_unique<RE2>(pattern.expanded, options);
    if (!regex->ok()) {
      errors.push_back({ErrorCode::kInvalidRule, pattern.where,
                        "the pattern `" + pattern.as_written + "` is refused: " + regex->error()});
      return;
    }
    if (set->Add(pattern.expanded, nullptr) != static_cast<int>(patterns.size())) {
      errors.push_back({ErrorCode::kInvalidRule, pattern.where, "the pattern is too large"});
      return;
    }
    patterns.push_back({std::move(regex), rule, unless});
  }

  // Every match of one pattern; the search goes on behind the value.
  void collect(const Compiled& pattern, const Analysis& a, std::vector<Match>& out) const {
    const auto groups = static_cast<std::size_t>(pattern.regex->NumberOfCapturingGroups()) + 1;
    std::vector<re2::StringPiece> found(groups);
    const re2::StringPiece text(a.tagged);
    std::size_t from = 0;
    while (from < a.tagged.size() && pattern.regex->Match(text, from, text.size(), RE2::UNANCHORED,
                                                          found.data(), static_cast<int>(groups))) {
      const auto range = [&](const re2::StringPiece& piece) {
        const auto begin = static_cast<std::size_t>(piece.data() - text.data());
        std::size_t first = begin;
        std::size_t last = begin + piece.size();
        while (first < last && a.tagged[first] == ' ')
          ++first;
        while (last > first && a.tagged[last - 1] == ' ')
          --last;
        if (first == last) return UnitRange{};
        return UnitRange{a.unit_at[first], a.unit_at[last - 1] + 1};
      };
      Match match{pattern.rule, range(found[0]), {}};
      for (const auto& [name, index] : pattern.regex->NamedCapturingGroups()) {
        const re2::StringPiece& piece = found[static_cast<std::size_t>(index)];
        if (piece.data() != nullptr && !piece.empty()) match.groups[name] = range(piece);
      }
      const UnitRange* value = match.group("value");
      if (value == nullptr) value = match.group("label");
      const re2::StringPiece& end_of = found[0];
      std::size_t next = static_cast<std::size_t>(end_of.data() - text.data()) + end_of.size() - 1;
      if (value != nullptr) next = end_offset(a, *value);
      out.push_back(std::move(match));
      from = std::max(from + 1, next);
    }
  }

  [[nodiscard]] static std::size_t end_offset(const Analysis& a, UnitRange range) {
    const auto after = std::upper_bound(a.unit_at.begin() + 1, a.unit_at.end(), range.last - 1);
    return static_cast<std::size_t>(after - a.unit_at.begin()) - 1;
  }
};

Matcher::Matcher(const std::vector<ruleset::ClaimRule>& rules, std::vector<Error>& errors)
    : impl_(std::make_unique<Impl>()) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kSetMemory);
  impl_->set = std::make_unique<RE2::Set>(options, RE2::UNANCHORED);
  for (std::uint32_t r = 0; r < rules.size(); ++r) {
    for (const auto& pattern : rules[r].patterns)
      impl_->add(pattern, r, false, errors);
    for (const auto& pattern : rules[r].unless)
      impl_->add(pattern, r, true, errors);
  }
  if (!impl_->set->Compile()) {
    errors.push_back({ErrorCode::kInvalidRule, "rules", "all patterns together are too large"});
  }
}

Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;

std::vector<Match> Matcher::match(const Analysis& analysis) const {
  std::vector<int> hits;
  impl_->set->Match(analysis.tagged, &hits);
  std::sort(hits.begin(), hits.end());
  std::vector<Match> matches;
  std::vector<Match> blocked;
  for (const int hit : hits) {
    const Compiled& pattern = impl_->patterns[static_cast<std::size_t>(hit)];
    impl_->collect(pattern, analysis, pattern.unless ? blocked : matches);
  }
  std::erase_if(matches, [&](const Match& m) {
    return std::ranges::any_of(
        blocked, [&](const Match& b) { return b.rule == m.rule && b.whole.overlaps(m.whole); });
  });
  return matches;
}

}  // namespace gainsay::extract
