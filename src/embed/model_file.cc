// Layout of fastText's .bin (version 12, little-endian):
//   int32 magic, version
//   int32 dim, ws, epoch, minCount, neg, wordNgrams, loss, model, bucket, minn, maxn, lrUpdateRate
//   double t
//   int32 size, nwords, nlabels; int64 ntokens, pruneidx_size
//   size times: word, NUL, int64 count, int8 type
//   pruneidx_size times: int32 bucket, int32 row           (-1 stands for a model that is whole)
//   bool quantised; matrix                                 (input: words, then buckets)
//   bool quantised; matrix                                 (output: words or labels)
// A matrix is int64 rows, columns; floats. Quantised it is bool with_norms; int64 rows, columns;
// int32 codes; that many bytes; a quantiser; with norms then rows bytes and a quantiser. A
// quantiser is int32 dim, parts, part, last; 256 * dim floats. Source: args.cc, dictionary.cc,
// densematrix.cc, quantmatrix.cc, productquantizer.cc and fasttext.cc of fastText 0.9.2.
#include "model_file.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <optional>

namespace gainsay::embed {
namespace {

constexpr std::int32_t kMagic = 793712314;
constexpr std::int32_t kVersion = 12;
constexpr std::int32_t kMostDimensions = 4096;   // larger ones are no models in use
constexpr std::int32_t kMostWords = 30'000'000;  // fastText's own limit
constexpr std::size_t kLongestWord = 4096;
constexpr std::int64_t kMostCounts = 1'000'000'000'000;  // below the 1e15 of the Huffman tree

/// Reads forward through a file of known size.
class Cursor {
 public:
  Cursor(std::ifstream& in, std::uint64_t size) : in_(in), left_(size) {}

  template <class T>
  std::optional<T> read() {
    T value{};
    if (left_ < sizeof value) return std::nullopt;
    std::array<char, sizeof value> bytes{};
    if (!in_.read(bytes.data(), sizeof value)) return std::nullopt;
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(&value));
    left_ -= sizeof value;
    return value;
  }
  /// The length of a NUL-terminated word.
  std::optional<std::size_t> word() {
    for (std::size_t length = 0; length <= kLongestWord; ++length) {
      const auto c = read<char>();
      if (!c) return std::nullopt;
      if (*c == '\0') return length;
    }
    return std::nullopt;
  }
  bool skip(std::uint64_t bytes) {
    if (bytes > left_) return false;
    left_ -= bytes;
    return static_cast<bool>(in_.seekg(static_cast<std::streamoff>(bytes), std::ios::cur));
  }
  [[nodiscard]] std::uint64_t left() const { return left_; }

