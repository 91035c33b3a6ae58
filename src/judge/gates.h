#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "comparators/comparators.h"
#include "types/finding.h"

namespace gainsay::judge {

/// The answer to one question. A gate that cannot answer fails with kNotComparable and a code.
struct Answer {
  bool passed = true;
  Verdict verdict = Verdict::kNotComparable;
  const char* code = "";    ///< counted under this name in Judgement::abstained
  const char* phrase = "";  ///< why it passed
  std::string because;      ///< why it failed; empty for kNotComparable
};

[[nodiscard]] Answer pass(const char* phrase);
[[nodiscard]] Answer abstain(const char* code);
[[nodiscard]] Answer fail(Verdict verdict, std::string because);

/// A gate that was asked, and why it was passed.
struct Asked {
  Gate gate{};
  bool passed = false;
  const char* phrase = "";
};

/// The result of all gates. Pairs that are not comparable allocate nothing before their values are
/// compared: there are many more of them than of all others.
struct Outcome {
  Verdict verdict = Verdict::kNotComparable;
  const char* code = "";
  std::string because;
  double event_confidence = 1;
  std::array<Asked, kGateCount> asked{};  ///< in order; the last one named the verdict
  std::size_t count = 0;                  ///< of `asked`

  [[nodiscard]] std::vector<GateResult> trace() const;
};

Answer assertion_gate(const Matter& matter);
Answer voice_gate(const Matter& matter);
/// `confidence`: how surely both speak of one event.
Answer event_gate(const Matter& matter, double& confidence);
Answer measure_gate(const Matter& matter);
Answer population_gate(const Matter& matter, const Compared& values);
Answer period_gate(const Matter& matter, const Compared& values);
Answer as_of_gate(const Matter& matter, const Compared& values);
Answer slot_gate(const Matter& matter, const Compared& values);
Answer value_gate(const Matter& matter, const Compared& values);

/// Asks the gates in order; the first that fails names the verdict.
[[nodiscard]] Outcome ask(const Matter& matter);

/// Sentence for a reason code: "event" -> "not known to be one event".
[[nodiscard]] const char* explain(const char* code);

/// Do the two claims share an attribute that neither affirms alone (one denies what one affirms)?
[[nodiscard]] bool opposed(const Matter& matter);
/// Is exactly one of the two claims about something feared?
[[nodiscard]] bool feared(const Matter& matter);
/// Does one report give this value in place of one that it takes back, or one that another does?
[[nodiscard]] bool takes_back(const Matter& matter);
/// Is one of the claims of a year that it names, and the other of none? They may be of one event as
/// long as their values agree.
[[nodiscard]] bool one_is_dated(const Matter& matter);
/// Does one of the reports give both values, or several in one sentence?
[[nodiscard]] bool told_several(const Matter& matter, const Compared& values);
/// Attributed to two different named speakers?
[[nodiscard]] bool two_speakers(const Matter& matter);
/// Is the larger figure more than `ratio` times the smaller? Then they hardly count one thing.
[[nodiscard]] bool far_apart(const Quantity& a, const Quantity& b, double ratio);

/// Is one figure ten times the other, as when a zero or a decimal point is lost?
[[nodiscard]] bool slipped(const Quantity& a, const Quantity& b);

}  // namespace gainsay::judge
