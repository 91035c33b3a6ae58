#include "gates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "words.h"

namespace gainsay::judge {
namespace {

bool factual(Modality modality) {
  return modality == Modality::kFact || modality == Modality::kEstimate ||
         modality == Modality::kAlleged;
}

bool one_denies_the_other(const Matter& matter) {
  return matter.a.claim.denies == matter.b.claim.id || matter.b.claim.denies == matter.a.claim.id;
}

const std::string& speaker(const Side& side) {
  return side.claim.assertion.speaker;
}

bool attributed(const Side& side) {
  return side.claim.assertion.voice == Voice::kAttributed;
}

bool one_speaker(const Matter& matter) {
  return attributed(matter.a) && attributed(matter.b) && !speaker(matter.a).empty() &&
         !speaker(matter.b).empty() &&
         likeness(speaker(matter.a), speaker(matter.b), matter.knowledge) != Likeness::kDifferent;
}

std::string voice_of(const Side& side) {
  if (!attributed(side)) return "the report";
  return speaker(side).empty() ? "a source" : speaker(side);
}

/// Does a report give the figure that another takes back? Whoever gives it later may insist.
bool repeats(const Matter& matter, const Side& repeating, const Side& withdrawing) {
  const auto& figure = repeating.claim.value.quantity;
  const auto& withdrawn = withdrawing.claim.value.quantity;
  if (!figure || !withdrawn || !figure->is_point()) return false;
  const auto given = repeating.known_time();
  const auto taken_back = withdrawing.known_time();
  return figure->lo == withdrawn->lo && figure->hi == withdrawn->hi &&
         figure->lo >= matter.knowledge.number("specific_from", 13) &&
         !(given && taken_back && *taken_back < *given);
}

/// Would a reader take one of the values for wrong or old?
bool excludes(const Compared& values) {
  return values.relation == Relation::kDisjoint || values.verdict == Verdict::kTension;
}

/// Of a claim without a figure: is it a proposition, and no day, and not one of many values?
bool states(const Matter& matter) {
  return matter.a.policy.compare != "time" &&
         (matter.functional() || matter.a.claim.kind == ClaimKind::kStatement);
}

Answer judge_opposed(const Matter& matter, const Compared& values) {
  const bool one_proposition =
      values.relation == Relation::kEqual || values.verdict == Verdict::kRefines;
  // A negation beside a figure, a day or one of many values mostly denies something else.
  const bool whole = !matter.a.claim.value.quantity && states(matter);
  if (!one_proposition || !whole) return abstain("polarity");
  const Side& yes = matter.a.claim.assertion.polarity == Polarity::kAffirmed ? matter.a : matter.b;
  const Side& no = &yes == &matter.a ? matter.b : matter.a;
  if (!attributed(yes) && !attributed(no)) {
    return fail(Verdict::kPolarityConflict, "one report says so, one says not");
  }
  if (one_speaker(matter)) {
    if (matter.internal()) return abstain("polarity");
    return fail(Verdict::kPolarityConflict, voice_of(yes) + " is said to affirm and to deny it");
  }
  return fail(Verdict::kDisputed, voice_of(yes) + " affirms, " + voice_of(no) + " denies");
}

/// Can what the claim says be feared? Where and when something happens cannot, nor who somebody is.
bool fearful(const Matter& matter) {
  const Claim& claim = matter.a.claim;
  if (claim.value.quantity) return !matter.knowledge.in("words.describing", claim.attribute);
  return states(matter) && !matter.knowledge.in("words.untelling", claim.attribute);
}

Answer judge_feared(const Matter& matter, const Compared& values) {
  const bool one_value = values.relation == Relation::kEqual || values.verdict == Verdict::kRefines;
  if (!one_value || !fearful(matter)) return abstain("modality");
  const bool first = matter.a.claim.assertion.modality == Modality::kFeared;
  return fail(Verdict::kStrengthShift, first ? "feared in the first, stated in the second"
                                             : "stated in the first, feared in the second");
}

/// Two reports that begin with a number of the same things mean the same number.
bool figures_of_two_leads(const Matter& matter) {
  const Claim& a = matter.a.claim;
  const Claim& b = matter.b.claim;
  return matter.told != nullptr && a.value.quantity && b.value.quantity &&
         a.value.quantity->modifiers == b.value.quantity->modifiers && matter.told->leads(a) &&
         matter.told->leads(b);
}

}  // namespace

Answer pass(const char* phrase) {
  return {true, Verdict::kSame, "", phrase, {}};
}
Answer abstain(const char* code) {
  return {false, Verdict::kNotComparable, code, "", {}};
}
Answer fail(Verdict verdict, std::string because) {
  return {false, verdict, "", "", std::move(because)};
}

bool opposed(const Matter& matter) {
  return matter.a.claim.assertion.polarity != matter.b.claim.assertion.polarity;
}

bool two_speakers(const Matter& matter) {
  return attributed(matter.a) && attributed(matter.b) && !speaker(matter.a).empty() &&
         !speaker(matter.b).empty() && !one_speaker(matter);
}

bool takes_back(const Matter& matter) {
  constexpr std::string_view kTakenBack = "taken back";
  const Claim& a = matter.a.claim;
  const Claim& b = matter.b.claim;
  const bool first = a.frame.ordinal == kTakenBack && b.frame.ordinal.empty();
  const bool second = b.frame.ordinal == kTakenBack && a.frame.ordinal.empty();
  if ((!first && !second) || a.attribute != b.attribute) return false;
  if (!matter.internal()) {
    return first ? repeats(matter, matter.b, matter.a) : repeats(matter, matter.a, matter.b);
  }
  const auto [one, other] = std::minmax(a.sentence, b.sentence);
  return other - one <= 1 || matter.functional();
}

bool far_apart(const Quantity& a, const Quantity& b, double ratio) {
  const double x = a.lo > 0 ? a.lo : a.hi;
  const double y = b.lo > 0 ? b.lo : b.hi;
  return std::min(x, y) > 0 && std::max(x, y) > ratio * std::min(x, y);
}

bool slipped(const Quantity& a, const Quantity& b) {
  if (!a.is_point() || !b.is_point() || a.as_written != b.as_written) return false;
  if (a.dimension == "duration" || std::min(a.lo, b.lo) < 1) return false;
  const double small = std::min(a.lo, b.lo);
  const double large = std::max(a.lo, b.lo);
  // The point of 1.4 or the last zero of 120 gets lost; 2 and 20 meet by chance. What has more
  // decimals was converted.
  double digits = std::round(small * 10);
  if (std::abs(digits - small * 10) > small * 1e-9) return false;
  while (std::fmod(digits, 10) == 0)
    digits /= 10;
  return digits >= 10 && std::abs(large - 10 * small) <= large * 1e-9;
}

bool feared(const Matter& matter) {
  const Modality a = matter.a.claim.assertion.modality;
  const Modality b = matter.b.claim.assertion.modality;
  return a != b && (a == Modality::kFeared || b == Modality::kFeared);
}

Answer assertion_gate(const Matter& matter) {
  const Modality a = matter.a.claim.assertion.modality;
  const Modality b = matter.b.claim.assertion.modality;
  if (one_denies_the_other(matter)) return pass("one answers the other");
  if (factual(a) && factual(b)) return pass("both are asserted");
  if (!matter.a.policy.ordered.empty()) return pass("the value itself names the stage");
  if (a == b && a != Modality::kHypothetical &&
      (a == Modality::kFeared || (matter.a.policy.known && matter.a.policy.modality == a))) {
    return pass("both are asserted in one mood");
  }
  const bool fear = feared(matter) && (factual(a) || factual(b));
  return fear ? pass("one is feared") : abstain("modality");
}

Answer voice_gate(const Matter& matter) {
  if (one_denies_the_other(matter)) {
    const bool second = matter.b.claim.denies == matter.a.claim.id;
    return fail(Verdict::kDisputed,
                voice_of(second ? matter.b : matter.a) + " denies what the other says");
  }
  if (opposed(matter)) return pass("one affirms, one denies");
  return pass(attributed(matter.a) || attributed(matter.b) ? "attributed"
                                                           : "the reports' own voice");
}

Answer slot_gate(const Matter& matter, const Compared& values) {
  const bool apart = excludes(values);
  // Two lengths of time that overlap are two lengths of time, unless they are of one thing.
  const bool loose = matter.a.claim.value.quantity && values.relation == Relation::kOverlap;
  if (loose && !matter.functional()) return abstain("slot");
  if (!apart || matter.a.claim.kind == ClaimKind::kQuote) return pass("nothing excluded");
  if (!matter.functional()) return abstain("slot");
  const bool day = matter.a.policy.compare == "time";
  if (matter.a.policy.known && !day) return pass("one event has one value");
  // Any counted noun, any day: only sentences that are nearly the same speak of the same thing.
  const bool alike = has(matter.why, Proposed::kNearest) &&
                     matter.similarity >= matter.knowledge.number("generic_similarity", 0.85);
  if (matter.internal()) return abstain("slot");
  if (alike) return pass("nearly the same sentence");
  return figures_of_two_leads(matter) ? pass("what both reports begin with") : abstain("slot");
}

Answer value_gate(const Matter& matter, const Compared& values) {
  if (values.relation == Relation::kUnknown) return abstain(values.code);
  if (values.relation == Relation::kEqual || values.verdict == Verdict::kRefines ||
      values.verdict == Verdict::kCompatible) {
    return fail(values.verdict, values.because);
  }
  const auto& a = matter.a.claim.value.quantity;
  const auto& b = matter.b.claim.value.quantity;
  const auto differ = [&] {
    return fail(Verdict::kDisputed,
                voice_of(matter.a) + " and " + voice_of(matter.b) + " differ, " + values.because);
  };
  if (!a || !b) {
    const bool told = matter.a.claim.kind == ClaimKind::kStatement &&
                      values.relation == Relation::kDisjoint && two_speakers(matter);
    return told ? differ() : fail(values.verdict, values.because);
  }
  const Knowledge& knowledge = matter.knowledge;
  if (values.relation != Relation::kDisjoint) return fail(values.verdict, values.because);
  const bool shock = a->dimension == "magnitude" &&
                     std::abs(a->lo - b->lo) > knowledge.number("magnitude_apart", 0.4);
  const bool two = far_apart(*a, *b, knowledge.number("conflict_ratio", 4)) && !slipped(*a, *b);
  if (shock || two) return abstain("event");
  return two_speakers(matter) ? differ() : fail(values.verdict, values.because);
}

bool told_several(const Matter& matter, const Compared& values) {
  const bool stages = values.verdict == Verdict::kUpdate;
  const bool apart =
      (values.relation == Relation::kDisjoint && !stages) || values.verdict == Verdict::kTension;
  const bool tells = matter.a.claim.value.quantity || matter.per_subject();
  if (!apart || !tells || matter.told == nullptr) return false;
  if (takes_back(matter) || two_speakers(matter)) return false;
  const Claim& a = matter.a.claim;
  const Claim& b = matter.b.claim;
  return matter.told->both(a, b) || matter.told->both(b, a) || matter.told->one_of_several(a) ||
         matter.told->one_of_several(b);
}

Outcome ask(const Matter& matter) {
  Outcome out;
  const auto asked = [&](Gate gate, Answer answer) {
    // The last gate that is asked holds the result of the comparison, which is no failure.
    const bool passed = answer.passed || (gate == Gate::kValue && *answer.code == '\0');
    out.asked[out.count++] = {gate, passed, answer.phrase};
    if (answer.passed) return true;
    out.verdict = answer.verdict;
    out.code = answer.code;
    out.because = std::move(answer.because);
    return false;
  };
  if (!asked(Gate::kAssertion, assertion_gate(matter))) return out;
  if (!asked(Gate::kVoice, voice_gate(matter))) return out;
  if (!asked(Gate::kEvent, event_gate(matter, out.event_confidence))) return out;
  if (!asked(Gate::kMeasure, measure_gate(matter))) return out;
  const Compared values = compare(matter);
  if (!asked(Gate::kPopulation, population_gate(matter, values))) return out;
  if (!asked(Gate::kPeriod, period_gate(matter, values))) return out;
  if (opposed(matter)) {
    asked(Gate::kValue, judge_opposed(matter, values));
  } else if (feared(matter)) {
    asked(Gate::kValue, judge_feared(matter, values));
  } else if (matter.a.claim.assertion.polarity == Polarity::kDenied &&
             values.relation == Relation::kDisjoint) {
    asked(Gate::kValue, abstain("polarity"));  // two denied figures say nothing of each other
  } else if (excludes(values) && one_is_dated(matter)) {
    asked(Gate::kSlot, abstain("event"));
  } else if (told_several(matter, values)) {
    asked(Gate::kSlot, abstain("several"));
  } else if (asked(Gate::kAsOf, as_of_gate(matter, values)) &&
             asked(Gate::kSlot, slot_gate(matter, values))) {
    asked(Gate::kValue, value_gate(matter, values));
  }
  return out;
}

std::vector<GateResult> Outcome::trace() const {
  std::vector<GateResult> out;
  out.reserve(count + 1);  // the origins come last
  for (std::size_t i = 0; i < count; ++i) {
    const Asked& one = asked[i];
    const bool last = i + 1 == count && *one.phrase == '\0';
    out.push_back({one.gate, one.passed,
                   last && !because.empty() ? because
                   : last                   ? explain(code)
                                            : one.phrase});
  }
  return out;
}

const char* explain(const char* code) {
  struct Entry {
    std::string_view code;
    const char* phrase;
  };
  static constexpr std::array<Entry, 20> kPhrases = {{
      {"modality", "a plan, forecast or hypothesis against a fact"},
      {"event", "not known to be one event"},
      {"participants", "not known to have the same participants"},
      {"subject", "not known to be of one subject"},
      {"place", "two places"},
      {"measure", "two measures"},
      {"population", "not known to count the same population"},
      {"increment", "two increases"},
      {"period", "not known to cover one period"},
      {"unit", "two kinds of unit"},
      {"currency", "two currencies, or none named"},
      {"vague", "values too vague to exclude each other"},
      {"slot", "both may hold"},
      {"several", "one report gives several values"},
      {"polarity", "a denial of another value"},
      {"quote", "two utterances"},
      {"statement", "two statements"},
      {"speaker", "two speakers"},
      {"timezone", "perhaps one moment in two time zones"},
      {"time", "a day is not known"},
  }};
  for (const Entry& entry : kPhrases) {
    if (entry.code == code) return entry.phrase;
  }
  return "not comparable";
}

}  // namespace gainsay::judge
