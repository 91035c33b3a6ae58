#include "candidates.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include <Eigen/Core>

namespace gainsay::pair {
namespace {

using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Rows of similarities that are computed at once: 256 x 8,000 floats are 8 MB.
constexpr std::size_t kBlock = 256;

/// Single digits and round figures are the same in two places by chance; 14, 127 or 4,460 are not.
std::optional<double> telling_figure(const Claim& claim) {
  if (!claim.value.quantity) return std::nullopt;
  const Quantity& quantity = *claim.value.quantity;
  if (!quantity.is_point() || quantity.vague || !std::isfinite(quantity.lo)) return std::nullopt;
  const double size = std::abs(quantity.lo);
  const bool whole = size == std::floor(size);
  const int least = std::fmod(size, 10) == 0 ? 3 : 2;
  if (whole && (size < 10 || significant_digits(size) < least)) return std::nullopt;
  return quantity.lo;
}

bool share_a_family(const Key& a, const Key& b) {
  if (a.families == nullptr || b.families == nullptr) return false;
  return std::find_first_of(a.families->begin(), a.families->end(), b.families->begin(),
                            b.families->end()) != a.families->end();
}

/// Two reports that may both be of the other's story are put together in one of the two.
bool put_together_elsewhere(const Key& guest, const Key& host) {
  return host.membership.beside == guest.membership.story &&
         guest.membership.story < host.membership.story;
}

/// Why a guest and a claim of the story belong together.
Proposed blocked_beside(const Key& guest, const Key& host) {
  const bool alike = guest.attribute == host.attribute || share_a_family(guest, host);
  return alike && !put_together_elsewhere(guest, host) ? Proposed::kCloseStory : Proposed::kNone;
}

/// Why two claims of one story belong together, neighbourhood and denials aside.
Proposed blocked(const Key& a, const Key& b) {
  if (a.guest && b.guest) return Proposed::kNone;
  if (a.guest) return blocked_beside(a, b);
  if (b.guest) return blocked_beside(b, a);
  if (a.document == b.document) {
    return a.attribute == b.attribute ? Proposed::kSameAttribute : Proposed::kNone;
  }
  if (a.attribute == b.attribute) return Proposed::kSameAttribute;
  Proposed why = share_a_family(a, b) ? Proposed::kSameAttribute : Proposed::kNone;
  if (a.figure && b.figure && *a.figure == *b.figure && a.dimension == b.dimension) {
    why = why | Proposed::kSameFigure;
  }
  return why;
}

/// Claims that blocking may propose for a claim, found without looking at all others.
class Blocks {
 public:
  explicit Blocks(const std::vector<const Key*>& members) : seen_(members.size(), 0) {
    for (std::uint32_t i = 0; i < members.size(); ++i) {
      const Key& key = *members[i];
      attributes_[key.attribute].push_back(i);
      if (key.families != nullptr) {
        for (const std::uint32_t family : *key.families)
          families_[family].push_back(i);
      }
      if (key.figure) figures_[{key.dimension, *key.figure}].push_back(i);
    }
  }

  /// Calls each(j) once for every other member in one of the blocks of member i.
  template <class Each>
  void for_each_beside(const Key& key, std::uint32_t i, const Each& each) {
    ++round_;
    seen_[i] = round_;
    const auto visit = [&](const std::vector<std::uint32_t>& block) {
      for (const std::uint32_t j : block) {
        if (std::exchange(seen_[j], round_) != round_) each(j);
      }
    };
    visit(attributes_.at(key.attribute));
    if (key.families != nullptr) {
      for (const std::uint32_t family : *key.families)
        visit(families_.at(family));
    }
    if (key.figure) visit(figures_.at({key.dimension, *key.figure}));
  }

 private:
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> attributes_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> families_;
  std::map<std::pair<std::uint32_t, double>, std::vector<std::uint32_t>> figures_;
  std::vector<std::uint32_t> seen_;  ///< the round in which a member was visited last
  std::uint32_t round_ = 0;
};

/// Sentence similarities; 0 when there are no rows.
class Similarity {
 public:
  Similarity(const Rows& rows, std::size_t last)
      : usable_(rows.count() > last),
        vectors_(usable_ ? rows.data.data() : nullptr,
                 usable_ ? static_cast<Eigen::Index>(rows.count()) : 0,
                 usable_ ? static_cast<Eigen::Index>(rows.dimension) : 0) {}

  [[nodiscard]] bool usable() const { return usable_; }
  [[nodiscard]] float of(std::uint32_t a, std::uint32_t b) const {
    return usable_ ? std::clamp(vectors_.row(a).dot(vectors_.row(b)), -1.0F, 1.0F) : 0.0F;
  }
  [[nodiscard]] Matrix of_all(const std::vector<const Key*>& some) const {
    Matrix out(static_cast<Eigen::Index>(some.size()), vectors_.cols());
    for (Eigen::Index i = 0; i < out.rows(); ++i)
      out.row(i) = vectors_.row(some[static_cast<std::size_t>(i)]->claim);
    return out;
  }

