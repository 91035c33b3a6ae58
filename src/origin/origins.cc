// Two reports have one origin when
// - half of the shingles (runs of five words) of the shorter one stand in the other, or
// - half of its sentences come again in the other, in the same order, in mostly the same words: the
//   work of an editor, or of a machine, on one text. Reports of eight sentences and more only.
//
// Few pairs of many reports are looked at closely: shingles and rare words lead to those that share
// enough of them.
#include "origin/origins.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "letters.h"
#include "types/disjoint_sets.h"

namespace gainsay::origin {
namespace {

constexpr std::size_t kShingle = 5;         // Broder 1997 uses 10 for web pages; news are shorter
constexpr std::size_t kLeastShingles = 12;  // guess: two shared sentences are no copy
constexpr double kCopied = 0.5;             // containment of the shingles
constexpr std::size_t kLeastSentences = 8;  // below, chance alignments are too likely
constexpr std::size_t kLeastWords = 4;      // of a sentence that is compared
constexpr double kAlike = 0.5;              // Dice of the words of two sentences
constexpr double kAligned = 0.5;            // share of the sentences
constexpr double kWorthALook = 0.25;  // shared words that a reworded copy has at the very least
// What more reports than this have tells no copies apart, and looking at all of them is quadratic.
constexpr std::size_t kMostShingle = 1000;
constexpr std::size_t kMostWord = 200;
constexpr std::size_t kLongWord = 4;  // bytes: leaves most function words out in any language

using Words = std::vector<std::uint64_t>;  // hashes, sorted, unique

struct Word {
  std::uint64_t hash = 0;  ///< of its letters in lower case
  std::size_t size = 0;    ///< bytes
  bool figure = false;     ///< has a digit
};

Word word_of(std::string_view letters, std::string& lower) {
  lower.assign(letters);
  bool figure = false;
  for (char& c : lower) {
    c = to_lower(c);
    figure = figure || (c >= '0' && c <= '9');
  }
  return {ContentHash().add(lower).value(), letters.size(), figure};
}

std::vector<Word> words_of(std::string_view sentence) {
  std::vector<Word> out;
  std::string lower;
  for (std::size_t at = 0; at < sentence.size();) {
    std::size_t end = at;
    while (end < sentence.size() && is_letter(sentence[end]))
      ++end;
    if (end > at) out.push_back(word_of(sentence.substr(at, end - at), lower));
    at = std::max(end, at + 1);
  }
  return out;
}

void make_set(Words& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

std::size_t shared(const Words& a, const Words& b) {
  std::size_t out = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i < *j) {
      ++i;
    } else if (*j < *i) {
      ++j;
    } else {
      ++out, ++i, ++j;
    }
  }
  return out;
}

/// A report as the two comparisons need it.
struct Print {
  Words shingles;
  Words words;                   ///< long words of the report
  std::vector<Words> sentences;  ///< long words of each sentence that has enough of them
};

Print print_of(const Input& report) {
  Print out;
  std::vector<std::uint64_t> run;
  for (std::string_view sentence : report.sentences) {
    Words long_words;
    for (const Word& word : words_of(sentence)) {
      run.push_back(word.hash);
      if (word.size >= kLongWord || word.figure) long_words.push_back(word.hash);
    }
    make_set(long_words);
    out.words.insert(out.words.end(), long_words.begin(), long_words.end());
    if (long_words.size() >= kLeastWords) out.sentences.push_back(std::move(long_words));
  }
  for (std::size_t i = 0; i + kShingle <= run.size(); ++i) {
    ContentHash shingle;
    for (std::size_t j = i; j < i + kShingle; ++j)
      shingle.add(run[j]);
    out.shingles.push_back(shingle.value());
  }
  make_set(out.shingles);
  make_set(out.words);
  return out;
}

/// Reports with an item in common; reports that have it alone are not listed.
struct Sharing {
  std::vector<std::vector<std::size_t>> holders;  ///< of each shared item, in order
  std::vector<std::vector<std::uint32_t>> items;  ///< of each report
};

template <class Items>
Sharing sharing_of(const std::vector<std::size_t>& reports, std::size_t most,
                   const Items& items_of) {
  std::vector<std::pair<std::uint64_t, std::size_t>> held;
  for (const std::size_t i : reports) {
    for (const std::uint64_t item : items_of(i))
      held.emplace_back(item, i);
  }
  std::sort(held.begin(), held.end());
  Sharing out;
  out.items.resize(reports.empty() ? 0 : reports.back() + 1);
  for (auto begin = held.begin(); begin != held.end();) {
    auto end = begin;
    while (end != held.end() && end->first == begin->first)
      ++end;
    const auto count = static_cast<std::size_t>(end - begin);
    if (count > 1 && count <= most) {
      const auto item = static_cast<std::uint32_t>(out.holders.size());
      std::vector<std::size_t>& holders = out.holders.emplace_back();
      for (; begin != end; ++begin) {
        holders.push_back(begin->second);
        out.items[begin->second].push_back(item);
      }
    }
    begin = end;
  }
  return out;
}

/// For each report, calls `each(i, j, shared)` for all j < i with items in common; items that more
/// than `most` reports have say nothing and are passed over.
template <class Items, class Each>
void for_each_sharing(const std::vector<std::size_t>& reports, std::size_t most,
                      const Items& items_of, const Each& each) {
  const Sharing sharing = sharing_of(reports, most, items_of);
  std::vector<std::uint32_t> counts(sharing.items.size(), 0);
  std::vector<std::size_t> touched;
  for (const std::size_t i : reports) {
    touched.clear();
    for (const std::uint32_t item : sharing.items[i]) {
      for (const std::size_t j : sharing.holders[item]) {
        if (j >= i) break;
        if (counts[j]++ == 0) touched.push_back(j);
      }
    }
    std::sort(touched.begin(), touched.end());
    for (const std::size_t j : touched)
      each(i, j, std::exchange(counts[j], 0));
  }
}

/// The most sentences that can be aligned without crossing (longest common subsequence).
std::size_t aligned(const std::vector<Words>& a, const std::vector<Words>& b) {
  std::vector<std::size_t> before(b.size() + 1, 0);
  std::vector<std::size_t> now(b.size() + 1, 0);
  for (const Words& sentence : a) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      const double dice = 2.0 * static_cast<double>(shared(sentence, b[j])) /
                          static_cast<double>(sentence.size() + b[j].size());
      now[j + 1] = dice >= kAlike ? before[j] + 1 : std::max(before[j + 1], now[j]);
    }
    std::swap(before, now);
  }
  return before.back();
}

