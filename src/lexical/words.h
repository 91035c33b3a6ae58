#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gainsay::lexical {

/// Classes of nouns and verbs: WordNet's lexicographer files, of a word's most frequent sense.
enum class NounClass : std::uint8_t {
  kTop = 3,
  kAct,
  kAnimal,
  kArtifact,
  kAttribute,
  kBody,
  kCognition,
  kCommunication,
  kEvent,
  kFeeling,
  kFood,
  kGroup,
  kLocation,
  kMotive,
  kObject,
  kPerson,
  kPhenomenon,
  kPlant,
  kPossession,
  kProcess,
  kQuantity,
  kRelation,
  kShape,
  kState,
  kSubstance,
  kTime,
};
enum class VerbClass : std::uint8_t {
  kBody = 29,
  kChange,
  kCognition,
  kCommunication,
  kCompetition,
  kConsumption,
  kContact,
  kCreation,
  kEmotion,
  kMotion,
  kPerception,
  kPossession,
  kSocial,
  kStative,
  kWeather,
};

/// Of a lemma, one word in lower case; nothing when WordNet has no such noun or verb.
[[nodiscard]] std::optional<NounClass> noun_class(std::string_view lemma);
[[nodiscard]] std::optional<VerbClass> verb_class(std::string_view lemma);

/// The lemma of an inflected form, as WordNet's morphy finds it: exceptions, then endings that
/// leave a known word. A lemma is its own; "" for an unknown word. Threads: const data.
[[nodiscard]] std::string noun_lemma(std::string_view form);
[[nodiscard]] std::string verb_lemma(std::string_view form);

/// Whether WordNet has one verb as the opposite of the other, in some sense of both: "accept" and
/// "reject". Lemmas.
[[nodiscard]] bool verbs_opposed(std::string_view lemma, std::string_view other);

}  // namespace gainsay::lexical
