// Extraction asks some hundred times a sentence whether a word is in a list. A look-up here is one
// multiplication for a word of up to eight bytes and, mostly, one comparison.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace gainsay::extract {

/// Eight bytes, or fewer followed by zeros; the lowest byte is the first.
constexpr std::uint64_t bytes_of(std::string_view text) {
  std::uint64_t out = 0;
  if (!std::is_constant_evaluated() && std::endian::native == std::endian::little) {
    const std::size_t n = text.size();
    if (n >= 8) {
      std::memcpy(&out, text.data(), 8);
    } else if (n >= 4) {
      std::uint32_t low = 0;
      std::uint32_t high = 0;
      std::memcpy(&low, text.data(), 4);
      std::memcpy(&high, text.data() + n - 4, 4);
      out = low | (std::uint64_t{high} << (8 * (n - 4)));
    } else {
      for (std::size_t i = 0; i < n; ++i)
        out |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
    }
    return out;
  }
  for (std::size_t i = 0; i < text.size() && i < 8; ++i)
    out |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
  return out;
}

constexpr std::uint32_t word_hash(std::string_view word) {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15ULL;  // 2^64 over the golden ratio
  std::uint64_t hash = word.size() * kOdd;
  while (!word.empty()) {
    hash = (hash ^ bytes_of(word)) * kOdd;
    hash ^= hash >> 32;
    word.remove_prefix(word.size() < 8 ? word.size() : 8);
  }
  return static_cast<std::uint32_t>(hash);
}

struct ListsOfWord;

/// A word with its hash, and what the lists say of it where that has been looked up.
struct WordKey : std::string_view {
  constexpr WordKey() = default;
  template <class Text>
  requires std::is_convertible_v<const Text&, std::string_view>
  constexpr WordKey(const Text& text)  // NOLINT(google-explicit-constructor)
      : std::string_view(text), hash(word_hash(*this)) {}
  constexpr WordKey(std::string_view text, std::uint32_t of_text, const ListsOfWord* known)
      : std::string_view(text), hash(of_text), lists(known) {}

  std::uint32_t hash = 0;  ///< word_hash() of it
  const ListsOfWord* lists = nullptr;
};

/// Words to values, with the part of std::map's interface that is used; the order is that in which
/// the words came. Grows only; a new word makes iterators and references void.
template <class T>
class WordMap {
 public:
  using value_type = std::pair<std::string, T>;  // NOLINT(readability-identifier-naming)
  using const_iterator = const value_type*;      // NOLINT(readability-identifier-naming)

  [[nodiscard]] const_iterator begin() const { return entries_.data(); }
  [[nodiscard]] const_iterator end() const { return entries_.data() + entries_.size(); }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

  [[nodiscard]] const_iterator find(const WordKey& word) const {
    return begin() + place(word, word.hash);
  }
  [[nodiscard]] bool contains(const WordKey& word) const { return find(word) != end(); }
  /// The value of the word, new and empty when there was none.
  T& operator[](std::string_view word) { return add(word, T{}).first.second; }
  /// Keeps the value of a word that is there.
  bool emplace(std::string_view word, T value) { return add(word, std::move(value)).second; }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry = 0;  ///< from 1; 0 is a free slot
  };

  // The index of the word, or the number of all words.
  [[nodiscard]] std::size_t place(std::string_view word, std::uint32_t hash) const {
    if (slots_.empty()) return 0;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
      const Slot slot = slots_[i];
      if (slot.entry == 0) return entries_.size();
      if (slot.hash == hash && entries_[slot.entry - 1].first == word) return slot.entry - 1;
    }
  }
  std::pair<value_type&, bool> add(std::string_view word, T value) {
    const std::uint32_t hash = word_hash(word);
    const std::size_t at = place(word, hash);
    if (at != entries_.size()) return {entries_[at], false};
    if ((entries_.size() + 1) * 2 > slots_.size()) grow();
    entries_.emplace_back(std::string(word), std::move(value));
    settle(hash, static_cast<std::uint32_t>(entries_.size()));
    return {entries_.back(), true};
  }
  void settle(std::uint32_t hash, std::uint32_t entry) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = hash & mask;
    while (slots_[i].entry != 0)
      i = (i + 1) & mask;
    slots_[i] = {hash, entry};
  }
  void grow() {
    const std::vector<Slot> old =
        std::exchange(slots_, std::vector<Slot>(slots_.empty() ? 16 : slots_.size() * 2));
    for (const Slot slot : old) {
      if (slot.entry != 0) settle(slot.hash, slot.entry);
    }
  }

  std::vector<Slot> slots_;  ///< a power of two, at most half full
  std::vector<value_type> entries_;
};

/// Words, looked up in the same way.
class WordSet {
 public:
  WordSet() = default;
  template <class Words>
  explicit WordSet(const Words& words) {
    for (const auto& word : words)
      insert(word);
  }
  void insert(std::string_view word) { words_.emplace(word, {}); }
  [[nodiscard]] bool contains(const WordKey& word) const { return words_.contains(word); }

 private:
  struct Nothing {};
  WordMap<Nothing> words_;
};

/// The name of a word list with its hash, which is made while compiling where the name is a
/// literal.
struct ListName {
  template <class Name>
  requires std::is_convertible_v<Name, std::string_view>
  constexpr ListName(const Name& list)  // NOLINT(google-explicit-constructor)
      : name(list), hash(word_hash(name)) {}
  std::string_view name;
  std::uint32_t hash = 0;
};

/// Lists by the hash of their name: rule files name some hundred, and the tests see that no two
/// share one. Most questions are answered by one bit of the mask.
class ListNames {
 public:
  void add(ListName list) {
    if (has(list)) return;
    mask_ |= bit(list);
    hashes_.push_back(list.hash);
  }
  [[nodiscard]] bool has(ListName list) const {
    return (mask_ & bit(list)) != 0 && std::ranges::find(hashes_, list.hash) != hashes_.end();
  }

 private:
  [[nodiscard]] static std::uint64_t bit(ListName list) {
    return std::uint64_t{1} << (list.hash >> 26);
  }
  std::uint64_t mask_ = 0;
  std::vector<std::uint32_t> hashes_;
};

/// The lists that hold a word, and those of which an entry begins with it.
struct ListsOfWord {
  ListNames holding;
  ListNames begun;
};

/// Which words are in which lists. A key that knows its lists is not looked up again: all
/// instances are made from the lists of one RuleSet.
class WordLists {
 public:
  void add(ListName list, std::string_view word) { words_[word].holding.add(list); }
  void add_begin(ListName list, std::string_view word) { words_[word].begun.add(list); }

  [[nodiscard]] const ListsOfWord& of(const WordKey& word) const {
    if (word.lists != nullptr) return *word.lists;
    const auto known = words_.find(word);
    return known == words_.end() ? none() : known->second;
  }
  [[nodiscard]] bool has(ListName list, const WordKey& word) const {
    return of(word).holding.has(list);
  }
  [[nodiscard]] bool begins(ListName list, const WordKey& word) const {
    return of(word).begun.has(list);
  }
  [[nodiscard]] static const ListsOfWord& none() {
    static const ListsOfWord kNone;
    return kNone;
  }

 private:
  WordMap<ListsOfWord> words_;
};

}  // namespace gainsay::extract
