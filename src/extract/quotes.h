#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "attribution.h"
#include "lexicon.h"
#include "quotations.h"
#include "tagged_sentence.h"
#include "text/document.h"
#include "text/sentences.h"

namespace gainsay::extract {

/// One sentence with all that is known of it.
struct SentenceReading {
  const text::Sentence* sentence = nullptr;
  Analysis analysis;
  std::vector<std::uint32_t> quote_of;  ///< for each token: index + 1 of its quotation, 0 = none
  std::vector<Cue> cues;
};

/// The part of a quotation that stands in one sentence.
struct QuoteDraft {
  std::size_t reading = 0;
  TokenRange at;                ///< words inside the marks; a scare quote takes the noun behind it
  std::uint32_t quotation = 0;  ///< as in quote_of
  Span span;                    ///< bytes of the sentence's readable text
  std::string label;            ///< all words, lower case
  std::string speaker;
  std::string cue;
};

/// Fills quote_of and cues of all readings and finds who speaks the quotations.
[[nodiscard]] std::vector<QuoteDraft> read_quotes(const Lexicon& lexicon,
                                                  const text::Document& document,
                                                  std::vector<SentenceReading>& readings);

}  // namespace gainsay::extract
