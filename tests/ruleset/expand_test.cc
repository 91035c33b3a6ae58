#include "rules_directory.h"

namespace gainsay::ruleset {
namespace {

const char* const kLexicon = R"(
lists:
  statuses: [dead, killed in action, cease-fire, "don't", U.S., Inc.]
  verbs: [kill, stop]
  more: [alive]
irregular:
  take: [takes, took, taken, taking]
)";
const char* const kFragments = R"(
fragments:
  people: '{n:person|bare}'
  toll: '{value=people} {gap:2}dead'
  maybe: '{opt:the}'
)";

/// The pattern between the blanks and the group that every pattern is wrapped in.
std::string expanded(const std::string& pattern) {
  const Loaded loaded =
      load_files({{"lexicon/l.yaml", kLexicon},
                  {"fragments.yaml", kFragments},
                  {"claims/a.yaml", rule_with_patterns("  - '" + pattern + "'\n")}});
  if (!loaded.errors.empty()) return printed(loaded.errors);
  const std::string out = loaded.rules.claims.at(0).patterns.at(0).expanded;
  EXPECT_EQ(out.substr(0, 4), " (?:");
  EXPECT_EQ(out.substr(out.size() - 2), ") ");
  return out.substr(4, out.size() - 6);
}

TEST(Expand, QuantitiesBecomeTokensOfADimensionUnitAndNoun) {
  EXPECT_EQ(expanded("{n}"), "Q/count/[^/ ]*/[^/ ]*");
  EXPECT_EQ(expanded("{n:person}"), "Q/count/person/[^/ ]*");
  EXPECT_EQ(expanded("{n:bare}"), "Q/count/-/-");
  EXPECT_EQ(expanded("{n:person|bare}"), "(?:Q/count/person/[^/ ]*|Q/count/-/-)");
  EXPECT_EQ(expanded("{n:*:official}"), "Q/count/[^/ ]*/official");
  EXPECT_EQ(expanded("{n:person:aid worker}"), "Q/count/person/aid_worker");
  EXPECT_EQ(expanded("{q:duration}"), "Q/duration/[^/ ]*/[^/ ]*");
  EXPECT_EQ(expanded("{q:money:EUR|percent}"), "(?:Q/money/EUR/[^/ ]*|Q/percent/[^/ ]*/[^/ ]*)");
}

TEST(Expand, EntitiesAndTimesBecomeTokensOfAKind) {
  EXPECT_EQ(expanded("{per} {org} {loc} {nat} {misc}"),
            "E/per/[^ ]* E/org/[^ ]* E/loc/[^ ]* E/nat/[^ ]* E/misc/[^ ]*");
  EXPECT_EQ(expanded("{who}"), "E/(?:per|org|nat|loc|misc)/[^ ]*");
  EXPECT_EQ(expanded("{loc:New York|oslo}"), "E/loc/(?:new_york|oslo)");
  EXPECT_EQ(expanded("{when}"), "T/[^ ]*");
  EXPECT_EQ(expanded("{when:weekday}"), "T/weekday/[^ ]*");
  EXPECT_EQ(expanded("{when:weekday:monday|date}"), "(?:T/weekday/monday|T/date/[^ ]*)");
}

TEST(Expand, WordListsAreEscapedAndLongestFirst) {
  EXPECT_EQ(expanded("{w:statuses}"),
            "(?:killed in action|cease ?\\- ?fire|do ?n\\'t|dead|inc ?\\.|u\\.s\\.)");
  EXPECT_EQ(expanded("{w:more}"), "alive");
  EXPECT_EQ(expanded("{w:more|more}"), "alive");
}

TEST(Expand, VerbsBringAllTheirForms) {
  EXPECT_EQ(expanded("{verb:kill}"), "(?:killing|killed|kills|kill)");
  EXPECT_EQ(expanded("{verb:take|die}"), "(?:taking|dying|taken|takes|died|dies|take|took|die)");
  EXPECT_EQ(expanded("{verbs:verbs}"), "(?:stopping|killing|stopped|killed|kills|stops|kill|stop)");
  EXPECT_EQ(expanded("{verb:take off}"), "(?:taking off|taken off|takes off|take off|took off)");
}

