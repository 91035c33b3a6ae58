#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "types/pair.h"
#include "types/result.h"

namespace gainsay::embed {

/// Turns sentences into unit rows.
/// Threads: one Embedder per thread (fastText's call is not const); copies are cheap to load().
class Embedder {
 public:
  /// Errors: kNotFound, kModel (not a fastText model, truncated, implausible sizes).
  static Result<Embedder> load(const std::filesystem::path& model);
  ~Embedder();
  Embedder(Embedder&&) noexcept;
  Embedder& operator=(Embedder&&) noexcept;

  [[nodiscard]] std::uint32_t dimension() const;

  /// Shape: one row per sentence, in order. Units: float32; each row has length 1, or is all zero
  /// when no word is known. Numbers are masked first, so that figures do not move a sentence.
  [[nodiscard]] Rows embed(const std::vector<std::string_view>& sentences);

 private:
  struct Impl;
  explicit Embedder(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

struct TrainOptions {
  int dimension = 64;
  int epochs = 20;
  int min_count = 2;
  int buckets = 20000;
};
/// Trains a skip-gram model on a file of plain text, one sentence a line, with one thread and a
/// fixed seed: the same text gives the same bytes. Errors: kNotFound, kModel, kOutput.
[[nodiscard]] Result<void> train(const std::filesystem::path& text,
                                 const std::filesystem::path& model, const TrainOptions& options);

}  // namespace gainsay::embed
