// A sentence is tried with few of all patterns: those of which it holds the words. Patterns are
// mostly lists of words joined by gaps, so a small reader of regular expressions finds these words;
// what it does not know it takes for "may match anything", never the reverse.
//
// A part of a pattern is either known in full, as a short list of texts, or by the groups of words
// it cannot do without. Texts that touch are joined, so that it shows where tokens begin and end:
// in
// "(?:gunned|shot) (?:down|dead)" all four words are whole tokens.
// Source of the idea: Prefilter in RE2, which needs the compiled pattern.
#include "pattern_needs.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

namespace gainsay::extract {
namespace {

constexpr std::size_t kProduct = 32;       // texts from joining two lists
constexpr int kMaxRepeat = 1000;           // RE2's own limit, nested repetitions multiplied
constexpr std::size_t kClassSize = 20;     // instructions that RE2 makes of a class, about
constexpr std::size_t kMaxSize = 100'000;  // instructions; RE2 takes twice as many
constexpr int kMaxDepth = 100;             // of groups; RE2 takes 1000
constexpr int kMaxHops = 50;               // over groups that may be left out

using Texts = std::vector<std::string>;
using Group = std::vector<std::string>;

/// What is known of a part.
struct Part {
  bool full = true;           ///< `texts` are all that it matches
  Texts texts{""};            ///< else: what it may end with, and more may follow
  bool whole_left = false;    ///< not full: a token begins where the texts do
  std::vector<Group> groups;  ///< not full: of each group one atom is in all that it matches
  bool begins_blank = true;   ///< all that it matches, but nothing at all, begins with a blank
  bool ends_blank = true;
  bool may_be_empty = true;
  std::size_t size = 0;
  std::size_t repeats = 1;  ///< nested counts multiplied

  /// A token begins behind it, given that one begins where it does.
  [[nodiscard]] bool before_token(bool left) const { return ends_blank && (!may_be_empty || left); }
};

bool is_tag(std::string_view token) {
  return token.size() > 1 && token[1] == '/' && token[0] >= 'A' && token[0] <= 'Z';
}

// The atom that the text cannot do without and that is the rarest; "" when there is none.
// `left`, `right`: the text begins, or ends, where a token does.
std::string atom_of(std::string_view text, bool left, bool right) {
  std::string best;
  const auto offer = [&](std::string_view atom) {
    if (!atom.empty() && (best.empty() || commonness(atom) < commonness(best))) best = atom;
  };
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view token = text.substr(begin, end - begin);
    const bool starts = begin > 0 || left || is_tag(token);
    const bool ends = end < text.size() || right;
    const std::size_t slash = token.rfind('/');
    if (starts && ends) {
      offer(token);
    } else if (starts && is_tag(token)) {
      offer(token.substr(0, slash + 1));
    } else if (ends && slash != std::string_view::npos) {
      offer(token.substr(slash));
    }
    begin = end + 1;
  }
  return best;
}

void tidy(Group& group) {
  std::sort(group.begin(), group.end());
  group.erase(std::unique(group.begin(), group.end()), group.end());
}

std::optional<Group> group_of(const Texts& texts, bool left, bool right) {
  Group group;
  for (const std::string& text : texts) {
    std::string atom = atom_of(text, left, right);
    if (atom.empty()) return std::nullopt;
    group.push_back(std::move(atom));
  }
  tidy(group);
  return group;
}

int commonness(const Group& group) {
  int sum = 0;
  for (const std::string& atom : group)
    sum += extract::commonness(atom);
  return sum;
}

void end_run(Part& part, bool right) {
  if (auto group = group_of(part.texts, part.whole_left, right)) {
    part.groups.push_back(std::move(*group));
  }
  part.texts = {""};
}

/// Parts side by side.
class Sequence {
 public:
  explicit Sequence(bool left) { out_.whole_left = left; }

