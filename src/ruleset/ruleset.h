#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "types/claim.h"
#include "types/finding.h"
#include "types/result.h"

namespace gainsay::ruleset {

/// `rules/claims/deaths.yaml:12:5`
using Location = std::string;

/// One example of a rule. `none`: the rule must yield nothing.
struct Example {
  std::string text;
  bool none = false;
  std::string quote;                ///< text at the span of the expected claim; "" = any
  std::optional<double> lo, hi;     ///< expected value; unset = not checked, infinite = open
  bool has_value = false;           ///< lo/hi were given
  std::string label;                ///< expected label; "" = not checked
  std::string speaker, subject, place;  ///< expected frame parts; "" = not checked
  std::optional<Polarity> polarity;
  Location where;
};

/// A pattern over the tagged sentence (rules/README.md), fragments and word lists expanded, written
/// in RE2 syntax with named groups; not compiled here.
struct Pattern {
  std::string expanded;
  std::string as_written;
  Location where;
};

/// The ways to compare two values; "number" leaves the choice to the value.
inline constexpr std::array<std::string_view, 13> kComparators = {
    "count", "money",    "duration", "proportion", "time",      "clock", "place",
    "label", "identity", "polarity", "quote",      "statement", "number"};

/// How claims of one attribute are found and compared.
struct ClaimRule {
  std::string id;
  std::string says;
  std::string source;
  ClaimKind kind = ClaimKind::kQuantity;
  std::string attribute;
  std::string event;                 ///< event type put into the frame
  std::string compare;               ///< one of kComparators
  bool functional = true;            ///< one event has one value
  bool cumulative = false;           ///< a later report may raise it
  bool per_subject = false;          ///< comparable only between claims of one subject
  bool whole = false;                ///< a fact stands on the whole match, not on its value alone
  bool once = false;                 ///< a report that repeats the fact makes one claim
  Modality modality = Modality::kFact;
  Polarity polarity = Polarity::kAffirmed;
  int priority = 0;                  ///< higher wins where two rules claim one value
  double confidence = 0.9;
  std::string label;                 ///< fixed label for facts without a captured one
  std::map<std::string, std::vector<std::string>> labels;  ///< label -> words that mean it
  std::vector<std::vector<std::string>> ordered;           ///< stages: a later label is an update
  std::vector<Pattern> patterns;
  std::vector<Pattern> unless;
  std::vector<Example> examples;
  std::vector<Example> known_gaps;
  Location where;
};

/// One surface form that multiplies or denotes a number, a unit, a currency ...
struct NumberWord { std::string word; double value = 0; std::string kind; };  // unit|teen|ten|scale|fraction|vague
struct VagueWord { std::string word; double lo = 0, hi = 0, pragmatic_lo = 0, pragmatic_hi = 0; bool scalable = false, open = false, needs_noun = false; };
struct HedgeWord {
  std::string words;     ///< "no fewer than"
  std::string position;  ///< before | after
  std::string bound;     ///< at-least, more-than, at-most, less-than, about, nearly
};
struct Unit {
  std::string name;         ///< base unit: "second"
  std::string dimension;    ///< "duration"
  double factor = 1;        ///< value in base units of one of these
  double offset = 0;        ///< added after scaling (temperatures)
  std::vector<std::string> forms;  ///< "hour", "hours", "hr", "hrs"; case-sensitive where `exact`
  bool prefix = false;      ///< stands before the number ("$", "Rs")
  bool exact = false;
};
/// rules/quantities/*.yaml
struct QuantityTables {
  std::vector<NumberWord> numbers;
  std::vector<VagueWord> vague;
  std::vector<HedgeWord> hedges;
  std::vector<Unit> units;
  std::vector<std::string> label_words_before;  ///< "Group of", "Article", "Boeing": no quantity
  std::vector<std::string> label_patterns;      ///< RE2 over raw text: phone numbers, URLs, F-16
  std::map<std::string, double> tolerance;      ///< about, nearly_hard, nearly_pragmatic ...
};

/// Texts that are judged together: whether any two claims of them get the verdict.
struct Case {
  struct Text {
    std::string text;
    std::string source;  ///< "" = unknown
    std::optional<Instant> published;
  };
  std::string says;  ///< what it shows
  std::vector<Text> texts;
  bool fires = true;
  Location where;
};

/// rules/verdicts/*.yaml and rules/gates.yaml
struct VerdictRule {
  Verdict verdict{};
  Severity severity{};
  std::string says;
  std::string reason;   ///< template: {a.value} {b.value} {a.source} {measure}
  std::vector<Case> cases;
  std::vector<Case> known_gaps;
  Location where;
};

/// Reports of one story and all that is found in them (rules/scenarios.yaml).
struct Scenario {
  std::string says;
  std::vector<Case::Text> texts;
  std::vector<std::string> findings;  ///< `update: 1 "12 people" / 2 "19 people"`, in any order
  Location where;
};
struct JudgeRules {
  std::vector<VerdictRule> verdicts;               ///< one each, in the order of the enum
  std::map<std::string, double> numbers;           ///< tolerances and windows by name
  std::map<std::string, std::vector<std::string>> families;  ///< attribute families
};

/// Page furniture inside article text: from `begin` through `end`, or to the end of the paragraph.
struct FurnitureRule {
  std::string begin, end;
  std::string pattern;  ///< instead: a text in which # stands for a number ("Card # of #")
};

/// rules/publishers.yaml: who is one house, and how a report says whose content it carries.
struct Publisher {
  std::string family;
  std::string source;  ///< where that is known from
  bool agency = false;
  std::vector<std::string> names, domains;
};
struct CreditRule {
  struct Example {
    std::string text;
    std::string family;  ///< "" = none
    Location where;
  };
  std::string pattern;   ///< "({agency})", "citing {outlet}"; ^ in front: where a sentence begins
  std::string position;  ///< lead | end
  bool reported = false; ///< only behind a verb of reporting
  std::vector<Example> examples;

