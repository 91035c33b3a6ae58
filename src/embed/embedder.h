#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "types/pair.h"
#include "types/result.h"

namespace gainsay::embed {

struct ModelInfo {
  bool own = false;  ///< made by train(); else any other fastText model
  std::uint32_t dimension = 0;
  std::uint32_t words = 0;
  std::uint64_t tokens = 0;  ///< words it was trained on
};

/// Turns sentences into unit rows. A row has a part of meaning (word vectors) and a lexical part
/// (stems), so that it knows both like words and the same names.
/// Threads: one Embedder per thread (it remembers the words it has seen).
class Embedder {
 public:
  /// `model` is made by train(), or a fastText .bin or .ftz of words.
  /// Errors: kNotFound, kModel (no fastText model, truncated, damaged, implausible sizes).
  static Result<Embedder> load(const std::filesystem::path& model);
  ~Embedder();
  Embedder(Embedder&&) noexcept;
  Embedder& operator=(Embedder&&) noexcept;

  [[nodiscard]] std::uint32_t dimension() const;
  [[nodiscard]] ModelInfo info() const;

  /// Shape: one row per sentence, in order. Units: float32; each row has length 1, or is all zero
  /// when no word says anything. Numbers are masked first, so that figures do not move a sentence.
  [[nodiscard]] Rows embed(const std::vector<std::string_view>& sentences);

  /// What fastText itself makes of sentences: the mean of their unit word vectors. To compare with.
  [[nodiscard]] Rows plain(const std::vector<std::string_view>& sentences);

 private:
  struct Impl;
  explicit Embedder(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

struct TrainOptions {
  int dimension = 100;
  int epochs = 5;
  int min_count = 5;
  int buckets = 200000;
  /// A skip-gram or cbow model of fastText to take the word vectors from, instead of training; ""
  /// none. The other options are then not used.
  std::filesystem::path from;
};
/// Trains a skip-gram model on files of plain text, one sentence or paragraph a line, with one
/// thread and a fixed seed: the same text gives the same bytes. The model holds one quantised
/// vector a word, and how rare stems are. Errors: kNotFound, kModel, kOutput.
[[nodiscard]] Result<void> train(const std::vector<std::filesystem::path>& texts,
                                 const std::filesystem::path& model, const TrainOptions& options);

}  // namespace gainsay::embed
