#include "decision_rows.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "claim_columns.h"

namespace gainsay::store {
namespace {

constexpr const char* kSelect =
    "SELECT finding, ruling, reason, note, reviewer, at, claim_a, claim_b FROM decisions";

Decision read(SQLite::Statement& row) {
  Decision out;
  const auto text = [&row](int column) { return row.getColumn(column).getString(); };
  std::uint64_t id = 0;
  if (!from_hex(text(0), id)) throw DamagedRow("fingerprint of a decision");
  if (!parse(text(1), out.ruling)) throw DamagedRow("unknown word '" + text(1) + "'");
  out.finding = FindingId(id);
  out.reason = text(2);
  out.note = text(3);
  out.reviewer = text(4);
  out.at = text(5);
  out.claims = {text(6), text(7)};
  return out;
}

std::optional<Decision> standing(SQLite::Database& db, const std::string& id) {
  SQLite::Statement select(db, std::string(kSelect) + " WHERE finding = ?");
  select.bind(1, id);
  if (!select.executeStep()) return std::nullopt;
  return read(select);
}

}  // namespace

std::vector<Decision> all_decisions(SQLite::Database& db) {
  std::vector<Decision> out;
  SQLite::Statement select(db, std::string(kSelect) + " ORDER BY finding");
  while (select.executeStep())
    out.push_back(read(select));
  return out;
}

bool replace_decision(SQLite::Database& db, FindingId finding,
                      const std::optional<Decision>& expected,
                      const std::optional<Decision>& next) {
  const std::string id = to_hex(finding.value());
  SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
  if (standing(db, id) != expected) return false;
  if (next) {
    SQLite::Statement put(db, "INSERT OR REPLACE INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    const std::string ruling = name(next->ruling);
    int column = 0;
    for (const std::string* text : {&id, &ruling, &next->reason, &next->note, &next->reviewer,
                                    &next->at, &next->claims[0], &next->claims[1]})
      put.bind(++column, *text);
    put.exec();
  } else {
    SQLite::Statement remove(db, "DELETE FROM decisions WHERE finding = ?");
    remove.bind(1, id);
    remove.exec();
  }
  transaction.commit();
  return true;
}

}  // namespace gainsay::store
