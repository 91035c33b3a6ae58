#include "pipeline/rules.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

#include "houses.h"
#include "judging.h"
#include "reading.h"
#include "ruleset/schema.h"

namespace gainsay::pipeline {
namespace {

bool same_number(double a, double b) {
  return a == b || std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b));
}

std::string number(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string print(const Claim& claim) {
  std::string out = claim.attribute + " \"" + claim.text + "\"";
  if (claim.value.quantity) {
    out += " [" + number(claim.value.quantity->lo) + ", " + number(claim.value.quantity->hi) + "]";
  }
  if (!claim.value.label.empty()) out += " label \"" + claim.value.label + "\"";
  if (!claim.frame.subject.empty()) out += " subject \"" + claim.frame.subject + "\"";
  if (!claim.frame.place.empty()) out += " place \"" + claim.frame.place + "\"";
  if (!claim.assertion.speaker.empty()) out += " speaker \"" + claim.assertion.speaker + "\"";
  out += std::string(" ") + name(claim.assertion.polarity);
  return out;
}

bool meets(const Claim& claim, const ruleset::Example& example) {
  const std::optional<Quantity>& quantity = claim.value.quantity;
  return (example.quote.empty() || claim.text == example.quote) &&
         (!example.has_value || (quantity && same_number(quantity->lo, *example.lo) &&
                                 same_number(quantity->hi, *example.hi))) &&
         (example.label.empty() || claim.value.label == example.label) &&
         (example.subject.empty() || claim.frame.subject == example.subject) &&
         (example.place.empty() || claim.frame.place == example.place) &&
         (example.speaker.empty() || claim.assertion.speaker == example.speaker) &&
         (!example.polarity || claim.assertion.polarity == *example.polarity);
}

/// Empty when the example holds, else what was found instead.
std::string run(const Reading& reading, const ruleset::ClaimRule& rule,
                const ruleset::Example& example) {
  Result<text::Document> document =
      ingest::read_bytes("example.txt", example.text, ingest::Format::kText, {});
  if (!document) return document.error().message;
  const std::vector<Claim> claims =
      reading.extractor.extract(*document, reading.splitter.split(*document));
  const auto of_rule = [&](const Claim& claim) { return claim.rule == rule.id; };
  const bool holds = example.none ? std::ranges::none_of(claims, of_rule)
                                  : std::ranges::any_of(claims, [&](const Claim& claim) {
                                      return of_rule(claim) && meets(claim, example);
                                    });
  if (holds) return {};
  std::string found = (example.none ? "expected no claim of " : "expected a claim of ") + rule.id +
                      " in \"" + example.text + "\"; found:";
  if (claims.empty()) found += " nothing";
  for (const Claim& claim : claims)
    found += "\n    " + print(claim);
  return found + "\n    read as:" + reading.extractor.tagged(example.text);
}

JudgedTexts judge_all(const Reading& reading, const judge::Judge& judge,
                      const std::vector<ruleset::Case::Text>& texts, judge::Abstained abstained,
                      std::vector<Error>& errors) {
  std::vector<TextInput> inputs;
  for (const ruleset::Case::Text& text : texts) {
    inputs.push_back(
        {"text " + std::to_string(inputs.size() + 1), text.text, text.source, text.published});
  }
  return judge_texts(reading, judge, inputs, abstained, errors);
}

/// `update: 1 "12 people" / 2 "19 people"`: texts by their number.
std::string print(const JudgedTexts& judged, const Finding& finding) {
  const auto side = [&](ClaimId id) {
    const Claim& claim = *std::ranges::find(judged.claims, id, &Claim::id);
    return std::to_string(claim.document.value()) + " \"" + claim.text + "\"";
  };
  return std::string(name(finding.verdict)) + ": " + side(finding.a) + " / " + side(finding.b);
}

/// Empty when the case holds, else what was found instead.
std::string run(const Reading& reading, const judge::Judge& judge, Verdict verdict,
                const ruleset::Case& one) {
  std::vector<Error> errors;
  const JudgedTexts judged =
      judge_all(reading, judge, one.texts, judge::Abstained::kListed, errors);
  if (!errors.empty()) return errors.front().where + ": " + errors.front().message;
  const bool fires = std::ranges::any_of(judged.judgement.findings, [&](const Finding& finding) {
    return finding.verdict == verdict;
  });
  if (fires == one.fires) return {};
  std::string found = "\"" + one.says + "\" " + (one.fires ? "does not give " : "gives ") +
                      name(verdict) + "; found:";
  for (const Claim& claim : judged.claims)
    found += "\n    " + std::to_string(claim.document.value()) + ": " + print(claim);
  for (const Finding& finding : judged.judgement.findings)
    found += "\n    " + print(judged, finding) + ": " + finding.reason;
  return found;
}

/// Empty when the scenario gives its findings and no other, else what differs.
std::string run(const Reading& reading, const judge::Judge& judge,
                const ruleset::Scenario& scenario) {
  std::vector<Error> errors;
  const JudgedTexts judged =
      judge_all(reading, judge, scenario.texts, judge::Abstained::kCounted, errors);
  if (!errors.empty()) return errors.front().where + ": " + errors.front().message;
  std::vector<std::string> expected = scenario.findings;
  std::vector<std::string> found;
  for (const Finding& finding : judged.judgement.findings)
    found.push_back(print(judged, finding));
  std::ranges::sort(expected);
  std::ranges::sort(found);
  if (found == expected) return {};
  std::string out = "\"" + scenario.says + "\" gives other findings:";
  const auto list = [&](const std::vector<std::string>& lines,
                        const std::vector<std::string>& others, const char* mark) {
    std::vector<std::string> alone;
    std::ranges::set_difference(lines, others, std::back_inserter(alone));
    for (const std::string& line : alone)
      out += std::string("\n    ") + mark + line;
  };
  list(expected, found, "missing ");
  list(found, expected, "unexpected ");
  return out;
}

/// Empty when the example holds, else what was found instead. The pattern is tried alone.
std::string run(const ruleset::RuleSet& rules, const ruleset::CreditRule& credit,
                const ruleset::CreditRule::Example& example) {
  const std::string found = origin::credited({{example.text}}, houses_of(rules, credit));
  if (found == example.family) return {};
  const auto shown = [](const std::string& family) {
    return family.empty() ? std::string("no house") : "\"" + family + "\"";
  };
  return "\"" + example.text + "\" credits " + shown(found) + ", expected " + shown(example.family);
}

/// Counts what holds; what does not, and known gaps that work, become failures.
class Tally {
 public:
  explicit Tally(RulesTestResult& result) : result_(result) {}

  void example(const std::string& where, std::string found) {
    if (found.empty()) {
      ++result_.passed;
    } else {
      fail(where, std::move(found));
    }
  }
  void gap(const std::string& where, const std::string& found, const std::string& of) {
    if (!found.empty()) {
      ++result_.known_gaps;
    } else {
      fail(where, "this known gap of " + of + " works now: move it to the examples");
    }
  }

 private:
  void fail(const std::string& where, std::string message) {
    result_.failures.push_back({ErrorCode::kInvalidRule, where, std::move(message)});
  }

  RulesTestResult& result_;
};

}  // namespace

