#include "tokens.h"

#include <algorithm>
#include <array>

namespace gainsay::extract {
namespace {

enum class Class : std::uint8_t { kSpace, kLetter, kDigit, kFraction, kApostrophe, kPunctuation };

struct Char {
  std::uint32_t code = 0;
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
  Class cls = Class::kPunctuation;
};

constexpr char32_t kEnDash = 0x2013;

bool in(std::uint32_t code, std::uint32_t low, std::uint32_t high) {
  return code >= low && code <= high;
}

Class classify(std::uint32_t code) {
  if (in(code, '0', '9')) return Class::kDigit;
  if (in(code, 'a', 'z') || in(code, 'A', 'Z')) return Class::kLetter;
  if (code == '\'' || code == 0x2019 || code == 0x2018) return Class::kApostrophe;
  if (code <= ' ' || code == 0xA0 || in(code, 0x2000, 0x200B) || code == 0x2028 || code == 0x2029 ||
      code == 0x202F || code == 0x205F || code == 0x3000 || code == 0xFEFF || code == 0x85) {
    return Class::kSpace;
  }
  if (in(code, 0xBC, 0xBE) || in(code, 0x2150, 0x215E)) return Class::kFraction;
  if (code < 0x80 || (in(code, 0xA1, 0xBF) && code != 0xAA && code != 0xB5 && code != 0xBA) ||
      code == 0xD7 || code == 0xF7 || in(code, 0x2010, 0x205E) || in(code, 0x20A0, 0x20CF) ||
      in(code, 0x2100, 0x2BFF) || in(code, 0x3001, 0x3020)) {
    return Class::kPunctuation;
  }
  return Class::kLetter;
}

Char decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
  };
  Char c;
  c.begin = static_cast<std::uint32_t>(at);
  const std::uint32_t lead = byte(at);
  const std::uint32_t want = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  c.size = 1;
  c.code = want == 1 ? lead : want == 2 ? lead & 0x1F : want == 3 ? lead & 0x0F : lead & 0x07;
  while (c.size < want && at + c.size < text.size() && (byte(at + c.size) & 0xC0) == 0x80) {
    c.code = (c.code << 6) | (byte(at + c.size) & 0x3F);
    ++c.size;
  }
  c.cls = classify(c.code);
  return c;
}

bool upper(std::uint32_t code) {
  return in(code, 'A', 'Z') || (in(code, 0xC0, 0xDE) && code != 0xD7) ||
         (in(code, 0x100, 0x137) && code % 2 == 0) || (in(code, 0x14A, 0x177) && code % 2 == 0) ||
         (in(code, 0x139, 0x148) && code % 2 == 1) || (in(code, 0x179, 0x17E) && code % 2 == 1) ||
         in(code, 0x391, 0x3A9) || in(code, 0x400, 0x42F);
}

std::uint32_t lower(std::uint32_t code) {
  if (!upper(code)) return code;
  if (code < 0x100 || in(code, 0x391, 0x3A9) || in(code, 0x410, 0x42F)) return code + 0x20;
  return code >= 0x400 ? code + 0x50 : code + 1;
}

