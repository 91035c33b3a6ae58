#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "attribution.h"
#include "lexicon.h"
#include "tagged_sentence.h"

namespace gainsay::extract {

/// Who is named at a place of a sentence.
struct Speaker {
  TokenRange at;
  std::string name;
  bool person = false;
};

/// Finds the noun phrase that speaks, to the left or to the right of a verb. Lives for one
/// sentence.
class SpeakerFinder {
 public:
  SpeakerFinder(const Lexicon& lexicon, const Analysis& a, const std::vector<bool>& quoted,
                const Discourse& discourse)
      : lexicon_(lexicon), a_(a), in_(a.in()), quoted_(quoted), discourse_(discourse) {}

  /// The speaker whose words end before token `end`; nothing when none is known to speak there.
  [[nodiscard]] std::optional<Speaker> left(std::uint32_t end) const;
  /// The speaker whose words begin at `from`.
  [[nodiscard]] std::optional<Speaker> right(std::uint32_t from) const;

  [[nodiscard]] const Mention* starting(std::uint32_t at) const;
  [[nodiscard]] const Mention* ending(std::uint32_t end) const;

 private:
  [[nodiscard]] bool is(ListName list, std::uint32_t i) const {
    return i < in_.size() && lexicon_.is(list, in_.norm(i));
  }
  [[nodiscard]] bool speaks(std::uint32_t i) const;
  [[nodiscard]] Speaker of(const Mention& m) const;
  [[nodiscard]] const Mention* owned(std::uint32_t at) const;
  [[nodiscard]] std::optional<Speaker> phrase(std::uint32_t end) const;
  [[nodiscard]] std::optional<Speaker> apposition(std::uint32_t end) const;
  [[nodiscard]] std::uint32_t phrase_begin(std::uint32_t end) const;
  [[nodiscard]] Speaker group(std::uint32_t end, std::uint32_t whole) const;
  [[nodiscard]] std::optional<Speaker> pronoun(std::uint32_t at) const;

  const Lexicon& lexicon_;
  const Analysis& a_;
  Tokenized in_;
  const std::vector<bool>& quoted_;
  const Discourse& discourse_;
};

/// Notes the offices of the persons in the sentence: "Defence Minister Anna Berg", "Ola Dahl, the
/// mayor".
void note_offices(const Lexicon& lexicon, const Analysis& a, Discourse& discourse);

}  // namespace gainsay::extract
