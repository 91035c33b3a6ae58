#include "words.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "inflect.h"

namespace gainsay::ruleset {
namespace {

/// The inside of "{...}", or "" for an ordinary word.
std::string_view reference_in(std::string_view item) {
  if (item.size() < 3 || item.front() != '{' || item.back() != '}') return {};
  return item.substr(1, item.size() - 2);
}

class WordList {
 public:
  void add(std::string word) {
    if (seen_.insert(word).second) words_.push_back(std::move(word));
  }
  void add_all(const std::vector<std::string>& words) {
    for (const std::string& word : words)
      add(word);
  }
  [[nodiscard]] std::vector<std::string> take() { return std::move(words_); }

 private:
  std::set<std::string> seen_;
  std::vector<std::string> words_;
};

/// Gives the words of the list of that name, or sets the message.
using Lookup = std::function<const std::vector<std::string>*(std::string_view, std::string&)>;

std::vector<std::string> words_of(const Source& source, const Yaml& node, std::string_view what,
                                  const RuleSet& rules, const Lookup& lookup) {
  WordList out;
  read_list(source, node, what, [&](const Source& inner, const Yaml& item) {
    std::string word;
    if (!read_text(inner, item, "an item of " + std::string(what), word)) return;
    const std::string_view reference = reference_in(word);
    if (reference.empty()) {
      out.add(std::move(word));
    } else if (reference.starts_with("verb:")) {
      out.add_all(verb_forms(rules, reference.substr(5)));
    } else {
      const bool verbs = reference.starts_with("verbs:");
      std::string message;
      const auto* words = lookup(verbs ? reference.substr(6) : reference, message);
      if (words != nullptr) out.add_all(verbs ? all_forms(rules, *words) : *words);
      if (!message.empty()) inner.fail(item, message);
    }
  });
  return out.take();
}

/// Lists may include each other in any order and from any file, so they are resolved on demand.
class Lists {
 public:
  explicit Lists(RuleSet& rules) : rules_(rules) {}

  void declare(const Source& source, const Yaml& key, const Yaml& value) {
    const auto [it, is_new] = raw_.emplace(key.text, Raw{&source, &key, &value, State::kNew});
    if (!is_new) {
      source.fail(key, "the list \"" + key.text + "\" stands twice; first at " +
                           it->second.source->at(*it->second.key));
    }
  }
  void resolve_all() {
    for (const auto& [name, raw] : raw_)
      names_.push_back(name);
    std::string ignored;
    for (const std::string& name : names_)
      resolve(name, ignored);
  }

 private:
  enum class State : std::uint8_t { kNew, kOpen, kDone };
  struct Raw {
    const Source* source;
    const Yaml* key;
    const Yaml* value;
    State state;
  };
  static constexpr std::size_t kMaxDepth = 50;

  const std::vector<std::string>* resolve(std::string_view name, std::string& message) {
    const auto it = raw_.find(name);
    if (it == raw_.end()) {
      message = "there is no list \"" + std::string(name) + "\"" + suggest(name, names_);
      return nullptr;
    }
    Raw& raw = it->second;
    if (raw.state == State::kOpen || depth_ >= kMaxDepth) {
      message = "the list \"" + it->first + "\" includes itself";
      if (raw.state != State::kOpen) message = "lists include each other more than 50 deep";
      return nullptr;
    }
    std::vector<std::string>& words = rules_.words[it->first];
    if (raw.state == State::kNew) {
      raw.state = State::kOpen;
      ++depth_;
      words = words_of(*raw.source, *raw.value, it->first, rules_,
                       [this](std::string_view n, std::string& m) { return resolve(n, m); });
      --depth_;
      raw.state = State::kDone;
    }
    return &words;
  }

