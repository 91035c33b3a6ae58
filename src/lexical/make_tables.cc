// Writes the lexical tables of the program out of two maintained packages: WordNet 3.0 (lemmas,
// word classes, places, demonyms) and iso-codes with ICU's English names (countries and
// subdivisions of today). Runs at build time: make_tables WORDNET_DIRECTORY ISO_CODES_DIRECTORY
// OUTPUT.cc
//
// The tables that are derived from WordNet stand under its licence:
//   WordNet Release 3.0 This software and database is being provided to you, the LICENSEE, by
//   Princeton University under the following license. [...] Permission to use, copy, modify and
//   distribute this software and database and its documentation for any purpose and without fee or
//   royalty is hereby granted, provided that you agree to comply with the following copyright
//   notice and statements, including the disclaimer, and that the same appear on ALL copies of the
//   software, database and documentation, including modifications that you make for internal use or
//   for distribution. WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.
// The whole text is in wordnet.license beside this file and is installed with the program.

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>
#include <unicode/locid.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "table.h"

namespace {

using Table = std::map<std::string, std::string>;

constexpr int kNounLocation = 15;  // numbers of WordNet's lexicographer files
constexpr int kNounObject = 17;
constexpr int kNounPerson = 18;
constexpr int kVerbBody = 29;

struct Pointer {
  std::string symbol;
  std::string target;
  char pos = 'n';
  std::size_t from = 0;  ///< word of the synset, from 1; 0 = all
  std::size_t to = 0;
};
struct Synset {
  int file = 0;
  std::vector<std::string> words;
  std::vector<Pointer> pointers;
};
using Synsets = std::map<std::string, Synset>;
using Senses =
    std::map<std::string, std::vector<std::string>>;  ///< lemma -> synsets, frequent first

std::ifstream open(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(path + ": cannot be read");
  return in;
}

std::string spaced(std::string word) {
  std::replace(word.begin(), word.end(), '_', ' ');
  const std::size_t marker = word.find('(');  // adjectives: "ready(a)"
  return word.substr(0, marker);
}

std::string lower(std::string word) {
  for (char& c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return word;
}

bool capital(const std::string& word) {
  return !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
}

bool plain_word(const std::string& word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

/// data.POS, format of wndb(5WN).
Synsets read_synsets(const std::string& path) {
  Synsets out;
  std::ifstream in = open(path);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("  ")) continue;
    std::istringstream fields(line.substr(0, line.find(" | ")));
    std::string offset, type, count, word, lexical_id;
    Synset set;
    fields >> offset >> set.file >> type >> count;
    for (int n = std::stoi(count, nullptr, 16); n > 0; --n) {
      fields >> word >> lexical_id;
      set.words.push_back(spaced(word));
    }
    std::size_t pointers = 0;
    fields >> pointers;
    for (; pointers > 0; --pointers) {
      Pointer p;
      std::string place;
      fields >> p.symbol >> p.target >> p.pos >> place;
      p.from = std::stoul(place.substr(0, 2), nullptr, 16);
      p.to = std::stoul(place.substr(2), nullptr, 16);
      set.pointers.push_back(p);
    }
    out.emplace(offset, std::move(set));
  }
  return out;
}

/// index.POS
Senses read_senses(const std::string& path) {
  Senses out;
  std::ifstream in = open(path);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("  ")) continue;
    std::istringstream fields(line);
    std::string lemma, skipped;
    std::size_t senses = 0, symbols = 0;
    fields >> lemma >> skipped >> senses >> symbols;
    for (symbols += 2; symbols > 0; --symbols)
      fields >> skipped;
    std::vector<std::string>& list = out[spaced(lemma)];
    for (std::string offset; fields >> offset;)
      list.push_back(offset);
  }
  return out;
}

/// noun.exc, verb.exc: form, lemma.
Table read_exceptions(const std::string& path, const Table& lemmas) {
  Table out;
  std::ifstream in = open(path);
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string form, lemma;
    fields >> form >> lemma;
    if (form != lemma && plain_word(form) && lemmas.contains(lemma)) out.emplace(form, lemma);
  }
  return out;
}

std::string letter(int number) {
  return std::string(1, static_cast<char>('a' + number));
}

/// Single words in lower case with the lexicographer file of their most frequent sense.
Table classes(const Senses& senses, const Synsets& synsets, int first_file) {
  Table out;
  for (const auto& [lemma, offsets] : senses) {
    if (!plain_word(lemma)) continue;
    const Synset& set = synsets.at(offsets.front());
    const bool written_lower =
        std::find(set.words.begin(), set.words.end(), lemma) != set.words.end();
    if (written_lower) out.emplace(lemma, letter(set.file - first_file));
  }
  return out;
}

