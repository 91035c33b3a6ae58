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

std::vector<Token> tokens_of(std::string_view sentence) {
  std::vector<Token> out;
  for (std::size_t at = 0; at < sentence.size();) {
    const std::size_t begin = at;
    while (at < sentence.size()) {
      const std::size_t size = letter(sentence, at);
      if (size == 0) break;
      at += size;
    }
    if (at > begin) {
      out.push_back({sentence.substr(begin, at - begin), false});
    } else if (is_digit(sentence[at])) {
      at = number_end(sentence, at);
      out.push_back({sentence.substr(begin, at - begin), true});
    } else {
      ++at;
    }
  }
  return out;
}

void make_lower(std::string& word) {
  for (char& c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
}

std::string lower(std::string_view word) {
  std::string out(word);
  make_lower(out);
  return out;
}

std::vector<std::string> words_of(std::string_view sentence) {
  std::vector<std::string> out;
  for (const Token& token : tokens_of(sentence))
    out.push_back(token.number ? std::string(kNumber) : lower(token.text));
  return out;
}

}  // namespace gainsay::embed