 private:
  bool usable_;
  Eigen::Map<const Matrix> vectors_;
};

struct Partner {
  std::uint32_t claim = 0;
  float similarity = 0;
  Proposed why = Proposed::kNone;
};

bool closer(const Partner& x, const Partner& y) {
  const auto order = [](const Partner& partner) {
    return std::tuple(partner.why == Proposed::kCloseStory, -partner.similarity, partner.claim);
  };
  return order(x) < order(y);
}

/// True when some had to go.
bool keep_closest(std::vector<Partner>& partners, std::size_t count) {
  if (partners.size() <= count) return false;
  std::nth_element(partners.begin(), partners.begin() + static_cast<std::ptrdiff_t>(count),
                   partners.end(), closer);
  partners.resize(count);
  return true;
}

/// The place in kReasons of the strongest one.
std::size_t strongest(Proposed why) {
  return static_cast<std::size_t>(
      std::ranges::find_if(kReasons, [&](const auto& reason) { return has(why, reason.first); }) -
      kReasons.begin());
}

using Members = std::vector<const Key*>;

/// How many pairs of claims have one attribute, or are of two reports and one family.
std::uint64_t pairs_by_attribute(const Members& members) {
  struct Group {
    const Key* first = nullptr;
    std::uint64_t all = 0;
    std::map<DocumentId, std::uint64_t> in;
  };
  std::map<std::uint32_t, Group> groups;
  for (const Key* key : members) {
    Group& group = groups.try_emplace(key->attribute, Group{key, 0, {}}).first->second;
    ++group.all;
    ++group.in[key->document];
  }
  std::uint64_t out = 0;
  for (auto one = groups.begin(); one != groups.end(); ++one) {
    const Group& a = one->second;
    out += a.all * (a.all - 1) / 2;
    for (auto other = std::next(one); other != groups.end(); ++other) {
      const Group& b = other->second;
      if (!share_a_family(*a.first, *b.first)) continue;
      out += a.all * b.all;
      for (const auto& [document, count] : a.in) {
        if (const auto found = b.in.find(document); found != b.in.end())
          out -= count * found->second;
      }
    }
  }
  return out;
}

class Proposer {
 public:
  Proposer(const std::vector<Key>& keys, const Rows& rows, const Options& options)
      : keys_(keys), similarity_(rows, keys.empty() ? 0 : keys.back().claim), options_(options) {}

  Candidates all() {
    const Members members = first_of_each_report();
    if (members.size() < keys_.size()) count_beyond(members);
    add_blocked(members);
    if (similarity_.usable()) add_neighbours(members);
    add_denials();
    return finish();
  }

 private:
  /// Without the claims of one attribute in one report beyond the cap.
  [[nodiscard]] Members first_of_each_report() const {
    std::map<std::pair<DocumentId, std::uint32_t>, std::uint32_t> before;
    Members out;
    for (const Key& key : keys_) {
      if (before[{key.document, key.attribute}]++ < options_.per_report) out.push_back(&key);
    }
    return out;
  }

  /// Counts the pairs of claims that are no members.
  void count_beyond(const Members& members) {
    Members all;
    for (const Key& key : keys_)
      all.push_back(&key);
    const auto beyond = [&](const auto& counts) {
      Members some;
      Members kept;
      std::ranges::copy_if(all, std::back_inserter(some), counts);
      std::ranges::copy_if(members, std::back_inserter(kept), counts);
      return pairs_by_attribute(some) - pairs_by_attribute(kept);
    };
    const std::uint64_t inside = beyond([](const Key* key) { return !key->guest; });
    const std::uint64_t guests = beyond([](const Key* key) { return key->guest; });
    found_[strongest(Proposed::kSameAttribute)] += inside;
    found_[strongest(Proposed::kCloseStory)] +=
        beyond([](const Key*) { return true; }) - inside - guests;
  }

  void add_blocked(const Members& members) {
    Blocks blocks(members);
    std::vector<Partner> partners;
    std::vector<std::uint32_t> cut_before;  // claims, ascending
    for (std::uint32_t i = 0; i < members.size(); ++i) {
      const Key& key = *members[i];
      partners.clear();
      blocks.for_each_beside(key, i, [&](std::uint32_t j) {
        const Key& other = *members[j];
        const Proposed why = blocked(key, other);
        if (why == Proposed::kNone) return;
        partners.push_back({other.claim, 0, why});
        if (i < j) ++found_[strongest(why)];
      });
      if (partners.size() > options_.per_claim) {
        for (Partner& partner : partners)
          partner.similarity = similarity_.of(key.claim, partner.claim);
      }
      const bool cut = keep_closest(partners, options_.per_claim);
      for (const Partner& p : partners) {
        // What neither claim cuts comes up twice.
        const bool again = p.claim < key.claim && !std::ranges::binary_search(cut_before, p.claim);
        if (cut || !again) add(key.claim, p.claim, p.why);
      }
      if (cut) cut_before.push_back(key.claim);
    }
  }