RulesResult list_rules(const std::filesystem::path& rules) {
  RulesResult result;
  ruleset::Loaded loaded = ruleset::load(rules);
  result.errors = std::move(loaded.errors);
  for (const ruleset::ClaimRule& rule : loaded.rules.claims) {
    result.rules.push_back({rule.id, name(rule.kind), rule.attribute, rule.says,
                            rule.examples.size() + rule.known_gaps.size()});
  }
  return result;
}

RulesResult validate_rules(const std::filesystem::path& rules) {
  std::vector<Error> errors;
  if (load_reading(rules, errors)) return list_rules(rules);
  return {{}, std::move(errors)};
}

std::vector<std::string> rule_kinds() {
  return ruleset::kinds();
}

std::optional<std::string> rule_schema(std::string_view kind) {
  return ruleset::schema(kind);
}

RulesTestResult test_rules(const std::filesystem::path& rules) {
  RulesTestResult result;
  const std::optional<Reading> reading = load_reading(rules, result.errors);
  if (!reading) return result;
  Tally tally(result);
  for (const ruleset::ClaimRule& rule : reading->rules.claims) {
    for (const ruleset::Example& example : rule.examples)
      tally.example(example.where, run(*reading, rule, example));
    for (const ruleset::Example& example : rule.known_gaps)
      tally.gap(example.where, run(*reading, rule, example), rule.id);
  }
  const judge::Judge judge(reading->rules);
  for (const ruleset::VerdictRule& rule : reading->rules.judge.verdicts) {
    for (const ruleset::Case& one : rule.cases)
      tally.example(one.where, run(*reading, judge, rule.verdict, one));
    for (const ruleset::Case& one : rule.known_gaps)
      tally.gap(one.where, run(*reading, judge, rule.verdict, one), name(rule.verdict));
  }
  for (const ruleset::CreditRule& credit : reading->rules.publishers.credits) {
    for (const ruleset::CreditRule::Example& example : credit.examples)
      tally.example(example.where, run(reading->rules, credit, example));
  }
  for (const ruleset::Scenario& scenario : reading->rules.scenarios)
    tally.example(scenario.where, run(*reading, judge, scenario));
  for (const ruleset::Scenario& scenario : reading->rules.scenario_gaps)
    tally.gap(scenario.where, run(*reading, judge, scenario), "the scenarios");
  return result;
}

}  // namespace gainsay::pipeline
