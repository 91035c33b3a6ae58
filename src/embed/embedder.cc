// The part of meaning is the weighted mean of the words of a sentence: rare words count most,
// a / (a + p(word)), and what all words and all sentences share is taken out. Source: Arora, Liang,
// Ma 2017, "A simple but tough-to-beat baseline for sentence embeddings", and Mu and Viswanath
// 2018, "All-but-the-top". The lexical part has each stem once, weighted by its rarity.
#include "embed/embedder.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <istream>
#include <streambuf>
#include <unordered_map>

#include <Eigen/Core>
#include <fasttext/fasttext.h>

#include "directions.h"
#include "lexical.h"
#include "model_file.h"
#include "stemmer.h"
#include "words.h"

namespace gainsay::embed {
namespace {

constexpr std::int32_t kFrequentWords = 1000;  // their tokens are most of any text
constexpr std::int32_t kTypicalWords = 20'000;
constexpr float kLexicalShare = 0.7F;         // of the squared length; 0.6 to 0.8 differ little
constexpr std::size_t kRemembered = 100'000;  // words; 45 MB at 100 dimensions

/// Lets fastText read from memory. Given a stream, it begins behind magic and version.
class Memory : public std::streambuf {
 public:
  explicit Memory(std::string& bytes) {
    constexpr std::size_t kHead = 2 * sizeof(std::int32_t);
    char* begin = bytes.data() + std::min(bytes.size(), kHead);
    setg(begin, begin, bytes.data() + bytes.size());
  }
};

/// What a word adds to a sentence.
struct Word {
  Eigen::VectorXf meaning;  ///< weighted; empty when unknown
  std::uint32_t stem = 0;
  float rarity = 0;
};

struct Hash {
  using is_transparent = void;  // NOLINT(readability-identifier-naming)
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

}  // namespace

struct Embedder::Impl {
  /// May throw what fastText throws.
  explicit Impl(OwnModel own) : is_own(true), stems(std::move(own.companion.stems)) {
    Memory memory(own.fasttext);
    std::istream in(&memory);
    in.exceptions(std::ios::badbit);
    model.loadModel(in);
    directions = {Eigen::VectorXf::Zero(model.getDimension()),
                  Eigen::MatrixXf::Zero(model.getDimension(), 0)};
    prepare();
    common = Eigen::Map<const Eigen::VectorXf>(
        own.companion.common.data(), static_cast<Eigen::Index>(own.companion.common.size()));
  }

  explicit Impl(const std::filesystem::path& file) {
    model.loadModel(file.string());
    prepare();
    const std::int32_t typical = std::min(dictionary->nwords(), kTypicalWords);
    Eigen::MatrixXf vectors(typical, model.getDimension());
    for (std::int32_t id = 0; id < typical; ++id) {
      Eigen::VectorXf row = lookup(dictionary->getWord(id));
      make_unit(row);
      vectors.row(id) = row;
    }
    directions = directions_of(vectors);
    common = Eigen::VectorXf::Zero(model.getDimension());
    for (std::int32_t id = 0; id < std::min(dictionary->nwords(), kFrequentWords); ++id) {
      const Word word = read(dictionary->getWord(id));
      if (word.meaning.size() > 0) common += word.meaning * static_cast<float>(share_of(id));
    }
    make_unit(common);
  }

  void prepare() {
    dictionary = model.getDictionary();
    vector = fasttext::Vector(model.getDimension());
    counts = dictionary->getCounts(fasttext::entry_type::word);
    for (const std::int64_t count : counts)
      tokens += static_cast<double>(count);
  }

  /// The word's vector as the model has it.
  Eigen::VectorXf lookup(const std::string& word) {
    model.getWordVector(vector, word);
    return Eigen::Map<const Eigen::VectorXf>(vector.data(), vector.size());
  }

  [[nodiscard]] double share_of(std::int32_t id) const {
    return (id < 0 ? 1.0 : static_cast<double>(counts[static_cast<std::size_t>(id)])) / tokens;
  }

  /// The rarity of stems that stand in no list is that of the word.
  [[nodiscard]] float rarity(std::uint32_t stem, std::int32_t id) const {
    const auto found =
        std::ranges::lower_bound(stems, stem, {}, &std::pair<std::uint32_t, float>::first);
    if (found != stems.end() && found->first == stem) return found->second;
    return rarity_of(is_own ? 1.0 / tokens : share_of(id));
  }

