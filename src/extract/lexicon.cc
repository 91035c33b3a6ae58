#include "lexicon.h"

#include <array>

#include "lexical/gazetteer.h"

namespace gainsay::extract {
namespace {

constexpr std::string_view kConceptPrefix = "concept_";

bool vowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

// After an ending was cut: "plann" -> "plan", "prepar" -> "prepare".
std::string mend(std::string stem) {
  const std::size_t n = stem.size();
  if (n < 3) return stem;
  const char last = stem[n - 1];
  const char before = stem[n - 2];
  if (last == before && !vowel(last) && last != 'l' && last != 's' && last != 'f') {
    stem.pop_back();
    return stem;
  }
  const std::string_view tail = std::string_view(stem).substr(n - 2);
  constexpr std::array<std::string_view, 10> kNeedE = {"at", "ar", "ir", "os", "us",
                                                       "iv", "id", "in", "ak", "is"};
  bool add = last == 'v' || last == 'c' || last == 'z' || last == 'u' ||
             (last == 'g' && (before == 'r' || before == 'd' || before == 'n'));
  for (std::string_view t : kNeedE)
    add = add || (t == tail && n > 4 && !vowel(stem[n - 3]));
  add = add || (last == 'l' && !vowel(before) && before != 'l' && before != 'r');
  if (add) stem.push_back('e');
  return stem;
}

std::string without_ending(std::string_view word) {
  std::string w(word);
  const auto ends = [&](std::string_view e) { return w.size() > e.size() + 2 && w.ends_with(e); };
  if (ends("'s")) w.resize(w.size() - 2);
  if (ends("ies") && w.size() > 4) return w.substr(0, w.size() - 3) + "y";
  if (ends("ied") && w.size() > 4) return w.substr(0, w.size() - 3) + "y";
  if (ends("sses") || ends("shes") || ends("ches") || ends("xes")) return w.substr(0, w.size() - 2);
  if (ends("s") && !ends("ss") && !ends("us") && !ends("is")) return w.substr(0, w.size() - 1);
  if (ends("ing") && w.size() > 5) return mend(w.substr(0, w.size() - 3));
  if (ends("ed") && w.size() > 4) return mend(w.substr(0, w.size() - 2));
  return w;
}

}  // namespace

std::string to_lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

Lexicon::Lexicon(const ruleset::RuleSet& rules) {
  for (const auto& [name, words] : rules.words) {
    List& list = lists_[name];
    list.words = words;
    for (const std::string& word : words) {
      list.set.insert(to_lower_ascii(word));
      list.phrases.add(word, 0);
    }
    if (!name.starts_with(kConceptPrefix)) continue;
    for (const std::string& word : words)
      concepts_.emplace(word, name.substr(kConceptPrefix.size()));
  }
  for (const auto& [verb, forms] : rules.verbs) {
    for (const std::string& form : forms)
      concepts_.emplace(form, verb);
  }
  for (const std::string& pair : list("given_name_variants")) {
    const std::size_t blank = pair.find(' ');
    if (blank == std::string::npos || blank + 1 >= pair.size()) continue;
    std::string name = pair.substr(blank + 1);
    if (name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
    given_.emplace(pair.substr(0, blank), name);
  }
  for (const auto& [alias, canonical] : rules.canonical) {
    aliases_.emplace(to_lower_ascii(alias), canonical);
    aliases_.emplace(to_lower_ascii(canonical), canonical);
  }
}

bool Lexicon::is(std::string_view list, std::string_view word) const {
  const auto found = lists_.find(list);
  return found != lists_.end() && found->second.set.contains(word);
}

std::uint32_t Lexicon::phrase(std::string_view list, const Tokenized& in,
                              std::uint32_t first) const {
  const auto found = lists_.find(list);
  return found == lists_.end() ? 0 : found->second.phrases.at(in, first).length;
}

const std::vector<std::string>& Lexicon::list(std::string_view name) const {
  static const std::vector<std::string> kNone;
  const auto found = lists_.find(name);
  return found == lists_.end() ? kNone : found->second.words;
}

std::string Lexicon::lemma(std::string_view word) const {
  if (const auto found = concepts_.find(word); found != concepts_.end()) return found->second;
  const std::string stem = without_ending(word);
  const auto found = concepts_.find(stem);
  return found == concepts_.end() ? stem : found->second;
}

std::string Lexicon::canonical(std::string_view lower) const {
  const auto found = aliases_.find(std::string(lower));
  return found == aliases_.end() ? std::string() : found->second;
}

std::string Lexicon::given_name(std::string_view lower) const {
  const auto found = given_.find(lower);
  return found == given_.end() ? std::string() : found->second;
}

std::string Lexicon::content(const Tokenized& in, std::uint32_t first, std::uint32_t last) const {
  std::string out;
  for (std::uint32_t i = first; i < last && i < in.size(); ++i) {
    if (in.tokens[i].kind == Token::Kind::kPunctuation || is("stop_words", in.norm(i))) continue;
    if (in.norm(i).starts_with('\'')) continue;
    std::string word = lemma(in.norm(i));
    if (in.capital(i) && i > first) {
      std::string name = canonical(in.norm(i));
      if (name.empty()) name = canonical(to_lower_ascii(lexical::demonym(in.norm(i))));
      if (name.empty()) name = lexical::demonym(in.norm(i));
      word = name.empty() ? std::string(in.norm(i)) : to_lower_ascii(name);
    }
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

}  // namespace gainsay::extract