/// "accept" -> "refuse|reject": single words that some sense of a verb is the opposite of.
Table opposites(const Synsets& verbs) {
  std::map<std::string, std::set<std::string>> found;
  for (const auto& [offset, set] : verbs) {
    for (const Pointer& p : set.pointers) {
      if (p.symbol != "!" || p.from == 0 || p.to == 0) continue;
      const std::string& word = set.words[p.from - 1];
      const std::string& other = verbs.at(p.target).words[p.to - 1];
      if (plain_word(word) && plain_word(other)) found[word].insert(other);
    }
  }
  Table out;
  for (const auto& [word, others] : found) {
    std::string& list = out[word];
    for (const std::string& other : others)
      list += list.empty() ? other : '|' + other;
  }
  return out;
}

/// Names in plain ASCII, for those who write without marks.
class Folder {
 public:
  Folder() {
    UErrorCode error = U_ZERO_ERROR;
    transliterator_.reset(icu::Transliterator::createInstance(
        "NFD; [:Nonspacing Mark:] Remove; Latin-ASCII", UTRANS_FORWARD, error));
    if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));
  }
  std::string fold(const std::string& text) const {
    icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
    transliterator_->transliterate(wide);
    std::string out;
    return wide.toUTF8String(out);
  }
  static std::string lower(const std::string& text) {
    std::string out;
    return icu::UnicodeString::fromUTF8(text).toLower(icu::Locale::getRoot()).toUTF8String(out);
  }

 private:
  std::unique_ptr<icu::Transliterator> transliterator_;
};

struct Place {
  std::string name;
  char kind = 'r';  ///< as PlaceKind in gazetteer.h
  std::set<std::string> within;
};

class Gazetteer {
 public:
  Gazetteer(const Synsets& nouns, const Senses& senses) : nouns_(nouns), senses_(senses) {
    for (const auto& [offset, set] : nouns_) {
      if (is_place(set)) add(offset, set);
    }
    for (auto& [offset, place] : by_synset_) {
      for (const Pointer& p : nouns_.at(offset).pointers) {
        if (p.symbol == "#p" && by_synset_.contains(p.target)) {
          place.within.insert(by_synset_.at(p.target).name);
        }
      }
    }
    for (const auto& [key, offset] : key_)
      places_[key] = by_synset_.at(offset);
  }

  /// Countries by their names of today, subdivisions whose name nothing else bears.
  void add_iso(const std::string& directory, const Senses& adjectives) {
    const auto countries = nlohmann::json::parse(open(directory + "/iso_3166-1.json"))["3166-1"];
    std::map<std::string, std::string> name_of;
    for (const auto& country : countries) {
      const std::string code = country["alpha_2"];
      name_of[code] = add_country(country, code);
    }
    const auto parts = nlohmann::json::parse(open(directory + "/iso_3166-2.json"))["3166-2"];
    std::map<std::string, std::set<std::string>> bearers;
    for (const auto& part : parts) {
      const std::string name = part["name"];
      bearers[folder_.fold(Folder::lower(name))].insert(part["code"]);
    }
    for (const auto& part : parts) {
      const std::string name = part["name"];
      const std::string key = folder_.fold(Folder::lower(name));
      const bool odd = name.size() < 4 || name.find_first_of("[](),/") != std::string::npos;
      if (odd || bearers[key].size() > 1 || senses_.contains(key) || adjectives.contains(key))
        continue;
      const std::string code = part["code"];
      add_alias(name, {name, 's', {name_of[code.substr(0, 2)]}});
    }
  }