  Word read(const std::string& text) {
    Word out;
    const std::int32_t id = dictionary->getId(text);
    Eigen::VectorXf meaning = lookup(text);
    if (meaning.squaredNorm() > 0) {
      take_out(directions, meaning);
      out.meaning = meaning * weight_of(share_of(id));
    }
    if (text == kNumber) return out;
    out.stem = stem_hash(stemmer.stem(text));
    out.rarity = rarity(out.stem, id);
    return out;
  }

  const Word& word(std::string_view text) {
    const auto found = remembered.find(text);
    if (found != remembered.end()) return found->second;
    if (remembered.size() >= kRemembered) remembered.clear();
    std::string key(text);
    Word read_word = read(key);
    return remembered.emplace(std::move(key), std::move(read_word)).first->second;
  }

  /// Writes the row of a sentence.
  void embed(std::string_view sentence, Eigen::Ref<Eigen::VectorXf> row) {
    Eigen::VectorXf meaning = Eigen::VectorXf::Zero(common.size());
    Eigen::VectorXf lexical = Eigen::VectorXf::Zero(kLexical);
    seen.clear();
    for (const Token& token : tokens_of(sentence)) {
      buffer.assign(token.number ? std::string_view(kNumber) : token.text);
      make_lower(buffer);
      const Word& its = word(buffer);
      if (its.meaning.size() > 0) meaning += its.meaning;
      if (its.rarity > 0 && std::ranges::find(seen, its.stem) == seen.end()) {
        seen.push_back(its.stem);
        add_stem(its.stem, its.rarity, lexical);
      }
    }
    meaning -= common * common.dot(meaning);
    make_unit(meaning);
    make_unit(lexical);
    row.head(meaning.size()) = meaning * std::sqrt(1 - kLexicalShare);
    row.tail(kLexical) = lexical * std::sqrt(kLexicalShare);
    const float length = row.norm();
    if (length > 0) row /= length;
  }

  bool is_own = false;
  fasttext::FastText model;
  std::shared_ptr<const fasttext::Dictionary> dictionary;
  fasttext::Vector vector{1};
  std::vector<std::int64_t> counts;
  double tokens = 0;
  std::vector<std::pair<std::uint32_t, float>> stems;
  Directions directions;
  Eigen::VectorXf common;
  Stemmer stemmer;
  std::unordered_map<std::string, Word, Hash, std::equal_to<>> remembered;
  std::string buffer;
  std::vector<std::uint32_t> seen;
};

Embedder::Embedder(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Embedder::~Embedder() = default;
Embedder::Embedder(Embedder&&) noexcept = default;
Embedder& Embedder::operator=(Embedder&&) noexcept = default;

Result<Embedder> Embedder::load(const std::filesystem::path& model) {
  Result<std::optional<OwnModel>> own = read_own_model(model);
  if (!own) return Unexpected{std::move(own).error()};
  if (!*own) {
    if (Result<void> checked = check_model_file(model); !checked) {
      return Unexpected{std::move(checked).error()};
    }
  }
  try {
    if (*own) return Embedder(std::make_unique<Impl>(std::move(**own)));
    return Embedder(std::make_unique<Impl>(model));
  } catch (const std::exception& e) {
    return fail(ErrorCode::kModel, model.string(),
                std::string("fastText cannot use the model (") + e.what() + "); train it again");
  }
}

std::uint32_t Embedder::dimension() const {
  return static_cast<std::uint32_t>(impl_->common.size() + kLexical);
}

ModelInfo Embedder::info() const {
  return {impl_->is_own, static_cast<std::uint32_t>(impl_->model.getDimension()),
          static_cast<std::uint32_t>(impl_->dictionary->nwords()),
          static_cast<std::uint64_t>(impl_->tokens)};
}

Rows Embedder::embed(const std::vector<std::string_view>& sentences) {
  Rows out{dimension(), std::vector<float>(sentences.size() * dimension())};
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    impl_->embed(sentences[i],
                 Eigen::Map<Eigen::VectorXf>(&out.data[i * out.dimension], out.dimension));
  }
  return out;
}

Rows Embedder::plain(const std::vector<std::string_view>& sentences) {
  const auto size = static_cast<std::uint32_t>(impl_->model.getDimension());
  Rows out{size, {}};
  for (const std::string_view sentence : sentences) {
    Eigen::VectorXf sum = Eigen::VectorXf::Zero(size);
    for (const std::string& word : words_of(sentence)) {
      Eigen::VectorXf vector = impl_->lookup(word);
      make_unit(vector);
      sum += vector;
    }
    make_unit(sum);
    out.data.insert(out.data.end(), sum.begin(), sum.end());
  }
  return out;
}

}  // namespace gainsay::embed
