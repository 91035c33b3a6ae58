#include "judge/build.h"

#include <algorithm>

namespace gainsay::judge::test {
namespace {

ruleset::ClaimRule rule(std::string attribute, std::string compare, ClaimKind kind) {
  ruleset::ClaimRule out;
  out.id = out.attribute = std::move(attribute);
  out.compare = std::move(compare);
  out.kind = kind;
  return out;
}

std::vector<ruleset::ClaimRule> claim_rules() {
  std::vector<ruleset::ClaimRule> out;
  for (const char* attribute : {"casualties.injured", "casualties.killed", "casualties.total"}) {
    out.push_back(rule(attribute, "count", ClaimKind::kQuantity));
    out.back().cumulative = true;
  }
  for (const char* attribute :
       {"troops.count", "quake.magnitude", "sanctions.count", "fall", "trapped.count"}) {
    out.push_back(rule(attribute, "count", ClaimKind::kQuantity));
  }
  out.push_back(rule("talks.topics", "count", ClaimKind::kQuantity));
  out.back().functional = false;
  out.push_back(rule("person.age", "count", ClaimKind::kQuantity));
  out.back().per_subject = true;
  out.push_back(rule("war.duration", "duration", ClaimKind::kQuantity));
  out.back().per_subject = true;
  out.push_back(rule("fall.distance", "count", ClaimKind::kQuantity));
  out.back().per_subject = true;
  out.push_back(rule("meeting.duration", "duration", ClaimKind::kQuantity));
  out.push_back(rule("loot.value", "money", ClaimKind::kQuantity));
  out.push_back(rule("vote.share", "proportion", ClaimKind::kQuantity));
  out.push_back(rule("event.clock", "time", ClaimKind::kQuantity));
  out.push_back(rule("troops.planned", "count", ClaimKind::kQuantity));
  out.back().modality = Modality::kPlan;
  out.push_back(rule("event.day", "time", ClaimKind::kFact));
  out.push_back(rule("event.time", "clock", ClaimKind::kFact));
  out.push_back(rule("fire.town", "place", ClaimKind::kFact));
  out.push_back(rule("victim.name", "identity", ClaimKind::kFact));
  out.push_back(rule("suspect.status", "label", ClaimKind::kFact));
  out.back().ordered = {{"at large", "arrested", "charged", "convicted"}};
  out.back().labels = {{"arrested", {"arrested", "detained", "in custody"}}};
  out.push_back(rule("car.color", "label", ClaimKind::kFact));
  out.back().labels = {{"silver", {}}, {"gray", {"grey"}}};
  out.push_back(rule("bridge.hit", "polarity", ClaimKind::kFact));
  out.push_back(rule("statement", "statement", ClaimKind::kStatement));
  out.push_back(rule("quote", "quote", ClaimKind::kQuote));
  return out;
}

Severity severity(Verdict verdict) {
  switch (verdict) {
    case Verdict::kNumericConflict:
    case Verdict::kFactConflict:
    case Verdict::kPolarityConflict:
    case Verdict::kQuoteAltered:
    case Verdict::kAttributionConflict:
    case Verdict::kCorrection:
      return Severity::kError;
    case Verdict::kUpdate:
    case Verdict::kRevisionDown:
    case Verdict::kMeasureClash:
    case Verdict::kStrengthShift:
      return Severity::kWarning;
    default:
      return Severity::kNone;
  }
}

}  // namespace

ruleset::RuleSet rules() {
  ruleset::RuleSet out;
  out.claims = claim_rules();
  for (std::size_t i = 0; i < kVerdictCount; ++i) {
    const auto verdict = static_cast<Verdict>(i);
    out.judge.verdicts.push_back(
        {verdict, severity(verdict), "", "{a.value} against {b.value}: {because}", {}, {}, {}});
  }
  out.judge.families = {
      {"dimensions.converted", {"length", "mass"}},
      {"same.person", {"person", "people", "life", "victim"}},
      {"same.troop", {"troop", "soldier"}},
      {"same.proposal", {"proposal", "offer"}},
      {"same.will", {"will", "would"}},
      {"includes.casualties.total", {"casualties.killed", "casualties.injured"}},
      {"levels", {"troops.count"}},
      {"events.with_participants", {"meeting", "call"}},
      {"words.negation", {"not", "never"}},
      {"words.modal", {"will", "would", "may", "must"}},
      {"words.number", {"three", "four"}},
      {"words.corrections", {"correct"}},
      {"words.untelling", {"event.site"}},
      {"words.saying_day", {"statement.day"}},
      {"words.dwindling", {"trapped.count"}},
      {"events.sole", {"meeting"}},
      {"words.describing", {"person.age"}},
      {"wide_areas", {"whole region"}},
      {"words.bodies", {"house", "officials"}},
  };
  return out;
}

Session::Session(std::vector<Claim> given) : claims(std::move(given)) {
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    claims[i].id = ClaimId{i + 1};
    claims[i].fingerprint = 100 + i;
    claims[i].span = {i * 10, i * 10 + 5};
  }
  for (std::uint32_t i = 1; i <= 9; ++i) {
    documents.push_back({DocumentId{i}, std::string(1, static_cast<char>('A' + i - 1)),
                         std::nullopt, OriginId{i}, StoryId{1}});
  }
}
Session& Session::published(std::uint32_t report, std::string_view when) {
  documents[report - 1].published = from_iso(when);
  return *this;
}
Session& Session::story(std::uint32_t report, std::uint32_t story) {
  documents[report - 1].story = StoryId{story};
  return *this;
}
Session& Session::origin(std::uint32_t report, std::uint32_t origin) {
  documents[report - 1].origin = OriginId{origin};
  return *this;
}
Session& Session::source(std::uint32_t report, std::string name) {
  documents[report - 1].source = std::move(name);
  return *this;
}
Session& Session::proposed(Proposed reason, float cosine) {
  why = reason;
  similarity = cosine;
  return *this;
}

Judgement Session::judge() const {
  std::vector<CandidatePair> pairs;
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    for (std::uint32_t j = i + 1; j < claims.size(); ++j)
      pairs.push_back({i, j, similarity, why});
  }
  return Judge(rules()).judge(claims, documents, pairs);
}

std::string Session::print() const {
  const Judgement judgement = judge();
  const auto letter = [](ClaimId id) {
    return std::string(1, static_cast<char>('a' + id.value() - 1));
  };
  std::string out;
  for (const Finding& finding : judgement.findings) {
    out += std::string(name(finding.verdict)) + " " + letter(finding.a) + " " + letter(finding.b) +
           ": " + finding.reason + "\n";
  }
  for (const auto& [reason, count] : judgement.abstained)
    out += "not-comparable: " + reason + " " + std::to_string(count) + "\n";
  return out;
}

namespace {

std::string one_line(const Session& session) {
  std::string text = session.print();
  if (text.ends_with('\n')) text.pop_back();
  if (const std::size_t at = text.find(" a b: "); at != std::string::npos) text.erase(at, 4);
  return text;
}

}  // namespace

std::string judged(const Claim& a, const Claim& b) {
  return one_line(Session({a, b}));
}

std::string alike(const Claim& a, const Claim& b) {
  return one_line(Session({a, b}).proposed(Proposed::kNearest, 0.95F));
}

}  // namespace gainsay::judge::test