  /// "ukrainian" -> "Ukraine": adjectives that pertain to a place, and their nouns for people.
  [[nodiscard]] Table demonyms(const Synsets& adjectives, const Senses& senses) const {
    Table out;
    // By the word it is derived from: "Russian" from "Russia", a word for the Soviet Union too.
    const auto add = [&](const std::string& word, const Pointer& to) {
      if (!capital(word)) return;
      const Place& target = by_synset_.at(to.target);
      const auto found =
          places_.find(to.to == 0 ? "" : lower(nouns_.at(to.target).words[to.to - 1]));
      const std::string& name = found == places_.end() ? target.name : found->second.name;
      const auto [at, fresh] = out.emplace(lower(word), name);
      if (!fresh && current_.contains(name) && !current_.contains(at->second)) at->second = name;
    };
    for (const auto& [lemma, offsets] : senses) {
      for (const std::string& offset : offsets) {
        const Synset& set = adjectives.at(offset);
        for (const Pointer& p : set.pointers) {
          if (p.symbol != "\\" || p.pos != 'n' || !by_synset_.contains(p.target)) continue;
          add(set.words[p.from - 1], p);
          for (const Pointer& person : set.pointers) {
            if (person.symbol != "+" || person.pos != 'n' || person.from != p.from) continue;
            const Synset& noun = nouns_.at(person.target);
            if (noun.file == kNounPerson) add(noun.words[person.to - 1], p);
          }
        }
      }
    }
    for (const auto& [offset, set] : nouns_) {
      if (set.file != kNounPerson) continue;
      for (const Pointer& p : set.pointers) {
        if (p.symbol != "#m" || !by_synset_.contains(p.target)) continue;
        for (const std::string& word : set.words)
          add(word, p);
      }
    }
    return out;
  }

  /// "kiev" -> "Kyiv|C|Ukraine"
  [[nodiscard]] Table table() const {
    Table out;
    for (const auto& [key, place] : places_) {
      std::string value = place.name + '|' + place.kind;
      for (const std::string& whole : place.within)
        value += '|' + whole;
      out.emplace(key, value);
    }
    return out;
  }

 private:
  static bool is_place(const Synset& set) {
    const bool instance = std::any_of(set.pointers.begin(), set.pointers.end(),
                                      [](const Pointer& p) { return p.symbol == "@i"; });
    return instance && (set.file == kNounLocation || set.file == kNounObject);
  }

  /// Kinds by the classes a place is an instance of, the narrowest first.
  [[nodiscard]] char kind(const Synset& set) const {
    struct Class {
      const char* lemma;
      const char* beside;  ///< another word of the synset that is meant
      char kind;
    };
    constexpr Class kClasses[] = {{"national capital", "national capital", 'C'},
                                  {"country", "state", 'c'},
                                  {"city", "metropolis", 't'},
                                  {"municipality", "municipality", 't'},
                                  {"port", "port", 't'},
                                  {"town", "town", 't'},
                                  {"village", "hamlet", 't'},
                                  {"administrative district", "administrative division", 's'},
                                  {"body of water", "water", 'w'}};
    for (const Class& c : kClasses) {
      std::set<std::string> wanted;
      for (const std::string& sense : senses_.at(c.lemma)) {
        const std::vector<std::string>& words = nouns_.at(sense).words;
        if (std::find(words.begin(), words.end(), c.beside) != words.end()) wanted.insert(sense);
      }
      if (under(set, wanted, 0)) return c.kind;
    }
    return 'r';
  }
  [[nodiscard]] bool under(const Synset& set, const std::set<std::string>& wanted,
                           int depth) const {
    if (depth > 12) return false;
    return std::any_of(set.pointers.begin(), set.pointers.end(), [&](const Pointer& p) {
      if (p.symbol != "@" && p.symbol != "@i") return false;
      return wanted.contains(p.target) || under(nouns_.at(p.target), wanted, depth + 1);
    });
  }

  void add(const std::string& offset, const Synset& set) {
    by_synset_[offset] = {set.words.front(), kind(set), {}};
    for (const std::string& word : set.words) {
      const std::string key = lower(word);
      if (!capital(word) || key.find("capital") != std::string::npos) continue;
      const auto [at, fresh] = key_.emplace(key, offset);
      if (!fresh && rank(key, offset) < rank(key, at->second)) at->second = offset;
    }
  }
  /// Which of the places of one name is meant: one that is called so first of all, a country before
  /// its river, then the most frequent sense of the word.
  [[nodiscard]] std::ptrdiff_t rank(const std::string& key, const std::string& offset) const {
    const bool second_name = lower(nouns_.at(offset).words.front()) != key;
    const char kind = by_synset_.at(offset).kind;
    const std::ptrdiff_t penalty = (second_name ? 1000 : 0) + (kind == 'w' ? 100 : 0);
    const auto found = senses_.find(key);
    if (found == senses_.end()) return penalty;
    const auto at = std::find(found->second.begin(), found->second.end(), offset);
    return (at - found->second.begin()) + penalty;
  }

