#include <algorithm>

#include "comparators/comparators.h"
#include "words.h"

namespace gainsay::judge {
namespace {

using Words = std::vector<std::string_view>;

struct Match {
  std::size_t a;
  std::size_t b;
};

/// Longest common subsequence, as positions.
std::vector<Match> align(const Words& a, const Words& b) {
  const std::size_t width = b.size() + 1;
  std::vector<std::uint32_t> best((a.size() + 1) * width, 0);
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      best[i * width + j] = a[i] == b[j]
                                ? best[(i + 1) * width + j + 1] + 1
                                : std::max(best[(i + 1) * width + j], best[i * width + j + 1]);
    }
  }
  std::vector<Match> out;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j] && best[i * width + j] == best[(i + 1) * width + j + 1] + 1) {
      out.push_back({i++, j++});
    } else if (best[(i + 1) * width + j] >= best[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return out;
}

/// The kind of word whose change alters what a speaker said; "" for any other.
std::string_view weight(std::string_view word, const Knowledge& knowledge) {
  if (word.find_first_of("0123456789") != std::string_view::npos) return "number";
  for (const std::string_view list : {"number", "negation", "modal"}) {
    if (knowledge.in("words." + std::string(list), word)) return list;
  }
  return {};
}

/// What was changed between two aligned stretches, "" when nothing that matters.
std::string_view altered(const Words& a, const Words& b, Match from, Match to,
                         const Knowledge& knowledge) {
  for (const std::string_view kind : {"number", "negation", "modal"}) {
    const auto of_kind = [&](const Words& words, std::size_t begin, std::size_t end) {
      Words out;
      for (std::size_t i = begin; i < end; ++i) {
        if (weight(words[i], knowledge) == kind) out.push_back(knowledge.group(words[i]));
      }
      return out;
    };
    const Words x = of_kind(a, from.a, to.a);
    const Words y = of_kind(b, from.b, to.b);
    if (kind == "negation" ? x.size() != y.size() : (!x.empty() && !y.empty() && x != y))
      return kind;
  }
  return {};
}

std::string_view alteration(const Words& a, const Words& b, const std::vector<Match>& matches,
                            bool whole, const Knowledge& knowledge) {
  // Outside the aligned stretch one report may simply quote more.
  Match from = whole ? Match{0, 0} : Match{matches.front().a + 1, matches.front().b + 1};
  for (const Match& match : matches) {
    if (match.a >= from.a && match.b >= from.b) {
      if (const auto kind = altered(a, b, from, match, knowledge); !kind.empty()) return kind;
      from = {match.a + 1, match.b + 1};
    }
  }
  return whole ? altered(a, b, from, {a.size(), b.size()}, knowledge) : std::string_view();
}

/// "your trust" against "your money": where all other words are the same, one that carries meaning
/// was exchanged, and not only spelled or bent otherwise.
bool exchanged(const Words& a, const Words& b, const std::vector<Match>& matches,
               const Knowledge& knowledge) {
  constexpr std::size_t kFewest = 6;  // words of the utterance
  constexpr std::size_t kLongEnough = 5;
  constexpr std::size_t kStem = 3;  // first letters that forms of a word share
  if (a.size() != b.size() || a.size() < kFewest || matches.size() + 1 != a.size()) return false;
  const auto [x, y] = std::ranges::mismatch(a, b);
  if (std::ranges::mismatch(x + 1, a.end(), y + 1, b.end()).in1 != a.end()) return false;
  const auto carries = [&](std::string_view word) {
    return word.size() >= kLongEnough && !knowledge.in("stop_words", word);
  };
  return carries(*x) && carries(*y) && x->substr(0, kStem) != y->substr(0, kStem) &&
         knowledge.group(*x) != knowledge.group(*y) && !within(*x, *y, 2);
}

bool contiguous(const std::vector<Match>& matches) {
  return matches.back().a - matches.front().a + 1 == matches.size() &&
         matches.back().b - matches.front().b + 1 == matches.size();
}

bool is_person(const std::string& speaker, const Knowledge& knowledge) {
  const std::string folded = fold(speaker);
  const auto words = split(folded);
  return words.size() >= 2 && speaker.front() >= 'A' && speaker.front() <= 'Z' &&
         std::ranges::none_of(words, [&](auto word) { return knowledge.in("words.bodies", word); });
}

Compared two_speakers(const Matter& matter, double share, std::size_t words) {
  const std::string& a = matter.a.claim.assertion.speaker;
  const std::string& b = matter.b.claim.assertion.speaker;
  const bool verbatim =
      share >= matter.knowledge.number("attribution_overlap", 0.9) &&
      static_cast<double>(words) >= matter.knowledge.number("attribution_words", 6);
  if (!verbatim || !is_person(a, matter.knowledge) || !is_person(b, matter.knowledge)) {
    return unknown("speaker");
  }
  return conflict(Verdict::kAttributionConflict, "given to " + a + " and to " + b);
}

}  // namespace

Compared compare_quote(const Matter& matter) {
  const Knowledge& knowledge = matter.knowledge;
  const Words a = split(matter.a.claim.value.label);
  const Words b = split(matter.b.claim.value.label);
  if (a.empty() || b.empty()) return unknown("vague");
  const auto matches = align(a, b);
  if (matches.empty()) return unknown("quote");
  const std::size_t shorter = std::min(a.size(), b.size());
  const auto common = static_cast<double>(matches.size());
  const double share = 2 * common / static_cast<double>(a.size() + b.size());
  const std::string& one = matter.a.claim.assertion.speaker;
  const std::string& two = matter.b.claim.assertion.speaker;
  if (!one.empty() && !two.empty() && likeness(one, two, knowledge) == Likeness::kDifferent) {
    return two_speakers(matter, share, shorter);
  }
  if (a == b) return equal(Verdict::kSame, "the same words");
  const auto few = static_cast<std::size_t>(knowledge.number("quote_short_words", 4));
  if (matches.size() == shorter && contiguous(matches)) {
    if (shorter < few) return unknown("quote");
    return overlap(Verdict::kRefines, "one report quotes more of it");
  }
  const bool alike = matter.similarity >= knowledge.number("quote_short_similarity", 0.8);
  const bool unsure = one.empty() || two.empty() || (shorter < few && !alike);
  const double needed = unsure ? knowledge.number("quote_overlap_unsure", 0.6)
                               : knowledge.number("quote_overlap", 0.5);
  if (share < needed) return unknown("quote");
  const bool whole = share >= knowledge.number("quote_whole", 0.75);
  const auto kind = alteration(a, b, matches, whole, knowledge);
  if (!kind.empty()) {
    return conflict(Verdict::kQuoteAltered, "another " + std::string(kind) + " in one utterance");
  }
  const bool known = !one.empty() && !two.empty();
  if (known && exchanged(a, b, matches, knowledge)) {
    return conflict(Verdict::kQuoteAltered, "another word in one utterance");
  }
  return overlap(Verdict::kQuoteVariant, "one utterance in two wordings");
}

}  // namespace gainsay::judge
