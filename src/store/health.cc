#include "store/health.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "guarded.h"
#include "schema.h"

namespace gainsay::store {
namespace {

std::uint64_t count(SQLite::Database& db, const std::string& table) {
  if (!db.tableExists(table)) return 0;
  const std::int64_t rows = db.execAndGet("SELECT count(*) FROM " + table).getInt64();
  return static_cast<std::uint64_t>(rows);
}

}  // namespace

Result<Health> examine(const std::string& path) {
  return guarded(path, [&] {
    SQLite::Database db(path, SQLite::OPEN_READONLY, kBusyMilliseconds);
    refuse_foreign(db);
    Health out;
    out.newest = kSchemaVersion;
    out.version = pragma(db, "user_version");
    const std::string check = db.execAndGet("PRAGMA integrity_check(1)").getString();
    if (check != "ok") {
      out.damage = check.substr(check.rfind('\n') + 1);
      return out;
    }
    out.reports = count(db, "documents");
    out.claims = count(db, "claims");
    out.decisions = count(db, "decisions");
    return out;
  });
}

}  // namespace gainsay::store
