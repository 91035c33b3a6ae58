#pragma once

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

/// The result of all gates.
struct Outcome {
  Verdict verdict = Verdict::kNotComparable;
  const char* code = "";
  std::string because;
  double event_confidence = 1;
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

/// Asks the gates in order; the first that fails names the verdict. `trace` may be null.
[[nodiscard]] Outcome ask(const Matter& matter, std::vector<GateResult>* trace);

/// Sentence for a reason code: "event" -> "not known to be one event".
[[nodiscard]] const char* explain(const char* code);

/// Do the two claims share an attribute that neither affirms alone (one denies what one affirms)?
[[nodiscard]] bool opposed(const Matter& matter);
/// Is exactly one of the two claims about something feared?
[[nodiscard]] bool feared(const Matter& matter);
/// Attributed to two different named speakers?
[[nodiscard]] bool two_speakers(const Matter& matter);
/// Is the larger figure more than `ratio` times the smaller? Then they hardly count one thing.
[[nodiscard]] bool far_apart(const Quantity& a, const Quantity& b, double ratio);

}  // namespace gainsay::judge
