#include "pipeline/model.h"

#include <cstdio>
#include <utility>

#include "embed/embedder.h"
#include "embed/evaluate.h"

namespace gainsay::pipeline {
namespace {

std::string row(const embed::Quality& quality) {
  char figures[64];
  std::snprintf(figures, sizeof figures, " | %.3f | %.3f | %.3f |\n", quality.auc, quality.recall_5,
                quality.recall_20);
  return "| " + quality.what + figures;
}

}  // namespace

Result<void> train_model(const std::vector<std::string>& texts, const std::filesystem::path& from,
                         const std::filesystem::path& model) {
  embed::TrainOptions options;
  options.from = from;
  return embed::train({texts.begin(), texts.end()}, model, options);
}

Result<std::string> describe_model(const std::filesystem::path& model) {
  const Result<embed::Embedder> embedder = embed::Embedder::load(model);
  if (!embedder) return Unexpected{embedder.error()};
  const embed::ModelInfo info = embedder->info();
  std::error_code ignored;
  return "file: " + model.string() +
         "\nmade by: " + (info.own ? "gainsay model train" : "fastText or another program") +
         "\nbytes: " + std::to_string(std::filesystem::file_size(model, ignored)) +
         "\nwords: " + std::to_string(info.words) +
         "\ntrained on words: " + std::to_string(info.tokens) +
         "\ndimensions of words: " + std::to_string(info.dimension) +
         "\ndimensions of sentences: " + std::to_string(embedder->dimension()) + "\n";
}

Result<std::string> evaluate_model(const std::filesystem::path& model,
                                   const std::filesystem::path& gold) {
  Result<embed::Embedder> embedder = embed::Embedder::load(model);
  if (!embedder) return Unexpected{std::move(embedder).error()};
  const Result<std::vector<embed::LabelledSentence>> sentences = embed::read_labelled(gold);
  if (!sentences) return Unexpected{sentences.error()};
  std::string out = "| vectors | AUC | recall at 5 | recall at 20 |\n| --- | --- | --- | --- |\n";
  for (const embed::Quality& quality : embed::evaluate(*embedder, *sentences))
    out += row(quality);
  return out;
}

}  // namespace gainsay::pipeline
