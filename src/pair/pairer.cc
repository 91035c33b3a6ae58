#include "pair/pairer.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <optional>
#include <utility>

#include <Eigen/Core>

#include "stories.h"

namespace gainsay::pair {
namespace {

using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Rows of similarities that are computed at once: 256 x 40,000 floats are 40 MB.
constexpr std::size_t kBlock = 256;

/// What proposing has to know of a claim, without text.
struct Key {
  std::uint32_t claim = 0;
  DocumentId document;
  StoryId story;
  std::uint32_t attribute = 0;
  std::vector<std::uint32_t> families;  ///< sorted
  std::optional<double> figure;         ///< a point value that is not round
  std::uint32_t dimension = 0;
  bool worded = false;  ///< a fact, statement or quote: its words say what it is about
};

/// Numbers for words, in the order of their first appearance.
class Numbering {
 public:
  std::uint32_t of(const std::string& word) {
    return numbers_.try_emplace(word, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

 private:
  std::map<std::string, std::uint32_t> numbers_;
};

/// Single digits and multiples of ten are the same in two places by chance; 14 or 127 are not.
std::optional<double> telling_figure(const Claim& claim) {
  if (!claim.value.quantity) return std::nullopt;
  const Quantity& quantity = *claim.value.quantity;
  if (!quantity.is_point() || quantity.vague || !std::isfinite(quantity.lo)) return std::nullopt;
  const double size = std::abs(quantity.lo);
  const bool whole = size == std::floor(size);
  if (whole && (size < 10 || std::fmod(size, 10) == 0)) return std::nullopt;
  return quantity.lo;
}

std::vector<Key> keys_of(const std::vector<Claim>& claims,
                         const std::map<DocumentId, StoryId>& stories_by_id,
                         const Options& options) {
  std::map<std::string, std::vector<std::uint32_t>> families;
  std::uint32_t family = 0;
  for (const auto& [name, members] : options.families) {
    for (const std::string& member : members)
      families[member].push_back(family);
    ++family;
  }
  Numbering attributes;
  Numbering dimensions;
  std::vector<Key> out;
  out.reserve(claims.size());
  for (const Claim& claim : claims) {
    Key key;
    key.claim = static_cast<std::uint32_t>(out.size());
    key.document = claim.document;
    assert(stories_by_id.contains(key.document));
    key.story = stories_by_id.at(key.document);
    key.attribute = attributes.of(claim.attribute);
    if (const auto found = families.find(claim.attribute); found != families.end()) {
      key.families = found->second;
    }
    key.figure = telling_figure(claim);
    if (key.figure) key.dimension = dimensions.of(claim.value.quantity->dimension);
    key.worded = claim.kind != ClaimKind::kQuantity;
    out.push_back(std::move(key));
  }
  return out;
}

bool share_a_family(const Key& a, const Key& b) {
  return std::find_first_of(a.families.begin(), a.families.end(), b.families.begin(),
                            b.families.end()) != a.families.end();
}

/// Why two claims of one story belong together, neighbourhood and denials aside.
Proposed blocked(const Key& a, const Key& b) {
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

/// Sentence similarity of any two claims; 0 when there are no rows.
class Similarity {
 public:
  Similarity(const Rows& rows, std::size_t claims)
      : usable_(claims > 0 && rows.count() == claims),
        vectors_(usable_ ? rows.data.data() : nullptr,
                 usable_ ? static_cast<Eigen::Index>(claims) : 0,
                 usable_ ? static_cast<Eigen::Index>(rows.dimension) : 0) {}

  [[nodiscard]] float of(std::uint32_t a, std::uint32_t b) const {
    return usable_ ? clamp(vectors_.row(a).dot(vectors_.row(b))) : 0.0F;
  }

  /// Those of members[first, last) with all members.
  [[nodiscard]] Matrix block(const std::vector<const Key*>& members, std::size_t first,
                             std::size_t last) const {
    const auto height = static_cast<Eigen::Index>(last - first);
    const auto width = static_cast<Eigen::Index>(members.size());
    if (!usable_) return Matrix::Zero(height, width);
    Matrix all(width, vectors_.cols());
    for (Eigen::Index i = 0; i < width; ++i) {
      all.row(i) = vectors_.row(members[static_cast<std::size_t>(i)]->claim);
    }
    return all.middleRows(static_cast<Eigen::Index>(first), height) * all.transpose();
  }

 private:
  static float clamp(float value) { return std::clamp(value, -1.0F, 1.0F); }

  bool usable_;
  Eigen::Map<const Matrix> vectors_;
};

struct Partner {
  std::uint32_t claim = 0;
  float similarity = 0;
  Proposed why = Proposed::kNone;
};

bool closer(const Partner& x, const Partner& y) {
  return std::pair(-x.similarity, x.claim) < std::pair(-y.similarity, y.claim);
}

void keep_closest(std::vector<Partner>& partners, std::size_t count) {
  std::sort(partners.begin(), partners.end(), closer);
  if (partners.size() > count) partners.resize(count);
}

/// Proposes pairs of claims of one story at a time.
class Proposer {
 public:
  Proposer(const std::vector<Key>& keys, const Similarity& similarity, const Options& options)
      : keys_(keys), similarity_(similarity), options_(options) {}

  void add_story(const std::vector<const Key*>& members) {
    for (std::size_t first = 0; first < members.size(); first += kBlock) {
      const std::size_t last = std::min(first + kBlock, members.size());
      const Matrix block = similarity_.block(members, first, last);
      for (std::size_t i = first; i < last; ++i) {
        const auto row = block.row(static_cast<Eigen::Index>(i - first));
        add_claim(members, i, [&](std::size_t j) { return row(static_cast<Eigen::Index>(j)); });
      }
    }
  }

  void add_denial(std::uint32_t a, std::uint32_t b) { add(a, b, Proposed::kDenial); }

  [[nodiscard]] Output finish() {
    merge_equal();
    Output out;
    out.left_out = blocked_;
    for (CandidatePair& pair : pairs_) {
      const Key& a = keys_[pair.a];
      const Key& b = keys_[pair.b];
      // A pair may be beyond the cap and here as neighbours or a denial: it is not left out.
      const Proposed why = a.story == b.story ? blocked(a, b) : Proposed::kNone;
      if (why != Proposed::kNone) --out.left_out;
      pair.why = pair.why | why;
      pair.similarity = similarity_.of(pair.a, pair.b);
    }
    out.pairs = std::move(pairs_);
    return out;
  }

 private:
  template <class SimilarityTo>
  void add_claim(const std::vector<const Key*>& members, std::size_t i,
                 const SimilarityTo& similarity_to) {
    const Key& key = *members[i];
    std::vector<Partner> partners;
    std::vector<Partner> neighbours;
    const auto threshold = static_cast<float>(options_.nearest_similarity);
    for (std::size_t j = 0; j < members.size(); ++j) {
      if (i == j) continue;
      const Key& other = *members[j];
      const float similarity = similarity_to(j);
      if (const Proposed why = blocked(key, other); why != Proposed::kNone) {
        partners.push_back({other.claim, similarity, why});
        if (i < j) ++blocked_;
      }
      if (key.worded && other.worded && key.document != other.document && similarity >= threshold) {
        neighbours.push_back({other.claim, similarity, Proposed::kNearest});
      }
    }
    keep_closest(partners, options_.per_claim);
    keep_closest(neighbours, options_.nearest);
    for (const Partner& p : partners)
      add(key.claim, p.claim, p.why);
    for (const Partner& p : neighbours)
      add(key.claim, p.claim, p.why);
  }

  void add(std::uint32_t a, std::uint32_t b, Proposed why) {
    pairs_.push_back({std::min(a, b), std::max(a, b), 0, why});
  }

  void merge_equal() {
    std::sort(pairs_.begin(), pairs_.end(), [](const CandidatePair& x, const CandidatePair& y) {
      return std::pair(x.a, x.b) < std::pair(y.a, y.b);
    });
    std::vector<CandidatePair> merged;
    for (const CandidatePair& pair : pairs_) {
      if (!merged.empty() && merged.back().a == pair.a && merged.back().b == pair.b) {
        merged.back().why = merged.back().why | pair.why;
      } else {
        merged.push_back(pair);
      }
    }
    pairs_ = std::move(merged);
  }

  const std::vector<Key>& keys_;
  const Similarity& similarity_;
  const Options& options_;
  std::vector<CandidatePair> pairs_;
  std::uint64_t blocked_ = 0;  ///< pairs that blocking proposed, kept or not
};

void add_denials(const std::vector<Claim>& claims, Proposer& proposer) {
  std::map<std::pair<DocumentId, ClaimId>, std::uint32_t> at;
  for (std::uint32_t i = 0; i < claims.size(); ++i)
    at.emplace(std::pair(claims[i].document, claims[i].id), i);
  for (std::uint32_t i = 0; i < claims.size(); ++i) {
    if (!claims[i].denies) continue;
    const auto found = at.find({claims[i].document, *claims[i].denies});
    if (found != at.end() && found->second != i) proposer.add_denial(i, found->second);
  }
}

}  // namespace

Output propose(const Input& input, const Options& options) {
  const std::vector<StoryId> story_of = stories(input.document_terms, input.documents, options);
  std::map<DocumentId, StoryId> stories_by_id;
  for (std::size_t i = 0; i < input.documents.size(); ++i) {
    stories_by_id[input.documents[i].id] = story_of[i];
  }
  const std::vector<Key> keys = keys_of(input.claims, stories_by_id, options);
  std::map<StoryId, std::vector<const Key*>> members;
  std::map<std::pair<DocumentId, std::uint32_t>, std::uint32_t> in_report;
  std::uint64_t beyond = 0;
  for (const Key& key : keys) {
    const std::uint32_t before = in_report[{key.document, key.attribute}]++;
    if (before < options.per_report) {
      members[key.story].push_back(&key);
    } else {
      beyond += before;
    }
  }
  const Similarity similarity(input.claim_rows, input.claims.size());
  Proposer proposer(keys, similarity, options);
  for (const auto& [story, of_story] : members)
    proposer.add_story(of_story);
  add_denials(input.claims, proposer);
  Output out = proposer.finish();
  out.left_out += beyond;
  out.stories = story_of;
  return out;
}

}  // namespace gainsay::pair
