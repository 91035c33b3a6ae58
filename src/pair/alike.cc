#include "alike.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <queue>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace gainsay::pair {
namespace {

constexpr float kLeast = 0.02F;      // below, reports share a chance word
constexpr double kNameWeight = 2.0;  // against 1 of other terms; 1.5 to 3 differ little

/// Terms in more reports than this tell no stories apart, and their pairs would be quadratic.
std::size_t most_holders(std::size_t reports) {
  return std::clamp<std::size_t>(reports / 4, 200, 1000);
}

struct Holder {
  std::uint32_t report = 0;
  float weight = 0;
};

std::vector<std::vector<Holder>> holders_of(const std::vector<Terms>& terms) {
  std::map<std::pair<TermKind, std::string_view>, std::vector<Holder>> holders;
  for (std::uint32_t i = 0; i < terms.size(); ++i) {
    for (const Term& term : terms[i]) {
      holders[{term.kind, term.text}].push_back(
          {i, static_cast<float>((term.kind == TermKind::kName ? kNameWeight : 1.0) *
                                 (1 + std::log(term.count)))});
    }
  }
  std::vector<std::vector<Holder>> out;
  for (auto& [term, where] : holders) {
    if (where.size() > most_holders(terms.size())) continue;
    const double rarity =
        std::log(1 + static_cast<double>(terms.size()) / static_cast<double>(where.size()));
    for (Holder& holder : where)
      holder.weight *= static_cast<float>(rarity);
    out.push_back(std::move(where));
  }
  return out;
}

/// The best pair of living clusters, kept as a heap in which old entries are recognised.
struct Link {
  double similarity = 0;
  std::uint32_t a = 0, b = 0;  ///< a < b
  std::uint32_t version_a = 0, version_b = 0;
  bool operator<(const Link& other) const {
    return std::tuple(similarity, other.a, other.b) < std::tuple(other.similarity, a, b);
  }
};

class Clusters {
 public:
  explicit Clusters(const AlikeReports& alike)
      : of_(alike.size()), size_(alike.size(), 1), version_(alike.size()), sums_(alike.size()) {
    for (std::uint32_t i = 0; i < alike.size(); ++i) {
      of_[i] = i;
      for (const Alike& other : alike[i])
        sums_[i].emplace(other.report, other.similarity);
    }
    for (std::uint32_t i = 0; i < alike.size(); ++i) {
      for (const auto& [other, sum] : sums_[i]) {
        if (i < other) push(i, other, sum);
      }
    }
  }

  std::vector<std::uint32_t> merge_above(double threshold) {
    while (!links_.empty() && links_.top().similarity > threshold) {
      const Link link = links_.top();
      links_.pop();
      if (version_[link.a] == link.version_a && version_[link.b] == link.version_b) {
        merge(link.a, link.b);
      }
    }
    return of_;
  }

 private:
  void push(std::uint32_t x, std::uint32_t y, double sum) {
    const auto [a, b] = std::minmax(x, y);
    const double pairs = static_cast<double>(size_[a]) * static_cast<double>(size_[b]);
    links_.push({sum / pairs, a, b, version_[a], version_[b]});
  }

  void merge(std::uint32_t a, std::uint32_t b) {
    std::unordered_map<std::uint32_t, double> sums = std::move(sums_[a]);
    sums.erase(b);
    for (const auto& [other, sum] : sums_[b]) {
      if (other == a) continue;
      sums[other] += sum;
      sums_[other].erase(b);
    }
    sums_[b].clear();
    for (std::uint32_t& cluster : of_) {
      if (cluster == b) cluster = a;
    }
    size_[a] += size_[b];
    ++version_[a];
    ++version_[b];
    for (const auto& [other, sum] : sums) {
      sums_[other][a] = sum;
      push(a, other, sum);
    }
    sums_[a] = std::move(sums);
  }

  std::vector<std::uint32_t> of_;
  std::vector<std::uint64_t> size_;
  std::vector<std::uint32_t> version_;
  std::vector<std::unordered_map<std::uint32_t, double>> sums_;
  std::priority_queue<Link> links_;
};

}  // namespace

AlikeReports alike_reports(const std::vector<Terms>& terms) {
  const std::vector<std::vector<Holder>> holders = holders_of(terms);
  std::vector<std::vector<std::pair<std::uint32_t, float>>> held(terms.size());
  std::vector<double> length(terms.size(), 0);
  for (std::uint32_t term = 0; term < holders.size(); ++term) {
    for (const Holder& holder : holders[term]) {
      held[holder.report].emplace_back(term, holder.weight);
      length[holder.report] += static_cast<double>(holder.weight) * holder.weight;
    }
  }
  AlikeReports out(terms.size());
  std::vector<float> product(terms.size(), 0);
  for (std::uint32_t i = 0; i < terms.size(); ++i) {
    std::vector<std::uint32_t> touched;
    for (const auto& [term, weight] : held[i]) {
      for (const Holder& holder : holders[term]) {
        if (holder.report <= i) continue;
        if (product[holder.report] == 0) touched.push_back(holder.report);
        product[holder.report] += weight * holder.weight;
      }
    }
    std::sort(touched.begin(), touched.end());
    for (const std::uint32_t j : touched) {
      const auto cosine =
          static_cast<float>(static_cast<double>(product[j]) / std::sqrt(length[i] * length[j]));
      product[j] = 0;
      if (cosine < kLeast) continue;
      out[i].push_back({j, cosine});
      out[j].push_back({i, cosine});
    }
  }
  return out;
}

std::vector<std::uint32_t> average_link(const AlikeReports& alike, double threshold) {
  return Clusters(alike).merge_above(threshold);
}

}  // namespace gainsay::pair
