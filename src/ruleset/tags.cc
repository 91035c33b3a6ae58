#include "tags.h"

#include <algorithm>
#include <array>

#include "words.h"

namespace gainsay::ruleset {
namespace {

constexpr std::string_view kField = "[^/ ]*";

struct EntityHead {
  std::string_view head;
  std::string_view type;
};
constexpr std::array<EntityHead, 6> kEntities = {{{"per", "per"},
                                                  {"org", "org"},
                                                  {"loc", "loc"},
                                                  {"nat", "nat"},
                                                  {"misc", "misc"},
                                                  {"who", "(?:per|org|nat|loc|misc)"}}};

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == ' ' || static_cast<unsigned char>(c) >= 0x80;
}

std::string escape(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (!is_plain(c)) out += '\\';
    out += c;
  }
  return out;
}

std::string alternatives(const std::vector<std::string>& parts) {
  if (parts.size() == 1) return parts.front();
  std::string out = "(?:";
  for (const std::string& part : parts) {
    if (out.size() > 3) out += '|';
    out += part;
  }
  return out + ")";
}

/// One field of a token: blanks inside are written "_".
std::string field(std::string_view text) {
  if (text == "*") return std::string(kField);
  std::string out = escape(text);
  std::replace(out.begin(), out.end(), ' ', '_');
  return out;
}

/// "person", "person:soldier", "*:official" or "bare".
std::string quantity(std::string_view dimension, std::string_view argument, std::string& fault) {
  const std::string head = "Q/" + field(dimension) + "/";
  if (argument == "bare") return head + "-/-";
  const auto parts = split(argument, ':');
  if (parts.size() > 2 || std::count(parts.begin(), parts.end(), "") > 0) {
    fault = "\"" + std::string(argument) + "\" must be a unit, unit:noun or bare";
  }
  const std::string noun = parts.size() > 1 ? field(parts[1]) : std::string(kField);
  return head + field(parts[0]) + "/" + noun;
}

std::string count_pattern(std::string_view arguments, std::string& fault) {
  std::vector<std::string> out;
  for (std::string_view part : split(arguments.empty() ? "*" : arguments, '|')) {
    out.push_back(quantity("count", part, fault));
  }
  return alternatives(out);
}

/// "money", "money|percent", "money:EUR".
std::string quantity_pattern(std::string_view arguments, std::string& fault) {
  if (arguments.empty()) fault = "{q:...} needs a dimension, as in {q:duration}";
  std::vector<std::string> out;
  for (std::string_view part : split(arguments, '|')) {
    const std::size_t colon = part.find(':');
    const bool has_unit = colon != std::string_view::npos;
    out.push_back(quantity(part.substr(0, colon), has_unit ? part.substr(colon + 1) : "*", fault));
  }
  return alternatives(out);
}

std::string entity_pattern(std::string_view type, std::string_view arguments) {
  const std::string head = "E/" + std::string(type) + "/";
  if (arguments.empty()) return head + "[^ ]*";
  std::vector<std::string> slugs;
  for (std::string_view part : split(arguments, '|'))
    slugs.push_back(field(lower(part)));
  return head + alternatives(slugs);
}

std::string time_pattern(std::string_view arguments, std::string& fault) {
  static constexpr std::array<std::string_view, 5> kKinds = {"weekday", "date", "year", "clock",
                                                             "rel"};
  if (arguments.empty()) return "T/[^ ]*";
  std::vector<std::string> out;
  for (std::string_view part : split(arguments, '|')) {
    const std::size_t colon = part.find(':');
    const std::string_view kind = part.substr(0, colon);
    if (std::find(kKinds.begin(), kKinds.end(), kind) == kKinds.end()) {
      fault = "\"" + std::string(kind) + "\" is no kind of time; it is one of: weekday, date, " +
              "year, clock, rel";
    }
    const bool has_value = colon != std::string_view::npos;
    out.push_back("T/" + std::string(kind) + "/" +
                  (has_value ? field(part.substr(colon + 1)) : "[^ ]*"));
  }
  return alternatives(out);
}

/// True when "n't" begins at `i` and ends its word.
bool begins_negation(std::string_view word, std::size_t i) {
  return word.substr(i, 3) == "n't" && i > 0 && (i + 3 == word.size() || word[i + 3] == ' ');
}

std::string one_word(std::string_view written) {
  std::string word;
  for (const std::string_view part : split(written, ' ')) {
    if (!part.empty()) word += (word.empty() ? "" : " ") + lower(part);
  }
  for (std::size_t at = 0; (at = word.find("\u2019", at)) != std::string::npos;) {
    word.replace(at, 3, "'");
  }
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    const bool glued_before = i > 0 && word[i - 1] != ' ';
    const bool glued_after = i + 1 < word.size() && word[i + 1] != ' ';
    const bool final_stop = c == '.' && !glued_after && word.find('.') == i;
    if (c == '-' || c == ',' || c == '/' || c == ':' || c == '&') {
      out += std::string(glued_before ? " ?" : "") + escape({&c, 1}) + (glued_after ? " ?" : "");
    } else if (begins_negation(word, i)) {
      out += " ?n\\'t";
      i += 2;
    } else {
      if ((c == '\'' || final_stop) && glued_before) out += " ?";
      out += escape({&c, 1});
    }
  }
  return out;
}

}  // namespace

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  while (true) {
    const std::size_t at = text.find(separator);
    out.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return out;
    text.remove_prefix(at + 1);
  }
}

std::string word_pattern(std::vector<std::string> words) {
  for (std::string& word : words)
    word = lower(word);
  std::sort(words.begin(), words.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  words.erase(std::unique(words.begin(), words.end()), words.end());
  for (std::string& word : words)
    word = one_word(word);
  return alternatives(words);
}

bool tag_pattern(std::string_view head, std::string_view arguments, std::string& out,
                 std::string& fault) {
  if (head == "n") {
    out = count_pattern(arguments, fault);
  } else if (head == "q") {
    out = quantity_pattern(arguments, fault);
  } else if (head == "when") {
    out = time_pattern(arguments, fault);
  } else {
    const auto* it = std::find_if(kEntities.begin(), kEntities.end(),
                                  [&](const EntityHead& e) { return e.head == head; });
    if (it == kEntities.end()) return false;
    out = entity_pattern(it->type, arguments);
  }
  return true;
}

std::vector<std::string> tag_heads() {
  std::vector<std::string> out = {"n", "q", "when"};
  for (const EntityHead& entity : kEntities)
    out.emplace_back(entity.head);
  return out;
}

}  // namespace gainsay::ruleset
