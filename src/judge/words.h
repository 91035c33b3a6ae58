#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay::judge {

/// Words between spaces; views into `text`.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text);
/// The same, sorted and without repetition.
[[nodiscard]] std::vector<std::string_view> word_set(std::string_view text);
/// Is every word of `part` in `whole`? Both sorted.
[[nodiscard]] bool subset(const std::vector<std::string_view>& part,
                          const std::vector<std::string_view>& whole);
[[nodiscard]] std::size_t shared(const std::vector<std::string_view>& a,
                                 const std::vector<std::string_view>& b);
/// ASCII letters in lower case, full stops and commas removed.
[[nodiscard]] std::string fold(std::string_view text);

/// A name, folded and cut into words. One of usual length stays off the heap: rejecting a pair must
/// cost no allocation.
class FoldedName {
 public:
  explicit FoldedName(std::string_view name);
  FoldedName(const FoldedName&) = delete;
  FoldedName& operator=(const FoldedName&) = delete;
  [[nodiscard]] std::string_view text() const& { return text_; }
  [[nodiscard]] std::string_view text() && = delete;
  [[nodiscard]] std::span<const std::string_view> words() const& { return words_; }
  [[nodiscard]] std::span<const std::string_view> words() && = delete;

 private:
  static constexpr std::size_t kUsualBytes = 96;
  static constexpr std::size_t kUsualWords = 8;
  std::array<char, kUsualBytes> room_;
  std::array<std::string_view, kUsualWords> few_;
  std::string long_;                    ///< in place of `room_`
  std::vector<std::string_view> many_;  ///< in place of `few_`
  std::string_view text_;
  std::span<const std::string_view> words_;
};

/// Is the Levenshtein distance, in bytes, `limit` at most?
[[nodiscard]] bool within(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace gainsay::judge
