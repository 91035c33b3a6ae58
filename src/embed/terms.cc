#include "embed/terms.h"

#include <map>
#include <tuple>
#include <unordered_map>

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

/// How often a word stands in capitals where it need not, less how often in small letters.
using Casing = std::unordered_map<std::string, int>;

Casing casing_of(const std::vector<Sentences>& reports) {
  Casing out;
  for (const Sentences& sentences : reports) {
    for (std::string_view sentence : sentences) {
      bool first = true;
      for (const Token& token : tokens_of(sentence)) {
        if (small(token.text)) {
          --out[std::string(token.text)];
        } else if (capitalised(token.text) && !opens(sentence, token, first)) {
          ++out[lower(token.text)];
        }
        first = false;
      }
    }
  }
  return out;
}

}  // namespace

std::vector<Terms> terms_of(const std::vector<Sentences>& reports,
                            const std::set<std::string>& stop_words) {
  const Casing casing = casing_of(reports);
  Stemmer stemmer;
  std::unordered_map<std::string, std::string> stems;
  const auto stem = [&](const std::string& word) {
    const auto [at, fresh] = stems.try_emplace(word);
    if (fresh) at->second = stemmer.stem(word);
    return at->second;
  };
  std::vector<Terms> out;
  for (const Sentences& sentences : reports) {
    std::map<std::pair<TermKind, std::string>, std::uint32_t> counts;
    for (std::string_view sentence : sentences) {
      for (const Token& token : tokens_of(sentence)) {
        if (token.number) {
          ++counts[{TermKind::kFigure, std::string(token.text)}];
          continue;
        }
        const std::string word = lower(token.text);
        if (word.size() < kShortest || stop_words.contains(word)) continue;
        const auto found = casing.find(word);
        if (capitalised(token.text) && found != casing.end() && found->second > 0) {
          ++counts[{TermKind::kName, word}];
        } else {
          ++counts[{TermKind::kWord, stem(word)}];
        }
      }
    }
    Terms& terms = out.emplace_back();
    for (auto& [key, count] : counts)
      terms.push_back({key.first, key.second, count});
  }
  return out;
}

}  // namespace gainsay::embed
