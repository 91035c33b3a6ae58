#include "alike.h"

#include <algorithm>
#include <cmath>
#include <queue>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "types/parallel.h"

namespace gainsay::pair {
namespace {

constexpr float kLeast = 0.02F;      // below, reports share a chance word
constexpr double kNameWeight = 2.0;  // against 1 of other terms; 1.5 to 3 differ little
constexpr std::size_t kClosest = 500;

/// Terms in more reports than this tell no stories apart, and their pairs would be quadratic.
double most_holders(double reports) {
  return std::clamp(std::floor(reports / 4), 200.0, 1000.0);
}

struct Holder {
  std::uint32_t report = 0;
  float weight = 0;
};

struct TermKey {
  TermKind kind = TermKind::kWord;
  std::string_view text;
  friend auto operator<=>(const TermKey&, const TermKey&) = default;
};
struct Hash {
  std::size_t operator()(const TermKey& key) const {
    return std::hash<std::string_view>()(key.text) * 3 + static_cast<std::size_t>(key.kind);
  }
};
using HoldersByTerm = std::unordered_map<TermKey, std::vector<Holder>, Hash>;

HoldersByTerm holders_by_term(const std::vector<Terms>& terms) {
  HoldersByTerm out;
  for (std::uint32_t i = 0; i < terms.size(); ++i) {
    for (const Term& term : terms[i]) {
      out[{term.kind, term.text}].push_back(
          {i, static_cast<float>((term.kind == TermKind::kName ? kNameWeight : 1.0) *
                                 (1 + std::log(term.count)))});
    }
  }
  return out;
}

/// How many reports of the background have a term.
std::unordered_map<TermKey, double, Hash> held_behind(const Background& background) {
  std::unordered_map<TermKey, double, Hash> out;
  for (const Terms& report : background.terms) {
    for (const Term& term : report)
      out[{term.kind, term.text}] += background.weight;
  }
  return out;
}

/// In the order of the terms, so that sums do not depend on how they are found.
std::vector<std::vector<Holder>> holders_of(const std::vector<Terms>& terms,
                                            const Background& background) {
  HoldersByTerm by_term = holders_by_term(terms);
  const auto behind = held_behind(background);
  const double reports = static_cast<double>(terms.size()) +
                         background.weight * static_cast<double>(background.terms.size());
  std::vector<TermKey> keys;
  keys.reserve(by_term.size());
  for (const auto& [key, holders] : by_term)
    keys.push_back(key);
  std::ranges::sort(keys);
  std::vector<std::vector<Holder>> out;
  for (const TermKey& key : keys) {
    std::vector<Holder>& holders = by_term[key];
    double held = static_cast<double>(holders.size());
    if (const auto found = behind.find(key); found != behind.end()) held += found->second;
    if (held > most_holders(reports)) continue;
    const double rarity = std::log(1 + reports / held);
    for (Holder& holder : holders)
      holder.weight *= static_cast<float>(rarity);
    out.push_back(std::move(holders));
  }
  return out;
}

bool closer(const Alike& x, const Alike& y) {
  return std::pair(-x.similarity, x.report) < std::pair(-y.similarity, y.report);
}

/// What is alike to i has i beside it too, whoever kept it.
void make_symmetric(AlikeReports& rows) {
  std::vector<std::size_t> kept(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    kept[i] = rows[i].size();
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    for (std::size_t k = 0; k < kept[i]; ++k) {
      const Alike other = rows[i][k];
      const auto begin = rows[other.report].begin();
      const auto end = begin + static_cast<std::ptrdiff_t>(kept[other.report]);
      const auto found = std::ranges::lower_bound(begin, end, i, {}, &Alike::report);
      if (found == end || found->report != i) rows[other.report].push_back({i, other.similarity});
    }
  }
  for (std::vector<Alike>& row : rows)
    std::ranges::sort(row, {}, &Alike::report);
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
  Clusters(const AlikeReports& alike, double threshold)
      : threshold_(threshold),
        parent_(alike.size()),
        size_(alike.size(), 1),
        version_(alike.size()),
        sums_(alike.size()) {
    for (std::uint32_t i = 0; i < alike.size(); ++i) {
      parent_[i] = i;
      sums_[i].reserve(alike[i].size());
      for (const Alike& other : alike[i]) {
        sums_[i].push_back({other.report, other.similarity});
        if (i < other.report) push(i, other.report, other.similarity);
      }
    }
  }

  std::vector<std::uint32_t> merge_all() {
    while (!links_.empty()) {
      const Link link = links_.top();
      links_.pop();
      if (version_[link.a] == link.version_a && version_[link.b] == link.version_b) {
        merge(link.a, link.b);
      }
    }
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < parent_.size(); ++i)
      out.push_back(find(i));
    return out;
  }

