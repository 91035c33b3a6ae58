#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "types/ids.h"

namespace gainsay {

enum class Verdict : std::uint8_t {
  kSame,
  kVariant,
  kRefines,
  kCompatible,
  kTension,
  kUpdate,
  kRevisionDown,
  kCorrection,
  kScopeDifference,
  kPartWhole,
  kMeasureClash,
  kNumericConflict,
  kFactConflict,
  kPolarityConflict,
  kDisputed,
  kAttributionConflict,
  kQuoteVariant,
  kQuoteAltered,
  kStrengthShift,
  kUncorroborated,
  kNotComparable,
};
inline constexpr std::size_t kVerdictCount = 21;

enum class Severity : std::uint8_t { kNone, kNote, kWarning, kError };

/// The questions in the order in which they are asked.
enum class Gate : std::uint8_t {
  kAssertion,
  kVoice,
  kEvent,
  kMeasure,
  kPopulation,
  kPeriod,
  kAsOf,
  kSlot,
  kValue,
  kOrigin,
};
inline constexpr std::size_t kGateCount = 10;

struct GateResult {
  Gate gate{};
  bool passed = false;
  std::string because;  ///< one fixed-template phrase
  friend bool operator==(const GateResult&, const GateResult&) = default;
};

/// A judged pair. `a` is the claim that comes first by (document path, span).
struct Finding {
  FindingId id;  ///< hash of both fingerprints, order-free
  Verdict verdict{};
  Severity severity{};
  ClaimId a;
  ClaimId b;
  bool internal = false;  ///< both claims stand in one document
  std::string reason;     ///< one line
  std::vector<GateResult> gates;
  double confidence = 0;
  std::uint32_t origins_a = 1;  ///< independent origins that say what `a` says
  std::uint32_t origins_b = 1;
};

/// Everything the judge has to say about one set of pairs.
struct Judgement {
  std::vector<Finding> findings;  ///< sorted: severity, then position of a, then of b, then verdict
  std::map<std::string, std::uint64_t> abstained;  ///< reason of not-comparable -> pairs
};

[[nodiscard]] const char* name(Verdict verdict);
[[nodiscard]] const char* name(Severity severity);
[[nodiscard]] const char* name(Gate gate);
/// True and set when `text` is a name that name() gives.
[[nodiscard]] bool parse(std::string_view text, Verdict& verdict);
[[nodiscard]] bool parse(std::string_view text, Severity& severity);

}  // namespace gainsay
