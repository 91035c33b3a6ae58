#pragma once

#include <string>
#include <vector>

#include "judge/build.h"

namespace gainsay::judge::test {

/// Two claims that one gate keeps apart before any value is compared. The names are longer than
/// what a string holds in place.
struct Rejected {
  std::string name;  ///< of the gate, and of what differs
  Claim a;
  Claim b;
};

[[nodiscard]] inline std::vector<Rejected> rejected() {
  const auto killed = [](std::uint32_t report, double n) {
    return Build(report, "casualties.killed", exactly(n));
  };
  const auto age = [](std::uint32_t report, std::string who, double years = 43) {
    return Build(report, "person.age", in(exactly(years), "age", "year")).subject(std::move(who));
  };
  const auto met = [](std::uint32_t report, std::vector<std::string> who) {
    return Build(report, "meeting.duration", seconds(exactly(5400)))
        .company(std::move(who))
        .on("2031-03-14");
  };
  return {
      {"modality", killed(1, 3).as(Modality::kForecast), killed(2, 4)},
      {"event_type", killed(1, 3).event("earthquake"), killed(2, 4).event("flood")},
      {"event_which", killed(1, 3).ordinal("second"), killed(2, 4)},
      {"event_time", killed(1, 3).on("2031-03-14"), killed(2, 4).on("2031-05-20")},
      {"participants", met(1, {"Anna-Katharina Bergstrom", "Peter Holt"}),
       met(2, {"Karin Lund", "Peter Holtermann-Lindgren"})},
      {"subject", age(1, "Anna-Katharina Bergstrom"), age(2, "Anna-Katharina Lindgren")},
      {"subject_unnamed", age(1, "Anna-Katharina Bergstrom"), age(2, "", 44)},
      {"place", killed(1, 3).place("Dnepropetrovsk Oblast"), killed(2, 4).place("United Kingdom")},
      {"measure", killed(1, 3), Build(2, "casualties.injured", exactly(4))},
  };
}

/// With a second bearer in the story, nobody knows whose an unnamed property is.
[[nodiscard]] inline Claim another_bearer() {
  return Build(3, "person.age", in(exactly(50), "age", "year")).subject("Karin Lund");
}

}  // namespace gainsay::judge::test
