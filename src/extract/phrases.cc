#include "phrases.h"

namespace gainsay::extract {

std::string PhraseTable::add(std::string_view phrase, std::uint32_t payload, bool exact) {
  Phrase p;
  p.text = phrase;
  p.tokens = tokenize(p.text);
  p.payload = payload;
  p.exact = exact;
  if (p.tokens.empty()) return {};
  const auto index = static_cast<std::uint32_t>(phrases_.size());
  std::string first = p.tokens.front().norm;
  by_first_[first].push_back(index);
  by_last_[p.tokens.back().norm].push_back(index);
  phrases_.push_back(std::move(p));
  return first;
}

std::uint32_t PhraseTable::match(const Phrase& phrase, const Tokenized& in,
                                 std::uint32_t first) const {
  std::uint32_t at = first;
  for (std::size_t k = 0; k < phrase.tokens.size(); ++k) {
    const Token& want = phrase.tokens[k];
    if (k > 0 && want.space_before && want.norm != "-" && in.hyphen(at) && in.glued(at)) ++at;
    if (at >= in.size() || in.tokens[at].hash != want.hash || in.tokens[at].norm != want.norm) {
      return 0;
    }
    if (k > 0 && !want.space_before && in.tokens[at].space_before) return 0;
    const std::string_view written(phrase.text);
    if (phrase.exact &&
        in.surface(at, at + 1) != written.substr(want.span.begin, want.span.size())) {
      return 0;
    }
    ++at;
  }
  return at - first;
}

PhraseTable::Hit PhraseTable::at(const Tokenized& in, std::uint32_t first) const {
  Hit best;
  const auto found = by_first_.find(in.norm(first));
  if (found == by_first_.end()) return best;
  for (const std::uint32_t index : found->second) {
    const std::uint32_t length = match(phrases_[index], in, first);
    if (length > best.length) best = {length, phrases_[index].payload};
  }
  return best;
}

std::vector<PhraseTable::Hit> PhraseTable::all_at(const Tokenized& in, std::uint32_t first) const {
  std::vector<Hit> best;
  const auto found = by_first_.find(in.norm(first));
  if (found == by_first_.end()) return best;
  for (const std::uint32_t index : found->second) {
    const std::uint32_t length = match(phrases_[index], in, first);
    if (length == 0 || (!best.empty() && length < best.front().length)) continue;
    if (!best.empty() && length > best.front().length) best.clear();
    best.push_back({length, phrases_[index].payload});
  }
  return best;
}

PhraseTable::Hit PhraseTable::before(const Tokenized& in, std::uint32_t end,
                                     std::uint32_t floor) const {
  Hit best;
  if (end == 0) return best;
  const auto found = by_last_.find(in.norm(end - 1));
  if (found == by_last_.end()) return best;
  for (const std::uint32_t index : found->second) {
    const auto size = static_cast<std::uint32_t>(phrases_[index].tokens.size());
    if (size > end - floor || size <= best.length) continue;
    if (match(phrases_[index], in, end - size) == size) {
      best = {size, phrases_[index].payload};
    }
  }
  return best;
}

}  // namespace gainsay::extract
