#include <algorithm>
#include <cmath>
#include <exception>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

#include <Eigen/Core>
#include <fasttext/fasttext.h>
#include <fasttext/quantmatrix.h>

#include "directions.h"
#include "embed/embedder.h"
#include "lexical.h"
#include "model_file.h"
#include "stemmer.h"
#include "words.h"

namespace gainsay::embed {
namespace {

constexpr std::int32_t kMagic = 793712314;  // of fastText files
constexpr std::int32_t kVersion = 12;
constexpr std::int32_t kLeastToQuantise = 256;  // centroids that fastText looks for
constexpr std::int32_t kPerCode = 2;            // dimensions that share a byte
constexpr std::size_t kSentences = 20'000;      // of which the common direction is found

/// Removes a file when left.
class Temporary {
 public:
  explicit Temporary(std::filesystem::path path) : path_(std::move(path)) {}
  ~Temporary() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// What the texts say besides the words that fastText reads.
struct Read {
  std::map<std::string, std::uint64_t> counts;  ///< of all words, rare ones too
  std::uint64_t tokens = 0;
  std::vector<std::vector<std::string>> sentences;  ///< evenly spread, at most kSentences
};

Result<void> write_words(const std::vector<std::filesystem::path>& texts,
                         const std::filesystem::path& words, Read& read) {
  std::ofstream out(words, std::ios::binary);
  std::uint64_t line_number = 0;
  std::uint64_t step = 1;
  for (const std::filesystem::path& text : texts) {
    std::ifstream in(text, std::ios::binary);
    if (!in || std::filesystem::is_directory(text)) {
      return fail(ErrorCode::kNotFound, text.string(), "the text to train on cannot be read");
    }
    for (std::string line; std::getline(in, line);) {
      std::vector<std::string> sentence = words_of(line);
      if (sentence.empty()) continue;
      const char* space = "";
      for (const std::string& word : sentence) {
        out << space << word;
        space = " ";
        ++read.counts[word];
        ++read.tokens;
      }
      out << '\n';
      if (line_number++ % step != 0) continue;
      read.sentences.push_back(std::move(sentence));
      if (read.sentences.size() < 2 * kSentences) continue;
      // Every other one goes, so that those kept are spread over all texts.
      std::size_t kept = 0;
      for (std::size_t i = 0; i < read.sentences.size(); i += 2)
        read.sentences[kept++].swap(read.sentences[i]);
      read.sentences.resize(kept);
      step *= 2;
    }
  }
  if (out.flush()) return {};
  return fail(ErrorCode::kOutput, words.string(),
              "cannot write; check that the directory exists, may be written to and has space");
}

fasttext::Args arguments(const std::filesystem::path& words, const TrainOptions& options) {
  fasttext::Args out;
  out.input = std::filesystem::absolute(words).string();
  out.model = fasttext::model_name::sg;
  out.dim = options.dimension;
  out.epoch = options.epochs;
  out.minCount = options.min_count;
  out.bucket = options.buckets;
  out.minn = 3;
  out.maxn = 6;
  out.thread = 1;
  out.seed = 1;
  out.verbose = 0;
  return out;
}

template <class T>
void put(std::ostream& out, const T& value) {
  out.write(reinterpret_cast<const char*>(&value), sizeof value);
}

/// The trained model as a fastText file without subwords and without an output layer: the vector of
/// a word is all that is asked for, and softmax is the one loss that builds no table on loading.
std::string without_subwords(const fasttext::FastText& trained, const Eigen::MatrixXf& vectors) {
  std::ostringstream out;
  put(out, kMagic);
  put(out, kVersion);
  fasttext::Args arguments = trained.getArgs();
  arguments.loss = fasttext::loss_name::softmax;
  arguments.bucket = 0;
  arguments.minn = arguments.maxn = 0;
  arguments.save(out);
  const auto dictionary = trained.getDictionary();
  const std::vector<std::int64_t> counts = dictionary->getCounts(fasttext::entry_type::word);
  put(out, dictionary->nwords());
  put(out, dictionary->nwords());
  put(out, std::int32_t{0});  // labels
  put(out, dictionary->ntokens());
  put(out, std::int64_t{-1});  // nothing is pruned, as far as fastText is concerned
  for (std::int32_t id = 0; id < dictionary->nwords(); ++id) {
    out << dictionary->getWord(id) << '\0';
    put(out, counts[static_cast<std::size_t>(id)]);
    put(out, fasttext::entry_type::word);
  }
  fasttext::DenseMatrix rows(vectors.rows(), vectors.cols());
  for (Eigen::Index i = 0; i < vectors.rows(); ++i) {
    for (Eigen::Index j = 0; j < vectors.cols(); ++j)
      rows.at(i, j) = vectors(i, j);
  }
  const bool quantised = vectors.rows() >= kLeastToQuantise;
  put(out, quantised);
  if (quantised) {
    fasttext::QuantMatrix(std::move(rows), kPerCode, false).save(out);
  } else {
    rows.save(out);
  }
  put(out, false);
  fasttext::DenseMatrix(0, vectors.cols()).save(out);
  return out.str();
}

Eigen::MatrixXf vectors_of(const fasttext::FastText& trained) {
  const auto dictionary = trained.getDictionary();
  fasttext::Vector vector(trained.getDimension());
  Eigen::MatrixXf out(dictionary->nwords(), trained.getDimension());
  for (std::int32_t id = 0; id < dictionary->nwords(); ++id) {
    trained.getWordVector(vector, dictionary->getWord(id));
    Eigen::VectorXf row = Eigen::Map<const Eigen::VectorXf>(vector.data(), vector.size());
    make_unit(row);
    out.row(id) = row;
  }
  const Directions directions = directions_of(out);
  for (Eigen::Index id = 0; id < out.rows(); ++id) {
    Eigen::VectorXf row = out.row(id);
    take_out(directions, row);
    out.row(id) = row;
  }
  return out;
}

/// The main direction of the sentences as embedding will add them up. What the sentences of a small
/// text share is its subject, which is to stay.
std::vector<float> common_direction(const Read& read, const fasttext::FastText& trained,
                                    const Eigen::MatrixXf& vectors) {
  if (vectors.rows() < kLeastToQuantise) {
    return std::vector<float>(static_cast<std::size_t>(vectors.cols()), 0.0F);
  }
  Eigen::MatrixXf sums =
      Eigen::MatrixXf::Zero(static_cast<Eigen::Index>(read.sentences.size()), vectors.cols());
  for (std::size_t i = 0; i < read.sentences.size(); ++i) {
    Eigen::VectorXf sum = Eigen::VectorXf::Zero(vectors.cols());
    for (const std::string& word : read.sentences[i]) {
      const std::int32_t id = trained.getWordId(word);
      if (id < 0) continue;
      const auto count = static_cast<double>(read.counts.at(word));
      sum += weight_of(count / static_cast<double>(read.tokens)) * vectors.row(id).transpose();
    }
    make_unit(sum);
    sums.row(static_cast<Eigen::Index>(i)) = sum;
  }
  const Eigen::VectorXf out = main_direction(sums);
  return {out.begin(), out.end()};
}

std::vector<std::pair<std::uint32_t, float>> stems_of(const Read& read) {
  Stemmer stemmer;
  std::map<std::uint32_t, std::uint64_t> counts;
  for (const auto& [word, count] : read.counts) {
    if (word != kNumber) counts[stem_hash(stemmer.stem(word))] += count;
  }
  std::vector<std::pair<std::uint32_t, float>> out;
  for (const auto& [hash, count] : counts) {
    if (count < 2) continue;  // as rare as what stands in no text
    out.emplace_back(hash,
                     rarity_of(static_cast<double>(count) / static_cast<double>(read.tokens)));
  }
  return out;
}

}  // namespace

Result<void> train(const std::vector<std::filesystem::path>& texts,
                   const std::filesystem::path& model, const TrainOptions& options) {
  if (options.dimension < 1 || options.dimension > 4096 || options.epochs < 1 ||
      options.min_count < 1 || options.buckets < 1) {
    return fail(ErrorCode::kModel, model.string(),
                "dimension (up to 4096), epochs, min_count and buckets must be at least 1");
  }
  if (!options.from.empty()) {
    if (Result<void> checked = check_model_file(options.from); !checked) return checked;
  }
  const Temporary words(model.string() + ".words");
  const Temporary unfinished(model.string() + ".unfinished");
  Read read;
  if (Result<void> written = write_words(texts, words.path(), read); !written) return written;
  OwnModel own;
  try {
    fasttext::FastText trained;
    if (options.from.empty()) {
      trained.train(arguments(words.path(), options));
    } else {
      trained.loadModel(options.from.string());
    }
    if (trained.getDictionary()->nwords() < 2) throw std::runtime_error("too few words");
    const Eigen::MatrixXf vectors = vectors_of(trained);
    own.companion.common = common_direction(read, trained, vectors);
    own.fasttext = without_subwords(trained, vectors);
  } catch (const std::exception& e) {
    return fail(ErrorCode::kModel, texts.empty() ? "." : texts.front().string(),
                std::string("cannot be trained on (") + e.what() + "); give it more text");
  }
  own.companion.stems = stems_of(read);
  if (Result<void> written = write_own_model(unfinished.path(), own); !written) return written;
  if (Result<Embedder> usable = Embedder::load(unfinished.path()); !usable) {
    return fail(ErrorCode::kOutput, model.string(),
                "the model cannot be used (" + usable.error().message + "); is the disk full?");
  }
  std::error_code error;
  std::filesystem::rename(unfinished.path(), model, error);
  if (!error) return {};
  return fail(ErrorCode::kOutput, model.string(), "cannot write the model: " + error.message());
}

}  // namespace gainsay::embed
