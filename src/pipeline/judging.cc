#include "judging.h"

#include <iterator>
#include <utility>

#include "houses.h"
#include "origin/origins.h"

namespace gainsay::pipeline {
namespace {

std::optional<text::Document> read(const Reading& reading, const TextInput& input,
                                   std::vector<Error>& errors) {
  Result<text::Document> read =
      ingest::read_bytes(input.name, input.text, ingest::Format::kText, reading.ingest);
  if (!read) {
    errors.push_back(std::move(read).error());
    return std::nullopt;
  }
  text::Metadata metadata = read->metadata();
  if (!input.source.empty()) metadata.source = input.source;
  if (input.published) metadata.published = input.published;
  return text::Document(read->name(), read->bytes(), read->sha256(), std::move(metadata),
                        read->blocks());
}

std::vector<CandidatePair> all_pairs(std::size_t claims) {
  std::vector<CandidatePair> out;
  const auto count = static_cast<std::uint32_t>(claims);
  for (std::uint32_t a = 0; a < count; ++a) {
    for (std::uint32_t b = a + 1; b < count; ++b)
      out.push_back({a, b, 0, Proposed::kSameAttribute | Proposed::kSameFigure});
  }
  return out;
}

}  // namespace

JudgedTexts judge_texts(const Reading& reading, const judge::Judge& judge,
                        std::span<const TextInput> texts, judge::Abstained abstained,
                        std::vector<Error>& errors) {
  JudgedTexts out;
  std::vector<DocumentFacts> facts;
  std::vector<origin::Input> wordings;
  for (const TextInput& input : texts) {
    std::optional<text::Document> document = read(reading, input, errors);
    if (!document) continue;
    const auto number = static_cast<std::uint32_t>(facts.size() + 1);
    const std::vector<text::Sentence> sentences = reading.splitter.split(*document);
    std::vector<Claim> claims = reading.extractor.extract(*document, sentences);
    origin::Input& wording = wordings.emplace_back();
    for (const text::Sentence& sentence : sentences)
      wording.sentences.push_back(text::readable(*document, sentence));
    for (Claim& claim : claims)
      claim.document = DocumentId{number};
    std::move(claims.begin(), claims.end(), std::back_inserter(out.claims));
    facts.push_back({DocumentId{number}, document->metadata().source,
                     document->metadata().published, OriginId{}, StoryId{1}});
    out.documents.push_back(std::move(*document));
  }
  std::vector<origin::Carrier> carriers;
  const std::vector<OriginId> by_text = origin::group(wordings);
  for (std::size_t i = 0; i < facts.size(); ++i)
    carriers.push_back({by_text[i], facts[i].story, facts[i].source});
  const std::vector<OriginId> origins =
      origin::join_families(carriers, wordings, houses_of(reading.rules));
  for (std::size_t i = 0; i < facts.size(); ++i)
    facts[i].origin = origins[i];
  out.judgement = judge.judge(out.claims, facts, all_pairs(out.claims.size()), abstained);
  return out;
}

}  // namespace gainsay::pipeline