  RuleSet& rules_;
  std::map<std::string, Raw, std::less<>> raw_;
  std::vector<std::string> names_;
  std::size_t depth_ = 0;
};

void read_canonical(const Source& source, const Yaml& key, const Yaml& value, RuleSet& rules) {
  std::vector<std::string> aliases = read_texts(source, value, key.text);
  aliases.push_back(key.text);
  for (const std::string& alias : aliases) {
    const auto [it, is_new] = rules.canonical.emplace(lower(alias), key.text);
    if (!is_new && it->second != key.text) {
      source.fail(key, "\"" + alias + "\" is already an alias of \"" + it->second + "\"");
    }
  }
}

void read_irregular(const Source& source, const Yaml& key, const Yaml& value, RuleSet& rules) {
  const auto [it, is_new] = rules.verbs.emplace(key.text, read_texts(source, value, key.text));
  if (!is_new) source.fail(key, "the verb \"" + key.text + "\" stands in two files");
}

/// Reads a map with free keys that stands under a key of a lexicon.
template <class Read>
void read_map(MapView& lexicon, std::string_view key, const Read& read) {
  lexicon.read(
      key, [&](const Source& source, const Yaml& node) { read_entries(source, node, key, read); });
}

}  // namespace

std::string lower(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto byte = static_cast<unsigned char>(out[i]);
    if (byte >= 'A' && byte <= 'Z') out[i] = static_cast<char>(byte + 0x20);
    const bool latin = i > 0 && static_cast<unsigned char>(out[i - 1]) == 0xC3;
    if (latin && byte >= 0x80 && byte <= 0x9E && byte != 0x97) {
      out[i] = static_cast<char>(byte + 0x20);
    }
  }
  return out;
}

void read_lexicon(std::span<const Source* const> files, RuleSet& rules) {
  Lists lists(rules);
  for (const Source* source : files) {
    MapView map(*source, source->root, "a lexicon");
    // Lists are read once all are known, so that each may name any other.
    read_map(map, "lists", [&](const Source& inner, const Yaml& key, const Yaml& value) {
      if (inner.noted != nullptr) {
        static_cast<void>(read_words(inner, value, key.text, rules));
      } else {
        lists.declare(*source, key, value);
      }
    });
    read_map(map, "canonical", [&](const Source& inner, const Yaml& key, const Yaml& value) {
      read_canonical(inner, key, value, rules);
    });
    read_map(map, "irregular", [&](const Source& inner, const Yaml& key, const Yaml& value) {
      read_irregular(inner, key, value, rules);
    });
    map.finish();
  }
  lists.resolve_all();
}

std::vector<std::string> read_words(const Source& source, const Yaml& node, std::string_view what,
                                    const RuleSet& rules) {
  return words_of(source, node, what, rules, [&rules](std::string_view name, std::string& message) {
    return find_list(rules, name, message);
  });
}

const std::vector<std::string>* find_list(const RuleSet& rules, std::string_view name,
                                          std::string& message) {
  const auto it = rules.words.find(std::string(name));
  if (it == rules.words.end()) {
    std::vector<std::string> names;
    for (const auto& [known, words] : rules.words)
      names.push_back(known);
    message = "there is no list \"" + std::string(name) + "\"" + suggest(name, names);
    return nullptr;
  }
  return &it->second;
}

std::vector<std::string> all_forms(const RuleSet& rules, const std::vector<std::string>& verbs) {
  WordList out;
  for (const std::string& verb : verbs)
    out.add_all(verb_forms(rules, verb));
  return out.take();
}

std::vector<std::string> verb_forms(const RuleSet& rules, std::string_view verb) {
  const std::size_t blank = verb.find(' ');
  const auto whole = rules.verbs.find(std::string(verb));
  const auto first = rules.verbs.find(std::string(verb.substr(0, blank)));
  if (whole == rules.verbs.end() && first == rules.verbs.end()) return regular_forms(verb);
  const auto& [base, forms] = whole != rules.verbs.end() ? *whole : *first;
  const std::string_view rest = verb.substr(base.size());  // "set off": the forms of "set"
  WordList out;
  out.add(base + std::string(rest));
  for (const std::string& form : forms)
    out.add(form + std::string(rest));
  return out.take();
}

}  // namespace gainsay::ruleset