bool is_reworded(const Print& a, const Print& b) {
  const std::size_t shorter = std::min(a.sentences.size(), b.sentences.size());
  return shorter >= kLeastSentences && static_cast<double>(aligned(a.sentences, b.sentences)) >=
                                           kAligned * static_cast<double>(shorter);
}

/// One report of each set of identical ones, the others joined to it.
std::vector<std::size_t> distinct(const std::vector<Print>& prints, DisjointSets& groups) {
  std::map<Words, std::size_t> first;
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < prints.size(); ++i) {
    if (prints[i].shingles.empty()) continue;
    const auto [at, is_new] = first.try_emplace(prints[i].shingles, i);
    if (is_new) {
      out.push_back(i);
    } else {
      groups.join(i, at->second);
    }
  }
  return out;
}

void join_copies(const std::vector<Print>& prints, const std::vector<std::size_t>& reports,
                 DisjointSets& groups) {
  const auto items = [&](std::size_t i) -> const Words& { return prints[i].shingles; };
  for_each_sharing(reports, kMostShingle, items,
                   [&](std::size_t i, std::size_t j, std::size_t count) {
                     const std::size_t shorter = std::min(items(i).size(), items(j).size());
                     if (shorter >= kLeastShingles &&
                         static_cast<double>(count) >= kCopied * static_cast<double>(shorter)) {
                       groups.join(i, j);
                     }
                   });
}

void join_reworded(const std::vector<Print>& prints, const std::vector<std::size_t>& reports,
                   DisjointSets& groups) {
  const std::size_t most = std::clamp<std::size_t>(reports.size() / 10, 20, kMostWord);
  const auto items = [&](std::size_t i) -> const Words& { return prints[i].words; };
  for_each_sharing(reports, most, items, [&](std::size_t i, std::size_t j, std::size_t count) {
    if (groups.root(i) == groups.root(j)) return;
    const std::size_t shorter = std::min(items(i).size(), items(j).size());
    if (static_cast<double>(count) < kWorthALook * static_cast<double>(shorter)) return;
    if (is_reworded(prints[i], prints[j])) groups.join(i, j);
  });
}

}  // namespace

std::vector<OriginId> group(const std::vector<Input>& reports) {
  std::vector<Print> prints;
  prints.reserve(reports.size());
  for (const Input& report : reports)
    prints.push_back(print_of(report));
  DisjointSets groups(reports.size());
  const std::vector<std::size_t> different = distinct(prints, groups);
  join_copies(prints, different, groups);
  join_reworded(prints, different, groups);
  std::map<std::size_t, OriginId> numbers;
  std::vector<OriginId> out;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const OriginId next{static_cast<std::uint32_t>(numbers.size() + 1)};
    out.push_back(numbers.try_emplace(groups.root(i), next).first->second);
  }
  return out;
}

}  // namespace gainsay::origin
