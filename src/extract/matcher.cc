#include "matcher.h"

#include <algorithm>
#include <deque>
#include <mutex>

#include <re2/re2.h>

#include "pattern_needs.h"
#include "pattern_starts.h"
#include "types/parallel.h"
#include "word_map.h"

namespace gainsay::extract {
namespace {

constexpr std::int64_t kPatternMemory = std::int64_t{16} << 20;
constexpr std::size_t kMaxThreads = 8;
constexpr std::size_t kPatternsOfThread = 100;  // fewer are read sooner than a thread begins

/// A pattern, compiled when a sentence first has what it needs: a run uses few of all.
struct Compiled {
  const ruleset::Pattern& pattern;
  std::uint32_t rule = 0;
  bool unless = false;
  std::vector<std::uint32_t> needs;  ///< groups of atoms; the first is the rarest
  /// Atoms with which a match begins, in order; none: with any unit.
  std::vector<std::uint32_t> starts;
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

/// A pattern and what is read off it.
struct Draft {
  const ruleset::Pattern* pattern = nullptr;
  std::uint32_t rule = 0;
  bool unless = false;
  PatternNeeds needs;  ///< the rarest group first
  std::vector<std::string> starts;

  void read() {
    needs = needs_of(pattern->expanded);
    starts = starts_of(pattern->expanded);
    std::ranges::sort(needs.groups, {}, [](const std::vector<std::string>& group) {
      int sum = 0;
      for (const std::string& atom : group)
        sum += commonness(atom);
      return sum;
    });
  }
};

/// Patterns do not depend on each other, and to read them is most of what a short run waits for.
void read_all(std::vector<Draft>& drafts) {
  in_parallel(drafts.size(), threads_for(drafts.size(), kPatternsOfThread, kMaxThreads),
              [&](std::size_t i, std::size_t) { drafts[i].read(); });
}

/// What is known of an atom. Of a pattern's groups the first is the rarest.
struct Atom {
  struct Trial {
    std::uint32_t pattern = 0;
    std::uint32_t second = 0;  ///< its second group, or its first where there is no other
  };
  std::vector<std::uint32_t> groups;  ///< that it is in
  std::vector<Trial> trials;          ///< patterns in whose first group it is
  bool opens = false;                 ///< some pattern begins with it
};

/// What a sentence holds of what patterns name.
struct Present {
  struct Opening {
    std::uint32_t atom = 0;
    std::uint32_t at = 0;  ///< offset of the blank before the unit
  };
  explicit Present(std::size_t count) : groups(count) {}

  std::vector<std::uint32_t> groups;  ///< where the last unit of each ends, 0: there is none
  std::vector<const Atom*> atoms;
  std::vector<Opening> openings;  ///< units with which some pattern begins, in order
};

}  // namespace

struct Matcher::Impl {
  std::deque<Compiled> patterns;
  WordMap<Atom> atoms;
  std::size_t groups = 0;
  std::vector<std::uint32_t> always;  ///< patterns that need nothing

  void add(const Draft& draft, WordMap<std::uint32_t>& group_ids, std::vector<Error>& errors) {
    const auto index = static_cast<std::uint32_t>(patterns.size());
    Compiled& added = patterns.emplace_back(*draft.pattern, draft.rule, draft.unless);
    if (!draft.needs.sound && !added.regex().ok()) {
      errors.push_back(
          {ErrorCode::kInvalidRule, draft.pattern->where,
           "the pattern `" + draft.pattern->as_written + "` is refused: " + added.regex().error()});
    }
    for (const std::string& start : draft.starts) {
      atoms[start].opens = true;
      added.starts.push_back(static_cast<std::uint32_t>(atoms.find(start) - atoms.begin()));
    }
    std::ranges::sort(added.starts);
    for (const std::vector<std::string>& group : draft.needs.groups)
      added.needs.push_back(group_id(group, group_ids));
    if (added.needs.empty()) return always.push_back(index);
    const std::uint32_t second = added.needs[added.needs.size() > 1 ? 1 : 0];
    for (const std::string& member : draft.needs.groups.front())
      atoms[member].trials.push_back({index, second});
  }

  std::uint32_t group_id(const std::vector<std::string>& group, WordMap<std::uint32_t>& ids) {
    std::string name;
    for (const std::string& member : group)
      name += member + ' ';
    const auto id = static_cast<std::uint32_t>(ids.size());
    if (!ids.emplace(name, id)) return ids.find(name)->second;
    groups = ids.size();
    for (const std::string& member : group)
      atoms[member].groups.push_back(id);
    return id;
  }

  [[nodiscard]] Present present(const Analysis& a) const {
    Present out(groups);
    const std::string_view text = a.tagged;
    for (std::size_t blank = 0; blank + 1 < text.size();) {
      const std::size_t end = text.find(' ', blank + 1);
      for_each_atom(text.substr(blank + 1, end - blank - 1), [&](std::string_view name) {
        const auto found = atoms.find(name);
        if (found == atoms.end()) return;
        const Atom& atom = found->second;
        for (const std::uint32_t group : atom.groups)
          out.groups[group] = static_cast<std::uint32_t>(end);
        if (!atom.trials.empty()) out.atoms.push_back(&atom);
        if (atom.opens) {
          const auto number = static_cast<std::uint32_t>(found - atoms.begin());
          out.openings.push_back({number, static_cast<std::uint32_t>(blank)});
        }
      });
      blank = end;
    }
    return out;
  }

