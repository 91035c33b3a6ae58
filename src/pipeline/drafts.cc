#include "drafts.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gainsay::pipeline {

store::StoredDocument read_draft(text::Document document, const Reading& reading,
                                 embed::Embedder& embedder) {
  const std::vector<text::Sentence> sentences = reading.splitter.split(document);
  std::vector<Claim> claims = reading.extractor.extract(document, sentences);
  std::vector<std::string_view> texts;
  std::vector<store::StoredSentence> stored;
  for (const text::Sentence& sentence : sentences) {
    texts.push_back(text::readable(document, sentence));
    stored.push_back({sentence.original, sentence.zone, std::string(texts.back())});
  }
  Rows rows = embedder.embed(texts);
  return {DocumentId{}, std::move(document), std::move(stored), std::move(claims), std::move(rows)};
}

}  // namespace gainsay::pipeline
