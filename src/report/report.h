#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.h"
#include "types/claim.h"
#include "types/decision.h"
#include "types/finding.h"
#include "types/pair.h"
#include "types/result.h"

namespace gainsay::report {

struct ReportSentence {
  Span original;
  std::string text;  ///< readable
  Zone zone = Zone::kBody;
  std::string tagged = {};  ///< as rules see it; "" where it is not asked for
};
struct ReportDocument {
  DocumentFacts facts;
  const text::Document* document = nullptr;  ///< outlives the report
  std::vector<ReportSentence> sentences;     ///< by Claim::sentence
  std::string source;                        ///< as readers see it: name_sources()
};

/// Gives each report its source as readers see it: the outlet where one is stated, else the
/// shortest end of its path that no other report's path has.
void name_sources(std::vector<ReportDocument>& documents);

/// Everything that a run found; documents sorted by name with ids 1..n, claims sorted by
/// (document, span), findings as the judge sorted them.
struct Report {
  std::string version;
  std::vector<ReportDocument> documents;
  std::vector<Claim> claims;
  Judgement judgement;
  std::vector<Error> errors;    ///< reports that could not be read
  PairCounts pairs;             ///< that were proposed, and those that a cap cut
  std::uint64_t dismissed = 0;  ///< findings that a reviewer dismissed; they have no severity
  /// Documents that are checked against the others, by number; in a finding of a draft its claim is
  /// `a`. Empty: all documents are equals.
  std::vector<DocumentId> drafts;
  std::uint64_t suppressed = 0;                 ///< findings that comments of the drafts took back
  std::uint64_t in_baseline = 0;                ///< findings that lost it because they are known
  std::uint64_t archive = 0;                    ///< reports that the drafts were checked against
  std::array<std::string, kVerdictCount> says;  ///< what each verdict means; "" where not known
};

struct TextOptions {
  bool colour = false;
  std::uint32_t width = 100;           ///< columns of a quoted line
  Severity minimum = Severity::kNote;  ///< findings below are only counted
  bool summary = true;                 ///< totals below the findings
};

struct HtmlOptions {
  std::string made;                 ///< when, in ISO 8601; "" says nothing
  bool served = false;              ///< decisions go to the program that serves the page
  std::vector<Decision> decisions;  ///< what is decided already
  std::uint32_t max_findings = 100'000;
};

/// The formats; each gives the same bytes for the same report.
[[nodiscard]] std::string to_text(const Report& report, const TextOptions& options);
/// gainsay-report/1, ended by a newline: documents, claims, findings, then `consensus` (the spread
/// of each figure that two origins give), `abstained` (reason to pairs), `left_out` (pairs above
/// the limit), `pairs` (how many were proposed, and how many of them left out, for which reason)
/// and `problems`, the reports that could not be read: path (with line and column where there is
/// one), code, message. An outlet that is not known shows as its document's path.
[[nodiscard]] std::string to_json(const Report& report);
/// `page` is the template of reports/review.html.
[[nodiscard]] std::string to_html(const Report& report, std::string_view page,
                                  const HtmlOptions& options = {});

/// A page of its own for each story that has findings, and before them "index.html", which leads to
/// them and holds what could not be judged. `max_findings` counts for each page.
struct NamedPage {
  std::string name;
  std::string html;
};
[[nodiscard]] std::vector<NamedPage> to_html_by_story(const Report& report, std::string_view page,
                                                      const HtmlOptions& options = {});

/// The sentence of a claim as pages quote it and as decisions keep it.
[[nodiscard]] std::string quoted_sentence(const Claim& claim, const ReportDocument& in);

/// "2 hours", "more than 14,000 people", "EUR 85 million": a quantity for people.
[[nodiscard]] std::string display(const Value& value);

}  // namespace gainsay::report
