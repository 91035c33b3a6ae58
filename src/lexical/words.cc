#include "lexical/words.h"

#include <algorithm>
#include <array>
#include <span>

#include "table.h"

namespace gainsay::lexical {
namespace {

constexpr int kFirstVerbClass = static_cast<int>(VerbClass::kBody);

struct Ending {
  std::string_view form;
  std::string_view lemma;
};
// The rules of detachment of WordNet 3.0, morph(7WN).
constexpr std::array<Ending, 8> kNounEndings = {{{"ses", "s"},
                                                 {"xes", "x"},
                                                 {"zes", "z"},
                                                 {"ches", "ch"},
                                                 {"shes", "sh"},
                                                 {"men", "man"},
                                                 {"ies", "y"},
                                                 {"s", ""}}};
constexpr std::array<Ending, 8> kVerbEndings = {{{"ies", "y"},
                                                 {"s", ""},
                                                 {"es", "e"},
                                                 {"es", ""},
                                                 {"ed", "e"},
                                                 {"ed", ""},
                                                 {"ing", "e"},
                                                 {"ing", ""}}};

std::string lemma_of(std::string_view form, const Table& exceptions, const Table& lemmas,
                     std::span<const Ending> endings) {
  if (const std::string_view lemma = find(exceptions, form); !lemma.empty()) {
    return std::string(lemma);
  }
  if (!find(lemmas, form).empty()) return std::string(form);
  for (const Ending& ending : endings) {
    if (!form.ends_with(ending.form)) continue;
    std::string lemma(form.substr(0, form.size() - ending.form.size()));
    lemma += ending.lemma;
    if (!find(lemmas, lemma).empty()) return lemma;
  }
  return {};
}

}  // namespace

std::optional<NounClass> noun_class(std::string_view lemma) {
  const std::string_view letter = find(kNouns, lemma);
  if (letter.empty()) return std::nullopt;
  return static_cast<NounClass>(letter[0] - 'a');
}

std::optional<VerbClass> verb_class(std::string_view lemma) {
  const std::string_view letter = find(kVerbs, lemma);
  if (letter.empty()) return std::nullopt;
  return static_cast<VerbClass>(letter[0] - 'a' + kFirstVerbClass);
}

std::string noun_lemma(std::string_view form) {
  return lemma_of(form, kNounForms, kNouns, kNounEndings);
}

std::string verb_lemma(std::string_view form) {
  return lemma_of(form, kVerbForms, kVerbs, kVerbEndings);
}

bool verbs_opposed(std::string_view lemma, std::string_view other) {
  std::string_view list = find(kVerbOpposites, lemma);
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('|'), list.size());
    if (list.substr(0, end) == other) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

}  // namespace gainsay::lexical
