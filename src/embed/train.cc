#include <exception>
#include <fstream>

#include <fasttext/fasttext.h>

#include "embed/embedder.h"
#include "words.h"

namespace gainsay::embed {
namespace {

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

Result<void> write_words(const std::filesystem::path& text, const std::filesystem::path& words) {
  std::ifstream in(text, std::ios::binary);
  if (!in || std::filesystem::is_directory(text)) {
    return fail(ErrorCode::kNotFound, text.string(), "the text to train on cannot be read");
  }
  std::ofstream out(words, std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    const char* space = "";
    for (const std::string& word : words_of(line)) {
      out << space << word;
      space = " ";
    }
    if (*space != '\0') out << '\n';
  }
  if (out.flush()) return {};
  return fail(ErrorCode::kOutput, words.string(),
              "cannot write; check that the directory exists, may be written to and has space");
}

/// Hierarchical softmax: negative sampling would make every load fill a table of 40 MB.
fasttext::Args arguments(const std::filesystem::path& words, const TrainOptions& options) {
  fasttext::Args out;
  out.input = std::filesystem::absolute(words).string();
  out.model = fasttext::model_name::sg;
  out.loss = fasttext::loss_name::hs;
  out.dim = options.dimension;
  out.epoch = options.epochs;
  out.minCount = options.min_count;
  out.bucket = options.buckets;
  out.minn = 3;
  out.maxn = 6;
  out.t = 1e-3;  // small texts: frequent words are thinned out less than by default
  out.thread = 1;
  out.seed = 1;
  out.verbose = 0;
  return out;
}

}  // namespace

Result<void> train(const std::filesystem::path& text, const std::filesystem::path& model,
                   const TrainOptions& options) {
  if (options.dimension < 1 || options.dimension > 4096 || options.epochs < 1 ||
      options.min_count < 1 || options.buckets < 1) {
    return fail(ErrorCode::kModel, model.string(),
                "dimension (up to 4096), epochs, min_count and buckets must be at least 1");
  }
  const Temporary words(model.string() + ".words");
  const Temporary unfinished(model.string() + ".unfinished");
  if (Result<void> written = write_words(text, words.path()); !written) return written;
  try {
    fasttext::FastText trained;
    trained.train(arguments(words.path(), options));
    if (trained.getDictionary()->nwords() < 2) throw std::runtime_error("too few words");
    trained.saveModel(unfinished.path().string());
  } catch (const std::exception& e) {
    return fail(ErrorCode::kModel, text.string(),
                std::string("cannot be trained on (") + e.what() + "); give it more text");
  }
  if (Result<Embedder> usable = Embedder::load(unfinished.path()); !usable) {
    return fail(ErrorCode::kOutput, model.string(), "cannot write the model; is the disk full?");
  }
  std::error_code error;
  std::filesystem::rename(unfinished.path(), model, error);
  if (!error) return {};
  return fail(ErrorCode::kOutput, model.string(), "cannot write the model: " + error.message());
}

}  // namespace gainsay::embed
