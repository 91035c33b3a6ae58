// Reads a pattern as far as the end of the first token of what it matches. A text that is known to
// its blank is closed; what the reader does not know it takes for "may begin anywhere".
#include "pattern_starts.h"

#include <algorithm>
#include <cstdlib>

namespace gainsay::extract {
namespace {

constexpr std::size_t kMost = 2000;         // texts of one pattern
constexpr std::size_t kMostWork = 200'000;  // texts that are written, joined and left
constexpr std::size_t kLongest = 200;       // bytes of a text
constexpr int kMaxDepth = 100;              // of groups

// Asserts a place, or repeats what repeats already.
constexpr std::string_view kRefused = "^$*+?{";

using Texts = std::vector<std::string>;

void tidy(Texts& texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

class Reader {
 public:
  explicit Reader(std::string_view pattern) : text_(pattern) {}

  Texts run() {
    Texts rest = alternatives({""});
    if (failed_ || !rest.empty()) return {};
    Texts atoms;
    for (const std::string& text : closed_) {
      std::string atom = atom_of(text);
      if (atom.empty()) return {};
      atoms.push_back(std::move(atom));
    }
    tidy(atoms);
    return atoms;
  }

 private:
  // " killed " is a whole token, " Q/count/per" the begin of a tag.
  static std::string atom_of(std::string_view text) {
    if (!text.starts_with(' ')) return {};
    text.remove_prefix(1);
    if (text.ends_with(' ')) return std::string(text.substr(0, text.size() - 1));
    const bool tag = text.size() > 1 && text[1] == '/' && text[0] >= 'A' && text[0] <= 'Z';
    return tag ? std::string(text.substr(0, text.rfind('/') + 1)) : std::string();
  }

  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool take(std::string_view what) {
    if (text_.substr(at_, what.size()) != what) return false;
    at_ += what.size();
    return true;
  }

  // Each takes the texts that are open where it begins, and yields those open behind it.
  Texts alternatives(const Texts& open) {
    if (++depth_ > kMaxDepth) return fail();
    Texts out;
    do {
      Texts branch = sequence(open);
      out.insert(out.end(), branch.begin(), branch.end());
    } while (!failed_ && take("|"));
    --depth_;
    tidy(out);
    failed_ = failed_ || out.size() + closed_.size() > kMost;
    return out;
  }

  Texts sequence(Texts open) {
    work_ += open.size();
    while (!failed_ && at_ < text_.size() && peek() != '|' && peek() != ')') {
      if (open.empty()) {
        skip();
        break;
      }
      if (plain(open)) continue;
      Texts after = single(open);
      bool optional = false;
      bool again = false;
      repeats(optional, again);
      if (again) close(after);
      if (optional) after.insert(after.end(), open.begin(), open.end());
      open = std::move(after);
      work_ += open.size() + 1;
      failed_ = failed_ || open.size() > kMost || work_ > kMostWork;
    }
    return open;
  }

  // Characters that stand for themselves, up to one that is repeated.
  bool plain(Texts& open) {
    const std::size_t begin = at_;
    while (is_plain(peek()))
      ++at_;
    if (at_ > begin && kRefused.find(peek()) != std::string_view::npos) --at_;
    const std::string_view run = text_.substr(begin, at_ - begin);
    if (run.empty()) return false;
    work_ += open.size();
    std::erase_if(open, [&](std::string& text) {
      const std::size_t blank = run.find(' ', text.empty() ? 1 : 0);
      text += run.substr(0, std::min(blank, run.size() - 1) + 1);
      failed_ = failed_ || text.size() > kLongest;
      if (blank >= run.size()) return false;
      closed_.push_back(std::move(text));
      return true;
    });
    return true;
  }
  static bool is_plain(char c) {
    return c == ' ' || c == '-' || c == '\'' || c == '/' || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  Texts single(const Texts& open) {
    const char c = peek();
    if (kRefused.find(c) != std::string_view::npos) return fail();
    ++at_;
    if (c == '(') return group(open);
    if (c == '[') skip_class();
    if (c == '[' || c == '.') return unknown(open);
    if (c == '\\') return escape(open);
    if (static_cast<unsigned char>(c) < 0x80) return literal(open, c);
    while ((static_cast<unsigned char>(peek()) & 0xC0U) == 0x80U)
      ++at_;
    return unknown(open);
  }

  Texts group(const Texts& open) {
    if (take("?P<")) {
      at_ = std::min(text_.find('>', at_), text_.size());
      take(">");
    } else if (take("?") && !take(":")) {
      return fail();
    }
    Texts out = alternatives(open);
    return take(")") ? out : fail();
  }

  Texts escape(const Texts& open) {
    const char c = peek();
    ++at_;
    if (c == 'd') return unknown(open);
    if (c == 'x') {
      const std::string digits(text_.substr(at_, 2));
      at_ += 2;
      return literal(open, static_cast<char>(std::strtol(digits.c_str(), nullptr, 16)));
    }
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return letter ? fail() : literal(open, c);
  }

  Texts literal(const Texts& open, char c) {
    Texts out;
    for (const std::string& text : open) {
      Texts& into = c == ' ' && !text.empty() ? closed_ : out;
      failed_ = failed_ || text.size() >= kLongest;
      into.push_back(text + c);
    }
    return out;
  }
  Texts unknown(Texts open) {
    close(open);
    return {};
  }
  void close(Texts& open) {
    closed_.insert(closed_.end(), open.begin(), open.end());
    open.clear();
  }
  Texts fail() {
    failed_ = true;
    return {};
  }

  void repeats(bool& optional, bool& again) {
    const char c = peek();
    if (c == '{') {
      const std::size_t end = std::min(text_.find('}', at_), text_.size());
      const std::string_view bounds = text_.substr(at_ + 1, end - at_ - 1);
      optional = bounds == "0" || bounds.starts_with("0,");
      again = true;
      at_ = std::min(end + 1, text_.size());
    } else if (c == '*' || c == '+' || c == '?') {
      optional = c != '+';
      again = c != '?';
      ++at_;
    } else {
      return;
    }
    take("?");
  }

  void skip_class() {
    take("^");
    take("]");
    while (at_ < text_.size() && peek() != ']')
      at_ += peek() == '\\' ? 2 : 1;
    take("]");
  }
  // To the end of the branch.
  void skip() {
    int depth = 0;
    while (at_ < text_.size()) {
      const char c = peek();
      if (depth == 0 && (c == '|' || c == ')')) return;
      ++at_;
      if (c == '\\') ++at_;
      if (c == '[') skip_class();
      if (c == '(') ++depth;
      if (c == ')') --depth;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Texts closed_;
  std::size_t work_ = 0;
  int depth_ = 0;
  bool failed_ = false;
};

}  // namespace

std::vector<std::string> starts_of(std::string_view pattern) {
  return Reader(pattern).run();
}

}  // namespace gainsay::extract
