#include "lexicon.h"

#include "lexical/gazetteer.h"
#include "lexical/words.h"

namespace gainsay::extract {
namespace {

constexpr std::string_view kConceptPrefix = "concept_";

// A form in -ed or -ing is first of all a verb's, others a noun's.
std::string without_ending(std::string_view word) {
  if (word.ends_with("'s")) word.remove_suffix(2);
  const bool verbal = word.ends_with("ed") || word.ends_with("ing");
  std::string lemma = verbal ? lexical::verb_lemma(word) : lexical::noun_lemma(word);
  if (lemma.empty()) lemma = verbal ? lexical::noun_lemma(word) : lexical::verb_lemma(word);
  if (!lemma.empty()) return lemma;
  const bool plural = word.size() > 3 && word.ends_with('s') && !word.ends_with("ss");
  return std::string(plural ? word.substr(0, word.size() - 1) : word);
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
      members_.add(name, to_lower_ascii(word));
      members_.add_begin(name, list.phrases.add(word, 0));
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

void Lexicon::look_up(std::vector<Token>& tokens) const {
  for (Token& token : tokens)
    token.lists = &members_.of({token.norm, token.hash, nullptr});
}

std::uint32_t Lexicon::longest(ListName list, const Tokenized& in, std::uint32_t first) const {
  const auto found = lists_.find({list.name, list.hash, nullptr});
  return found->second.phrases.at(in, first).length;
}

const std::vector<std::string>& Lexicon::list(ListName name) const {
  static const std::vector<std::string> kNone;
  const auto found = lists_.find({name.name, name.hash, nullptr});
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
