#include "words.h"

#include <algorithm>
#include <memory_resource>
#include <numeric>

namespace gainsay::judge {
namespace {

char* fold_to(std::string_view text, char* out) {
  for (const char c : text) {
    if (c == '.' || c == ',') continue;
    *out++ = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

}  // namespace

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::string fold(std::string_view text) {
  std::string out;
  out.resize(text.size());
  out.resize(static_cast<std::size_t>(fold_to(text, out.data()) - out.data()));
  return out;
}

std::vector<std::string_view> word_set(std::string_view text) {
  auto out = split(text);
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

bool subset(const std::vector<std::string_view>& part, const std::vector<std::string_view>& whole) {
  return std::ranges::includes(whole, part);
}

std::size_t shared(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  return static_cast<std::size_t>(std::ranges::count_if(
      a, [&](std::string_view word) { return std::ranges::binary_search(b, word); }));
}

// NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): written before it is read
FoldedName::FoldedName(std::string_view name) {
  if (name.size() > room_.size()) long_.resize(name.size());
  char* const begin = long_.empty() ? room_.data() : long_.data();
  char* const end = fold_to(name, begin);
  text_ = {begin, static_cast<std::size_t>(end - begin)};
  std::size_t count = 0;
  for (const char* at = begin; at != end;) {
    const char* const from = at;
    while (at != end && *at != ' ')
      ++at;
    const std::string_view word(from, static_cast<std::size_t>(at - from));
    if (at != end) ++at;
    if (word.empty()) continue;
    if (count == few_.size()) many_.assign(few_.begin(), few_.end());
    if (count < few_.size()) {
      few_[count] = word;
    } else {
      many_.push_back(word);
    }
    ++count;
  }
  words_ = many_.empty() ? std::span<const std::string_view>(few_.data(), count) : many_;
}

bool within(std::string_view a, std::string_view b, std::size_t limit) {
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return false;
  constexpr std::size_t kUsual = 64;
  std::array<std::size_t, kUsual> room;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  std::pmr::monotonic_buffer_resource memory(room.data(), sizeof room);
  std::pmr::vector<std::size_t> row(b.size() + 1, &memory);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    std::size_t least = row[0];
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = std::min({above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0U : 1U)});
      least = std::min(least, row[j + 1]);
      diagonal = above;
    }
    if (least > limit) return false;
  }
  return row[b.size()] <= limit;
}

}  // namespace gainsay::judge