  // Patterns of which the sentence has all that they need, in order.
  [[nodiscard]] std::vector<std::uint32_t> candidates(const Present& present) const {
    std::vector<std::uint32_t> out = always;
    for (const Atom* atom : present.atoms) {
      for (const Atom::Trial trial : atom->trials) {
        if (present.groups[trial.second] == 0) continue;
        const bool all =
            std::ranges::all_of(patterns[trial.pattern].needs,
                                [&](std::uint32_t need) { return present.groups[need] != 0; });
        if (all) out.push_back(trial.pattern);
      }
    }
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  // Every match of one pattern; the search goes on behind the value. To ask RE2 at the places where
  // a match can begin is cheaper than to let it search. Where a match ends is cheap to say too, and
  // what each group holds is once that is known; together they are not.
  static void collect(const Compiled& pattern, const Present& present, const Analysis& a,
                      std::vector<Match>& out) {
    // A match holds all that the pattern needs, and so begins before the last of each.
    std::size_t latest = a.tagged.size();
    for (const std::uint32_t need : pattern.needs)
      latest = std::min<std::size_t>(latest, present.groups[need]);
    const auto opens = [&](const Present::Opening& opening) {
      return opening.at < latest && std::ranges::binary_search(pattern.starts, opening.atom);
    };
    if (!pattern.starts.empty() && std::ranges::none_of(present.openings, opens)) return;
    const RE2& regex = pattern.regex();
    if (!regex.ok()) return;
    const auto groups = regex.NumberOfCapturingGroups() + 1;
    std::vector<re2::StringPiece> found(static_cast<std::size_t>(groups));
    const re2::StringPiece text(a.tagged);
    const auto begin_of = [&] { return static_cast<std::size_t>(found[0].data() - text.data()); };
    std::size_t from = 0;
    const auto at = [&](std::size_t place, RE2::Anchor anchor) {
      if (!regex.Match(text, place, text.size(), anchor, found.data(), 1)) return false;
      const std::size_t begin = begin_of();
      if (groups > 1 && !regex.Match(text, begin, begin + found[0].size(), RE2::ANCHOR_BOTH,
                                     found.data(), groups)) {
        return false;
      }
      out.push_back(read(pattern, a, found));
      from = std::max(from + 1, resume(out.back(), a, begin + found[0].size() - 1));
      return true;
    };
    if (pattern.starts.empty()) {
      while (from < latest && at(from, RE2::UNANCHORED)) {
      }
      return;
    }
    for (const Present::Opening& opening : present.openings) {
      if (opening.at < from || !opens(opening)) continue;
      at(opening.at, RE2::ANCHOR_START);
      from = std::max(from, std::size_t{opening.at} + 1);
    }
  }

  static Match read(const Compiled& pattern, const Analysis& a,
                    const std::vector<re2::StringPiece>& found) {
    const auto range = [&](const re2::StringPiece& piece) {
      auto first = static_cast<std::size_t>(piece.data() - a.tagged.data());
      std::size_t last = first + piece.size();
      while (first < last && a.tagged[first] == ' ')
        ++first;
      while (last > first && a.tagged[last - 1] == ' ')
        --last;
      if (first == last) return UnitRange{};
      return UnitRange{a.unit_at[first], a.unit_at[last - 1] + 1};
    };
    Match match{pattern.rule, range(found[0]), {}};
    for (const auto& [name, index] : pattern.regex().NamedCapturingGroups()) {
      const re2::StringPiece& piece = found[static_cast<std::size_t>(index)];
      if (piece.data() != nullptr && !piece.empty()) match.groups[name] = range(piece);
    }
    return match;
  }

  // Behind the value, else at the last blank of the match.
  static std::size_t resume(const Match& match, const Analysis& a, std::size_t last) {
    const UnitRange* value = match.group("value");
    if (value == nullptr) value = match.group("label");
    return value == nullptr ? last : end_offset(a, *value);
  }

  [[nodiscard]] static std::size_t end_offset(const Analysis& a, UnitRange range) {
    const auto after = std::upper_bound(a.unit_at.begin() + 1, a.unit_at.end(), range.last - 1);
    return static_cast<std::size_t>(after - a.unit_at.begin()) - 1;
  }
};

Matcher::Matcher(const std::vector<ruleset::ClaimRule>& rules, std::vector<Error>& errors)
    : impl_(std::make_unique<Impl>()) {
  std::vector<Draft> drafts;
  for (std::uint32_t r = 0; r < rules.size(); ++r) {
    for (const auto& pattern : rules[r].patterns)
      drafts.push_back({&pattern, r, false, {}, {}});
    for (const auto& pattern : rules[r].unless)
      drafts.push_back({&pattern, r, true, {}, {}});
  }
  read_all(drafts);
  WordMap<std::uint32_t> group_ids;
  for (const Draft& draft : drafts)
    impl_->add(draft, group_ids, errors);
}

Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher& Matcher::operator=(Matcher&&) noexcept = default;

std::vector<Match> Matcher::match(const Analysis& analysis) const {
  const Present present = impl_->present(analysis);
  std::vector<Match> matches;
  std::vector<Match> blocked;
  for (const std::uint32_t index : impl_->candidates(present)) {
    const Compiled& pattern = impl_->patterns[index];
    if (!pattern.unless) {
      Impl::collect(pattern, present, analysis, matches);
    } else if (!matches.empty() && matches.back().rule == pattern.rule) {
      // The patterns of a rule stand before its `unless`.
      Impl::collect(pattern, present, analysis, blocked);
    }
  }
  std::erase_if(matches, [&](const Match& m) {
    return std::ranges::any_of(
        blocked, [&](const Match& b) { return b.rule == m.rule && b.whole.overlaps(m.whole); });
  });
  return matches;
}

}  // namespace gainsay::extract
