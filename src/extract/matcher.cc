#include "matcher.h"

#include <algorithm>
#include <deque>
#include <mutex>

#include <re2/re2.h>

#include "pattern_needs.h"
#include "word_map.h"

namespace gainsay::extract {
namespace {

constexpr std::int64_t kPatternMemory = std::int64_t{16} << 20;

/// A pattern, compiled when a sentence first has what it needs: a run uses few of all.
struct Compiled {
  const ruleset::Pattern& pattern;
  std::uint32_t rule = 0;
  bool unless = false;
  std::vector<std::uint32_t> needs;  ///< groups of atoms; the first is the rarest
  mutable std::once_flag once;
  mutable std::unique_ptr<RE2> made;

  Compiled(const ruleset::Pattern& from, std::uint32_t of, bool blocks)
      : pattern(from), rule(of), unless(blocks) {}

  [[nodiscard]] const RE2& regex() const {
    std::call_once(once, [&] {
      RE2::Options options;
      options.set_log_errors(false);
      options.set_max_mem(kPatternMemory);
      made = std::make_unique<RE2>(pattern.expanded, options);
    });
    return *made;
  }
};

/// The groups of atoms of which a sentence holds one.
class Present {
 public:
  explicit Present(std::size_t groups) : bits_(groups / 64 + 1) {}
  void add(std::uint32_t group) {
    std::uint64_t& word = bits_[group / 64];
    const std::uint64_t bit = std::uint64_t{1} << (group % 64);
    if ((word & bit) == 0) list_.push_back(group);
    word |= bit;
  }
  [[nodiscard]] bool has(std::uint32_t group) const {
    return ((bits_[group / 64] >> (group % 64)) & 1U) != 0;
  }
  [[nodiscard]] const std::vector<std::uint32_t>& list() const { return list_; }

 private:
  std::vector<std::uint64_t> bits_;
  std::vector<std::uint32_t> list_;
};

}  // namespace

struct Matcher::Impl {
  std::deque<Compiled> patterns;
  WordMap<std::vector<std::uint32_t>> groups_of;  ///< atom -> groups it is in
  std::vector<std::vector<std::uint32_t>> tried;  ///< group -> patterns whose rarest it is
  std::vector<std::uint32_t> always;              ///< patterns that need nothing

  void add(const ruleset::Pattern& pattern, std::uint32_t rule, bool unless,
           WordMap<std::uint32_t>& group_ids, std::vector<Error>& errors) {
    const auto index = static_cast<std::uint32_t>(patterns.size());
    Compiled& added = patterns.emplace_back(pattern, rule, unless);
    PatternNeeds needs = needs_of(pattern.expanded);
    if (!needs.sound && !added.regex().ok()) {
      errors.push_back(
          {ErrorCode::kInvalidRule, pattern.where,
           "the pattern `" + pattern.as_written + "` is refused: " + added.regex().error()});
    }
    std::ranges::sort(needs.groups, {}, [](const std::vector<std::string>& group) {
      int sum = 0;
      for (const std::string& atom : group)
        sum += commonness(atom);
      return sum;
    });
    for (const std::vector<std::string>& group : needs.groups)
      added.needs.push_back(group_id(group, group_ids));
    (added.needs.empty() ? always : tried[added.needs.front()]).push_back(index);
  }

  std::uint32_t group_id(const std::vector<std::string>& atoms, WordMap<std::uint32_t>& ids) {
    std::string name;
    for (const std::string& atom : atoms)
      name += atom + ' ';
    const auto id = static_cast<std::uint32_t>(ids.size());
    if (!ids.emplace(name, id)) return ids.find(name)->second;
    tried.emplace_back();
    for (const std::string& atom : atoms)
      groups_of[atom].push_back(id);
    return id;
  }

  // Patterns of which the sentence has all that they need, in order.
  [[nodiscard]] std::vector<std::uint32_t> candidates(const Analysis& a) const {
    Present present(tried.size());
    const std::string_view text = a.tagged;
    for (std::size_t begin = 1; begin < text.size();) {
      const std::size_t end = text.find(' ', begin);
      for_each_atom(text.substr(begin, end - begin), [&](std::string_view atom) {
        const auto found = groups_of.find(atom);
        if (found == groups_of.end()) return;
        for (const std::uint32_t group : found->second)
          present.add(group);
      });
      begin = end + 1;
    }
    std::vector<std::uint32_t> out = always;
    for (const std::uint32_t group : present.list()) {
      for (const std::uint32_t index : tried[group]) {
        if (std::ranges::all_of(patterns[index].needs,
                                [&](std::uint32_t need) { return present.has(need); })) {
          out.push_back(index);
        }
      }
    }
    std::ranges::sort(out);
    return out;
  }

  // The first match from `from` on. Where it stands is cheap to say for RE2, and what each group
  // holds is once that is known; together they are not.
  static bool next_match(const RE2& regex, const re2::StringPiece& text, std::size_t from,
                         std::vector<re2::StringPiece>& found) {
    const auto size = static_cast<int>(found.size());
    if (!regex.Match(text, from, text.size(), RE2::UNANCHORED, found.data(), 1)) return false;
    const auto begin = static_cast<std::size_t>(found[0].data() - text.data());
    return size == 1 ||
           regex.Match(text, begin, begin + found[0].size(), RE2::ANCHOR_BOTH, found.data(), size);
  }

  // Every match of one pattern; the search goes on behind the value.
  static void collect(const Compiled& pattern, const Analysis& a, std::vector<Match>& out) {
    const RE2& regex = pattern.regex();
    if (!regex.ok()) return;
    const auto groups = static_cast<std::size_t>(regex.NumberOfCapturingGroups()) + 1;
    std::vector<re2::StringPiece> found(groups);
    const re2::StringPiece text(a.tagged);
    std::size_t from = 0;
    while (from < a.tagged.size() && next_match(regex, text, from, found)) {
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
      for (const auto& [name, index] : regex.NamedCapturingGroups()) {
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
  WordMap<std::uint32_t> group_ids;
  for (std::uint32_t r = 0; r < rules.size(); ++r) {
    for (const auto& pattern : rules[r].patterns)
      impl_->add(pattern, r, false, group_ids, errors);
    for (const auto& pattern : rules[r].unless)
      impl_->add(pattern, r, true, group_ids, errors);
  }
}

Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;

std::vector<Match> Matcher::match(const Analysis& analysis) const {
  const std::vector<std::uint32_t> candidates = impl_->candidates(analysis);
  std::vector<Match> matches;
  std::vector<Match> blocked;
  for (const std::uint32_t index : candidates) {
    const Compiled& pattern = impl_->patterns[index];
    if (!pattern.unless) {
      Impl::collect(pattern, analysis, matches);
    } else if (!matches.empty() && matches.back().rule == pattern.rule) {
      // The patterns of a rule stand before its `unless`.
      Impl::collect(pattern, analysis, blocked);
    }
  }
  std::erase_if(matches, [&](const Match& m) {
    return std::ranges::any_of(
        blocked, [&](const Match& b) { return b.rule == m.rule && b.whole.overlaps(m.whole); });
  });
  return matches;
}

}  // namespace gainsay::extract
