#include "text/sentences.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include "boundaries.h"

namespace gainsay::text {
namespace {

Span trim(std::string_view text, std::size_t begin, std::size_t end) {
  std::string_view inner = text.substr(begin, end - begin);
  while (const std::size_t size = space_at_start(inner))
    inner.remove_prefix(size);
  while (const std::size_t size = space_at_end(inner))
    inner.remove_suffix(size);
  const auto start = static_cast<std::uint32_t>(inner.data() - text.data());
  return {start, start + static_cast<std::uint32_t>(inner.size())};
}

/// A text without an end (a list of figures, a damaged page) is cut between words, so that what is
/// done with a sentence costs what a sentence may cost.
void add_cut(std::string_view text, Span span, std::vector<Span>& out) {
  constexpr std::uint32_t kLongest = 4096;  // bytes; the longest real ones have some 1,500
  while (span.size() > kLongest) {
    std::size_t size = text.substr(span.begin, kLongest).rfind(' ');
    if (size == std::string_view::npos || size == 0) {
      size = kLongest;
      while ((static_cast<unsigned char>(text[span.begin + size]) & 0xC0U) == 0x80U)
        --size;
    }
    const Span part = trim(text, span.begin, span.begin + size);
    if (!part.empty()) out.push_back(part);
    span = trim(text, span.begin + size, span.end);
  }
  if (!span.empty()) out.push_back(span);
}

/// Adds ICU's boundaries in `part`, which lies `offset` bytes into its block.
void add_boundaries(icu::BreakIterator& breaks, std::string_view part, std::size_t offset,
                    std::vector<std::size_t>& out) {
  UErrorCode status = U_ZERO_ERROR;
  UText* utext =
      utext_openUTF8(nullptr, part.data(), static_cast<std::int64_t>(part.size()), &status);
  breaks.setText(utext, status);
  if (U_SUCCESS(status) != 0) {
    for (std::int32_t at = breaks.next(); at != icu::BreakIterator::DONE; at = breaks.next()) {
      out.push_back(offset + static_cast<std::size_t>(at));
    }
  }
  utext_close(utext);
}

/// All places where a sentence may end, in order, the end of the text last.
std::vector<std::size_t> proposed_boundaries(icu::BreakIterator* breaks, std::string_view text) {
  constexpr std::size_t kMost = std::size_t{1} << 30;  // ICU counts in 31 bits
  std::vector<std::size_t> proposed;
  for (std::size_t begin = 0; breaks != nullptr && begin < text.size();) {
    std::size_t end = text.size();
    if (end - begin > kMost) {
      end = text.rfind(' ', begin + kMost);
      if (end == std::string_view::npos || end <= begin) end = text.size();
    }
    add_boundaries(*breaks, text.substr(begin, end - begin), begin, proposed);
    begin = end;
  }
  std::vector<std::size_t> all;
  std::ranges::set_union(proposed, glued_boundaries(text), std::back_inserter(all));
  if (all.empty() || all.back() != text.size()) all.push_back(text.size());
  return all;
}

}  // namespace

struct SentenceSplitter::Impl {
  StopWords words;
  std::unique_ptr<icu::BreakIterator> breaks;  ///< copied by each split()

  [[nodiscard]] std::vector<Span> split(icu::BreakIterator* iterator, std::string_view text) const {
    std::vector<Span> found;
    std::size_t begin = 0;
    for (std::size_t boundary : proposed_boundaries(iterator, text)) {
      if (boundary <= begin) continue;
      boundary = settle_quotes(text, begin, boundary);
      if (boundary <= begin) continue;
      const bool last = boundary == text.size();
      if (!last && runs_on(text, begin, boundary, words)) continue;
      const Span span = trim(text, begin, boundary);
      const bool is_rest = !found.empty() && !has_word(text.substr(span.begin, span.size()));
      if (!span.empty() && is_rest) {
        found.back().end = span.end;
      } else if (!span.empty()) {
        found.push_back(span);
      }
      begin = boundary;
    }
    return found;
  }
};

SentenceSplitter::SentenceSplitter(const std::vector<std::string>& abbreviations)
    : impl_(std::make_unique<Impl>()) {
  for (const std::string& entry : abbreviations) {
    const std::string_view text = entry;
    if (text.starts_with("| ")) {
      impl_->words.starters.emplace(text.substr(2));
    } else if (text.ends_with(" |")) {
      impl_->words.maybe.emplace(text.substr(0, text.size() - 2));
    } else if (text.ends_with(" #")) {
      impl_->words.number.emplace(text.substr(0, text.size() - 2));
    } else {
      impl_->words.never.emplace(text);
    }
  }
  UErrorCode status = U_ZERO_ERROR;
  impl_->breaks.reset(icu::BreakIterator::createSentenceInstance(icu::Locale("en"), status));
  if (U_FAILURE(status) != 0) impl_->breaks.reset();
}
SentenceSplitter::~SentenceSplitter() = default;
SentenceSplitter::SentenceSplitter(SentenceSplitter&&) noexcept = default;
SentenceSplitter& SentenceSplitter::operator=(SentenceSplitter&&) noexcept = default;

std::vector<Sentence> SentenceSplitter::split(const Document& document) const {
  const std::unique_ptr<icu::BreakIterator> breaks(impl_->breaks ? impl_->breaks->clone()
                                                                 : nullptr);
  std::vector<Sentence> sentences;
  for (std::uint32_t i = 0; i < document.blocks().size(); ++i) {
    const Block& block = document.blocks()[i];
    // A headline is one, whatever stops are in it.
    const bool is_one = block.zone == Zone::kHeadline;
    std::vector<Span> spans;
    if (is_one) {
      add_cut(block.text, trim(block.text, 0, block.text.size()), spans);
    } else {
      for (const Span span : impl_->split(breaks.get(), block.text))
        add_cut(block.text, span, spans);
    }
    for (const Span span : spans) {
      const auto index = static_cast<std::uint32_t>(sentences.size());
      sentences.push_back({index, i, span, block.original(span), block.zone});
    }
  }
  return sentences;
}

std::string_view readable(const Document& document, const Sentence& sentence) {
  return std::string_view(document.blocks()[sentence.block].text)
      .substr(sentence.in_block.begin, sentence.in_block.size());
}

}  // namespace gainsay::text