  // `blank_behind`: what follows the part begins with a blank.
  void add(Part part, bool blank_behind) {
    const bool many = out_.texts.size() > kProduct && out_.ends_blank;
    note(part);
    if (part.full && !many && joins(part)) return join(part);
    const bool left = std::ranges::all_of(out_.texts, [&](const std::string& text) {
      return text.empty() ? out_.whole_left : text.back() == ' ';
    });
    end_run(out_, part.begins_blank && (!part.may_be_empty || blank_behind));
    out_.full = false;
    out_.texts = std::move(part.texts);
    out_.whole_left = part.full ? left : part.whole_left;
    std::ranges::move(part.groups, std::back_inserter(out_.groups));
  }
  [[nodiscard]] Part finish() { return std::move(out_); }

 private:
  void note(const Part& part) {
    out_.begins_blank = out_.begins_blank && (!out_.may_be_empty || part.begins_blank);
    out_.ends_blank = part.ends_blank && (!part.may_be_empty || out_.ends_blank);
    out_.may_be_empty = out_.may_be_empty && part.may_be_empty;
    out_.size += part.size;
    out_.repeats = std::max(out_.repeats, part.repeats);
  }
  [[nodiscard]] bool joins(const Part& part) const {
    const std::size_t ours = out_.texts.size();
    const std::size_t others = part.texts.size();
    return ours == 1 || others == 1 || ours * others <= kProduct;
  }
  void join(const Part& part) {
    if (part.texts.size() == 1) {
      for (std::string& text : out_.texts)
        text += part.texts.front();
      return;
    }
    Texts joined;
    joined.reserve(out_.texts.size() * part.texts.size());
    for (const std::string& before : out_.texts) {
      for (const std::string& after : part.texts)
        joined.push_back(before + after);
    }
    out_.texts = std::move(joined);
  }

  Part out_;
};

constexpr std::string_view kRepeats = "*+?{";
constexpr std::string_view kSpecial = "*+?{}()[]|\\.^$";

/// What follows a place of a pattern, read ahead of the reader.
class Ahead {
 public:
  explicit Ahead(std::string_view pattern) : text_(pattern), close_(pattern.size()) {
    std::vector<std::size_t> open;   // of the groups that are open
    std::vector<std::size_t> marks;  // "(" and "|" that wait for their ")"
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (text_[at] == '\\') {
        ++at;
      } else if (text_[at] == '[') {
        at = end_of_class(at);
      } else if (text_[at] == '(') {
        open.push_back(marks.size());
        marks.push_back(at);
      } else if (text_[at] == '|') {
        marks.push_back(at);
      } else if (text_[at] == ')' && !open.empty()) {
        for (; marks.size() > open.back(); marks.pop_back())
          close_[marks.back()] = at;
        open.pop_back();
      }
    }
  }

  /// Whether all that can be matched behind the group that opens at `open` begins with a blank.
  [[nodiscard]] bool blank_behind(std::size_t open) const {
    return close_[open] != 0 && blank_at(close_[open]);
  }

  /// Whether all that can be matched from `i` on begins with a blank.
  [[nodiscard]] bool blank_at(std::size_t i) const {
    for (int hops = 0; i < text_.size() && hops < kMaxHops; ++hops) {
      if (text_[i] == '|') {
        i = close_[i];
        if (i == 0) return false;
      } else if (text_[i] == ')') {
        const char next = at(++i);
        if (next == '*' || next == '+' || next == '{') return false;
        while (at(i) == '?')
          ++i;
      } else if (text_[i] == '(') {
        if (close_[i] == 0 || !group_begins_blank(i)) return false;
        i = close_[i] + 1;
        if (at(i) != '?') return true;
        while (at(i) == '?')
          ++i;
      } else {
        return single_blank(i);
      }
    }
    return false;
  }

