#pragma once

#include <cstdint>
#include <vector>

#include "types/claim.h"
#include "types/pair.h"

namespace SQLite {  // NOLINT(readability-identifier-naming)
class Database;
}

namespace gainsay::store {

/// Where a report lies among all: the sum of its sentence rows, scaled so that the largest is 127.
/// Coarse, and an eighth of what the floats of one sentence take.
using ReportRow = std::vector<std::int8_t>;

/// Sums rows of sentences.
class ReportSum {
 public:
  explicit ReportSum(std::uint32_t dimension) : sum_(dimension, 0.0F) {}
  /// Furniture and links to other reports are passed over.
  void add(Zone zone, const float* row);
  [[nodiscard]] ReportRow row() const;

 private:
  std::vector<float> sum_;
};

struct Close {
  std::int64_t report = 0;  ///< documents.id
  double similarity = 0;    ///< cosine; 0 for a report that has no row
};
/// Every report of the database, the closest first. Throws what SQLiteCpp throws.
std::vector<Close> by_closeness(SQLite::Database& db, const ReportRow& row);

/// Makes the rows of reports that were stored before there were any.
void make_report_rows(SQLite::Database& db);

}  // namespace gainsay::store
