#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ruleset/ruleset.h"
#include "text/document.h"
#include "text/sentences.h"
#include "types/claim.h"
#include "types/result.h"

namespace gainsay::extract {

/// A quantity seen in a text, a claim or not.
struct SeenQuantity {
  Span span;  ///< bytes of the text given
  Quantity quantity;
};

/// A stretch of a sentence and what a step took it for.
struct Seen {
  std::string step;   ///< quantities, names, times, speech, rules; in this order
  Span span;          ///< bytes of the sentence's readable text
  std::string kind;   ///< "count", "person", "weekday", cue verb, rule id
  std::string value;  ///< normal form; "" where there is none
};
/// How one sentence was read.
struct Trace {
  std::uint32_t sentence = 0;  ///< its index among those given
  std::string text;    ///< readable
  std::string tagged;  ///< as patterns see it
  std::vector<Seen> seen;
};

/// Finds claims. Built once from a RuleSet, which it copies what it needs from.
/// Threads: const calls may run at once on any number of threads.
class Extractor {
 public:
  /// Errors: kInvalidRule, one for each pattern that RE2 refuses, with its place in the rule file.
  static Result<Extractor> create(const ruleset::RuleSet& rules, std::vector<Error>& errors);
  ~Extractor();
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;

  /// Claims in the order of their spans. Sentences of Zone::kFurniture and kRelated yield none.
  [[nodiscard]] std::vector<Claim> extract(const text::Document& document,
                                           const std::vector<text::Sentence>& sentences) const;

  /// What led to the claims, for rule authors: one for each sentence that is read.
  [[nodiscard]] std::vector<Trace> trace(const text::Document& document,
                                         const std::vector<text::Sentence>& sentences) const;

  /// All quantities of a plain text.
  [[nodiscard]] std::vector<SeenQuantity> quantities(std::string_view text) const;

  /// The tagged sentence as patterns see it, for rule authors.
  [[nodiscard]] std::string tagged(std::string_view text) const;

 private:
  struct Impl;
  explicit Extractor(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace gainsay::extract
