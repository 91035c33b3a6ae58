#include "consensus.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <unordered_map>

#include "display.h"
#include "figures.h"

namespace gainsay::report {
namespace {

/// Unknown origins are told apart by their document.
using OriginKey = std::pair<std::uint32_t, std::uint32_t>;

OriginKey origin_of(const ReportDocument& in) {
  const std::uint32_t origin = in.facts.origin.value();
  return {origin, origin == 0 ? in.facts.id.value() : 0};
}

bool disputes(const Finding& finding) {
  return compares(finding) && finding.severity != Severity::kNone &&
         (finding.verdict == Verdict::kTension || finding.verdict == Verdict::kNumericConflict);
}

bool is_bounded(const Quantity& q) {
  return !q.vague && std::isfinite(q.lo) && std::isfinite(q.hi);
}

/// Parts those that move the figure from the others. "Dozens" names none; "at least two" beside 198
/// and 212 holds for both, and says nothing that they do not.
void part(Consensus& figure) {
  Bounds bounded{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
  for (const Claim* claim : figure.claims) {
    const Quantity& q = *claim->value.quantity;
    if (!is_bounded(q)) continue;
    bounded.lo = std::min(bounded.lo, q.lo);
    bounded.hi = std::max(bounded.hi, q.hi);
  }
  for (const Claim* claim : figure.claims) {
    const Quantity& q = *claim->value.quantity;
    const bool names_one = !q.vague && std::isfinite(point_of(q));
    const bool holds_anyway =
        !is_bounded(q) && bounded.lo <= bounded.hi && q.hard.contains(bounded);
    (names_one && !holds_anyway ? figure.counted : figure.idle).push_back(claim);
  }
}

class Spread {
 public:
  Spread(const std::vector<const Claim*>& claims, const Lookup& lookup) {
    for (const Claim* claim : claims) {
      const ReportDocument& in = *lookup.document(claim->document);
      givers_[point_of(*claim->value.quantity)].push_back({claim, &in});
    }
    std::map<OriginKey, std::size_t> values;
    for (const auto& [value, givers] : givers_) {
      for (const OriginKey& origin : origins(givers))
        ++values[origin];
    }
    for (const auto& [value, givers] : givers_) {
      double& weight = weights_[value];
      for (const OriginKey& origin : origins(givers))
        weight += 1 / static_cast<double>(values.at(origin));
    }
    origins_ = values.size();
  }

  [[nodiscard]] std::size_t origins() const { return origins_; }
  [[nodiscard]] Level low() const { return level(givers_.begin()->first); }
  [[nodiscard]] Level high() const { return level(givers_.rbegin()->first); }
  [[nodiscard]] Level conservative() const {
    for (const auto& [value, givers] : givers_) {
      if (origins(givers).size() > 1) return level(value);
    }
    return low();
  }
  [[nodiscard]] Level median() const {
    double left = static_cast<double>(origins_) / 2;
    for (const auto& [value, weight] : weights_) {
      left -= weight;
      if (left <= 1e-9) return level(value);
    }
    return high();
  }

 private:
  struct Giver {
    const Claim* claim;
    const ReportDocument* in;
  };

  static std::set<OriginKey> origins(const std::vector<Giver>& givers) {
    std::set<OriginKey> out;
    for (const Giver& giver : givers)
      out.insert(origin_of(*giver.in));
    return out;
  }

  [[nodiscard]] Level level(double value) const {
    std::set<std::uint32_t> origins;
    std::set<std::string> sources;
    std::set<std::string> speakers;
    for (const auto& [claim, in] : givers_.at(value)) {
      if (in->facts.origin.value() != 0) origins.insert(in->facts.origin.value());
      sources.insert(source_of(*in));
      if (!claim->assertion.speaker.empty()) speakers.insert(claim->assertion.speaker);
    }
    return {value,
            {origins.begin(), origins.end()},
            {sources.begin(), sources.end()},
            {speakers.begin(), speakers.end()}};
  }

  std::map<double, std::vector<Giver>> givers_;
  std::map<double, double> weights_;
  std::size_t origins_ = 0;
};

/// The gravest dispute of each claim.
std::unordered_map<const Claim*, Severity> disputes_of(const Report& report, const Lookup& lookup) {
  std::unordered_map<const Claim*, Severity> out;
  for (const Finding& finding : report.judgement.findings) {
    if (!disputes(finding)) continue;
    for (const ClaimId id : {finding.a, finding.b}) {
      Severity& gravest = out[lookup.claim(id)];
      gravest = std::max(gravest, finding.severity);
    }
  }
  return out;
}

}  // namespace

std::vector<Consensus> consensus(const Report& report, const Lookup& lookup) {
  std::vector<Consensus> out;
  if (!report.drafts.empty()) return out;
  const auto disputed = disputes_of(report, lookup);
  for (Figure& figure : figures(report, lookup, compares)) {
    if (figure.size() < 2) continue;
    Consensus found;
    found.claims = std::move(figure);
    part(found);
    if (found.counted.empty()) continue;
    const Spread spread(found.counted, lookup);
    found.origins = spread.origins();
    if (found.origins < 2) continue;
    found.low = spread.low();
    found.conservative = spread.conservative();
    found.median = spread.median();
    found.high = spread.high();
    for (const Claim* claim : found.counted) {
      const auto dispute = disputed.find(claim);
      if (dispute != disputed.end()) found.dispute = std::max(found.dispute, dispute->second);
    }
    if (found.low.value == found.high.value) found.dispute = Severity::kNone;
    out.push_back(std::move(found));
  }
  return out;
}

double point_of(const Quantity& quantity) {
  if (!std::isfinite(quantity.lo) && !std::isfinite(quantity.hi)) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  if (!std::isfinite(quantity.lo)) return quantity.hi;
  if (!std::isfinite(quantity.hi)) return quantity.lo;
  return (quantity.lo + quantity.hi) / 2;
}

std::string display_level(const Level& level, const Claim& like) {
  Value shown = like.value;
  Quantity& q = *shown.quantity;
  q.lo = q.hi = level.value;
  q.lo_open = q.hi_open = q.approximate = q.vague = q.increment = q.subset = false;
  q.hard = q.pragmatic = {level.value, level.value};
  return display_figure(shown);
}

}  // namespace gainsay::report
