#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "attribution.h"
#include "lexicon.h"
#include "quotations.h"
#include "tagged_sentence.h"
#include "text/document.h"
#include "text/sentences.h"

namespace gainsay::extract {

/// The part of a quotation that stands in one sentence.
struct QuoteDraft {
  TokenRange at;                ///< words inside the marks; a scare quote takes the noun behind it
  std::uint32_t quotation = 0;  ///< as in SentenceReading::quote_of
  Span span;                    ///< bytes of the sentence's readable text
  std::string label;            ///< all words, lower case
  std::string speaker;
  std::string cue;
};

/// One sentence with all that is known of it.
struct SentenceReading {
  const text::Sentence* sentence = nullptr;
  Analysis analysis;
  std::vector<std::uint32_t> quote_of;  ///< for each token: index + 1 of its quotation, 0 = none
  std::vector<Cue> cues;
  std::vector<QuoteDraft> quotes;
};

/// Finds who says what in one report, and who speaks its quotations. Lives as long as the report is
/// read.
class QuoteReader {
 public:
  QuoteReader(const Lexicon& lexicon, const text::Document& document)
      : document_(document), lexicon_(lexicon), attribution_(lexicon) {}

  /// Fills quote_of, cues and quotes of the sentences that follow those of the call before. Who
  /// speaks is looked for in the sentences before, and behind in the same block and call.
  void read(std::vector<SentenceReading>& passage);

 private:
  void begin_block(std::uint32_t number);
  void mark(SentenceReading& reading) const;
  void quotes_of(std::span<SentenceReading> part);
  void add(std::span<SentenceReading> part, std::size_t k, TokenRange at);
  [[nodiscard]] const Cue* speaker_cue(std::span<const SentenceReading> part, std::size_t k,
                                       TokenRange at) const;
  [[nodiscard]] bool colours_a_noun(const Tokenized& in, TokenRange at) const;
  void inherit(std::span<SentenceReading> part);

  const text::Document& document_;
  const Lexicon& lexicon_;
  AttributionFinder attribution_;
  Discourse discourse_;

  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::uint32_t block_ = kNone;
  std::vector<Quotation> quotations_;  ///< of the block
  std::vector<std::string> speakers_;  ///< of quotation i + 1
  bool somebody_spoke_ = false;        ///< some of them is named
  std::string last_;                   ///< speaker of the last quotation part
  std::vector<Cue> cues_before_;       ///< of the last sentence of the block that was read before
};

}  // namespace gainsay::extract
