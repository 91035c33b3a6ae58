#include "inflect.h"

#include <algorithm>

namespace gainsay::ruleset {
namespace {

bool is_vowel(std::string_view w, std::size_t i) {
  if (w[i] == 'u' && i > 0 && w[i - 1] == 'q') return false;  // "quit" doubles its t
  if (w[i] == 'y') return i > 0;                              // "try", not "yell"
  return std::string_view("aeiou").find(w[i]) != std::string_view::npos;
}

std::size_t vowel_groups(std::string_view w) {
  std::size_t groups = 0;
  for (std::size_t i = 0; i < w.size(); ++i) {
    if (is_vowel(w, i) && (i == 0 || !is_vowel(w, i - 1))) ++groups;
  }
  return groups;
}

/// Ends in one vowel and one consonant that can double: "stop", "visit"; not "fix", "show", "need".
bool can_double(std::string_view w) {
  const std::size_t n = w.size();
  if (n < 3 || std::string_view("wxyaeiouh").find(w[n - 1]) != std::string_view::npos) return false;
  return is_vowel(w, n - 2) && !is_vowel(w, n - 3);
}

std::string third_person(const std::string& w) {
  const auto ends = [&](std::string_view tail) { return w.ends_with(tail); };
  if (ends("y") && w.size() > 1 && !is_vowel(w, w.size() - 2)) {
    return w.substr(0, w.size() - 1) + "ies";
  }
  const bool hisses = ends("s") || ends("x") || ends("z") || ends("ch") || ends("sh") || ends("o");
  return w + (hisses ? "es" : "s");
}

std::string past(const std::string& w, const std::string& stem) {
  if (w.ends_with('e')) return w + "d";
  if (w.ends_with('y') && w.size() > 1 && !is_vowel(w, w.size() - 2)) {
    return w.substr(0, w.size() - 1) + "ied";
  }
  return stem + "ed";
}

std::string participle(const std::string& w, const std::string& stem) {
  if (w.ends_with("ie")) return w.substr(0, w.size() - 2) + "ying";
  const bool keeps_e = w.size() < 3 || w.ends_with("ee") || w.ends_with("oe") || w.ends_with("ye");
  if (w.ends_with('e') && !keeps_e) return w.substr(0, w.size() - 1) + "ing";
  return stem + "ing";
}

}  // namespace

std::vector<std::string> regular_forms(std::string_view verb) {
  const std::size_t blank = verb.find(' ');
  const std::string w(verb.substr(0, blank));
  const std::string rest(blank == std::string_view::npos ? "" : verb.substr(blank));
  if (w.empty()) return {};

  std::vector<std::string> stems;
  const bool doubles = can_double(w);
  if (w.ends_with("ic")) {
    stems = {w + "k"};
  } else if (doubles && vowel_groups(w) == 1) {
    stems = {w + w.back()};
  } else if (doubles) {
    stems = {w, w + w.back()};
  } else {
    stems = {w};
  }
  std::vector<std::string> forms = {w, third_person(w)};
  for (const std::string& stem : stems)
    forms.push_back(past(w, stem));
  for (const std::string& stem : stems)
    forms.push_back(participle(w, stem));
  for (std::string& form : forms)
    form += rest;
  return forms;
}

}  // namespace gainsay::ruleset