 private:
  struct Sum {
    std::uint32_t cluster = 0;  ///< as it was called when the sum was taken
    double similarity = 0;
  };

  std::uint32_t find(std::uint32_t i) {
    while (parent_[i] != i)
      i = parent_[i] = parent_[parent_[i]];
    return i;
  }

  void push(std::uint32_t x, std::uint32_t y, double sum) {
    const auto [a, b] = std::minmax(x, y);
    const double mean = sum / (static_cast<double>(size_[a]) * static_cast<double>(size_[b]));
    if (mean > threshold_) links_.push({mean, a, b, version_[a], version_[b]});
  }

  /// Similarities are single floats: their sums in double precision are exact, in whatever order.
  void merge(std::uint32_t a, std::uint32_t b) {
    parent_[b] = a;
    size_[a] += size_[b];
    ++version_[a];
    ++version_[b];
    std::vector<Sum> sums = std::move(sums_[a]);
    sums.insert(sums.end(), sums_[b].begin(), sums_[b].end());
    sums_[b] = {};
    for (Sum& sum : sums)
      sum.cluster = find(sum.cluster);
    std::ranges::sort(sums, {}, &Sum::cluster);
    std::vector<Sum>& merged = sums_[a];
    merged.clear();
    for (const Sum& sum : sums) {
      if (sum.cluster == a) continue;
      if (!merged.empty() && merged.back().cluster == sum.cluster) {
        merged.back().similarity += sum.similarity;
      } else {
        merged.push_back(sum);
      }
    }
    for (const Sum& sum : merged)
      push(a, sum.cluster, sum.similarity);
  }

  double threshold_;
  std::vector<std::uint32_t> parent_;
  std::vector<std::uint64_t> size_;
  std::vector<std::uint32_t> version_;
  std::vector<std::vector<Sum>> sums_;
  std::priority_queue<Link> links_;
};

}  // namespace

AlikeReports alike_reports(const std::vector<Terms>& terms, const Background& background,
                           unsigned jobs) {
  const std::vector<std::vector<Holder>> holders = holders_of(terms, background);
  std::vector<std::vector<std::pair<std::uint32_t, float>>> held(terms.size());
  std::vector<double> length(terms.size(), 0);
  for (std::uint32_t term = 0; term < holders.size(); ++term) {
    for (const Holder& holder : holders[term]) {
      held[holder.report].emplace_back(term, holder.weight);
      length[holder.report] += static_cast<double>(holder.weight) * holder.weight;
    }
  }
  AlikeReports out(terms.size());
  const auto row = [&](std::uint32_t i, std::vector<float>& product) {
    std::vector<std::uint32_t> touched;
    for (const auto& [term, weight] : held[i]) {
      for (const Holder& holder : holders[term]) {
        if (product[holder.report] == 0) touched.push_back(holder.report);
        product[holder.report] += weight * holder.weight;
      }
    }
    std::vector<Alike>& alike = out[i];
    for (const std::uint32_t j : touched) {
      const auto cosine =
          static_cast<float>(static_cast<double>(product[j]) / std::sqrt(length[i] * length[j]));
      product[j] = 0;
      if (j != i && cosine >= kLeast) alike.push_back({j, cosine});
    }
    if (alike.size() > kClosest) {
      std::nth_element(alike.begin(), alike.begin() + kClosest, alike.end(), closer);
      alike.resize(kClosest);
    }
    std::ranges::sort(alike, {}, &Alike::report);
    alike.shrink_to_fit();
  };
  std::vector<std::vector<float>> products(std::max(1U, jobs), std::vector<float>(terms.size(), 0));
  in_parallel(terms.size(), jobs, [&](std::size_t i, std::size_t worker) {
    row(static_cast<std::uint32_t>(i), products[worker]);
  });
  make_symmetric(out);
  return out;
}

std::vector<std::uint32_t> average_link(const AlikeReports& alike, double threshold) {
  return Clusters(alike, threshold).merge_all();
}

}  // namespace gainsay::pair
