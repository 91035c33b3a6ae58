#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "types/ids.h"
#include "types/quantity.h"
#include "types/span.h"
#include "types/time.h"

namespace gainsay {

enum class ClaimKind : std::uint8_t { kQuantity, kFact, kStatement, kQuote };
enum class Voice : std::uint8_t { kOutlet, kAttributed };
enum class Polarity : std::uint8_t { kAffirmed, kDenied };
enum class Modality : std::uint8_t {
  kFact,
  kEstimate,
  kPlan,
  kOrder,
  kForecast,
  kHypothetical,
  kFeared,
  kAlleged,
};
/// Part of a report that a text comes from. Furniture, navigation and code yield no claim.
enum class Zone : std::uint8_t { kHeadline, kBody, kCaption, kTable, kRelated, kFurniture };

/// What the claim is about. Empty fields are unknown, never "none".
struct Frame {
  std::string event;                      ///< type, from the rule: "meeting", "earthquake"
  std::vector<std::string> participants;  ///< canonical names, sorted, unique
  std::string subject;     ///< whose property it is ("Mark Vinar" of an age), canonical
  std::string place;       ///< canonical; several joined by " and ", sorted
  TimeInterval time;       ///< of the event
  std::string population;  ///< who or what is counted, narrower than the attribute
  std::string period;      ///< "" | "total" | "per day" | "since 2014" ...
  std::string ordinal;     ///< which one of several: "of 2019", "aftershock", "earlier", "taken back"
  friend bool operator==(const Frame&, const Frame&) = default;
};

struct Assertion {
  Voice voice = Voice::kOutlet;
  std::string speaker;  ///< canonical name, "" for the outlet
  std::string cue;      ///< lemma of the attribution verb
  Polarity polarity = Polarity::kAffirmed;
  Modality modality = Modality::kFact;
  bool quoted = false;  ///< inside quotation marks
  friend bool operator==(const Assertion&, const Assertion&) = default;
};

/// The value of a claim: a quantity, or a normalised label (facts, statements, quotes).
struct Value {
  std::optional<Quantity> quantity;
  /// Lower-case words separated by single spaces: the label of a fact ("arrested"), the content
  /// words of a statement ("receive proposal"), all words of a quote.
  std::string label;
  friend bool operator==(const Value&, const Value&) = default;
};

/// One checkable statement in one report.
struct Claim {
  ClaimId id;  ///< unique in a run: hash of document content, source and span
  DocumentId document;
  std::uint32_t sentence = 0;  ///< index in the document
  Span span;                   ///< original bytes; `text` is exactly what stands there
  std::string text;
  ClaimKind kind = ClaimKind::kQuantity;
  std::string attribute;  ///< "troops.count"; "count:<noun>" for the generic fallback
  Value value;
  Frame frame;
  TimeInterval as_of;  ///< when the figure held, as stated; unknown: the report's publication
  Assertion assertion;
  Zone zone = Zone::kBody;
  std::string rule;
  double confidence = 1.0;
  /// For a denial: the claim of the same document that it denies ("This is a lie").
  std::optional<ClaimId> denies;
  /// Hash of what is claimed, by whom and in which words; free of positions and paths, so that a
  /// finding keeps its id when a report is moved or re-wrapped.
  std::uint64_t fingerprint = 0;
};

[[nodiscard]] const char* name(ClaimKind kind);
[[nodiscard]] const char* name(Voice voice);
[[nodiscard]] const char* name(Polarity polarity);
[[nodiscard]] const char* name(Modality modality);
[[nodiscard]] const char* name(Zone zone);

}  // namespace gainsay
