// Two arrests, two quakes, two captures of pirates: reports of them share most of their words, and
// no measure of likeness tells them from reports of one. What does is a pattern: names and figures
// that nearly all reports of the one side have and none of the other, in both directions. Reports
// of one event fall apart too when they are cut in two (early and late, long and short), but then
// one side has little of its own.
//
// So the reports are cut where they differ most (first principal component of their terms, then
// 2-means), and the cut stands when the names and figures say that it should: by how much likelier
// they are under two events than under one, times the share of reports that carry a mark of their
// own side.
#include "events.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

#include <Eigen/Core>

#include "rates.h"

namespace gainsay::pair {
namespace {

using Matrix = Eigen::MatrixXf;
using Reports = std::vector<std::uint32_t>;

constexpr std::size_t kFewest = 4;  // fewer reports show no pattern
constexpr int kIterations = 100;

/// A term that several reports have.
struct Feature {
  TermKind kind = TermKind::kWord;
  Reports holders;  ///< positions
};

double weight(TermKind kind) {
  switch (kind) {
    case TermKind::kName:
      return 2.0;
    case TermKind::kFigure:
      return 1.5;
    case TermKind::kWord:
      return 1.0;
  }
  return 1.0;
}

std::vector<Feature> features_of(const Reports& reports, const std::vector<Terms>& terms) {
  std::map<std::pair<TermKind, std::string_view>, Reports> holders;
  for (std::uint32_t i = 0; i < reports.size(); ++i) {
    for (const Term& term : terms[reports[i]])
      holders[{term.kind, term.text}].push_back(i);
  }
  std::vector<Feature> out;
  for (auto& [term, where] : holders) {
    if (where.size() > 1) out.push_back({term.first, std::move(where)});
  }
  return out;
}

/// Cosines of the reports' features, each less its mean.
Matrix centred_cosines(const std::vector<Feature>& features, std::size_t reports) {
  const auto n = static_cast<Eigen::Index>(reports);
  Matrix gram = Matrix::Zero(n, n);
  Eigen::VectorXf with_mean = Eigen::VectorXf::Zero(n);
  float mean_squared = 0;
  for (const Feature& feature : features) {
    const auto squared = static_cast<float>(std::pow(weight(feature.kind), 2));
    const float share = static_cast<float>(feature.holders.size()) / static_cast<float>(reports);
    mean_squared += squared * share * share;
    for (const std::uint32_t i : feature.holders) {
      with_mean(i) += squared * share;
      for (const std::uint32_t j : feature.holders)
        gram(i, j) += squared;
    }
  }
  gram.colwise() -= with_mean;
  gram.rowwise() -= with_mean.transpose();
  gram.array() += mean_squared;
  const Eigen::VectorXf length = gram.diagonal().cwiseMax(1e-6F).cwiseSqrt();
  return length.cwiseInverse().asDiagonal() * gram * length.cwiseInverse().asDiagonal();
}

/// Scores of the reports on the first principal component, by power iteration.
Eigen::VectorXf principal(const Matrix& gram) {
  Eigen::VectorXf v(gram.rows());
  std::uint32_t state = 1;  // a fixed start that is orthogonal to nothing by construction
  for (float& x : v) {
    state = state * 1664525U + 1013904223U;
    x = static_cast<float>(state >> 8) / static_cast<float>(1U << 24) - 0.5F;
  }
  for (int i = 0; i < kIterations; ++i) {
    v = gram * v;
    const float length = v.norm();
    if (length < 1e-9F) break;
    v /= length;
  }
  return v;
}

using Sides = std::vector<bool>;

/// For each report the cosine with the mean of a side.
Eigen::VectorXf nearness(const Matrix& gram, const Sides& sides, bool side) {
  Eigen::VectorXf members(gram.rows());
  for (Eigen::Index i = 0; i < gram.rows(); ++i)
    members(i) = sides[static_cast<std::size_t>(i)] == side ? 1.0F : 0.0F;
  const Eigen::VectorXf with_sum = gram * members;
  const float length = std::sqrt(std::max(members.dot(with_sum), 1e-9F));
  return with_sum / length;
}

/// Cuts by the sign of the scores, then by 2-means.
Sides cut(const Matrix& gram, const Eigen::VectorXf& scores) {
  Sides sides(static_cast<std::size_t>(gram.rows()));
  for (std::size_t i = 0; i < sides.size(); ++i)
    sides[i] = scores(static_cast<Eigen::Index>(i)) > 0;
  for (int i = 0; i < kIterations; ++i) {
    const Eigen::VectorXf to_one = nearness(gram, sides, true);
    const Eigen::VectorXf to_other = nearness(gram, sides, false);
    Sides next(sides.size());
    for (std::size_t k = 0; k < next.size(); ++k) {
      const auto at = static_cast<Eigen::Index>(k);
      next[k] = to_one(at) > to_other(at);
    }
    if (next == sides || std::ranges::count(next, next[0]) == std::ssize(next)) break;
    sides = std::move(next);
  }
  return sides;
}

/// Logarithm of the probability that `held` of `reports` have a feature, its rate unknown.
double evidence_of(std::size_t held, std::size_t reports) {
  const auto beta = [](double a, double b) {
    return std::lgamma(a) + std::lgamma(b) - std::lgamma(a + b);
  };
  return beta(kHas + static_cast<double>(held), kHasNot + static_cast<double>(reports - held)) -
         beta(kHas, kHasNot);
}

/// Collects what speaks for two events.
class Evidence {
 public:
  explicit Evidence(const Sides& sides) : sides_(sides), marked_(sides.size(), false) {
    for (const bool side : sides)
      ++size_[side ? 1 : 0];
  }

