// A sentence is the weighted mean of its words: rare words count most, a / (a + p(word)), and what
// all sentences have in common is taken out. Source: Arora, Liang, Ma 2017, "A simple but
// tough-to-beat baseline for sentence embeddings"; the common component is the expected sentence
// instead of the first principal component, which needs no sentences to be known.
#include "embed/embedder.h"

#include <algorithm>
#include <exception>

#include <Eigen/Core>
#include <fasttext/fasttext.h>

#include "model_file.h"
#include "words.h"

namespace gainsay::embed {
namespace {

constexpr double kRareness = 1e-3;             // Arora et al. use 1e-3 to 1e-4
constexpr std::int32_t kFrequentWords = 1000;  // their tokens are most of any text
constexpr float kNothing = 1e-6F;              // lengths below are rounding errors

}  // namespace

struct Embedder::Impl {
  /// May throw what fastText throws.
  explicit Impl(const std::filesystem::path& file) : vector(1) {
    model.loadModel(file.string());
    dictionary = model.getDictionary();
    vector = fasttext::Vector(model.getDimension());
    counts = dictionary->getCounts(fasttext::entry_type::word);
    for (std::int64_t count : counts)
      tokens += static_cast<double>(count);
    find_common();
  }

  /// Adds the unit vector of the word times its weight.
  void add(const std::string& word, std::int32_t id, double factor, Eigen::VectorXf& sum) {
    const double share = (id < 0 ? 1.0 : count_of(id)) / tokens;
    model.getWordVector(vector, word);
    const Eigen::Map<const Eigen::VectorXf> values(vector.data(), vector.size());
    const float length = values.norm();
    if (!(length > kNothing)) return;
    sum += values * static_cast<float>(factor * kRareness / (kRareness + share)) / length;
  }

  [[nodiscard]] double count_of(std::int32_t id) const {
    return static_cast<double>(counts[static_cast<std::size_t>(id)]);
  }

  /// The direction of the expected sentence.
  void find_common() {
    common = Eigen::VectorXf::Zero(model.getDimension());
    const std::int32_t last = std::min(dictionary->nwords(), kFrequentWords);
    for (std::int32_t id = 0; id < last; ++id) {
      add(dictionary->getWord(id), id, count_of(id) / tokens, common);
    }
    const float length = common.norm();
    if (length > kNothing) common /= length;
  }

  /// Words that are not in the dictionary get a vector from their letters; they refine a sentence
  /// and do not make one.
  Eigen::VectorXf embed(std::string_view sentence) {
    Eigen::VectorXf sum = Eigen::VectorXf::Zero(model.getDimension());
    bool known = false;
    for (const std::string& word : words_of(sentence)) {
      const std::int32_t id = dictionary->getId(word);
      known = known || id >= 0;
      add(word, id, 1.0, sum);
    }
    const float before = sum.norm();
    sum -= common * common.dot(sum);
    const float length = sum.norm();
    if (!known || !(length > kNothing + before * 1e-4F)) return Eigen::VectorXf::Zero(sum.size());
    return sum / length;
  }

  fasttext::FastText model;
  std::shared_ptr<const fasttext::Dictionary> dictionary;
  fasttext::Vector vector;
  std::vector<std::int64_t> counts;
  double tokens = 0;
  Eigen::VectorXf common;
};

Embedder::Embedder(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Embedder::~Embedder() = default;
Embedder::Embedder(Embedder&&) noexcept = default;
Embedder& Embedder::operator=(Embedder&&) noexcept = default;

Result<Embedder> Embedder::load(const std::filesystem::path& model) {
  if (Result<void> checked = check_model_file(model); !checked) {
    return Unexpected{std::move(checked).error()};
  }
  try {
    return Embedder(std::make_unique<Impl>(model));
  } catch (const std::exception& e) {
    return fail(ErrorCode::kModel, model.string(),
                std::string("fastText cannot use the model (") + e.what() + "); train it again");
  }
}

std::uint32_t Embedder::dimension() const {
  return static_cast<std::uint32_t>(impl_->model.getDimension());
}

Rows Embedder::embed(const std::vector<std::string_view>& sentences) {
  Rows out{dimension(), {}};
  out.data.reserve(sentences.size() * out.dimension);
  for (std::string_view sentence : sentences) {
    const Eigen::VectorXf row = impl_->embed(sentence);
    out.data.insert(out.data.end(), row.begin(), row.end());
  }
  return out;
}

}  // namespace gainsay::embed