 private:
  [[nodiscard]] char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }

  // Behind the class; a "]" that comes first is one of its characters.
  [[nodiscard]] std::size_t end_of_class(std::size_t at) const {
    std::size_t end = at + (this->at(at + 1) == '^' ? 2 : 1);
    if (this->at(end) == ']') ++end;
    while (end < text_.size() && text_[end] != ']')
      end += text_[end] == '\\' ? 2 : 1;
    return end;
  }
  [[nodiscard]] bool single_blank(std::size_t i) const {
    const char next = at(i + 1);
    return at(i) == ' ' && next != '?' && next != '*' && next != '{';
  }
  // Every branch of the group that opens at `open` begins with a blank.
  [[nodiscard]] bool group_begins_blank(std::size_t open) const {
    std::size_t first = open + 1;
    if (at(first) == '?') {
      first = at(first + 1) == ':' ? first + 2 : text_.find('>', first) + 1;
      if (first == 0) return false;
    }
    if (!single_blank(first)) return false;
    for (std::size_t i = first; i < close_[open]; ++i) {
      if (text_[i] == '(' || text_[i] == '[' || text_[i] == '\\') return false;
      if (text_[i] == '|' && !single_blank(i + 1)) return false;
    }
    return true;
  }
  std::string_view text_;
  std::vector<std::size_t> close_;  ///< of "(" and "|": the ")" of their group, 0: none
};

class Reader {
 public:
  explicit Reader(std::string_view pattern) : text_(pattern), ahead_(pattern) {}

  PatternNeeds run() {
    PatternNeeds needs;
    Part part = alternatives(false, false);
    if (failed_ || at_ != text_.size() || part.size > kMaxSize || part.repeats > kMaxRepeat) {
      return needs;
    }
    needs.sound = true;
    end_run(part, false);
    needs.groups = std::move(part.groups);
    return needs;
  }

 private:
  [[nodiscard]] bool more() const { return at_ < text_.size() && !failed_; }
  [[nodiscard]] char peek() const { return text_[at_]; }
  bool take(std::string_view what) {
    if (text_.substr(at_, what.size()) != what) return false;
    at_ += what.size();
    return true;
  }
  Part fail() {
    failed_ = true;
    return {};
  }
  static Part anything() {
    Part part;
    part.full = part.begins_blank = part.ends_blank = part.may_be_empty = false;
    part.size = kClassSize;
    return part;
  }
  static Part literal(std::string text) {
    Part part;
    part.size = text.size();
    part.begins_blank = text.empty() || text.front() == ' ';
    part.ends_blank = text.empty() || text.back() == ' ';
    part.may_be_empty = text.empty();
    part.texts.front() = std::move(text);
    return part;
  }