  void add(const Feature& feature) {
    if (feature.kind == TermKind::kWord) return;
    std::size_t held[2] = {0, 0};
    for (const std::uint32_t i : feature.holders)
      ++held[sides_[i] ? 1 : 0];
    gain_ += evidence_of(held[0], size_[0]) + evidence_of(held[1], size_[1]) -
             evidence_of(held[0] + held[1], size_[0] + size_[1]);
    for (const int own : {0, 1}) {
      if (held[own] < 2 || share(held[own], size_[own]) < 0.3) continue;
      if (share(held[1 - own], size_[1 - own]) > 0.1) continue;
      for (const std::uint32_t i : feature.holders) {
        if (sides_[i] == (own == 1)) marked_[i] = true;
      }
    }
  }

  [[nodiscard]] double value() const {
    std::size_t marked[2] = {0, 0};
    for (std::size_t i = 0; i < sides_.size(); ++i) {
      if (marked_[i]) ++marked[sides_[i] ? 1 : 0];
    }
    return gain_ * std::min(share(marked[0], size_[0]), share(marked[1], size_[1]));
  }

 private:
  static double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  }

  const Sides& sides_;
  std::vector<bool> marked_;  ///< has a mark of its side
  std::size_t size_[2] = {0, 0};
  double gain_ = 0;
};

void divide(const Reports& reports, const std::vector<Terms>& terms, double evidence,
            std::vector<Reports>& out) {
  if (reports.size() >= kFewest) {
    const std::vector<Feature> features = features_of(reports, terms);
    const Matrix gram = centred_cosines(features, reports.size());
    const Sides sides = cut(gram, principal(gram));
    Evidence found(sides);
    for (const Feature& feature : features)
      found.add(feature);
    if (found.value() > evidence) {
      Reports one;
      Reports other;
      for (std::size_t i = 0; i < reports.size(); ++i)
        (sides[i] ? one : other).push_back(reports[i]);
      divide(one, terms, evidence, out);
      divide(other, terms, evidence, out);
      return;
    }
  }
  out.push_back(reports);
}

}  // namespace

Events events_among(const Reports& reports, const std::vector<Terms>& terms, const Reports& copy_of,
                    const Options& options) {
  Reports firsts;
  std::map<std::uint32_t, Reports> copies;
  for (const std::uint32_t report : reports) {
    Reports& of_first = copies[copy_of[report]];
    if (of_first.empty()) firsts.push_back(report);
    of_first.push_back(report);
  }
  const auto with_copies = [&](std::uint32_t first) -> const Reports& {
    return copies.at(copy_of[first]);
  };
  std::vector<Reports> divided;
  divide(firsts, terms, options.story_evidence, divided);
  Events out;
  for (const Border& border : borders(divided, terms, options.story_doubt)) {
    for (const std::uint32_t report : with_copies(border.report))
      out.borders.push_back({report, border.event});
  }
  for (const Reports& event : divided) {
    Reports& all = out.events.emplace_back();
    for (const std::uint32_t first : event)
      std::ranges::copy(with_copies(first), std::back_inserter(all));
    std::ranges::sort(all);
  }
  return out;
}

}  // namespace gainsay::pair