TEST(Expand, NamedReferencesBecomeNamedGroups) {
  EXPECT_EQ(expanded("{value=n:person} {speaker=who}"),
            "(?P<value>Q/count/person/[^/ ]*) (?P<speaker>E/(?:per|org|nat|loc|misc)/[^ ]*)");
  EXPECT_EQ(expanded("{label=w:more}"), "(?P<label>alive)");
}

TEST(Expand, FragmentsNest) {
  EXPECT_EQ(expanded("{toll} now"),
            "(?:(?P<value>(?:(?:Q/count/person/[^/ ]*|Q/count/-/-))) (?:[^ ]+ ){0,2}dead) now");
}

TEST(Expand, AnOptionalPartBringsTheBlankThatFollowsIt) {
  EXPECT_EQ(expanded("{n} {gap:3}killed"), "Q/count/[^/ ]*/[^/ ]* (?:[^ ]+ ){0,3}killed");
  EXPECT_EQ(expanded("was {opt:not yet}over"), "was (?:(?:not yet) )?over");
  EXPECT_EQ(expanded("{maybe}end"), "(?:(?:(?:the) )?)end");
}

TEST(Expand, ABlankAfterAnOptionalPartIsNotWantedTwice) {
  EXPECT_EQ(expanded("{n} {gap:3} killed"), expanded("{n} {gap:3}killed"));
  EXPECT_EQ(expanded("was {opt:not} {opt:yet} over"), expanded("was {opt:not}{opt:yet}over"));
  EXPECT_EQ(expanded("{maybe} end"), expanded("{maybe}end"));
}

TEST(Expand, AnOptionalPartAtTheEndBringsTheBlankBeforeIt) {
  EXPECT_EQ(expanded("killed {opt:in {loc}}"), "killed(?: (?:in E/loc/[^ ]*))?");
  EXPECT_EQ(expanded("killed {opt:in} {gap:2}"), "killed(?: (?:in))?(?: [^ ]+){0,2}");
  EXPECT_EQ(expanded("(?:shot {opt:dead}|died {opt:there}) now"),
            "(?:shot(?: (?:dead))?|died(?: (?:there))?) now");
}

TEST(Expand, LeavesThePatternLanguageItselfAlone) {
  EXPECT_EQ(expanded("a{2,5} b{3} [{}n] \\{n\\} \\p{Greek} [[:alpha:]{] (?i)x|y"),
            "a{2,5} b{3} [{}n] \\{n\\} \\p{Greek} [[:alpha:]{] (?i)x|y");
}

TEST(VerbForms, FollowTheSpellingRules) {
  const RuleSet rules;
  const auto forms = [&](const char* verb) {
    std::string out;
    for (const std::string& form : verb_forms(rules, verb))
      out += (out.empty() ? "" : " ") + form;
    return out;
  };
  EXPECT_EQ(forms("kill"), "kill kills killed killing");
  EXPECT_EQ(forms("die"), "die dies died dying");
  EXPECT_EQ(forms("stop"), "stop stops stopped stopping");
  EXPECT_EQ(forms("injure"), "injure injures injured injuring");
  EXPECT_EQ(forms("agree"), "agree agrees agreed agreeing");
  EXPECT_EQ(forms("dye"), "dye dyes dyed dyeing");
  EXPECT_EQ(forms("deny"), "deny denies denied denying");
  EXPECT_EQ(forms("destroy"), "destroy destroys destroyed destroying");
  EXPECT_EQ(forms("crash"), "crash crashes crashed crashing");
  EXPECT_EQ(forms("fix"), "fix fixes fixed fixing");
  EXPECT_EQ(forms("veto"), "veto vetoes vetoed vetoing");
  EXPECT_EQ(forms("show"), "show shows showed showing");
  EXPECT_EQ(forms("need"), "need needs needed needing");
  EXPECT_EQ(forms("panic"), "panic panics panicked panicking");
  EXPECT_EQ(forms("equip"), "equip equips equiped equipped equiping equipping");
  EXPECT_EQ(forms("stop over"), "stop over stops over stopped over stopping over");
}

}  // namespace
}  // namespace gainsay::ruleset