  static bool is_plain(char c) {
    return c == ' ' || c == '-' || c == '\'' || c == '/' || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  // A branch that is nothing but ASCII letters and the like, as those of a list of words are.
  std::optional<Part> plain() {
    const std::size_t end = std::min(text_.find_first_of("|)", at_), text_.size());
    const std::string_view branch = text_.substr(at_, end - at_);
    if (branch.empty() || !std::ranges::all_of(branch, is_plain)) return std::nullopt;
    at_ = end;
    return literal(std::string(branch));
  }

  // A list of words is most of what patterns are made of.
  std::optional<Part> list() {
    Part out;
    out.texts.clear();
    out.may_be_empty = false;
    std::size_t begin = at_;
    for (std::size_t i = at_;; ++i) {
      const char c = i < text_.size() ? text_[i] : ')';
      if (is_plain(c)) continue;
      if ((c != '|' && c != ')') || i == begin) return std::nullopt;
      out.texts.emplace_back(text_.substr(begin, i - begin));
      out.begins_blank = out.begins_blank && text_[begin] == ' ';
      out.ends_blank = out.ends_blank && text_[i - 1] == ' ';
      out.size += i - begin + 1;
      begin = i + 1;
      if (c == '|') continue;
      if (out.texts.size() == 1) return std::nullopt;
      at_ = i;
      return out;
    }
  }

  // `left`: a token begins here, as a blank stands before; `right`: it ends where they do.
  Part alternatives(bool left, bool right) {
    if (auto words = list()) return std::move(*words);
    if (++depth_ > kMaxDepth) return fail();
    std::vector<Part> branches;
    do {
      branches.push_back(sequence(left));
    } while (!failed_ && take("|"));
    --depth_;
    return branches.size() == 1 ? std::move(branches.front())
                                : either(std::move(branches), left, right);
  }

  static Part either(std::vector<Part> branches, bool left, bool right) {
    Part out;
    out.texts.clear();
    out.may_be_empty = false;
    for (const Part& branch : branches) {
      out.full = out.full && branch.full;
      out.begins_blank = out.begins_blank && branch.begins_blank;
      out.ends_blank = out.ends_blank && branch.ends_blank;
      out.may_be_empty = out.may_be_empty || branch.may_be_empty;
      out.size += branch.size + 1;
      out.repeats = std::max(out.repeats, branch.repeats);
    }
    if (out.full) {
      for (Part& branch : branches)
        std::ranges::move(branch.texts, std::back_inserter(out.texts));
      return out;
    }
    out.texts = {""};
    out.whole_left = out.before_token(left);
    if (auto group = group_of(std::move(branches), left, right)) out.groups = {std::move(*group)};
    return out;
  }

  // The rarest group of each branch, together.
  static std::optional<Group> group_of(std::vector<Part> branches, bool left, bool right) {
    Group together;
    for (Part& branch : branches) {
      if (branch.full) branch.whole_left = left;
      end_run(branch, right);
      if (branch.groups.empty()) return std::nullopt;
      const auto rarest = std::ranges::min_element(
          branch.groups, {}, [](const Group& group) { return commonness(group); });
      together.insert(together.end(), rarest->begin(), rarest->end());
    }
    tidy(together);
    return together;
  }

  Part sequence(bool left) {
    if (auto word = plain()) {
      word->whole_left = left;
      return std::move(*word);
    }
    Sequence parts(left);
    bool token = left;
    while (more() && peek() != '|' && peek() != ')') {
      Part part = repeated(token);
      token = part.before_token(token);
      const bool skipped = !part.full && part.may_be_empty && part.begins_blank;
      parts.add(std::move(part), skipped && ahead_.blank_at(at_));
    }
    return parts.finish();
  }

  Part repeated(bool left) {
    Part part = single(left);
    while (more()) {
      int least = 1;
      int most = 1;
      if (take("*")) {
        least = 0;
        most = -1;
      } else if (take("+")) {
        most = -1;
      } else if (take("?")) {
        least = 0;
      } else if (peek() == '{') {
        if (!bounds(least, most)) return fail();
      } else {
        break;
      }
      take("?");
      if (more() && kRepeats.find(peek()) != std::string_view::npos) return fail();
      part = times(std::move(part), least, most, left);
      break;
    }
    return part;
  }

  bool bounds(int& least, int& most) {
    const std::size_t end = text_.find('}', at_);
    if (end == std::string_view::npos) return false;
    const auto number = [&](int& value) {
      const std::size_t begin = at_;
      for (value = 0; at_ < end && peek() >= '0' && peek() <= '9' && value <= kMaxRepeat; ++at_)
        value = value * 10 + (peek() - '0');
      return at_ > begin && value <= kMaxRepeat;
    };
    ++at_;
    if (!number(least)) return false;
    most = least;
    if (take(",")) {
      most = -1;
      if (at_ < end && !number(most)) return false;
    }
    if (at_ != end || (most >= 0 && most < least)) return false;
    at_ = end + 1;
    return true;
  }

  static Part times(Part part, int least, int most, bool left) {
    const auto copies = static_cast<std::size_t>(std::max({least, most, 1}));
    part.size *= copies;
    part.repeats *= copies;
    if (least == 1 && most == 1) return part;
    if (least == 0 && most == 1 && part.full && part.texts.size() < kProduct) {
      part.texts.emplace_back();
      part.may_be_empty = true;
      return part;
    }
    if (part.full) part.whole_left = left;
    end_run(part, false);
    if (least == 0) part.groups.clear();
    part.full = false;
    part.may_be_empty = part.may_be_empty || least == 0;
    part.whole_left = part.before_token(left);
    return part;
  }

  Part single(bool left) {
    if (take("(")) return group(left);
    if (take("[")) return char_class();
    if (take("\\")) return escape();
    if (take(".")) return anything();
    std::string text;
    // A repetition belongs to the last character alone.
    while (more() && kSpecial.find(peek()) == std::string_view::npos) {
      const std::size_t size = character_size();
      if (size == 0) return fail();
      const std::size_t next = at_ + size;
      const bool repeats =
          next < text_.size() && kRepeats.find(text_[next]) != std::string_view::npos;
      if (repeats && !text.empty()) break;
      text += text_.substr(at_, size);
      at_ = next;
      if (repeats) break;
    }
    return text.empty() ? fail() : literal(std::move(text));
  }

  // Bytes of the character at hand; 0 when it is none.
  [[nodiscard]] std::size_t character_size() const {
    const auto byte = [&](std::size_t i) {
      return i < text_.size() ? static_cast<unsigned char>(text_[i]) : 0U;
    };
    const unsigned lead = byte(at_);
    if (lead < 0x80) return 1;
    // The few that need a closer look are left to RE2.
    if (lead < 0xC2 || lead > 0xF3 || lead == 0xE0 || lead == 0xED || lead == 0xF0) return 0;
    const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    for (std::size_t i = 1; i < size; ++i) {
      if ((byte(at_ + i) & 0xC0U) != 0x80U) return 0;
    }
    return size;
  }

  Part group(bool left) {
    const bool right = ahead_.blank_behind(at_ - 1);
    if (take("?")) {
      if (take("P<")) {
        const std::size_t end = text_.find('>', at_);
        if (end == std::string_view::npos || end == at_) return fail();
        const std::string_view name = text_.substr(at_, end - at_);
        const bool plain = std::ranges::all_of(name, [](char c) {
          return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
        });
        const bool twice = std::ranges::find(names_, name) != names_.end();
        if (!plain || twice) return fail();
        names_.push_back(name);
        at_ = end + 1;
      } else if (!take(":")) {
        return fail();
      }
    }
    Part part = alternatives(left, right);
    if (!more() || !take(")")) return fail();
    return part;
  }

  // Only that it is a class is of interest, and whether a blank is the one thing in it.
  Part char_class() {
    take("^");
    bool first = true;
    while (at_ < text_.size() && (peek() != ']' || first)) {
      first = false;
      if (peek() == '[') return fail();  // "[:alpha:]"
      char low = peek();
      if (!class_character(low)) return fail();
      if (at_ + 1 < text_.size() && peek() == '-' && text_[at_ + 1] != ']') {
        ++at_;
        char high = peek();
        if (!class_character(high) ||
            static_cast<unsigned char>(high) < static_cast<unsigned char>(low))
          return fail();
      }
    }
    if (!more() || !take("]")) return fail();
    return anything();
  }
  bool class_character(char& c) {
    c = peek();
    ++at_;
    if (static_cast<unsigned char>(c) >= 0x80) return false;
    if (c != '\\') return true;
    if (at_ == text_.size() || !is_punctuation(peek())) return false;
    c = peek();
    ++at_;
    return true;
  }
  static bool is_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`' && c != '_') ||
           (c >= '{' && c <= '~');
  }

  Part escape() {
    if (at_ == text_.size()) return fail();
    const char c = peek();
    ++at_;
    if (is_punctuation(c)) return literal(std::string(1, c));
    if (c == 'd') return anything();
    if (c != 'x' || at_ + 2 > text_.size()) return fail();
    const auto digit = [](char h) {
      return h >= '0' && h <= '9' ? h - '0' : h >= 'a' && h <= 'f' ? h - 'a' + 10 : -1;
    };
    const int high = digit(text_[at_]);
    const int low = digit(text_[at_ + 1]);
    if (high < 2 || high > 7 || low < 0) return fail();
    at_ += 2;
    return literal(std::string(1, static_cast<char>(high * 16 + low)));
  }

  std::string_view text_;
  Ahead ahead_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool failed_ = false;
  std::vector<std::string_view> names_;
};

}  // namespace

int commonness(std::string_view atom) {
  if (is_tag(atom)) return atom.starts_with("Q/count/") && atom.size() < 10 ? 30 : 15;
  if (atom.starts_with('/')) return 1;
  constexpr std::array<int, 6> kByLength = {60, 60, 60, 25, 8, 3};
  return atom.size() < kByLength.size() ? kByLength[atom.size()] : 1;
}

PatternNeeds needs_of(std::string_view pattern) {
  return Reader(pattern).run();
}

}  // namespace gainsay::extract
