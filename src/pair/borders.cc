#include "borders.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "rates.h"

namespace gainsay::pair {
namespace {

using Reports = std::vector<std::uint32_t>;

/// How many reports of each event have each term.
class Held {
 public:
  Held(const std::vector<Reports>& events, const std::vector<Terms>& terms) : events_(events) {
    for (std::size_t event = 0; event < events.size(); ++event) {
      for (const std::uint32_t report : events[event]) {
        for (const Term& term : terms[report]) {
          std::vector<InEvent>& held = held_[{term.kind, term.text}];
          if (held.empty() || held.back().event != event) held.push_back({event, 0});
          ++held.back().reports;
        }
      }
    }
  }

  /// For each event the logarithm of how likely its other reports make the terms of a report of
  /// `own`. Terms that no other report has say nothing.
  [[nodiscard]] std::vector<double> likelihoods(const Terms& report, std::size_t own) const {
    std::vector<double> out(events_.size(), 0);
    const auto add = [&](std::size_t event, std::size_t held, double times) {
      const std::size_t itself = event == own ? 1 : 0;
      out[event] += times * std::log(expected_rate(held, events_[event].size() - itself));
    };
    double shared = 0;
    for (const Term& term : report) {
      const std::vector<InEvent>& held = held_.at({term.kind, term.text});
      if (held.size() == 1 && held.front().reports == 1) continue;
      ++shared;
      for (const InEvent& in : held) {
        add(in.event, in.reports - (in.event == own ? 1 : 0), 1);
        add(in.event, 0, -1);
      }
    }
    for (std::size_t event = 0; event < out.size(); ++event)
      add(event, 0, shared);
    return out;
  }

 private:
  struct InEvent {
    std::size_t event;
    std::size_t reports;
  };
  const std::vector<Reports>& events_;
  std::map<std::pair<TermKind, std::string_view>, std::vector<InEvent>> held_;
};

}  // namespace

std::vector<Border> borders(const std::vector<Reports>& events, const std::vector<Terms>& terms,
                            double doubt) {
  std::vector<Border> out;
  if (events.size() < 2) return out;
  const Held held(events, terms);
  for (std::size_t own = 0; own < events.size(); ++own) {
    for (const std::uint32_t report : events[own]) {
      std::vector<double> likelihoods = held.likelihoods(terms[report], own);
      const double at_home = std::exchange(likelihoods[own], -INFINITY);
      const auto other = std::ranges::max_element(likelihoods);
      if (*other + doubt > at_home) {
        out.push_back({report, static_cast<std::uint32_t>(other - likelihoods.begin())});
      }
    }
  }
  return out;
}

}  // namespace gainsay::pair