void append_utf8(std::string& out, std::uint32_t code) {
  const auto put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6));
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | ((code >> 18) & 0x07));
    put(0x80 | ((code >> 12) & 0x3F));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {
    chars_.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
      chars_.push_back(decode(text, at));
      at += chars_.back().size;
    }
  }

  std::vector<Token> run() {
    for (std::size_t i = 0; i < chars_.size();) {
      if (cls(i) == Class::kSpace) {
        space_ = true;
        ++i;
        continue;
      }
      i = next(i);
      space_ = false;
    }
    for (Token& token : tokens_)
      token.hash = word_hash(token.norm);
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] Class cls(std::size_t i) const {
    return i < chars_.size() ? chars_[i].cls : Class::kSpace;
  }
  [[nodiscard]] std::uint32_t code(std::size_t i) const {
    return i < chars_.size() ? chars_[i].code : 0;
  }
  [[nodiscard]] bool letter(std::size_t i) const { return cls(i) == Class::kLetter; }
  [[nodiscard]] bool digit(std::size_t i) const { return cls(i) == Class::kDigit; }

  std::size_t next(std::size_t i) {
    if (digit(i)) return number(i);
    if (cls(i) == Class::kFraction) return emit(i, i + 1, Token::Kind::kNumber);
    if (letter(i)) return word(i);
    return punctuation(i);
  }

  std::size_t emit(std::size_t from, std::size_t to, Token::Kind kind) {
    Token token;
    token.span = {chars_[from].begin, chars_[to - 1].begin + chars_[to - 1].size};
    token.kind = kind;
    token.capital = upper(code(from));
    token.space_before = space_;
    for (std::size_t i = from; i < to; ++i)
      append_utf8(token.norm, normal(i));
    tokens_.push_back(std::move(token));
    space_ = false;
    return to;
  }

  [[nodiscard]] std::uint32_t normal(std::size_t i) const {
    if (cls(i) == Class::kApostrophe) return '\'';
    if (code(i) == 0x201C || code(i) == 0x201D) return '"';
    return lower(code(i));
  }

  // "1,200.5", "81st", "1990s"; other letters that follow are a token of their own.
  std::size_t number(std::size_t from) {
    std::size_t i = from;
    while (digit(i))
      ++i;
    const bool groups = i - from <= 3;
    while (groups && code(i) == ',' && digit(i + 1) && digit(i + 2) && digit(i + 3) &&
           !digit(i + 4)) {
      i += 4;
    }
    if (code(i) == '.' && digit(i + 1)) {
      ++i;
      while (digit(i))
        ++i;
    }
    if (letter(i)) {
      std::size_t end = i;
      std::string tail;
      while (end < i + 3 && letter(end))
        append_utf8(tail, lower(code(end++)));
      const bool suffix = tail == "st" || tail == "nd" || tail == "rd" || tail == "th" ||
                          (tail == "s" && code(i) == 's');
      if (suffix && !digit(end)) i = end;
    }
    return emit(from, i, Token::Kind::kNumber);
  }

  // "F-16", "COVID-19", "Su-27"
  [[nodiscard]] std::size_t designation(std::size_t from, std::size_t end) const {
    if (code(end) != '-' || !digit(end + 1) || end - from > 6) return end;
    bool capitals = true;
    for (std::size_t i = from; i < end; ++i)
      capitals = capitals && in(code(i), 'A', 'Z');
    if (!capitals && !(end - from == 2 && in(code(from), 'A', 'Z'))) return end;
    std::size_t i = end + 1;
    while (digit(i))
      ++i;
    if ((code(i) == ',' || code(i) == '.') && digit(i + 1)) return end;
    if (letter(i) && !letter(i + 1)) ++i;
    return letter(i) ? end : i;
  }

  // "U.S.", "a.m."
  [[nodiscard]] std::size_t initials(std::size_t from) const {
    std::size_t i = from;
    std::size_t count = 0;
    while (letter(i) && code(i + 1) == '.') {
      i += 2;
      ++count;
    }
    return count >= 2 && !letter(i) ? i : from;
  }

  std::size_t word(std::size_t from) {
    if (const std::size_t end = initials(from); end != from) {
      return emit(from, end, Token::Kind::kWord);
    }
    std::size_t i = from;
    bool digits = false;
    for (;; ++i) {
      if (letter(i)) continue;
      if (digit(i)) {
        digits = true;
        continue;
      }
      if (digits && (code(i) == '.' || code(i) == ',') && digit(i - 1) && digit(i + 1)) continue;
      if (cls(i) == Class::kApostrophe && letter(i + 1) && !contraction(i)) continue;
      break;
    }
    if (!digits) i = designation(from, i);
    if (cls(i) == Class::kApostrophe && (code(i + 1) | 0x20) == 't' && !letter(i + 2) &&
        i > from + 1 && (code(i - 1) | 0x20) == 'n') {
      emit(from, i - 1, Token::Kind::kWord);
      return emit(i - 1, i + 2, Token::Kind::kWord);
    }
    emit(from, i, Token::Kind::kWord);
    if (cls(i) == Class::kApostrophe && contraction(i)) {
      std::size_t end = i + 1;
      while (letter(end))
        ++end;
      return emit(i, end, Token::Kind::kWord);
    }
    return i;
  }

  // At the apostrophe of "'s", "'re", "n't" ...
  [[nodiscard]] bool contraction(std::size_t i) const {
    std::string tail;
    std::size_t end = i + 1;
    while (end < i + 4 && letter(end))
      append_utf8(tail, lower(code(end++)));
    constexpr std::array<std::string_view, 7> kTails = {"s", "re", "ve", "ll", "d", "m", "t"};
    const bool known = std::find(kTails.begin(), kTails.end(), tail) != kTails.end();
    return known && (tail != "t" || (i > 0 && (code(i - 1) | 0x20) == 'n'));
  }

  std::size_t punctuation(std::size_t i) {
    std::size_t end = i + 1;
    const std::uint32_t c = code(i);
    if (c == '-' || c == '.') {
      while (code(end) == c)
        ++end;
    }
    emit(i, end, Token::Kind::kPunctuation);
    const bool spaced = tokens_.back().space_before || cls(end) == Class::kSpace;
    std::string& norm = tokens_.back().norm;
    if (c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2212) norm = "-";
    if (c == kEnDash) norm = spaced ? "--" : "-";
    if (c == 0x2014 || c == 0x2015 || (c == '-' && end - i > 1)) norm = "--";
    return end;
  }

  std::string_view text_;
  std::vector<Char> chars_;
  std::vector<Token> tokens_;
  bool space_ = false;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text) {
  return Tokenizer(text).run();
}

}  // namespace gainsay::extract