  [[nodiscard]] bool at_start() const { return pattern.starts_with('^'); }
  [[nodiscard]] bool agencies_only() const;
  [[nodiscard]] std::string before() const;  ///< the name
  [[nodiscard]] std::string after() const;
};
struct PublisherRules {
  std::vector<Publisher> publishers;
  std::vector<CreditRule> credits;
  std::vector<std::string> verbs;  ///< of reporting
};

/// All knowledge of language and news, validated. A value: copy it, change it, hand it on.
struct RuleSet {
  std::map<std::string, std::vector<std::string>> words;  ///< rules/lexicon/*.yaml: list -> words
  std::map<std::string, std::string> canonical;           ///< alias (lower case) -> canonical name
  std::map<std::string, std::vector<std::string>> verbs;  ///< lemma -> irregular forms
  std::vector<std::string> abbreviations;                 ///< rules/text/abbreviations.yaml
  std::vector<FurnitureRule> furniture;                   ///< rules/text/furniture.yaml
  QuantityTables quantities;
  std::vector<ClaimRule> claims;                          ///< sorted by id
  JudgeRules judge;
  PublisherRules publishers;
  std::vector<Scenario> scenarios;
  std::vector<Scenario> scenario_gaps;                    ///< that do not work yet
};

/// Reads a rules directory. Threads: reentrant.
/// Errors: every problem of every file, each with file:line:column, what is wrong and what to write
/// instead; the vector is then non-empty and the set must not be used.
struct Loaded {
  RuleSet rules;
  std::vector<Error> errors;
};
[[nodiscard]] Loaded load(const std::filesystem::path& directory);

/// All forms of a verb, the base first: from `rules.verbs` when it is there, else regular.
[[nodiscard]] std::vector<std::string> verb_forms(const RuleSet& rules, std::string_view verb);

}  // namespace gainsay::ruleset