  std::string add_country(const nlohmann::json& country, const std::string& code) {
    std::vector<std::string> names;
    std::string english;
    icu::UnicodeString display;
    icu::Locale("", code.c_str())
        .getDisplayCountry(icu::Locale::getEnglish(), display)
        .toUTF8String(english);
    names.push_back(english);
    for (const char* field : {"common_name", "name", "official_name"}) {
      if (country.contains(field)) names.push_back(country[field]);
    }
    std::erase_if(names,
                  [](const std::string& n) { return n.find_first_of("(,-") != std::string::npos; });
    if (names.empty()) return english;
    Place place{names.front(), 'c', {}};
    for (const std::string& name : names) {
      const auto known = places_.find(folder_.fold(Folder::lower(name)));
      if (known == places_.end() || (known->second.kind != 'c' && known->second.kind != 'r'))
        continue;
      place = known->second;
      known->second.kind = place.kind = 'c';
      break;
    }
    for (const std::string& name : names)
      add_alias(name, place);
    current_.insert(place.name);
    return place.name;
  }
  void add_alias(const std::string& name, const Place& place) {
    places_.emplace(Folder::lower(name), place);
    places_.emplace(folder_.fold(Folder::lower(name)), place);
  }

  const Synsets& nouns_;
  const Senses& senses_;
  Folder folder_;
  std::map<std::string, Place> by_synset_;
  std::map<std::string, std::string> key_;
  std::map<std::string, Place> places_;
  std::set<std::string> current_;  ///< countries of today
};

void write(std::ostream& out, const char* name, const Table& table) {
  std::size_t count = 16;
  while (count < table.size() * 2)
    count *= 2;
  std::vector<std::size_t> slots(count);
  std::size_t at = 0;
  out << "static const char " << name << "Lines[] =\n";
  for (const auto& [key, value] : table) {
    std::string line = key;
    line.append(1, '\t').append(value);
    std::size_t slot = gainsay::lexical::key_hash(key) % count;
    while (slots[slot] != 0)
      slot = (slot + 1) % count;
    slots[slot] = at + 1;
    at += line.size() + 1;
    std::string escaped;
    for (const char c : line) {
      if (c == '"' || c == '\\') escaped += '\\';
      escaped += c == '\t' ? std::string("\\t") : std::string(1, c);
    }
    out << "    \"" << escaped << "\\n\"\n";
  }
  out << "    \"\";\nstatic const unsigned " << name << "Slots[] = {";
  for (std::size_t i = 0; i < count; ++i)
    out << (i % 16 == 0 ? "\n" : "") << slots[i] << ',';
  out << "};\nextern const Table " << name << " = {" << name << "Lines, sizeof " << name
      << "Lines - 1, " << name << "Slots, " << count - 1 << "};\n\n";
}

void run(const std::string& wordnet, const std::string& iso, const std::string& output) {
  const Synsets nouns = read_synsets(wordnet + "/data.noun");
  const Synsets adjectives = read_synsets(wordnet + "/data.adj");
  const Senses noun_senses = read_senses(wordnet + "/index.noun");
  const Senses verb_senses = read_senses(wordnet + "/index.verb");
  const Table noun_table = classes(noun_senses, nouns, 0);
  const Synsets verbs = read_synsets(wordnet + "/data.verb");
  const Table verb_table = classes(verb_senses, verbs, kVerbBody);
  Gazetteer gazetteer(nouns, noun_senses);
  const Senses adjective_senses = read_senses(wordnet + "/index.adj");
  gazetteer.add_iso(iso, adjective_senses);

  std::ofstream out(output);
  out << "// Made by make_tables.cc; not edited by hand. Derived from WordNet 3.0, Copyright 2006 "
         "by\n"
         "// Princeton University, all rights reserved, under the licence in wordnet.license; "
         "countries\n"
         "// and subdivisions from iso-codes (ISO 3166).\n"
         "#include \"table.h\"\n"
         "namespace gainsay::lexical {\n";
  write(out, "kNouns", noun_table);
  write(out, "kNounForms", read_exceptions(wordnet + "/noun.exc", noun_table));
  write(out, "kVerbs", verb_table);
  write(out, "kVerbForms", read_exceptions(wordnet + "/verb.exc", verb_table));
  write(out, "kVerbOpposites", opposites(verbs));
  write(out, "kPlaces", gazetteer.table());
  write(out, "kDemonyms", gazetteer.demonyms(adjectives, adjective_senses));
  out << "}  // namespace gainsay::lexical\n";
  out.close();
  if (!out) throw std::runtime_error(output + ": cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: make_tables WORDNET_DIRECTORY ISO_CODES_DIRECTORY OUTPUT.cc\n";
    return 2;
  }
  try {
    run(argv[1], argv[2], argv[3]);
  } catch (const std::exception& error) {
    std::cerr << "make_tables: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
