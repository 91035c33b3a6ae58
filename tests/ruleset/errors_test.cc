#include <iterator>
#include <sstream>

#include "rules_directory.h"

namespace gainsay::ruleset {
namespace {

std::string errors_of(const Files& files) {
  return printed(load_files(files).errors);
}

TEST(Errors, AllProblemsOfAllFilesComeAtOnceInTheOrderOfTheirPlaces) {
  EXPECT_EQ(
      errors_of({{"claims/b.yaml",
                  "id: casualties.killed\n"
                  "says: [s]\n"
                  "knid: fact\n"
                  "modality: facts\n"
                  "functional: yes\n"
                  "priority: 1.5\n"
                  "confidence: '0.5'\n"
                  "patterns: []\n"
                  "examples:\n"
                  "  - { none: true, label: x }\n"
                  "  - { text: a, value: [2, 1] }\n"
                  "  - { text: b, value: many }\n"},
                 {"claims/a.yaml", rule_with_patterns("  - x\n")},
                 {"claims/c.yaml", rule_with_patterns("  - x\n")},
                 {"gates.yaml", "numbers: { a: b }\nfamilys: {}\n"}}),
      "rules/claims/b.yaml:1:1: a claim rule needs the key \"compare\"\n"
      "rules/claims/b.yaml:2:7: \"says\" must be a text, not a list\n"
      "rules/claims/b.yaml:3:1: unknown key \"knid\"; did you mean \"kind\"?\n"
      "rules/claims/b.yaml:4:11: \"facts\" is no \"modality\"; did you mean \"fact\"?\n"
      "rules/claims/b.yaml:5:13: \"functional\" must be true or false, not \"yes\"\n"
      "rules/claims/b.yaml:6:11: \"priority\" must be a whole number from -1000 to 1000\n"
      "rules/claims/b.yaml:7:13: \"confidence\" must be a number, not \"0.5\"\n"
      "rules/claims/b.yaml:8:11: \"patterns\" must not be empty\n"
      "rules/claims/b.yaml:10:5: an example needs the key \"text\"\n"
      "rules/claims/b.yaml:10:5: an example with \"none: true\" can expect nothing else\n"
      "rules/claims/b.yaml:11:23: \"value\" begins above its end\n"
      "rules/claims/b.yaml:12:23: \"value\" must be a number, not \"many\"\n"
      "rules/claims/c.yaml:1:5: the id \"a.b\" stands twice; first at rules/claims/a.yaml:1:5\n"
      "rules/gates.yaml:1:15: \"a\" must be a number, not \"b\"\n"
      "rules/gates.yaml:2:1: unknown key \"familys\"; did you mean \"families\"?\n");
}

TEST(Errors, ARuleBringsItsOwnProof) {
  EXPECT_EQ(
      errors_of({{"claims/a.yaml",
                  "id: A.b\nsays: s\ncompare: count\npatterns: [x]\nexamples: [{text: a}]\n"}}),
      "rules/claims/a.yaml:1:1: a claim rule needs at least two examples that match\n"
      "rules/claims/a.yaml:1:1: a claim rule needs at least one example with \"none: true\"\n"
      "rules/claims/a.yaml:1:5: \"A.b\" is no id; write it as casualties.killed\n");
}

TEST(Errors, AMeasurementIsOfAVerdictAndInWholeNumbers) {
  EXPECT_EQ(errors_of({{"measured.yaml",
                        "measured:\n  same: {right: 3, judged: 4}\n  nonsense: {right: 1}\n"
                        "  update: {right: 5, judged: 4}\n  variant: {right: 0.5, judged: 1}\n"
                        "  refines: {wrong: 1}\n"},
                       {"claims/a.yaml", rule_with_patterns("  - x\n")}}),
            "rules/measured.yaml:3:3: \"nonsense\" is no verdict\n"
            "rules/measured.yaml:4:11: more were right than were judged\n"
            "rules/measured.yaml:5:20: \"right\" must be a whole number from 0 to 1000000000\n"
            "rules/measured.yaml:6:13: unknown key \"wrong\"; the keys here are: right, judged\n");
}

TEST(Errors, AComparatorIsOneOfAClosedList) {
  EXPECT_EQ(errors_of({{"claims/a.yaml",
                        "{ id: a.b, says: s, compare: cuont, patterns: [x], examples: "
                        "[{text: a}, {text: b}, {text: c, none: true}] }"}}),
            "rules/claims/a.yaml:1:30: \"cuont\" is no \"compare\"; did you mean \"count\"?\n");
}

TEST(Errors, AFaultyPatternIsNamedWhereItStands) {
  EXPECT_EQ(
      errors_of({{"lexicon/l.yaml", "lists: { statuses: [dead], none: [] }"},
                 {"fragments.yaml", "fragments: { people: '{n:person}' }"},
                 {"claims/a.yaml", rule_with_patterns("  - '{poeple} {w:status}'\n"
                                                      "  - '{n'\n"
                                                      "  - 'two  blanks'\n"
                                                      "  - ' x'\n"
                                                      "  - ''\n"
                                                      "  - '{gap:0}x'\n"
                                                      "  - '{when:day}'\n"
                                                      "  - '{n:a:b:c}'\n"
                                                      "  - '{w:none}'\n"
                                                      "  - '{opt:}x'\n"
                                                      "  - [x]\n")}}),
      "rules/claims/a.yaml:5:5: there is no fragment {poeple}; did you mean \"people\"?\n"
      "rules/claims/a.yaml:5:5: there is no list \"status\"; did you mean \"statuses\"?\n"
      "rules/claims/a.yaml:6:5: a brace { is not closed; a literal one is written \\{\n"
      "rules/claims/a.yaml:7:5: tokens are separated by one blank, not two\n"
      "rules/claims/a.yaml:8:5: a pattern neither begins nor ends with a blank: those around it "
      "are added\n"
      "rules/claims/a.yaml:9:5: \"a pattern\" must be a text, not an empty text\n"
      "rules/claims/a.yaml:10:5: {gap:N} needs a number from 1 to 40\n"
      "rules/claims/a.yaml:11:5: \"day\" is no kind of time; it is one of: weekday, date, year, "
      "clock, rel\n"
      "rules/claims/a.yaml:12:5: \"a:b:c\" must be a unit, unit:noun or bare\n"
      "rules/claims/a.yaml:13:5: the list \"none\" is empty\n"
      "rules/claims/a.yaml:14:5: {opt:...}: the pattern is empty\n"
      "rules/claims/a.yaml:15:5: \"a pattern\" must be a text, not a list\n");
}

TEST(Errors, AFragmentIsBlamedOnceAndNotAtEachUse) {
  EXPECT_EQ(
      errors_of({{"fragments.yaml",
                  "fragments:\n  a: 'x {b}'\n  b: '{c} y'\n  c: '{a}'\n  d: '{nope}'\n  gap: z\n"},
                 {"claims/a.yaml", rule_with_patterns("  - '{d}'\n  - '{a}'\n")}}),
      "rules/fragments.yaml:4:6: fragments refer to each other in a circle: {a} -> {b} -> {c} "
      "-> {a}\n"
      "rules/fragments.yaml:5:6: there is no fragment {nope}\n"
      "rules/fragments.yaml:6:3: {gap} has a meaning already; choose another name\n");
}

TEST(Errors, ListsNeitherRepeatNorIncludeThemselves) {
  EXPECT_EQ(
      errors_of({{"lexicon/a.yaml", "lists:\n  one: [x, '{two}']\n  two: ['{one}', '{thre}']\n"},
                 {"lexicon/b.yaml",
                  "lists:\n  one: [y]\n  three: [~, [z]]\n"
                  "canonical: { Kyiv: [Kiev], Lviv: [Kiev] }\n"}}),
      "rules/lexicon/a.yaml:3:9: the list \"one\" includes itself\n"
      "rules/lexicon/a.yaml:3:18: there is no list \"thre\"; did you mean \"three\"?\n"
      "rules/lexicon/b.yaml:2:3: the list \"one\" stands twice; first at "
      "rules/lexicon/a.yaml:2:3\n"
      "rules/lexicon/b.yaml:3:11: \"an item of three\" must be a text, not nothing\n"
      "rules/lexicon/b.yaml:3:14: \"an item of three\" must be a text, not a list\n"
      "rules/lexicon/b.yaml:4:28: \"Kiev\" is already an alias of \"Kyiv\"\n");
}

TEST(Errors, TheTablesAreChecked) {
  EXPECT_EQ(
      errors_of(
          {{"quantities/numbers.yaml",
            "numbers:\n  - { word: six, value: 6, kind: units }\n"
            "  - { word: six, value: six, kind: unit }\n"
            "vague:\n  - { word: few, lo: 2, hi: 9, pragmatic: [3, 10] }\n"
            "  - { word: some, lo: 3, hi: 2, pragmatic: 1 }\n"},
           {"quantities/hedges.yaml",
            "hedges: [{ words: [over], position: front, bound: more-then }]\n"},
           {"quantities/units.yaml", "units: [{ name: x, dimension: y, factor: 0, form: [z] }]\n"},
           {"text/furniture.yaml", "furniture: [{ end: x }]\n"}}),
      "rules/quantities/hedges.yaml:1:37: \"front\" is no \"position\"; it is one of: before, "
      "after\n"
      "rules/quantities/hedges.yaml:1:51: \"more-then\" is no \"bound\"; did you mean "
      "\"more-than\"?\n"
      "rules/quantities/numbers.yaml:2:34: \"units\" is no \"kind\"; did you mean \"unit\"?\n"
      "rules/quantities/numbers.yaml:3:5: \"six\" stands twice; first at line 2\n"
      "rules/quantities/numbers.yaml:3:25: \"value\" must be a number, not \"six\"\n"
      "rules/quantities/numbers.yaml:5:43: \"pragmatic\" reaches outside [lo, hi]\n"
      "rules/quantities/numbers.yaml:6:5: \"lo\" is above \"hi\"\n"
      "rules/quantities/numbers.yaml:6:44: \"pragmatic\" must be a list [lo, hi] of two "
      "numbers\n"
      "rules/quantities/units.yaml:1:9: a unit needs the key \"forms\"\n"
      "rules/quantities/units.yaml:1:9: \"factor\" must not be 0\n"
      "rules/quantities/units.yaml:1:45: unknown key \"form\"; did you mean \"forms\"?\n"
      "rules/text/furniture.yaml:1:13: a furniture rule needs \"begin\" or \"pattern\"\n");
}

TEST(Errors, EveryVerdictIsExplainedOnce) {
  std::string all = "verdicts:\n";
  for (std::size_t i = 2; i < kVerdictCount; ++i) {
    all += std::string("- { verdict: ") + name(static_cast<Verdict>(i)) +
           ", severity: note, says: s, reason: r, " + kCases + " }\n";
  }
  EXPECT_EQ(
      errors_of({{"verdicts/a.yaml",
                  all + "- { verdict: update, severity: bad, says: s, " + kCases + " }\n"},
                 {"verdicts/b.yaml",
                  std::string("verdict: varian\nseverity: note\nsays: s\nreason: r\n") + kCases}}),
      "rules/verdicts:1:1: no file says what \"same\" means\n"
      "rules/verdicts:1:1: no file says what \"variant\" means\n"
      "rules/verdicts/a.yaml:21:3: a verdict needs the key \"reason\"\n"
      "rules/verdicts/a.yaml:21:14: the verdict \"update\" stands twice; first at "
      "rules/verdicts/a.yaml:5:14\n"
      "rules/verdicts/a.yaml:21:32: \"bad\" is no \"severity\"; it is one of: none, note, "
      "warning, error\n"
      "rules/verdicts/b.yaml:1:10: \"varian\" is no \"verdict\"; did you mean \"variant\"?\n");
}

TEST(Errors, AVerdictIsProvedByACaseThatFiresAndOneThatDoesNot) {
  std::string all = "verdicts:\n";
  for (std::size_t i = 0; i < kVerdictCount; ++i) {
    const auto verdict = static_cast<Verdict>(i);
    if (verdict == Verdict::kSame || verdict == Verdict::kUpdate) continue;
    all += std::string("- { verdict: ") + name(verdict) + ", severity: note, says: s, reason: r, " +
           kCases + " }\n";
  }
  EXPECT_EQ(
      errors_of({{"verdicts/a.yaml", all},
                 {"verdicts/b.yaml", "verdict: same\nseverity: none\nsays: s\nreason: r\n"},
                 {"verdicts/c.yaml",
                  "verdict: update\nseverity: note\nsays: s\nreason: r\ncases:\n"
                  "- { texts: [a, { text: b, published: May, by: x }] }\n"}}),
      "rules/verdicts/b.yaml:1:1: a verdict needs at least one case that fires\n"
      "rules/verdicts/b.yaml:1:1: a verdict needs at least one case with \"fires: false\"\n"
      "rules/verdicts/c.yaml:1:1: a verdict needs at least one case with \"fires: false\"\n"
      "rules/verdicts/c.yaml:6:3: a case needs the key \"says\"\n"
      "rules/verdicts/c.yaml:6:38: \"published\" must be a date or a time in UTC: 2031-03-14 or "
      "2031-03-14T18:00:00Z\n"
      "rules/verdicts/c.yaml:6:43: unknown key \"by\"; the keys here are: text, source, "
      "published\n");
}

TEST(Errors, BrokenFilesHaveAPositionAndDoNotHideTheOthers) {
  EXPECT_EQ(errors_of({{"claims/broken.yaml", "id: x\nsays: [a, b\ncompare: y\n"},
                       {"claims/bytes.yaml", "id: x\nsays: a\xFFz\n"},
                       {"claims/control.yaml", "id: x\nsays: a\x04z\n"},
                       {"claims/empty.yaml", ""},
                       {"claims/list.yaml", "- a\n"},
                       {"claims/old.yml", "id: x\n"},
                       {"claims/twice.yaml", rule_with_patterns("  - x\n") + "---\nid: c\n"},
                       {"gate.yaml", "numbers: {}\n"},
                       {"gates.yaml", "numbers: { a: 1, a: 2 }\n"}}),
            "rules/claims/broken.yaml:3:8: not valid YAML: did not find expected ',' or ']'\n"
            "rules/claims/bytes.yaml:2:8: not UTF-8\n"
            "rules/claims/control.yaml:2:8: control character\n"
            "rules/claims/empty.yaml:1:1: the file is empty\n"
            "rules/claims/list.yaml:1:1: \"a claim rule\" must be a map, not a list\n"
            "rules/claims/old.yml:1:1: rule files end in .yaml\n"
            "rules/claims/twice.yaml:10:1: a second document; a file holds one\n"
            "rules/gate.yaml:1:1: no file of this name is read; did you mean \"gates.yaml\"?\n"
            "rules/gates.yaml:1:18: the key \"a\" stands twice; first at line 1\n");
}

TEST(Errors, ColumnsCountBytesAndOnlyANewlineEndsALine) {
  EXPECT_EQ(errors_of({{"gates.yaml", "\xEF\xBB\xBFnumbers: { 'été': 1, 'été': 2 }\n"}}),
            "rules/gates.yaml:1:24: the key \"été\" stands twice; first at line 1\n");
  EXPECT_EQ(errors_of({{"gates.yaml", "numbers: { a: 'x\u2028y', b: z }\n"}}),
            "rules/gates.yaml:1:15: \"a\" must be a number, not \"x\u2028y\"\n"
            "rules/gates.yaml:1:27: \"b\" must be a number, not \"z\"\n");
  EXPECT_EQ(errors_of({{"gates.yaml", "# été\nnumbers: é\xFF\n"}}),
            "rules/gates.yaml:2:12: not UTF-8\n");
}

TEST(Errors, HostileYamlIsRefusedAndNotUnfolded) {
  const std::string deep = "numbers: " + std::string(5000, '[') + std::string(5000, ']') + "\n";
  EXPECT_EQ(errors_of({{"gates.yaml", deep},
                       {"lexicon/a.yaml", "lists:\n  a: &a [x]\n  b: *a\n  c: [!t z]\n"},
                       {"fragments.yaml", "fragments:\n  a: '" + std::string(200, '{') + "'\n"},
                       {"text/abbreviations.yaml", std::string(2'000'001, ' ')}}),
            "rules/fragments.yaml:2:6: a brace { is not closed; a literal one is written \\{\n"
            "rules/gates.yaml:1:41: not valid YAML: nested more than 32 deep\n"
            "rules/lexicon/a.yaml:2:6: anchors are not part of the format\n"
            "rules/lexicon/a.yaml:3:6: aliases are not part of the format; write the value out, or "
            "use a fragment\n"
            "rules/lexicon/a.yaml:3:6: \"b\" must be a list, not nothing\n"
            "rules/lexicon/a.yaml:4:7: tags are not part of the format: \"!t\"\n"
            "rules/text/abbreviations.yaml:1:1: the file is larger than 2 MB\n");
}

TEST(Errors, FragmentsCannotGrowWithoutLimit) {
  std::string fragments = "fragments:\n  f0: '" + std::string(100, 'x') + "'\n";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "{f" + std::to_string(i - 1) + "}";
    fragments += "  f" + std::to_string(i) + ": '" + before + before + before + before + "'\n";
  }
  const std::vector<Error> errors = load_files({{"fragments.yaml", fragments}}).errors;
  ASSERT_FALSE(errors.empty());
  EXPECT_EQ(errors[0].where, "rules/fragments.yaml:9:7");
  EXPECT_EQ(errors[0].message, "the pattern expands to more than 400 kB");
}

/// The keys that a map takes, from the error about one that it does not.
std::vector<std::string> keys_in(const std::string& errors) {
  const std::string lead = "the keys here are: ";
  const std::size_t begin = errors.find(lead) + lead.size();
  std::istringstream list(errors.substr(begin, errors.find('\n', begin) - begin));
  std::vector<std::string> keys;
  for (std::string key; std::getline(list >> std::ws, key, ',');)
    keys.push_back(key);
  return keys;
}

TEST(Errors, ACreditBringsItsProofAndNamesAKnownHouse) {
  EXPECT_EQ(
      errors_of({{"publishers.yaml",
                  "publishers:\n"
                  "  - { family: Wire, names: [Wire] }\n"
                  "  - { family: Post, names: [Post], domains: [Wire] }\n"
                  "credits:\n"
                  "  - { pattern: by nobody, position: lead, examples: [{ text: x }] }\n"
                  "  - { pattern: 'by {outlet}', position: top, examples: [{ text: x, family: "
                  "Wrie }] }\n"}}),
      "rules/publishers.yaml:3:5: the name \"Wire\" stands twice; first at "
      "rules/publishers.yaml:2:5\n"
      "rules/publishers.yaml:5:5: a credit needs at least one example that matches\n"
      "rules/publishers.yaml:5:16: a credit names \"{agency}\" or \"{outlet}\" once\n"
      "rules/publishers.yaml:5:54: an example needs either \"family\" or \"none: true\"\n"
      "rules/publishers.yaml:6:5: a credit needs at least one example with \"none: true\"\n"
      "rules/publishers.yaml:6:41: \"top\" is no \"position\"; it is one of: lead, end\n"
      "rules/publishers.yaml:6:57: no publisher has the family \"Wrie\"\n");
}

TEST(Errors, EveryKeyIsInTheReferenceTable) {
  std::ifstream in(std::filesystem::path(GAINSAY_SOURCE_DIR) / "rules/README.md");
  const std::string readme{std::istreambuf_iterator<char>(in), {}};
  const std::string bad = "qqqqqqqqqqqq: 1";
  const Files files = {{"claims/a.yaml", bad},
                       {"claims/a.yaml", "id: a.b\nexamples: [{" + bad + "}]"},
                       {"lexicon/a.yaml", bad},
                       {"quantities/numbers.yaml", bad},
                       {"quantities/numbers.yaml", "numbers: [{" + bad + "}]"},
                       {"quantities/numbers.yaml", "vague: [{" + bad + "}]"},
                       {"quantities/hedges.yaml", bad},
                       {"quantities/hedges.yaml", "hedges: [{" + bad + "}]"},
                       {"quantities/units.yaml", "units: [{" + bad + "}]"},
                       {"quantities/labels.yaml", bad},
                       {"text/furniture.yaml", "furniture: [{" + bad + "}]"},
                       {"gates.yaml", bad},
                       {"publishers.yaml", bad},
                       {"publishers.yaml", "publishers: [{" + bad + "}]"},
                       {"publishers.yaml", "credits: [{" + bad + "}]"},
                       {"scenarios.yaml", bad},
                       {"scenarios.yaml", "scenarios: [{" + bad + "}]"},
                       {"verdicts/a.yaml", bad},
                       {"verdicts/a.yaml", "cases: [{" + bad + "}]"},
                       {"verdicts/a.yaml", "cases: [{texts: [{" + bad + "}]}]"}};
  for (const auto& file : files) {
    const std::vector<std::string> keys = keys_in(errors_of({file}));
    EXPECT_GE(keys.size(), 2U) << file.first << ": " << file.second;
    for (const std::string& key : keys) {
      EXPECT_TRUE(readme.find("| `" + key + "`") != std::string::npos ||
                  readme.find(", `" + key + "` |") != std::string::npos)
          << "rules/README.md has no row for " << key << " of " << file.first;
    }
  }
}

TEST(Errors, AMissingDirectoryIsSaidByItsPath) {
  const Loaded missing = load("/nonexistent/rules");
  ASSERT_EQ(missing.errors.size(), 1U);
  EXPECT_EQ(missing.errors[0].code, ErrorCode::kNotFound);
  EXPECT_EQ(missing.errors[0].where, "/nonexistent/rules:1:1");
  EXPECT_EQ(missing.errors[0].message, "no such directory of rules");
}

}  // namespace
}  // namespace gainsay::ruleset
