// Where sentences end. ICU proposes boundaries after every stop that a capital follows; what it
// cannot know is which stops belong to a word ("the U.S. Army", "Gen. Osk", "Ana V. Osk"), and it
// sees none where a page's markup was lost and two texts were glued together. The repairs here look
// at a bounded number of bytes around a boundary, so that the whole stays linear.
#include "boundaries.h"

#include <algorithm>
#include <array>

namespace gainsay::text {
namespace {

constexpr std::size_t kLongestWord = 40;  // no abbreviation is longer

constexpr std::array<std::string_view, 6> kClosers{"\"",           "'",           ")", "]",
                                                   "\xE2\x80\x9D", "\xE2\x80\x99"};
constexpr std::array<std::string_view, 4> kOpeners{"\xE2\x80\x9C", "\xE2\x80\x98", "(", "["};
constexpr std::array<std::string_view, 11> kBeforeWord{
    "\"",           "'",       "(", "[", "/", "-", "\xE2\x80\x9C", "\xE2\x80\x98", "\xE2\x80\x94",
    "\xE2\x80\x93", "\xC2\xA0"};

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_beyond_ascii(char c) {
  return (static_cast<unsigned char>(c) & 0x80U) != 0;
}

template <std::size_t N>
std::size_t suffix_of(const std::array<std::string_view, N>& marks, std::string_view text) {
  for (std::string_view mark : marks) {
    if (text.ends_with(mark)) return mark.size();
  }
  return 0;
}

std::string_view without_space_at_end(std::string_view text) {
  while (const std::size_t size = space_at_end(text))
    text.remove_suffix(size);
  return text;
}

/// The last word of `text`, its stop included; "" when it is too long for an abbreviation.
std::string_view last_word(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && text.size() - begin <= kLongestWord) {
    const std::string_view before = text.substr(0, begin);
    if (space_at_end(before) != 0 || suffix_of(kBeforeWord, before) != 0) break;
    --begin;
  }
  return text.size() - begin > kLongestWord ? std::string_view() : text.substr(begin);
}

/// "U.S.", "D.C.": capitals, each with a stop.
bool is_acronym(std::string_view word) {
  if (word.size() < 4 || word.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < word.size(); i += 2) {
    if (!is_upper(word[i]) || word[i + 1] != '.') return false;
  }
  return true;
}

/// "3.", "b.", "12)": the mark of a list item.
bool is_enumerator(std::string_view sentence) {
  if (sentence.size() > 4 || sentence.size() < 2) return false;
  const std::string_view mark = sentence.substr(0, sentence.size() - 1);
  return std::ranges::all_of(mark, is_digit) || (mark.size() == 1 && is_lower(mark.front()));
}

bool starts_new(std::string_view right, const StopWords& words) {
  std::size_t end = 0;
  while (end < right.size() && end < kLongestWord && (is_upper(right[end]) || is_lower(right[end])))
    ++end;
  return words.starters.contains(right.substr(0, end));
}

/// What the word before the stop says; `before` is the text before that word.
bool stop_belongs_to_word(std::string_view word, std::string_view before, std::string_view right,
                          const StopWords& words) {
  if (words.never.contains(word)) return true;
  const char next = right.front();
  if (words.number.contains(word)) return is_digit(next);
  const bool name_may_follow = is_upper(next) || is_digit(next) || is_beyond_ascii(next);
  if (words.maybe.contains(word) || is_acronym(word)) {
    const bool quote_follows =
        right.starts_with("\xE2\x80\x9C") || right.starts_with("\xE2\x80\x98");
    return name_may_follow && !quote_follows && !starts_new(right, words);
  }
  if (word.size() == 2 && is_lower(word.front())) return is_digit(next);  // "a. 38", once "a .38"
  const bool is_initial = word.size() == 2 && is_upper(word.front());
  if (!is_initial || !name_may_follow || starts_new(right, words)) return false;
  if (word != "I.") return true;
  const std::string_view previous = last_word(without_space_at_end(before));
  return !previous.empty() && is_upper(previous.front());
}

bool is_address(std::string_view sentence) {
  const std::size_t from = sentence.size() - std::min<std::size_t>(sentence.size(), 2048);
  const std::string_view tail = sentence.substr(from);
  const std::size_t space = tail.find_last_of(" \t\r\n");
  const std::string_view word = tail.substr(space == std::string_view::npos ? 0 : space + 1);
  return word.find("://") != std::string_view::npos || word.starts_with("www.");
}

}  // namespace

