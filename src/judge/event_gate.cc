#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "company.h"
#include "gates.h"
#include "lexical/gazetteer.h"
#include "places.h"
#include "words.h"

namespace gainsay::judge {
namespace {

using std::chrono::seconds;

bool alike(const std::string& a, const std::string& b, const Knowledge& knowledge) {
  return likeness(a, b, knowledge) != Likeness::kDifferent;
}

/// Known on both sides and of different things.
bool differ(const std::string& a, const std::string& b, const Knowledge& knowledge) {
  return !a.empty() && !b.empty() && !alike(a, b, knowledge);
}

bool same_company(const Matter& matter) {
  return company(matter.a.claim.frame, matter.b.claim.frame, matter.knowledge) == Company::kSame;
}

bool about_time(const Matter& matter) {
  return matter.a.policy.compare == "time";
}

bool times_differ(const Matter& matter) {
  const TimeInterval& a = matter.a.claim.frame.time;
  const TimeInterval& b = matter.b.claim.frame.time;
  if (a.from && a.to && b.from && b.to) {
    const auto hours = matter.knowledge.number("event_slack_hours", 24);
    const auto slack = seconds(static_cast<std::int64_t>(hours * 3600));
    return *a.to + slack < *b.from || *b.to + slack < *a.from;
  }
  // A report of the day after often names its own day.
  const int apart = std::abs(a.weekday - b.weekday);
  return a.weekday >= 0 && b.weekday >= 0 && std::min(apart, 7 - apart) > 1;
}

/// "Dnipropetrovsk" and "Dnepropetrovsk": one name in two transliterations. Two places that the
/// gazetteer knows are two, however alike they are: Gambia and Zambia.
bool transliterated(const std::string& a, const std::string& b) {
  constexpr std::size_t kShortest = 6;
  const FoldedName p(a);
  const FoldedName q(b);
  const std::string_view x = p.text();
  const std::string_view y = q.text();
  if (std::min(x.size(), y.size()) < kShortest || !within(x, y, 1)) return false;
  const auto one = lexical::find_place(x);
  const auto two = lexical::find_place(y);
  return !one || !two || one->name == two->name;
}

bool two_places(const std::string& a, const std::string& b, const Knowledge& knowledge) {
  return differ(a, b, knowledge) && !lies_in(a, b) && !lies_in(b, a) && !transliterated(a, b);
}

bool places_differ(const Matter& matter) {
  const std::string& a = matter.a.claim.frame.place;
  const std::string& b = matter.b.claim.frame.place;
  return matter.a.claim.value.label != a && two_places(a, b, matter.knowledge);
}

/// Two tolls that disagree and name no place are of the places that their reports name for the rest
/// of the event.
bool homes_differ(const Matter& matter) {
  const Claim& a = matter.a.claim;
  const Claim& b = matter.b.claim;
  const bool tolls = matter.cumulative() && a.value.quantity && b.value.quantity;
  if (!tolls || matter.told == nullptr || matter.internal()) return false;
  if (!a.frame.place.empty() || !b.frame.place.empty()) return false;
  return !a.value.quantity->hard.overlaps(b.value.quantity->hard) &&
         two_places(matter.told->place(a), matter.told->place(b), matter.knowledge);
}

bool needs_company(const Matter& matter) {
  const auto listed = [&](const Claim& claim) {
    return matter.knowledge.in("events.with_participants", claim.frame.event);
  };
  return listed(matter.a.claim) || listed(matter.b.claim);
}

/// Known to be on one day, as the claims say, or else as the reports are of one day.
bool one_day(const Matter& matter) {
  const TimeInterval& a = matter.a.claim.frame.time;
  const TimeInterval& b = matter.b.claim.frame.time;
  if (a.from && a.to && b.from && b.to) return *a.from <= *b.to && *b.from <= *a.to;
  if (a.weekday >= 0 && b.weekday >= 0) return a.weekday == b.weekday;
  const auto& first = matter.a.document.published;
  const auto& second = matter.b.document.published;
  const auto hours = matter.knowledge.number("event_slack_hours", 24);
  return first && second &&
         std::chrono::abs(*first - *second) <= seconds(static_cast<std::int64_t>(hours * 3600));
}

/// "The talks lasted two hours", where nobody can mean other talks.
bool sole_event(const Matter& matter) {
  return matter.sole_event && !matter.internal() && one_day(matter) &&
         company(matter.a.claim.frame, matter.b.claim.frame, matter.knowledge) != Company::kOther;
}

/// In one report two figures mostly speak of two things. Unless the frames agree on something
/// definite, or the headline speaks for the body, nothing says otherwise.
bool anchored(const Matter& matter) {
  const Frame& a = matter.a.claim.frame;
  const Frame& b = matter.b.claim.frame;
  const auto agree = [&](const std::string& x, const std::string& y) {
    return !x.empty() && !y.empty() && alike(x, y, matter.knowledge);
  };
  return (matter.a.claim.zone == Zone::kHeadline) != (matter.b.claim.zone == Zone::kHeadline) ||
         agree(a.subject, b.subject) || agree(a.place, b.place) || same_company(matter) ||
         (a.time.known() && a.time == b.time) || matter.a.claim.kind != ClaimKind::kQuantity;
}

/// Known subjects or participants identify a thing wherever it is reported.
bool identified(const Matter& matter) {
  const std::string& a = matter.a.claim.frame.subject;
  const std::string& b = matter.b.claim.frame.subject;
  const bool full_name = a.find(' ') != std::string::npos && b.find(' ') != std::string::npos;
  if (matter.per_subject() && full_name && alike(a, b, matter.knowledge)) return true;
  return needs_company(matter) && same_company(matter) && matter.a.claim.frame.time.from &&
         matter.b.claim.frame.time.from;
}

}  // namespace

bool one_is_dated(const Matter& matter) {
  constexpr std::string_view kYear = "of ";
  const std::string& a = matter.a.claim.frame.ordinal;
  const std::string& b = matter.b.claim.frame.ordinal;
  return (a.empty() && b.starts_with(kYear)) || (b.empty() && a.starts_with(kYear));
}

Answer event_gate(const Matter& matter, double& confidence) {
  const Frame& a = matter.a.claim.frame;
  const Frame& b = matter.b.claim.frame;
  const bool one_story = matter.internal() || matter.a.document.story == matter.b.document.story;
  const bool sure = identified(matter);
  if (!one_story && !sure) return abstain("event");
  if (!a.event.empty() && !b.event.empty() && a.event != b.event) return abstain("event");
  const bool back = takes_back(matter);
  if (a.ordinal != b.ordinal && !back && !one_is_dated(matter)) return abstain("event");
  if (differ(a.subject, b.subject, matter.knowledge)) return abstain("subject");
  if (back) return pass("a report corrects itself");
  const bool unnamed = a.subject.empty() || b.subject.empty();
  if (matter.per_subject() && unnamed && (matter.internal() || !matter.one_bearer)) {
    return abstain("subject");
  }
  if (needs_company(matter) && !same_company(matter) && !sole_event(matter)) {
    return abstain("event");
  }
  if (!about_time(matter) && times_differ(matter)) return abstain("event");
  if (places_differ(matter) || homes_differ(matter)) return abstain("place");
  if (matter.internal() && !anchored(matter)) return abstain("event");
  confidence = sure ? 1 : matter.knowledge.number("confidence_one_story", 0.9);
  return pass(sure                ? "the same subject or participants"
              : matter.internal() ? "one report"
                                  : "one story, nothing against one event");
}

}  // namespace gainsay::judge
