#include "embed/terms.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "stemmer.h"
#include "words.h"

namespace gainsay::embed {
namespace {

constexpr std::size_t kShortest = 3;  // letters

bool capitalised(std::string_view word) {
  return word.front() >= 'A' && word.front() <= 'Z';
}
bool small(std::string_view word) {
  return word.front() >= 'a' && word.front() <= 'z';
}

/// Whether the token stands where every word is capitalised: first, or after a quotation mark.
bool opens(std::string_view sentence, const Token& token, bool first) {
  if (first) return true;
  const auto at = static_cast<std::size_t>(token.text.data() - sentence.data());
  const char before = sentence[at - 1];
  return before == '"' || before == '\x9C' || before == '\x98';  // the last bytes of U+201C, U+2018
}

enum class Written : std::uint8_t { kSmall, kCapitalised, kNumber, kOther };

/// A token of a report: which word, and how it is written there.
struct Seen {
  std::uint32_t word = 0;
  Written written = Written::kOther;
};

struct Hash {
  using is_transparent = void;  // NOLINT(readability-identifier-naming)
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

/// The different words of all reports, in small letters, and what each stands for.
class Words {
 public:
  explicit Words(const std::set<std::string>& stop_words) : stop_words_(stop_words) {}

  Seen read(std::string_view sentence, const Token& token, bool first) {
    buffer_.assign(token.text);
    if (token.number) return {number_of(buffer_), Written::kNumber};
    const bool is_small = small(token.text);
    const bool is_capitalised = capitalised(token.text);
    make_lower(buffer_);
    const std::uint32_t word = number_of(buffer_);
    if (is_small) --words_[word].casing;
    if (is_capitalised && !opens(sentence, token, first)) ++words_[word].casing;
    return {word, is_small         ? Written::kSmall
                  : is_capitalised ? Written::kCapitalised
                                   : Written::kOther};
  }

  /// The number of the term that a token is, when all reports are read; nothing for a stop word.
  std::optional<std::uint32_t> term_of(Seen seen) {
    Word& word = words_[seen.word];
    if (seen.written == Written::kNumber) return term(word.figure, TermKind::kFigure, *word.text);
    if (!word.kept) word.kept = word.text->size() >= kShortest && !stop_words_.contains(*word.text);
    if (!*word.kept) return std::nullopt;
    if (seen.written == Written::kCapitalised && word.casing > 0) {
      return term(word.name, TermKind::kName, *word.text);
    }
    if (!word.stem) word.stem = stem_term(stemmer_.stem(*word.text));
    return word.stem;
  }
  [[nodiscard]] const Term& term(std::uint32_t number) const { return terms_[number]; }

 private:
  using Number = std::optional<std::uint32_t>;
  struct Word {
    const std::string* text = nullptr;
    int casing =
        0;  ///< how often in capitals where it need not be, less how often in small letters
    std::optional<bool> kept;
    Number figure, name, stem;  ///< its terms
  };

  std::uint32_t number_of(const std::string& text) {
    const auto found = numbers_.find(text);
    if (found != numbers_.end()) return found->second;
    const auto number = static_cast<std::uint32_t>(words_.size());
    words_.emplace_back().text = &numbers_.emplace(text, number).first->first;
    return number;
  }
  std::uint32_t term(Number& known, TermKind kind, const std::string& text) {
    if (!known) {
      known = static_cast<std::uint32_t>(terms_.size());
      terms_.push_back({kind, text, 0});
    }
    return *known;
  }
  std::uint32_t stem_term(const std::string& stem) {
    return term(stems_[stem], TermKind::kWord, stem);
  }

  const std::set<std::string>& stop_words_;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
  std::vector<Word> words_;
  std::unordered_map<std::string, Number> stems_;
  std::vector<Term> terms_;
  Stemmer stemmer_;
  std::string buffer_;
};

/// Counts equal numbers.
Terms counted(std::vector<std::uint32_t>& numbers, const Words& words) {
  std::sort(numbers.begin(), numbers.end());
  Terms out;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i == 0 || numbers[i] != numbers[i - 1]) out.push_back(words.term(numbers[i]));
    ++out.back().count;
  }
  std::sort(out.begin(), out.end(), [](const Term& x, const Term& y) {
    return std::tie(x.kind, x.text) < std::tie(y.kind, y.text);
  });
  return out;
}

}  // namespace

std::vector<Terms> terms_of(const std::vector<Sentences>& reports,
                            const std::set<std::string>& stop_words) {
  Words words(stop_words);
  std::vector<std::vector<Seen>> seen;
  for (const Sentences& sentences : reports) {
    std::vector<Seen>& tokens = seen.emplace_back();
    for (std::string_view sentence : sentences) {
      bool first = true;
      for (const Token& token : tokens_of(sentence))
        tokens.push_back(words.read(sentence, token, std::exchange(first, false)));
    }
  }
  std::vector<Terms> out;
  std::vector<std::uint32_t> numbers;
  for (const std::vector<Seen>& tokens : seen) {
    numbers.clear();
    for (const Seen token : tokens) {
      if (const std::optional<std::uint32_t> term = words.term_of(token)) numbers.push_back(*term);
    }
    out.push_back(counted(numbers, words));
  }
  return out;
}

}  // namespace gainsay::embed
