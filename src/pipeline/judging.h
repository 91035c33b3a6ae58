#pragma once

#include <span>
#include <string>
#include <vector>

#include "judge/judge.h"
#include "reading.h"
#include "types/pair.h"

namespace gainsay::pipeline {

/// A text that is judged without a file or a database.
struct TextInput {
  std::string name;
  std::string text;
  std::string source;  ///< "" unknown
  std::optional<Instant> published;
};

struct JudgedTexts {
  std::vector<text::Document> documents;  ///< in the order of the input, numbered from 1
  std::vector<Claim> claims;              ///< sorted by document, span
  Judgement judgement;
};

/// Takes the texts for reports of one story and judges every two claims of them, also those of one
/// text. A text that cannot be read goes to `errors` and is left out.
[[nodiscard]] JudgedTexts judge_texts(const Reading& reading, const judge::Judge& judge,
                                      std::span<const TextInput> texts, judge::Abstained abstained,
                                      std::vector<Error>& errors);

}  // namespace gainsay::pipeline
