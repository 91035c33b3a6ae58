#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "text/document.h"
#include "text/sentences.h"
#include "types/claim.h"
#include "types/decision.h"
#include "types/pair.h"
#include "types/result.h"

namespace gainsay::store {

/// A report as the store keeps it.
struct StoredSentence {
  Span original;
  Zone zone = Zone::kBody;
  std::string text;  ///< readable
  friend bool operator==(const StoredSentence&, const StoredSentence&) = default;
};
struct StoredDocument {
  DocumentId id;
  text::Document document;  ///< without blocks
  std::vector<StoredSentence> sentences;
  std::vector<Claim> claims;  ///< sorted by span
  Rows rows;                  ///< one for each sentence
};

/// A report without what it says.
struct Listed {
  std::int64_t report = 0;  ///< row of `documents`
  std::string name;
  std::optional<Instant> published;
};

/// Of an archive, what may concern a report. Numbers are rows of `documents`: they name reports of
/// this database as long as it is frozen.
struct Nearest {
  std::vector<std::int64_t> closest;  ///< the closest first
  std::vector<std::int64_t> sample;   ///< some of all others, far and near alike
};
struct NearestLimits {
  std::uint32_t reports = 128;  ///< at most so many reports are closest ...
  std::uint32_t claims =
      1024;  ///< ... which together have at most so many claims, one report at least
  std::uint32_t sample = 64;
};

enum class Added { kNew, kReplaced, kUnchanged };

/// The SQLite database. The schema is documented in schema.h beside this file.
/// Threads: one Store per thread; several processes may share a file.
class Store {
 public:
  /// Opens or creates; ":memory:" lives as long as the object.
  /// Errors: kStore (not a database, a newer schema version, locked for 10 s: says so).
  static Result<Store> open(const std::string& path);
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  /// True when the report of this name with exactly these bytes, read with exactly these rules and
  /// model (`recipe`), is in the store: reading it again would change nothing.
  [[nodiscard]] Result<bool> holds(const std::string& name, const std::string& sha256,
                                   const std::string& recipe);

  /// One transaction: all of the report or nothing. A report of the same name is replaced.
  [[nodiscard]] Result<Added> put(const text::Document& document,
                                  const std::vector<text::Sentence>& sentences,
                                  const std::vector<Claim>& claims, const Rows& rows,
                                  const std::string& recipe);

  /// All reports, sorted by name; ids count from 1 in that order. Claim::document is set to them.
  [[nodiscard]] Result<std::vector<StoredDocument>> all();

  /// What others write from here on is not seen; this one writes no more. How many reports there
  /// are.
  [[nodiscard]] Result<std::uint64_t> freeze();

  /// All reports, by name.
  [[nodiscard]] Result<std::vector<Listed>> list();

  /// The reports that resemble one with these sentences; exact, over all reports. Equally close
  /// ones go by name. `rows` as in StoredDocument.
  [[nodiscard]] Result<Nearest> nearest(const std::vector<StoredSentence>& sentences,
                                        const Rows& rows, const NearestLimits& limits);

  /// The report of a row, which is its id too; kStore when there is none.
  [[nodiscard]] Result<StoredDocument> one(std::int64_t report);
  [[nodiscard]] Result<std::vector<StoredSentence>> sentences(std::int64_t report);

  [[nodiscard]] Result<std::uint64_t> document_count();

  /// What reviewers decided, by finding.
  [[nodiscard]] Result<std::vector<Decision>> decisions();

  /// Makes `next` stand where `expected` stands (nothing: no decision). False, and nothing changed,
  /// when another one stands: somebody else decided meanwhile.
  [[nodiscard]] Result<bool> decide(FindingId finding, const std::optional<Decision>& expected,
                                    const std::optional<Decision>& next);

 private:
  struct Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace gainsay::store
