#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.h"
#include "types/claim.h"
#include "types/span.h"

namespace gainsay::text {

/// One sentence, headline, list item or table cell.
struct Sentence {
  std::uint32_t index = 0;  ///< in the document, from 0
  std::uint32_t block = 0;
  Span in_block;            ///< bytes of the block's text, white space trimmed
  Span original;            ///< the same in original bytes
  Zone zone = Zone::kBody;
  friend bool operator==(const Sentence&, const Sentence&) = default;
};

/// Splits documents into sentences. The knowledge of the language (which words end with a stop that
/// ends no sentence) comes in as plain words.
/// Threads: const, shared.
class SentenceSplitter {
 public:
  /// `abbreviations`: with their final stop, case-sensitive ("Mr."). Three marks refine them:
  /// "No. #" counts before a number only; "U.S. |" may also end a sentence, which it does before a
  /// starter; "| The" is such a starter. Initials and acronyms need no entry.
  explicit SentenceSplitter(const std::vector<std::string>& abbreviations);
  ~SentenceSplitter();
  SentenceSplitter(SentenceSplitter&&) noexcept;
  SentenceSplitter& operator=(SentenceSplitter&&) noexcept;

  /// All blocks in order, those of Zone::kFurniture and kRelated included, so that indices do not
  /// depend on what a later stage leaves out. Every byte that is not white space is in exactly one.
  /// None is longer than 4096 bytes: what has no end is cut between words.
  [[nodiscard]] std::vector<Sentence> split(const Document& document) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// The readable text of a sentence; the view lives as long as the document.
[[nodiscard]] std::string_view readable(const Document& document, const Sentence& sentence);

}  // namespace gainsay::text
