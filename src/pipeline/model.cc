#include "pipeline/model.h"

#include <cstdio>
#include <fstream>
#include <optional>
#include <utility>

#include "embed/embedder.h"
#include "reading.h"

namespace gainsay::pipeline {
namespace fs = std::filesystem;

Result<void> train_model(const fs::path& rules, const std::vector<std::string>& paths,
                         const fs::path& model) {
  std::vector<Error> errors;
  const std::optional<Reading> reading = load_reading(rules, errors);
  if (!reading) return Unexpected{errors.front()};
  fs::path sentences = model;
  sentences += ".sentences";
  std::uint64_t lines = 0;
  {
    std::ofstream out(sentences, std::ios::binary);
    for (const fs::path& file : expand(paths, errors)) {
      Result<text::Document> document = ingest::read_file(file, reading->ingest);
      if (!document) continue;
      for (const text::Sentence& sentence : reading->splitter.split(*document)) {
        out << text::readable(*document, sentence) << '\n';
        ++lines;
      }
    }
    if (!out.flush()) return fail(ErrorCode::kOutput, sentences.string(), "cannot be written");
  }
  Result<void> trained =
      lines == 0 ? Result<void>(fail(ErrorCode::kNotFound, paths.empty() ? "." : paths.front(),
                                     "no readable report to train on"))
                 : embed::train(sentences, model, {});
  std::error_code ignored;
  fs::remove(sentences, ignored);
  return trained;
}

}  // namespace gainsay::pipeline
