#include "report_rows.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>

#include <SQLiteCpp/SQLiteCpp.h>

#include "claim_columns.h"
#include "halves.h"

namespace gainsay::store {
namespace {

/// Written so that compilers multiply eight at once on any x86-64.
std::int32_t product(const std::int16_t* a, const std::int16_t* b, std::size_t size) {
  std::int32_t out = 0;
  for (std::size_t i = 0; i < size; ++i)
    out += std::int32_t{a[i]} * std::int32_t{b[i]};
  return out;
}

}  // namespace

void ReportSum::add(Zone zone, const float* row) {
  if (zone == Zone::kFurniture || zone == Zone::kRelated) return;
  for (float& value : sum_)
    value += *row++;
}

ReportRow ReportSum::row() const {
  float largest = 0;
  for (const float value : sum_)
    largest = std::max(largest, std::abs(value));
  ReportRow out(sum_.size(), 0);
  if (largest == 0) return out;
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = static_cast<std::int8_t>(std::lround(sum_[i] / largest * 127));
  return out;
}

std::vector<Close> by_closeness(SQLite::Database& db, const ReportRow& row) {
  std::vector<Close> out;
  const std::vector<std::int16_t> ours(row.begin(), row.end());
  const double length = product(ours.data(), ours.data(), ours.size());
  std::vector<std::int16_t> theirs(row.size());
  SQLite::Statement reports(db, "SELECT document, bytes FROM report_rows");
  while (reports.executeStep()) {
    const SQLite::Column bytes = reports.getColumn(1);
    Close& one = out.emplace_back(Close{reports.getColumn(0).getInt64(), 0});
    if (static_cast<std::size_t>(bytes.getBytes()) != row.size()) continue;
    const auto* other = static_cast<const std::int8_t*>(bytes.getBlob());
    std::copy_n(other, theirs.size(), theirs.begin());
    const double both = length * product(theirs.data(), theirs.data(), theirs.size());
    if (both > 0) {
      one.similarity = product(ours.data(), theirs.data(), theirs.size()) / std::sqrt(both);
    }
  }
  const auto all =
      static_cast<std::size_t>(db.execAndGet("SELECT count(*) FROM documents").getInt64());
  if (out.size() < all) {
    SQLite::Statement rest(
        db, "SELECT id FROM documents WHERE id NOT IN (SELECT document FROM report_rows)");
    while (rest.executeStep())
      out.push_back({rest.getColumn(0).getInt64(), 0});
  }
  std::ranges::sort(out, {}, [](const Close& c) { return std::tuple(-c.similarity, c.report); });
  return out;
}

void make_report_rows(SQLite::Database& db) {
  SQLite::Statement reports(db, "SELECT id, dimension FROM documents WHERE dimension > 0");
  SQLite::Statement sentences(
      db,
      "SELECT s.zone, r.halves FROM sentences s JOIN sentence_rows r ON r.sentence = s.id "
      "WHERE s.document = ? ORDER BY s.position");
  SQLite::Statement put(db, "INSERT OR REPLACE INTO report_rows (document, bytes) VALUES (?, ?)");
  while (reports.executeStep()) {
    const auto dimension = static_cast<std::uint32_t>(reports.getColumn(1).getInt64());
    ReportSum sum(dimension);
    sentences.bind(1, reports.getColumn(0).getInt64());
    while (sentences.executeStep()) {
      std::vector<float> row;
      from_halves(sentences.getColumn(1).getString(), row);
      if (row.size() != dimension) throw DamagedRow("row of wrong size");
      sum.add(enum_of<Zone>(sentences.getColumn(0).getString()), row.data());
    }
    sentences.reset();
    const ReportRow row = sum.row();
    put.bind(1, reports.getColumn(0).getInt64());
    put.bindNoCopy(2, row.data(), static_cast<int>(row.size()));
    put.exec();
    put.reset();
  }
}

}  // namespace gainsay::store
