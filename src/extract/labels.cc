#include "labels.h"

#include <algorithm>
#include <string_view>

#include <re2/re2.h>
#include <re2/set.h>

namespace gainsay::extract {

namespace {

constexpr std::int64_t kSetMemory = std::int64_t{32} << 20;

}  // namespace

/// One scan with all patterns says which to look for, which mostly is none.
struct Labels::Patterns {
  std::vector<std::unique_ptr<RE2>> list;
  std::unique_ptr<RE2::Set> all;

  /// Calls visit(pattern) for each pattern that the text holds.
  template <class Visit>
  void in(const re2::StringPiece& text, const Visit& visit) const {
    thread_local std::vector<int> found;
    RE2::Set::ErrorInfo error{};
    if (all->Match(text, &found, &error)) {
      std::ranges::sort(found);
      for (const int index : found)
        visit(*list[static_cast<std::size_t>(index)]);
    } else if (error.kind != RE2::Set::kNoError) {
      for (const auto& pattern : list)
        visit(*pattern);
    }
  }
};

Labels::Labels(const ruleset::RuleSet& rules, std::vector<Error>& errors)
    : patterns_(std::make_unique<Patterns>()) {
  RE2::Options options;
  options.set_log_errors(false);
  RE2::Options of_set = options;
  of_set.set_max_mem(kSetMemory);
  patterns_->all = std::make_unique<RE2::Set>(of_set, RE2::UNANCHORED);
  for (const std::string& pattern : rules.quantities.label_patterns) {
    auto compiled = std::make_unique<RE2>("(" + pattern + ")", options);
    if (!compiled->ok()) {
      errors.push_back({ErrorCode::kInvalidRule, "rules/quantities/labels.yaml",
                        "label_patterns: '" + pattern + "': " + compiled->error()});
      continue;
    }
    patterns_->all->Add(pattern, nullptr);
    patterns_->list.push_back(std::move(compiled));
  }
  patterns_->all->Compile();
  for (const std::string& word : rules.quantities.label_words_before) {
    const bool capital = !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
    words_.add(word, 0, capital);
  }
  if (const auto found = rules.words.find("date_months"); found != rules.words.end()) {
    months_ = WordSet(found->second);
  }
}

Labels::~Labels() = default;
Labels::Labels(Labels&&) noexcept = default;
Labels& Labels::operator=(Labels&&) noexcept = default;

void Labels::mask_patterns(const Tokenized& in, std::vector<bool>& out) const {
  const re2::StringPiece text(in.text.data(), in.text.size());
  patterns_->in(text, [&](const RE2& pattern) {
    re2::StringPiece hit;
    std::size_t token = 0;
    std::size_t from = 0;
    while (from <= text.size() &&
           pattern.Match(text, from, text.size(), RE2::UNANCHORED, &hit, 1)) {
      const auto begin = static_cast<std::size_t>(hit.data() - in.text.data());
      const std::size_t end = begin + hit.size();
      while (token < in.tokens.size() && in.tokens[token].span.end <= begin)
        ++token;
      for (std::size_t t = token; t < in.tokens.size() && in.tokens[t].span.begin < end; ++t) {
        out[t] = true;
      }
      from = std::max(end, begin + 1);
    }
  });
}

// "Card 1 of 5", "Articles 5 and 6", "Boeing 737-800"
void Labels::mask_after_word(const Tokenized& in, const NumberParser& numbers, std::uint32_t i,
                             std::vector<bool>& out) const {
  if (!words_.before(in, i, 0)) return;
  std::uint32_t last = i + 1;
  if (in.tokens[i].kind != Token::Kind::kNumber) {
    const std::optional<Number> n = numbers.parse(in, i);
    if (!n || n->indefinite) return;
    last = n->last;
  }
  const bool many = i > 0 && in.norm(i - 1).back() == 's';
  std::fill(out.begin() + i, out.begin() + last, true);
  for (std::uint32_t link = last; link + 1 < in.size() && link < last + 8; link += 2) {
    const WordKey norm = in.norm(link);
    const bool joined = norm == "of" || norm == "-" || norm == "/" || norm == "." ||
                        (many && (norm == "and" || norm == "," || norm == "to"));
    if (!joined || in.tokens[link + 1].kind != Token::Kind::kNumber) break;
    out[link] = out[link + 1] = true;
  }
}

// "Jan. 10", "21 January 2022", "March 3-5", "5th of May"
void Labels::mask_date(const Tokenized& in, std::uint32_t month, std::vector<bool>& out) const {
  const auto day = [&](std::uint32_t i) {
    const WordKey n = in.norm(i);
    return !n.empty() && n[0] >= '0' && n[0] <= '9' && n.size() <= 4 &&
           n.find('.') == std::string_view::npos && (n.size() < 3 || n[n.size() - 1] > '9');
  };
  const auto year = [&](std::uint32_t i) {
    const WordKey n = in.norm(i);
    return n.size() == 4 && (n[0] == '1' || n[0] == '2') && figure_value(n).has_value() &&
           n.find('.') == std::string_view::npos;
  };
  std::uint32_t i = month + 1;
  if (in.norm(i) == "." && in.glued(i)) ++i;
  if (year(i)) out[i] = true;
  if (day(i)) {
    out[i] = true;
    const WordKey link = in.norm(i + 1);
    if ((link == "-" || link == "to" || link == "and" || link == "--") && day(i + 2) &&
        (link == "-" || !in.word(i + 3) || in.capital(i + 3))) {
      out[i + 2] = true;
      i += 2;
    }
    if (in.norm(i + 1) == "," && year(i + 2)) out[i + 2] = true;
    if (year(i + 1)) out[i + 1] = true;
  }
  std::uint32_t back = month;
  if (back > 0 && in.norm(back - 1) == "of") --back;
  if (back > 0 && day(back - 1)) {
    out[back - 1] = true;
    const bool range = back >= 3 && (in.norm(back - 2) == "-" || in.norm(back - 2) == "to" ||
                                     in.norm(back - 2) == "and");
    if (range && day(back - 3)) out[back - 3] = true;
  }
}

std::vector<bool> Labels::mask(const Tokenized& in, const NumberParser& numbers) const {
  std::vector<bool> out(in.tokens.size(), false);
  mask_patterns(in, out);
  for (std::uint32_t i = 0; i < in.size(); ++i) {
    if (in.tokens[i].kind == Token::Kind::kPunctuation) continue;
    mask_after_word(in, numbers, i, out);
    if (in.capital(i) && months_.contains(in.norm(i))) mask_date(in, i, out);
  }
  return out;
}

}  // namespace gainsay::extract
