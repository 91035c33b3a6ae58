#include "text/sentences.h"

#include <cctype>
#include <set>
#include <utility>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

namespace gainsay::text {
namespace {

bool is_space(unsigned char c) {
  return std::isspace(c) != 0;
}

/// White space at the ends removed, non-breaking spaces included.
Span trim(std::string_view text, Span span) {
  const auto at = [&](std::uint32_t i) { return static_cast<unsigned char>(text[i]); };
  for (bool again = true; again;) {
    again = false;
    while (span.begin < span.end && is_space(at(span.begin)))
      ++span.begin;
    while (span.begin < span.end && is_space(at(span.end - 1)))
      --span.end;
    if (span.size() >= 2 && text.substr(span.begin, 2) == "\xC2\xA0") {
      span.begin += 2;
      again = true;
    }
    if (span.size() >= 2 && text.substr(span.end - 2, 2) == "\xC2\xA0") {
      span.end -= 2;
      again = true;
    }
  }
  return span;
}

std::string_view last_word(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && !is_space(static_cast<unsigned char>(text[begin - 1])))
    --begin;
  return text.substr(begin);
}

/// Leading quotation marks and brackets do not belong to an abbreviation.
std::string_view bare(std::string_view word) {
  const auto is_word = [](unsigned char c) { return std::isalnum(c) != 0; };
  while (!word.empty() && !is_word(static_cast<unsigned char>(word.front())))
    word.remove_prefix(1);
  return word;
}

/// "V." in "Vladimir V. Putin", "U.S."; never "I.".
bool is_initials(std::string_view word) {
  if (word.size() < 2 || word.size() % 2 != 0 || word == "I.") return false;
  for (std::size_t i = 0; i < word.size(); i += 2) {
    if (std::isupper(static_cast<unsigned char>(word[i])) == 0 || word[i + 1] != '.') return false;
  }
  return true;
}

}  // namespace

struct SentenceSplitter::Impl {
  std::set<std::string, std::less<>> abbreviations;

  /// True when the stop before `boundary` ends no sentence.
  [[nodiscard]] bool mends(std::string_view text, std::size_t begin, std::size_t boundary) const {
    std::string_view left = text.substr(begin, boundary - begin);
    while (!left.empty() && is_space(static_cast<unsigned char>(left.back())))
      left.remove_suffix(1);
    const std::string_view word = bare(last_word(left));
    return abbreviations.contains(word) || is_initials(word);
  }
};

SentenceSplitter::SentenceSplitter(const std::vector<std::string>& abbreviations)
    : impl_(std::make_unique<Impl>()) {
  impl_->abbreviations.insert(abbreviations.begin(), abbreviations.end());
}
SentenceSplitter::~SentenceSplitter() = default;
SentenceSplitter::SentenceSplitter(SentenceSplitter&&) noexcept = default;
SentenceSplitter& SentenceSplitter::operator=(SentenceSplitter&&) noexcept = default;

namespace {

/// A stop that is glued to the next sentence ("pledge.MORE STORIES"): ICU sees no boundary there.
bool is_glued_stop(std::string_view text, std::size_t i) {
  if (i < 2 || i + 2 >= text.size() || text[i] != '.') return false;
  const auto lower = [&](std::size_t at) {
    return std::islower(static_cast<unsigned char>(text[at])) != 0;
  };
  const bool capital = std::isupper(static_cast<unsigned char>(text[i + 1])) != 0;
  return lower(i - 1) && lower(i - 2) && capital && text[i + 2] != '.';
}

}  // namespace

std::vector<Sentence> SentenceSplitter::split(const Document& document) const {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createSentenceInstance(icu::Locale("en"), status));
  std::vector<Sentence> out;
  for (std::uint32_t block = 0; block < document.blocks().size(); ++block) {
    const Block& source = document.blocks()[block];
    const std::string_view text = source.text;
    const auto emit = [&](std::size_t begin, std::size_t end) {
      const Span span =
          trim(text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
      if (span.empty()) return;
      out.push_back({static_cast<std::uint32_t>(out.size()), block, span, source.original(span),
                     source.zone});
    };
    UText* utext =
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
    breaks->setText(utext, status);
    std::size_t begin = 0;
    std::size_t scanned = 0;
    for (std::int32_t at = breaks->next(); at != icu::BreakIterator::DONE; at = breaks->next()) {
      const auto boundary = static_cast<std::size_t>(at);
      for (; scanned < boundary; ++scanned) {
        if (!is_glued_stop(text, scanned)) continue;
        emit(begin, scanned + 1);
        begin = scanned + 1;
      }
      if (boundary < text.size() && impl_->mends(text, begin, boundary)) continue;
      emit(begin, boundary);
      begin = boundary;
    }
    emit(begin, text.size());
    utext_close(utext);
  }
  return out;
}

std::string_view readable(const Document& document, const Sentence& sentence) {
  return std::string_view(document.blocks()[sentence.block].text)
      .substr(sentence.in_block.begin, sentence.in_block.size());
}

}  // namespace gainsay::text
