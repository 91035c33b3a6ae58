#include "words.h"

namespace gainsay::embed {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Bytes of a UTF-8 letter at `at`, 0 for anything else. U+0080..U+00BF and U+2000..U+206F are
/// spaces, quotation marks and dashes.
std::size_t letter(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) return 1;
  if (byte < 0xC3) return 0;
  const std::size_t size = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
  if (at + size > text.size()) return 0;
  const auto next = static_cast<unsigned char>(text[at + 1]);
  return byte == 0xE2 && (next == 0x80 || next == 0x81) ? 0 : size;
}

/// The end of the number at `at`: digits with points and commas between them.
std::size_t number_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) {
    ++at;
    const bool inside =
        at + 1 < text.size() && (text[at] == '.' || text[at] == ',') && is_digit(text[at + 1]);
    if (inside) ++at;
  }
  return at;
}

}  // namespace

std::vector<std::string> words_of(std::string_view sentence) {
  std::vector<std::string> out;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) out.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t at = 0; at < sentence.size();) {
    if (const std::size_t size = letter(sentence, at); size > 0) {
      const char c = sentence[at];
      if (c >= 'A' && c <= 'Z') {
        word += static_cast<char>(c - 'A' + 'a');
      } else {
        word.append(sentence.substr(at, size));
      }
      at += size;
      continue;
    }
    finish();
    if (is_digit(sentence[at])) {
      out.emplace_back(kNumber);
      at = number_end(sentence, at);
    } else {
      ++at;
    }
  }
  finish();
  return out;
}

}  // namespace gainsay::embed