std::size_t space_at_start(std::string_view text) {
  if (text.empty()) return 0;
  if (is_space(text.front())) return 1;
  if (!is_beyond_ascii(text.front())) return 0;
  if (text.starts_with("\xC2\xA0") || text.starts_with("\xC2\x85")) return 2;
  if (text.size() < 3) return 0;
  const std::string_view three = text.substr(0, 3);
  if (three.starts_with("\xE2\x80")) {
    const auto last = static_cast<unsigned char>(three[2]);
    return last <= 0x8A || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : 0;
  }
  return three == "\xE2\x81\x9F" || three == "\xE3\x80\x80" || three == "\xE1\x9A\x80" ? 3 : 0;
}

std::size_t space_at_end(std::string_view text) {
  for (std::size_t size : {std::size_t{1}, std::size_t{2}, std::size_t{3}}) {
    if (text.size() >= size && space_at_start(text.substr(text.size() - size)) == size) return size;
  }
  return 0;
}

std::vector<std::size_t> glued_boundaries(std::string_view text) {
  std::vector<std::size_t> found;
  bool word_is_plain = true;  // no address, file name or version so far
  std::size_t word_begin = 0;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const char c = text[i];
    if (is_space(c)) {
      word_is_plain = true;
      word_begin = i + 1;
    } else if (c == '/' || c == '@' || c == '_' || c == '\\' || c == '=') {
      word_is_plain = false;
    } else if (c == '.') {
      const bool after_word = i >= word_begin + 2 &&
                              (is_lower(text[i - 1]) || is_beyond_ascii(text[i - 1])) &&
                              !is_digit(text[i - 2]);
      std::string_view next = text.substr(i + 1, 4);
      if (next.starts_with("\xE2\x80\x9C") || next.starts_with("\xE2\x80\x98"))
        next.remove_prefix(3);
      const bool before_word = next.size() > 1 && is_upper(next[0]) && next[1] != '.';
      if (word_is_plain && after_word && (before_word || (next.size() == 1 && is_upper(next[0])))) {
        found.push_back(i + 1);
        word_begin = i + 1;
      } else {
        word_is_plain = false;
      }
    }
  }
  return found;
}

std::size_t settle_quotes(std::string_view text, std::size_t begin, std::size_t boundary) {
  if (boundary == text.size()) return boundary;
  std::size_t settled = boundary;
  while (const std::size_t size = suffix_of(kOpeners, text.substr(begin, settled - begin)))
    settled -= size;
  if (settled != boundary) return settled;
  // A mark with a space after it closes, whatever stands before it.
  constexpr std::array<std::string_view, 3> kClosing{"\"", "\xE2\x80\x9D", "\xE2\x80\x99"};
  const std::string_view near = text.substr(boundary, kLongestWord);
  std::size_t marks = 0;
  for (bool again = true; again;) {
    again = false;
    for (std::string_view mark : kClosing) {
      if (!near.substr(marks).starts_with(mark)) continue;
      marks += mark.size();
      again = true;
    }
  }
  const std::string_view after = text.substr(boundary + marks);
  if (after.empty() || space_at_start(after) != 0) settled += marks;
  return settled;
}

bool runs_on(std::string_view text, std::size_t begin, std::size_t boundary,
             const StopWords& words) {
  const std::string_view left = without_space_at_end(text.substr(begin, boundary - begin));
  const std::string_view space = text.substr(begin + left.size(), boundary - begin - left.size());
  const std::string_view right = text.substr(boundary);
  if (right.empty() || left.empty()) return false;
  if (space.find_first_of("\r\n") != std::string_view::npos) return false;
  std::string_view core = left;
  while (const std::size_t size = suffix_of(kClosers, core))
    core.remove_suffix(size);
  if (core.empty()) return false;
  if (core.back() == '?' || core.back() == '!') {
    return is_lower(right.front()) || (space.empty() && is_address(left));
  }
  if (core.back() != '.') return false;
  if (is_enumerator(left)) return !space.empty();
  if (core.size() != left.size()) return false;
  const std::string_view word = last_word(core);
  if (word.size() < 2) return false;
  return stop_belongs_to_word(word, core.substr(0, core.size() - word.size()), right, words);
}

bool has_word(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_upper(text[i]) || is_lower(text[i]) || is_digit(text[i])) return true;
    const auto byte = static_cast<unsigned char>(text[i]);
    // General punctuation (U+2000 to U+206F) and Latin-1 signs are no letters.
    if (byte == 0xE2 && text.substr(i).starts_with("\xE2\x80")) {
      i += 2;
    } else if (byte == 0xC2) {
      ++i;
    } else if (byte >= 0x80) {
      return true;
    }
  }
  return false;
}

}  // namespace gainsay::text