 private:
  std::ifstream& in_;
  std::uint64_t left_;
};

struct Shape {
  std::int32_t dimension = 0;
  std::int32_t buckets = 0;
  std::int32_t words = 0;
  std::int32_t labels = 0;
  std::int64_t pruned = -1;
  bool supervised = false;
};

/// What is wrong, or "".
std::string check_settings(Cursor& file, Shape& shape) {
  if (file.read<std::int32_t>() != kMagic) return "is not a fastText model";
  if (file.read<std::int32_t>() != kVersion) return "is a fastText model of another version";
  std::array<std::int32_t, 12> settings{};
  for (std::int32_t& setting : settings) {
    const auto value = file.read<std::int32_t>();
    if (!value) return "is cut short";
    setting = *value;
  }
  if (!file.read<double>()) return "is cut short";
  const auto [dim, ws, epoch, min_count, neg, ngrams, loss, model, bucket, minn, maxn, rate] =
      settings;
  shape.dimension = dim;
  shape.buckets = bucket;
  if (model < 1 || model > 3) return "is a model of an unknown kind";
  shape.supervised = model == 3;
  const bool plausible = dim >= 1 && dim <= kMostDimensions && bucket >= 0 && loss >= 1 &&
                         loss <= 4 && minn >= 0 && maxn >= 0 && maxn <= 64 &&
                         (maxn == 0 || bucket > 0);
  return plausible ? "" : "has implausible settings";
}

std::string check_dictionary(Cursor& file, Shape& shape) {
  const auto size = file.read<std::int32_t>();
  const auto words = file.read<std::int32_t>();
  const auto labels = file.read<std::int32_t>();
  const auto tokens = file.read<std::int64_t>();
  const auto pruned = file.read<std::int64_t>();
  if (!size || !words || !labels || !tokens || !pruned) return "is cut short";
  const bool plausible =
      *words >= 1 && *words <= kMostWords && *labels >= 0 && (*labels == 0 || shape.supervised) &&
      std::int64_t{*size} == std::int64_t{*words} + *labels && *size <= kMostWords &&
      *tokens >= 1 && *tokens <= kMostCounts && *pruned >= -1 && *pruned <= kMostWords;
  if (!plausible) return "has an implausible vocabulary";
  shape.words = *words;
  shape.labels = *labels;
  shape.pruned = *pruned;
  for (std::int32_t i = 0; i < *size; ++i) {
    const auto length = file.word();
    const auto count = file.read<std::int64_t>();
    const auto type = file.read<std::int8_t>();
    if (!length || !count || !type) return "is cut short";
    if (*length == 0 || *count < 1 || *count > kMostCounts || *type != (i < *words ? 0 : 1)) {
      return "has an implausible vocabulary";
    }
  }
  for (std::int64_t i = 0; i < *pruned; ++i) {
    const auto bucket = file.read<std::int32_t>();
    const auto row = file.read<std::int32_t>();
    if (!bucket || !row) return "is cut short";
    if (*row < 0 || *row >= *pruned) return "has an implausible vocabulary";
  }
  return "";
}

std::string check_quantiser(Cursor& file, std::int32_t dimension, std::int64_t parts) {
  std::array<std::int32_t, 4> sizes{};
  for (std::int32_t& size : sizes) {
    const auto value = file.read<std::int32_t>();
    if (!value) return "is cut short";
    size = *value;
  }
  const auto [dim, its_parts, part, last] = sizes;
  const bool fits = dim == dimension && its_parts == parts && part >= 1 && part <= dimension &&
                    parts == (dimension + part - 1) / part &&
                    last == dimension - (static_cast<std::int32_t>(parts) - 1) * part;
  if (!fits) return "has matrices of the wrong size";
  constexpr std::uint64_t kCentroids = 256;
  return file.skip(kCentroids * static_cast<std::uint64_t>(dimension) * sizeof(float))
             ? ""
             : "is cut short";
}

std::string check_quantised(Cursor& file, std::int64_t rows, std::int32_t columns) {
  const auto with_norms = file.read<char>();
  const auto file_rows = file.read<std::int64_t>();
  const auto file_columns = file.read<std::int64_t>();
  const auto codes = file.read<std::int32_t>();
  if (!with_norms || !file_rows || !file_columns || !codes) return "is cut short";
  const std::int64_t parts = *codes / std::max<std::int64_t>(rows, 1);
  if (*with_norms < 0 || *with_norms > 1 || *file_rows != rows || *file_columns != columns ||
      *codes < 1 || parts * rows != *codes) {
    return "has matrices of the wrong size";
  }
  if (!file.skip(static_cast<std::uint64_t>(*codes))) return "is cut short";
  std::string out = check_quantiser(file, columns, parts);
  if (!out.empty() || *with_norms == 0) return out;
  if (!file.skip(static_cast<std::uint64_t>(rows))) return "is cut short";
  return check_quantiser(file, 1, 1);
}

/// `quantised` tells what was found. Only a model whose input is quantised has a quantised output.
std::string check_matrix(Cursor& file, std::int64_t rows, std::int32_t columns,
                         bool may_be_quantised, bool& quantised) {
  const auto flag = file.read<char>();
  if (!flag) return "is cut short";
  if (*flag < 0 || *flag > (may_be_quantised ? 1 : 0)) return "has matrices of the wrong size";
  quantised = *flag == 1;
  if (quantised) return check_quantised(file, rows, columns);
  const auto file_rows = file.read<std::int64_t>();
  const auto file_columns = file.read<std::int64_t>();
  if (!file_rows || !file_columns) return "is cut short";
  if (*file_rows != rows || *file_columns != columns) return "has matrices of the wrong size";
  const auto cells = static_cast<std::uint64_t>(rows) * static_cast<std::uint64_t>(columns);
  return file.skip(cells * sizeof(float)) ? "" : "is cut short";
}

std::string problem(Cursor& file) {
  Shape shape;
  std::string out = check_settings(file, shape);
  if (out.empty()) out = check_dictionary(file, shape);
  const bool whole = shape.pruned < 0;
  const std::int64_t rows = std::int64_t{shape.words} + (whole ? shape.buckets : shape.pruned);
  bool quantised = false;
  if (out.empty()) out = check_matrix(file, rows, shape.dimension, true, quantised);
  if (out.empty() && !whole && !quantised) out = "has matrices of the wrong size";
  const std::int32_t outputs = shape.supervised ? shape.labels : shape.words;
  if (out.empty()) out = check_matrix(file, outputs, shape.dimension, quantised, quantised);
  if (out.empty() && file.left() != 0) out = "goes on after its end";
  return out;
}

}  // namespace

Result<void> check_model_file(const std::filesystem::path& model) {
  std::error_code error;
  if (!std::filesystem::exists(model, error)) {
    return fail(ErrorCode::kNotFound, model.string(), "no such model; train one, or name another");
  }
  const std::uintmax_t size = std::filesystem::file_size(model, error);
  std::ifstream in(model, std::ios::binary);
  if (error || !in) return fail(ErrorCode::kModel, model.string(), "the model cannot be read");
  Cursor file(in, size);
  const std::string what = problem(file);
  if (what.empty()) return {};
  return fail(ErrorCode::kModel, model.string(),
              "the file " + what + "; train the model again, or name another");
}

}  // namespace gainsay::embed
