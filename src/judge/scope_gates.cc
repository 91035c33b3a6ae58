#include <algorithm>
#include <cmath>

#include "describe.h"
#include "gates.h"
#include "places.h"
#include "words.h"

namespace gainsay::judge {
namespace {

constexpr std::string_view kPerson = "person";

bool generic(const Claim& claim) {
  return claim.attribute.starts_with("count:");
}

/// 4,460 dead against 4,460 injured, or against 4,460 shelters: a figure too odd to appear twice by
/// chance. Of two things it has to be larger.
bool clash(const Matter& matter) {
  constexpr int kOdd = 3;  // digits
  const Claim& x = matter.a.claim;
  const Claim& y = matter.b.claim;
  if (!has(matter.why, Proposed::kSameFigure) || matter.internal()) return false;
  if (generic(x) && generic(y)) return false;
  if (!x.value.quantity || !y.value.quantity) return false;
  const Quantity& a = *x.value.quantity;
  const Quantity& b = *y.value.quantity;
  const Knowledge& knowledge = matter.knowledge;
  const bool of_one_thing = knowledge.group(a.noun) == knowledge.group(b.noun);
  if (!of_one_thing && (a.noun.empty() || b.noun.empty())) return false;
  const double least = of_one_thing && !generic(x) && !generic(y)
                           ? knowledge.number("clash_from", 100)
                           : knowledge.number("clash_from_of_two", 1000);
  return a.is_point() && b.is_point() && a.lo == b.lo && a.dimension == b.dimension &&
         a.lo >= least && significant_digits(a.lo) >= kOdd;
}

bool both_state(const Matter& matter) {
  const Claim& x = matter.a.claim;
  const Claim& y = matter.b.claim;
  return x.kind == ClaimKind::kStatement && y.kind == ClaimKind::kStatement &&
         matter.knowledge.in("statements", x.attribute) &&
         matter.knowledge.in("statements", y.attribute);
}

Answer judge_part(const Matter& matter, const Quantity& part, const Quantity& whole) {
  if (part.hard.lo <= whole.hard.hi) {
    return fail(Verdict::kPartWhole, describe(part) + " of " + describe(whole));
  }
  if (!matter.internal()) {
    return fail(Verdict::kScopeDifference, "the part in one exceeds the whole in the other");
  }
  return fail(Verdict::kPartWhole, "the part exceeds the whole");
}

/// The words that narrow what is counted; persons in general narrow nothing.
struct Population {
  std::vector<std::string_view> words;
  bool bare = true;  ///< neither a noun nor a population was written
};

Population population_of(const Claim& claim, const Knowledge& knowledge) {
  Population out;
  const auto anyone = [&](std::string_view word) {
    return knowledge.group(word) == kPerson || knowledge.in("generic_people", word);
  };
  const auto add = [&](std::string_view word) {
    out.bare = false;
    if (!anyone(word)) out.words.push_back(knowledge.group(word));
  };
  const Quantity& q = *claim.value.quantity;
  const auto modifiers = split(q.modifiers);
  const bool narrowing = anyone(q.noun) || generic(claim);
  const auto modifies = [&](std::string_view word) {
    return std::ranges::find(modifiers, word) != modifiers.end();
  };
  if (knowledge.in("wide_areas", claim.frame.population)) {
    if (!q.noun.empty()) add(q.noun);
    return out;
  }
  // "russian troop": the attribute and the story say whose, with or without the adjective.
  for (const std::string_view word : split(claim.frame.population)) {
    if (narrowing || !modifies(word)) add(word);
  }
  if (!q.noun.empty()) add(q.noun);
  for (const std::string_view word : modifiers) {
    if (narrowing && !knowledge.in("empty_modifiers", word)) add(word);
  }
  std::ranges::sort(out.words);
  out.words.erase(std::ranges::unique(out.words).begin(), out.words.end());
  return out;
}

/// Five soldiers and nine of the militants: each is of people whom the other does not count.
bool two_populations(const Claim& a, const Claim& b, const Knowledge& knowledge) {
  const Population p = population_of(a, knowledge);
  const Population q = population_of(b, knowledge);
  return !subset(p.words, q.words) && !subset(q.words, p.words);
}

/// "26 in the whole region" against "17 in Oslo".
bool counts_more(const Claim& wide, const Claim& narrow, const Knowledge& knowledge) {
  return knowledge.in("wide_areas", wide.frame.population) &&
         !knowledge.in("wide_areas", narrow.frame.population) && !narrow.frame.place.empty();
}

/// Modifiers of nouns other than persons: "russian troop" against "ukrainian troop".
bool modifiers_clash(const Quantity& a, const Quantity& b) {
  if (a.modifiers.empty() || b.modifiers.empty()) return false;
  const auto x = word_set(a.modifiers);
  const auto y = word_set(b.modifiers);
  return !subset(x, y) && !subset(y, x);
}

/// "in Oslo itself": does the population have a word that is none of those beside the figure?
bool sets_apart(const Claim& claim, const Knowledge& knowledge) {
  const Quantity& q = *claim.value.quantity;
  if (knowledge.in("wide_areas", claim.frame.population)) return false;
  const auto modifiers = word_set(q.modifiers);
  return std::ranges::any_of(split(claim.frame.population), [&](std::string_view word) {
    return word != q.noun && !std::ranges::binary_search(modifiers, word);
  });
}

/// A part of one report's total against the total of another, or against a part of it.
bool one_part_of_more(const Matter& matter) {
  return matter.told != nullptr && !matter.internal() &&
         (matter.told->part_of_more(matter.a.claim) || matter.told->part_of_more(matter.b.claim));
}

/// "Peter Holt, 29" and "a runner, 58": figures that no slip explains are of two persons.
bool one_named(const Matter& matter) {
  const Claim& a = matter.a.claim;
  const Claim& b = matter.b.claim;
  const Knowledge& knowledge = matter.knowledge;
  return knowledge.in("words.describing", a.attribute) &&
         a.frame.subject.empty() != b.frame.subject.empty() &&
         std::abs(a.value.quantity->lo - b.value.quantity->lo) >
             knowledge.number("describing_apart", 3);
}

Answer judge_narrower(const Quantity& narrow, const Quantity& wide, const Compared& values) {
  if (values.relation == Relation::kEqual || values.verdict == Verdict::kRefines) {
    return fail(Verdict::kRefines, "one names the population more closely");
  }
  if (narrow.hard.lo <= wide.hard.hi) {
    return fail(Verdict::kPartWhole, describe(narrow) + " may be part of " + describe(wide));
  }
  return fail(Verdict::kScopeDifference, "two populations");
}

}  // namespace

Answer measure_gate(const Matter& matter) {
  const Claim& x = matter.a.claim;
  const Claim& y = matter.b.claim;
  if (x.attribute == y.attribute) return pass("the same measure");
  if (both_state(matter)) return pass("a statement, and its denial");
  if (clash(matter)) return fail(Verdict::kMeasureClash, x.attribute + " or " + y.attribute);
  const bool wide = matter.knowledge.includes(x.attribute, y.attribute);
  if (!wide && !matter.knowledge.includes(y.attribute, x.attribute)) return abstain("measure");
  const std::string& whole = wide ? x.attribute : y.attribute;
  const std::string& part = wide ? y.attribute : x.attribute;
  return fail(Verdict::kScopeDifference, whole + " is wider than " + part);
}

namespace {

Answer same_population(const Matter& matter, const Compared& values) {
  const Claim& x = matter.a.claim;
  const Claim& y = matter.b.claim;
  if (!x.value.quantity || !y.value.quantity) return pass("no population is counted");
  const Quantity& a = *x.value.quantity;
  const Quantity& b = *y.value.quantity;
  if (a.increment != b.increment)
    return fail(Verdict::kScopeDifference, "an increase against a total");
  const bool apart = values.relation == Relation::kDisjoint || values.verdict == Verdict::kTension;
  if (apart && lies_in(x.frame.place, y.frame.place)) {
    return fail(Verdict::kScopeDifference, x.frame.place + " lies in " + y.frame.place);
  }
  if (apart && lies_in(y.frame.place, x.frame.place)) {
    return fail(Verdict::kScopeDifference, y.frame.place + " lies in " + x.frame.place);
  }
  if (apart && (counts_more(x, y, matter.knowledge) || counts_more(y, x, matter.knowledge))) {
    return fail(Verdict::kScopeDifference, "one counts in all of an area, one in a place");
  }
  if (a.increment && apart) return abstain("increment");
  if (a.subset != b.subset) {
    if (apart && two_populations(x, y, matter.knowledge)) return abstain("population");
    return a.subset ? judge_part(matter, a, b) : judge_part(matter, b, a);
  }
  const bool counted = a.dimension.empty() || a.dimension == "count" ||
                       !x.frame.population.empty() || !y.frame.population.empty();
  if (!counted) return pass("no population is counted");
  const Population p = population_of(x, matter.knowledge);
  const Population q = population_of(y, matter.knowledge);
  if (p.words == q.words) {
    return modifiers_clash(a, b) ? abstain("population") : pass("the same population");
  }
  if (apart && p.bare != q.bare && sets_apart(p.bare ? y : x, matter.knowledge)) {
    return p.bare ? judge_narrower(b, a, values) : judge_narrower(a, b, values);
  }
  if (p.bare || q.bare) {
    const bool narrows = std::ranges::any_of(p.bare ? q.words : p.words, [&](auto word) {
      return matter.knowledge.in("words.narrowing", word);
    });
    return apart && narrows ? abstain("population") : pass("one population is not named");
  }
  if (subset(p.words, q.words)) return judge_narrower(b, a, values);
  if (subset(q.words, p.words)) return judge_narrower(a, b, values);
  return abstain("population");
}

}  // namespace

Answer population_gate(const Matter& matter, const Compared& values) {
  Answer answer = same_population(matter, values);
  const bool apart = values.relation == Relation::kDisjoint || values.verdict == Verdict::kTension;
  if (!answer.passed || !apart || !matter.a.claim.value.quantity) return answer;
  if (one_part_of_more(matter)) return abstain("population");
  return one_named(matter) ? abstain("subject") : answer;
}

Answer period_gate(const Matter& matter, const Compared& values) {
  const auto period = [](const Claim& claim) -> std::string_view {
    return claim.frame.period == "total" ? std::string_view() : claim.frame.period;
  };
  const std::string_view a = period(matter.a.claim);
  const std::string_view b = period(matter.b.claim);
  if (a == b) return pass("the same period");
  if (!a.empty() && !b.empty()) {
    return fail(Verdict::kScopeDifference, std::string(a) + " against " + std::string(b));
  }
  if (values.relation != Relation::kDisjoint) return pass("one period is not named");
  return fail(Verdict::kScopeDifference,
              std::string(a.empty() ? b : a) + " against a figure without a period");
}

}  // namespace gainsay::judge
