#include "guarded.h"

#include <sqlite3.h>

#include "lock_holder.h"
#include "schema.h"

namespace gainsay::store {

std::string advice(const SQLite::Exception& e, const std::string& path) {
  switch (e.getErrorCode() & 0xFF) {
    case SQLITE_NOTADB:
      return "this file is not a database; name another file, or remove it and ingest again";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return lock_holder(path) +
             " has kept the database locked for 10 seconds; try again when it is done";
    case SQLITE_READONLY:
      return "the database is write-protected; make the file and its directory writable";
    case SQLITE_FULL:
      return "the disk is full; nothing of this report was stored; free some space and try again";
    case SQLITE_CANTOPEN:
      return "cannot open the database; check that the directory exists and may be written to";
    case SQLITE_CORRUPT:
      return "the database is damaged; remove it and ingest the reports again";
    case SQLITE_TOOBIG:
      return "the report is too large to be stored; split it";
    case SQLITE_IOERR:
      return std::string("the disk cannot be read or written (") + e.what() +
             "); check it and try again";
    default:
      return std::string(e.what()) + "; remove the database and ingest the reports again";
  }
}

int pragma(SQLite::Database& db, const char* name) {
  return db.execAndGet(std::string("PRAGMA ") + name).getInt();
}

void refuse_foreign(SQLite::Database& db) {
  const int version = pragma(db, "user_version");
  const bool empty = db.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
  if (!empty && pragma(db, "application_id") != kApplicationId) {
    throw Refused("this database belongs to another program; name another file");
  }
  if (version > kSchemaVersion) {
    throw Refused("the database has schema version " + std::to_string(version) +
                  " and this gainsay knows versions up to " + std::to_string(kSchemaVersion) +
                  "; use a newer gainsay, or another file");
  }
}

}  // namespace gainsay::store
