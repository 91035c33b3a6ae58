#include "consensus.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

#include "display.h"

namespace gainsay::report {
namespace {

/// Unknown origins are told apart by their document.
using OriginKey = std::pair<std::uint32_t, std::uint32_t>;

OriginKey origin_of(const ReportDocument& in) {
  const std::uint32_t origin = in.facts.origin.value();
  return {origin, origin == 0 ? in.facts.id.value() : 0};
}

/// True when the judge found one event, measure, scope and time.
bool compares(const Finding& finding) {
  switch (finding.verdict) {
    case Verdict::kSame:
    case Verdict::kVariant:
    case Verdict::kRefines:
    case Verdict::kCompatible:
      return true;
    case Verdict::kTension:
    case Verdict::kNumericConflict:
      return finding.severity != Severity::kNone;  // a reviewer dismissed it
    default:
      return false;
  }
}

bool disputes(const Finding& finding) {
  return compares(finding) && finding.severity != Severity::kNone &&
         (finding.verdict == Verdict::kTension || finding.verdict == Verdict::kNumericConflict);
}

/// Disjoint sets of claims, by their place in the report.
class Sets {
 public:
  explicit Sets(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t root(std::size_t at) {
    while (parent_[at] != at)
      at = parent_[at] = parent_[parent_[at]];
    return at;
  }
  void join(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::size_t> parent_;
};

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

/// What was compared, split where units differ; by the first claim.
class Figures {
 public:
  Figures(const Report& report, const Lookup& lookup)
      : report_(report), lookup_(lookup), sets_(report.claims.size()) {
    for (std::size_t i = 0; i < report.claims.size(); ++i)
      index_.emplace(report.claims[i].id.value(), i);
    for (const Finding& finding : report.judgement.findings) {
      if (compares(finding) && is_one_figure(finding)) {
        sets_.join(index_.at(finding.a.value()), index_.at(finding.b.value()));
      }
    }
    for (const Finding& finding : report.judgement.findings) {
      if (!disputes(finding) || !is_one_figure(finding)) continue;
      Severity& gravest = disputes_[sets_.root(index_.at(finding.a.value()))];
      gravest = std::max(gravest, finding.severity);
    }
  }

  std::vector<Consensus> all() {
    using Unit = std::pair<std::string_view, std::string_view>;
    std::map<std::pair<std::size_t, Unit>, std::vector<const Claim*>> groups;
    for (std::size_t i = 0; i < report_.claims.size(); ++i) {
      const Claim& claim = report_.claims[i];
      if (!claim.value.quantity || claim.assertion.polarity == Polarity::kDenied ||
          lookup_.document(claim.document) == nullptr) {
        continue;
      }
      const Quantity& q = *claim.value.quantity;
      const std::string_view unit = q.dimension == "count" ? std::string_view() : q.unit;
      groups[{sets_.root(i), Unit{q.dimension, unit}}].push_back(&claim);
    }
    std::vector<Consensus> out;
    for (auto& [key, claims] : groups) {
      if (claims.size() < 2) continue;
      Consensus found;
      found.claims = std::move(claims);
      part(found);
      if (found.counted.empty()) continue;
      const Spread spread(found.counted, lookup_);
      found.origins = spread.origins();
      if (found.origins < 2) continue;
      found.low = spread.low();
      found.conservative = spread.conservative();
      found.median = spread.median();
      found.high = spread.high();
      const auto dispute = disputes_.find(key.first);
      if (dispute != disputes_.end() && found.low.value < found.high.value) {
        found.dispute = dispute->second;
      }
      out.push_back(std::move(found));
    }
    std::ranges::stable_sort(out, {}, [](const Consensus& c) {
      return std::pair(c.claims.front()->document, c.claims.front()->span.begin);
    });
    return out;
  }

 private:
  [[nodiscard]] bool is_one_figure(const Finding& finding) const {
    const Sides s = sides(lookup_, finding);
    return s.complete() && s.a->value.quantity && s.b->value.quantity &&
           s.a->attribute == s.b->attribute && s.in_a->facts.story == s.in_b->facts.story;
  }

  const Report& report_;
  const Lookup& lookup_;
  Sets sets_;
  std::unordered_map<std::uint64_t, std::size_t> index_;
  std::map<std::size_t, Severity> disputes_;
};

}  // namespace

std::vector<Consensus> consensus(const Report& report, const Lookup& lookup) {
  if (!report.drafts.empty()) return {};
  return Figures(report, lookup).all();
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