  void add_neighbours(const Members& members) {
    Members worded;
    std::ranges::copy_if(members, std::back_inserter(worded), &Key::worded);
    const Matrix vectors = similarity_.of_all(worded);
    std::vector<Partner> neighbours;
    Matrix block;
    for (std::size_t first = 0; first < worded.size(); first += kBlock) {
      const std::size_t last = std::min(first + kBlock, worded.size());
      block.noalias() = vectors.middleRows(static_cast<Eigen::Index>(first),
                                           static_cast<Eigen::Index>(last - first)) *
                        vectors.transpose();
      for (std::size_t i = first; i < last; ++i) {
        neighbours.clear();
        const float* similarities = &block(static_cast<Eigen::Index>(i - first), 0);
        for (std::size_t j = 0; j < worded.size(); ++j) {
          const Key& other = *worded[j];
          if (worded[i]->document == other.document) continue;
          if (!reaches(similarities[j], worded[i]->claim, other.claim)) continue;
          neighbours.push_back({other.claim, similarities[j], Proposed::kNearest});
          const bool first_seen = i < j && blocked(*worded[i], other) == Proposed::kNone;
          if (first_seen) ++found_[strongest(Proposed::kNearest)];
        }
        keep_closest(neighbours, options_.nearest);
        for (const Partner& p : neighbours)
          add(worded[i]->claim, p.claim, p.why);
      }
    }
  }

  /// A product of matrices may round otherwise for (b, a) than for (a, b).
  [[nodiscard]] bool reaches(float similarity, std::uint32_t a, std::uint32_t b) const {
    constexpr float kRounding = 1e-5F;
    const auto threshold = static_cast<float>(options_.nearest_similarity);
    if (std::abs(similarity - threshold) > kRounding) return similarity > threshold;
    return similarity_.of(a, b) >= threshold;
  }

  void add_denials() {
    std::map<std::pair<DocumentId, ClaimId>, std::uint32_t> at;
    for (const Key& key : keys_)
      at.emplace(std::pair(key.document, key.id), key.claim);
    for (const Key& key : keys_) {
      if (!key.denies) continue;
      const auto found = at.find({key.document, *key.denies});
      if (found != at.end() && found->second != key.claim) {
        add(key.claim, found->second, Proposed::kDenial);
      }
    }
  }

  void add(std::uint32_t a, std::uint32_t b, Proposed why) {
    pairs_.push_back({std::min(a, b), std::max(a, b), 0, why});
  }

  [[nodiscard]] const Key& key_of(std::uint32_t claim) const {
    return *std::ranges::lower_bound(keys_, claim, {}, &Key::claim);
  }

  Candidates finish() {
    std::ranges::sort(pairs_, {},
                      [](const CandidatePair& p) { return std::uint64_t{p.a} << 32 | p.b; });
    Candidates out;
    out.counts.left_out = found_;
    for (const CandidatePair& pair : pairs_) {
      if (!out.pairs.empty() && out.pairs.back().a == pair.a && out.pairs.back().b == pair.b) {
        out.pairs.back().why = out.pairs.back().why | pair.why;
      } else {
        out.pairs.push_back(pair);
      }
    }
    for (CandidatePair& pair : out.pairs) {
      // A pair may be beyond one cap and here for another reason: it is not left out.
      pair.why = pair.why | blocked(key_of(pair.a), key_of(pair.b));
      pair.similarity = similarity_.of(pair.a, pair.b);
      if (pair.why != Proposed::kDenial) --out.counts.left_out[strongest(pair.why)];
      for (std::size_t i = 0; i < kReasons.size(); ++i)
        out.counts.proposed[i] += has(pair.why, kReasons[i].first) ? 1 : 0;
    }
    return out;
  }

  const std::vector<Key>& keys_;
  const Similarity similarity_;
  const Options& options_;
  std::vector<CandidatePair> pairs_;
  CountsByReason found_{};  ///< pairs, kept or not
};

std::uint32_t number_of(const std::string& word,
                        std::unordered_map<std::string, std::uint32_t>& numbers) {
  return numbers.try_emplace(word, static_cast<std::uint32_t>(numbers.size())).first->second;
}

}  // namespace

Keys::Keys(const Options& options) {
  std::uint32_t family = 0;
  for (const auto& [name, members] : options.families) {
    for (const std::string& member : members)
      families_[member].push_back(family);
    ++family;
  }
}

Key Keys::of(const Claim& claim, std::uint32_t index, Membership membership, StoryId story) {
  Key key;
  key.membership = membership;
  key.guest = membership.story != story;
  key.claim = index;
  key.document = claim.document;
  key.id = claim.id;
  key.attribute = number_of(claim.attribute, attributes_);
  const auto family = families_.find(claim.attribute);
  if (family != families_.end()) key.families = &family->second;
  if (key.guest) return key;
  key.denies = claim.denies;
  key.figure = telling_figure(claim);
  if (key.figure) key.dimension = number_of(claim.value.quantity->dimension, dimensions_);
  key.worded = claim.kind != ClaimKind::kQuantity;
  return key;
}

Candidates candidates(const std::vector<Key>& keys, const Rows& rows, const Options& options) {
  return Proposer(keys, rows, options).all();
}

}  // namespace gainsay::pair
