#include "stories.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

#include <Eigen/Core>

namespace gainsay::pair {
namespace {

using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Cosine of the idf-weighted word sets of all reports with each other.
Matrix word_overlap(const std::vector<std::vector<std::string>>& words, Eigen::Index documents) {
  std::map<std::string_view, std::vector<Eigen::Index>> holders;
  std::vector<double> length(words.size(), 0);
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const std::string& word : words[i])
      holders[word].push_back(static_cast<Eigen::Index>(i));
  }
  Matrix out = Matrix::Zero(documents, documents);
  const auto all = static_cast<double>(words.size());
  for (const auto& [word, where] : holders) {
    const double weight = std::log(1 + all / static_cast<double>(where.size()));
    for (std::size_t i = 0; i < where.size(); ++i) {
      length[static_cast<std::size_t>(where[i])] += weight;
      for (std::size_t j = i + 1; j < where.size(); ++j) {
        out(where[i], where[j]) += static_cast<float>(weight);
      }
    }
  }
  for (Eigen::Index i = 0; i < documents; ++i) {
    for (Eigen::Index j = i + 1; j < documents; ++j) {
      if (out(i, j) == 0) continue;
      const double norm =
          std::sqrt(length[static_cast<std::size_t>(i)] * length[static_cast<std::size_t>(j)]);
      out(i, j) = out(j, i) = static_cast<float>(out(i, j) / norm);
    }
  }
  return out;
}

/// Stretches overlaps, which are small even between reports of one event, to the range of cosines.
/// Chosen together with Options::story_similarity on the reports of corpus/ with a model trained on
/// the same reports, so rather a fit than a test: pairs of reports with precision 0.90 and recall
/// 0.90 at 0.35, 0.90 and 0.89 at 0.4, but 0.76 and 0.93 at 0.3.
constexpr float kOverlapScale = 3.0F;

Matrix similarities(const Rows& rows, const std::vector<std::vector<std::string>>& words,
                    Eigen::Index documents) {
  Matrix overlap = word_overlap(words, documents);
  overlap = (overlap * kOverlapScale).cwiseMin(1.0F);
  if (rows.count() != static_cast<std::size_t>(documents)) return overlap;
  const Eigen::Map<const Matrix> vectors(rows.data.data(), documents,
                                         static_cast<Eigen::Index>(rows.dimension));
  const Matrix cosine = vectors * vectors.transpose();
  for (Eigen::Index i = 0; i < documents; ++i) {
    for (Eigen::Index j = 0; j < documents; ++j) {
      const bool embedded = cosine(i, i) > 0 && cosine(j, j) > 0;
      if (embedded) overlap(i, j) = 0.5F * cosine(i, j) + 0.5F * overlap(i, j);
    }
  }
  return overlap;
}

struct Best {
  float similarity = -2;
  Eigen::Index with = -1;
};

/// The best partner of cluster `i` among the living clusters after it.
Best best_of(const Matrix& similarity, const std::vector<bool>& alive, Eigen::Index i) {
  Best out;
  for (Eigen::Index j = i + 1; j < similarity.cols(); ++j) {
    if (alive[static_cast<std::size_t>(j)] && similarity(i, j) > out.similarity) {
      out = {similarity(i, j), j};
    }
  }
  return out;
}

/// Average-link clustering (Lance-Williams update); ties go to the reports that come first.
std::vector<Eigen::Index> clusters(Matrix similarity, float threshold) {
  const Eigen::Index n = similarity.rows();
  const auto count = static_cast<std::size_t>(n);
  std::vector<bool> alive(count, true);
  std::vector<float> size(count, 1);
  std::vector<Eigen::Index> of(count);
  std::vector<Best> best(count);
  for (std::size_t i = 0; i < count; ++i) {
    of[i] = static_cast<Eigen::Index>(i);
    best[i] = best_of(similarity, alive, of[i]);
  }
  for (;;) {
    Best top{threshold, -1};
    Eigen::Index a = -1;
    for (std::size_t i = 0; i < count; ++i) {
      if (alive[i] && best[i].with >= 0 && best[i].similarity > top.similarity) {
        top = best[i];
        a = static_cast<Eigen::Index>(i);
      }
    }
    if (a < 0) return of;
    const Eigen::Index b = top.with;
    const float size_a = size[static_cast<std::size_t>(a)];
    const float size_b = size[static_cast<std::size_t>(b)];
    for (Eigen::Index k = 0; k < n; ++k) {
      const float joined =
          (size_a * similarity(a, k) + size_b * similarity(b, k)) / (size_a + size_b);
      similarity(a, k) = similarity(k, a) = joined;
    }
    alive[static_cast<std::size_t>(b)] = false;
    size[static_cast<std::size_t>(a)] = size_a + size_b;
    for (Eigen::Index& cluster : of) {
      if (cluster == b) cluster = a;
    }
    for (std::size_t i = 0; i < count; ++i) {
      if (!alive[i]) continue;
      const auto at = static_cast<Eigen::Index>(i);
      const bool stale = at == a || best[i].with == a || best[i].with == b;
      if (stale) {
        best[i] = best_of(similarity, alive, at);
      } else if (at < a && similarity(at, a) > best[i].similarity) {
        best[i] = {similarity(at, a), a};
      }
    }
  }
}

}  // namespace

std::vector<StoryId> stories(const Rows& rows, const std::vector<std::vector<std::string>>& words,
                             std::size_t documents, double threshold) {
  const std::vector<Eigen::Index> of =
      clusters(similarities(rows, words, static_cast<Eigen::Index>(documents)),
               static_cast<float>(threshold));
  std::map<Eigen::Index, StoryId> numbers;
  std::vector<StoryId> out;
  for (Eigen::Index cluster : of) {
    const StoryId next{static_cast<std::uint32_t>(numbers.size() + 1)};
    out.push_back(numbers.try_emplace(cluster, next).first->second);
  }
  return out;
}

}  // namespace gainsay::pair
