#include <iterator>
#include <limits>

#include "rules_directory.h"

namespace gainsay::ruleset {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

TEST(Load, ReadsEveryKeyOfAClaimRule) {
  const Loaded loaded =
      load_files({{"lexicon/l.yaml", "lists: { held: [detained, '{more}'], more: [jailed] }"},
                  {"claims/arrests.yaml", R"(
id: arrest.status
says: What became of a suspect.
source: seen in court reports
kind: fact
attribute: suspect.status
event: trial
compare: label
functional: false
cumulative: true
per_subject: true
whole: true
once: true
modality: alleged
polarity: denied
priority: -3
confidence: 0.75
label: held
labels:
  held: ['{held}', '{verb:arrest}']
ordered: [[held, tried], [free, held]]
patterns: ['{who} was held']
unless: ['never {who}']
examples:
  - { text: one, value: [12, null], quote: q, label: held, speaker: s, subject: t, place: p, polarity: denied }
  - { text: two, value: [-inf, 7] }
  - { text: three, none: true }
known_gaps:
  - { text: four, value: 3 }
)"}});
  EXPECT_EQ(printed(loaded.errors), "");
  ASSERT_EQ(loaded.rules.claims.size(), 1U);
  const ClaimRule& rule = loaded.rules.claims[0];
  EXPECT_EQ(rule.id, "arrest.status");
  EXPECT_EQ(rule.says, "What became of a suspect.");
  EXPECT_EQ(rule.source, "seen in court reports");
  EXPECT_EQ(rule.kind, ClaimKind::kFact);
  EXPECT_EQ(rule.attribute, "suspect.status");
  EXPECT_EQ(rule.event, "trial");
  EXPECT_EQ(rule.compare, "label");
  EXPECT_FALSE(rule.functional);
  EXPECT_TRUE(rule.cumulative);
  EXPECT_TRUE(rule.per_subject);
  EXPECT_TRUE(rule.whole);
  EXPECT_TRUE(rule.once);
  EXPECT_EQ(rule.modality, Modality::kAlleged);
  EXPECT_EQ(rule.polarity, Polarity::kDenied);
  EXPECT_EQ(rule.priority, -3);
  EXPECT_EQ(rule.confidence, 0.75);
  EXPECT_EQ(rule.label, "held");
  EXPECT_EQ(rule.labels,
            (std::map<std::string, std::vector<std::string>>{
                {"held", {"detained", "jailed", "arrest", "arrests", "arrested", "arresting"}}}));
  EXPECT_EQ(rule.ordered,
            (std::vector<std::vector<std::string>>{{"held", "tried"}, {"free", "held"}}));
  EXPECT_EQ(rule.where, "rules/claims/arrests.yaml:2:1");
  ASSERT_EQ(rule.patterns.size(), 1U);
  EXPECT_EQ(rule.patterns[0].as_written, "{who} was held");
  EXPECT_EQ(rule.patterns[0].where, "rules/claims/arrests.yaml:22:12");
  ASSERT_EQ(rule.unless.size(), 1U);
  EXPECT_EQ(rule.unless[0].expanded, " (?:never E/(?:per|org|nat|loc|misc)/[^ ]*) ");
  ASSERT_EQ(rule.examples.size(), 3U);
  const Example& first = rule.examples[0];
  EXPECT_EQ(first.text, "one");
  EXPECT_EQ(first.lo, 12);
  EXPECT_EQ(first.hi, kInfinity);
  EXPECT_EQ(first.quote, "q");
  EXPECT_EQ(first.label, "held");
  EXPECT_EQ(first.speaker, "s");
  EXPECT_EQ(first.subject, "t");
  EXPECT_EQ(first.place, "p");
  EXPECT_EQ(first.polarity, Polarity::kDenied);
  EXPECT_EQ(first.where, "rules/claims/arrests.yaml:25:5");
  EXPECT_TRUE(rule.examples[1].has_value);
  EXPECT_EQ(rule.examples[1].lo, -kInfinity);
  EXPECT_EQ(rule.examples[1].hi, 7);
  EXPECT_FALSE(rule.examples[1].polarity.has_value());
  EXPECT_TRUE(rule.examples[2].none);
  EXPECT_FALSE(rule.examples[2].has_value);
  ASSERT_EQ(rule.known_gaps.size(), 1U);
  EXPECT_EQ(rule.known_gaps[0].lo, 3);
  EXPECT_EQ(rule.known_gaps[0].hi, 3);
}

TEST(Load, FillsDefaultsAndSortsRulesById) {
  const auto rule = [](const std::string& id) {
    return "- { id: " + id +
           ", says: s, compare: count, patterns: [x], examples: [{text: a}, {text: b}, {text: c, "
           "none: true}] }\n";
  };
  const Loaded loaded = load_files({{"claims/a.yaml", "rules:\n" + rule("z.one") + rule("c.two")},
                                    {"claims/deep/b.yaml", "rules:\n" + rule("m.three")}});
  EXPECT_EQ(printed(loaded.errors), "");
  ASSERT_EQ(loaded.rules.claims.size(), 3U);
  EXPECT_EQ(loaded.rules.claims[0].id, "c.two");
  EXPECT_EQ(loaded.rules.claims[1].id, "m.three");
  const ClaimRule& last = loaded.rules.claims[2];
  EXPECT_EQ(last.id, "z.one");
  EXPECT_EQ(last.attribute, "z.one");
  EXPECT_EQ(last.kind, ClaimKind::kQuantity);
  EXPECT_TRUE(last.functional);
  EXPECT_EQ(last.confidence, 0.9);
  EXPECT_EQ(last.modality, Modality::kFact);
}

TEST(Load, ReadsTheQuantityTables) {
  const Loaded loaded = load_files({
      {"quantities/numbers.yaml",
       "numbers: [{word: seven, value: 7, kind: unit}, {word: million, value: 1e6, kind: scale}]\n"
       "vague:\n"
       "  - { word: dozens, lo: 12, hi: .inf, pragmatic: [24, 99], scalable: true }\n"
       "  - { word: none, lo: 0, hi: 0 }\n"},
      {"quantities/hedges.yaml",
       "hedges:\n"
       "  - { words: [at least, no fewer than], position: before, bound: at-least }\n"
       "  - { words: or so, position: after, bound: about }\n"
       "tolerance: { about: 0.1 }\n"},
      {"quantities/units.yaml",
       "units:\n"
       "  - { name: second, dimension: duration, factor: 3600, forms: [hour, hours] }\n"
       "  - { name: USD, dimension: money, forms: [$], prefix: true, exact: true }\n"
       "  - { name: degree Celsius, dimension: temperature, factor: 0.5, offset: -17.5, forms: [F] "
       "}\n"},
      {"quantities/labels.yaml", "label_words_before: [Group of]\nlabel_patterns: ['F-\\d+']\n"},
  });
  EXPECT_EQ(printed(loaded.errors), "");
  const QuantityTables& q = loaded.rules.quantities;
  ASSERT_EQ(q.numbers.size(), 2U);
  EXPECT_EQ(q.numbers[1].word, "million");
  EXPECT_EQ(q.numbers[1].value, 1e6);
  EXPECT_EQ(q.numbers[1].kind, "scale");
  ASSERT_EQ(q.vague.size(), 2U);
  EXPECT_EQ(q.vague[0].hi, kInfinity);
  EXPECT_EQ(q.vague[0].pragmatic_lo, 24);
  EXPECT_EQ(q.vague[0].pragmatic_hi, 99);
  EXPECT_TRUE(q.vague[0].scalable);
  EXPECT_EQ(q.vague[1].pragmatic_hi, 0);
  ASSERT_EQ(q.hedges.size(), 3U);
  EXPECT_EQ(q.hedges[1].words, "no fewer than");
  EXPECT_EQ(q.hedges[1].position, "before");
  EXPECT_EQ(q.hedges[1].bound, "at-least");
  EXPECT_EQ(q.hedges[2].words, "or so");
  EXPECT_EQ(q.tolerance, (std::map<std::string, double>{{"about", 0.1}}));
  ASSERT_EQ(q.units.size(), 3U);
  EXPECT_EQ(q.units[0].factor, 3600);
  EXPECT_EQ(q.units[0].forms, (std::vector<std::string>{"hour", "hours"}));
  EXPECT_TRUE(q.units[1].prefix);
  EXPECT_TRUE(q.units[1].exact);
  EXPECT_EQ(q.units[2].offset, -17.5);
  EXPECT_EQ(q.label_words_before, std::vector<std::string>{"Group of"});
  EXPECT_EQ(q.label_patterns, std::vector<std::string>{"F-\\d+"});
}

TEST(Load, ReadsLexiconTextAndGates) {
  const Loaded loaded = load_files({
      {"lexicon/b.yaml", "lists: { all: ['{cities}', Oslo, Bergen], cities: [Oslo, Rome] }"},
      {"lexicon/c.yaml",
       "canonical: { Kyiv: [Kiev], Émile: [Emile] }\nirregular: { take: [takes, took, taken, "
       "taking] }"},
      {"text/abbreviations.yaml", "abbreviations: [Mr., Gen.]"},
      {"text/furniture.yaml", "furniture: [{begin: A, end: B}, {pattern: 'Card # of #'}]"},
      {"gates.yaml", "numbers: { window_hours: 36 }\nfamilies: { toll: [a.killed, a.injured] }"},
  });
  EXPECT_EQ(printed(loaded.errors), "");
  const RuleSet& rules = loaded.rules;
  EXPECT_EQ(rules.words, (std::map<std::string, std::vector<std::string>>{
                             {"all", {"Oslo", "Rome", "Bergen"}}, {"cities", {"Oslo", "Rome"}}}));
  EXPECT_EQ(rules.canonical,
            (std::map<std::string, std::string>{
                {"kiev", "Kyiv"}, {"kyiv", "Kyiv"}, {"emile", "Émile"}, {"émile", "Émile"}}));
  EXPECT_EQ(verb_forms(rules, "take"),
            (std::vector<std::string>{"take", "takes", "took", "taken", "taking"}));
  EXPECT_EQ(rules.abbreviations, (std::vector<std::string>{"Mr.", "Gen."}));
  ASSERT_EQ(rules.furniture.size(), 2U);
  EXPECT_EQ(rules.furniture[0].begin, "A");
  EXPECT_EQ(rules.furniture[0].end, "B");
  EXPECT_EQ(rules.furniture[1].pattern, "Card # of #");
  EXPECT_EQ(rules.judge.numbers, (std::map<std::string, double>{{"window_hours", 36}}));
  EXPECT_EQ(rules.judge.families,
            (std::map<std::string, std::vector<std::string>>{{"toll", {"a.killed", "a.injured"}}}));
}

TEST(Load, ReadsPublishers) {
  const Loaded loaded = load_files({{"publishers.yaml", R"(
publishers: [{ family: Wire, source: site, agency: true, names: [NW], domains: [nw.example] }]
reporting_verbs: [reported]
credits:
  - pattern: '^By {agency}.'
    position: end
    reported: true
    examples: [{ text: By NW., family: Wire }, { text: By noon., none: true }]
)"}});
  EXPECT_EQ(printed(loaded.errors), "");
  const PublisherRules& rules = loaded.rules.publishers;
  ASSERT_EQ(rules.publishers.size(), 1U);
  EXPECT_EQ(rules.publishers[0].family, "Wire");
  EXPECT_EQ(rules.publishers[0].source, "site");
  EXPECT_TRUE(rules.publishers[0].agency);
  EXPECT_EQ(rules.publishers[0].names, std::vector<std::string>{"NW"});
  EXPECT_EQ(rules.publishers[0].domains, std::vector<std::string>{"nw.example"});
  EXPECT_EQ(rules.verbs, std::vector<std::string>{"reported"});
  ASSERT_EQ(rules.credits.size(), 1U);
  const CreditRule& credit = rules.credits[0];
  EXPECT_EQ(credit.before(), "By ");
  EXPECT_EQ(credit.after(), ".");
  EXPECT_TRUE(credit.at_start());
  EXPECT_TRUE(credit.agencies_only());
  EXPECT_TRUE(credit.reported);
  EXPECT_EQ(credit.position, "end");
  ASSERT_EQ(credit.examples.size(), 2U);
  EXPECT_EQ(credit.examples[0].family, "Wire");
  EXPECT_EQ(credit.examples[1].family, "");
}

TEST(Load, ReadsScenarios) {
  const Loaded loaded = load_files({{"scenarios.yaml", R"(
scenarios:
  - says: a toll grows
    texts: [One., { text: Two., published: 2031-03-14 }]
    findings: ['update: 1 "One" / 2 "Two"']
known_gaps: [{ says: not yet, texts: [Three.], findings: [] }]
)"}});
  EXPECT_EQ(printed(loaded.errors), "");
  ASSERT_EQ(loaded.rules.scenarios.size(), 1U);
  const Scenario& scenario = loaded.rules.scenarios[0];
  EXPECT_EQ(scenario.says, "a toll grows");
  EXPECT_EQ(scenario.where, "rules/scenarios.yaml:3:5");
  ASSERT_EQ(scenario.texts.size(), 2U);
  EXPECT_EQ(scenario.texts[1].text, "Two.");
  EXPECT_EQ(scenario.texts[1].published, from_iso("2031-03-14"));
  EXPECT_EQ(scenario.findings, (std::vector<std::string>{"update: 1 \"One\" / 2 \"Two\""}));
  ASSERT_EQ(loaded.rules.scenario_gaps.size(), 1U);
  EXPECT_EQ(loaded.rules.scenario_gaps[0].says, "not yet");
}

TEST(Load, ReadsVerdictsIntoTheOrderOfTheEnum) {
  Files files;
  for (std::size_t i = kVerdictCount; i-- > 1;) {
    const std::string verdict = name(static_cast<Verdict>(i));
    files.push_back({"verdicts/" + verdict + ".yaml",
                     "verdict: " + verdict + "\nseverity: note\nsays: s\nreason: r\n" + kCases});
  }
  files.push_back(
      {"verdicts/a.yaml",
       "verdict: same\nseverity: none\nsays: Equal.\nreason: '{a.value}'\ncases:\n"
       "- says: one toll\n"
       "  texts: [One., { text: Two., source: Post, published: 2031-03-14T08:00:00Z }]\n"
       "- { says: two tolls, texts: [One.], fires: false }\n"
       "known_gaps: [{ says: not yet, texts: [One.] }]\n"});
  const Loaded loaded = load_files(files);
  EXPECT_EQ(printed(loaded.errors), "");
  ASSERT_EQ(loaded.rules.judge.verdicts.size(), kVerdictCount);
  for (std::size_t i = 0; i < kVerdictCount; ++i) {
    EXPECT_EQ(loaded.rules.judge.verdicts[i].verdict, static_cast<Verdict>(i));
  }
  EXPECT_EQ(loaded.rules.judge.verdicts[0].severity, Severity::kNone);
  EXPECT_EQ(loaded.rules.judge.verdicts[0].says, "Equal.");
  EXPECT_EQ(loaded.rules.judge.verdicts[0].reason, "{a.value}");
  const std::vector<Case>& cases = loaded.rules.judge.verdicts[0].cases;
  ASSERT_EQ(cases.size(), 2U);
  EXPECT_EQ(cases[0].says, "one toll");
  EXPECT_EQ(cases[0].where, "rules/verdicts/a.yaml:6:3");
  EXPECT_TRUE(cases[0].fires);
  ASSERT_EQ(cases[0].texts.size(), 2U);
  EXPECT_EQ(cases[0].texts[0].text, "One.");
  EXPECT_FALSE(cases[0].texts[0].published);
  EXPECT_EQ(cases[0].texts[1].text, "Two.");
  EXPECT_EQ(cases[0].texts[1].source, "Post");
  EXPECT_EQ(to_iso(*cases[0].texts[1].published), "2031-03-14T08:00:00Z");
  EXPECT_FALSE(cases[1].fires);
  EXPECT_EQ(loaded.rules.judge.verdicts[0].known_gaps.size(), 1U);
  EXPECT_EQ(loaded.rules.judge.verdicts[1].severity, Severity::kNote);
}

TEST(Load, TheExampleInTheReferenceIsARule) {
  std::ifstream in(std::filesystem::path(GAINSAY_SOURCE_DIR) / "rules/README.md");
  const std::string readme{std::istreambuf_iterator<char>(in), {}};
  const std::string fence = "```yaml\n";
  const std::size_t begin = readme.find(fence);
  ASSERT_NE(begin, std::string::npos);
  const std::size_t end = readme.find("```", begin + fence.size());
  const Loaded loaded = load_files(
      {{"claims/a.yaml", readme.substr(begin + fence.size(), end - begin - fence.size())}});
  EXPECT_EQ(printed(loaded.errors), "");
  ASSERT_EQ(loaded.rules.claims.size(), 1U);
  EXPECT_EQ(loaded.rules.claims[0].patterns[0].expanded,
            " (?:(?P<value>(?:Q/count/person/[^/ ]*|Q/count/-/-)) (?:(?:were) )?"
            "(?:killing|killed|kills|kill)) ");
}

TEST(Load, TheShippedRulesHaveNoProblems) {
  const Loaded loaded = load(std::filesystem::path(GAINSAY_SOURCE_DIR) / "rules");
  EXPECT_EQ(printed(loaded.errors), "");
  EXPECT_FALSE(loaded.rules.abbreviations.empty());
}

}  // namespace
}  // namespace gainsay::ruleset
