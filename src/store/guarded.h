#pragma once

#include <stdexcept>
#include <string>
#include <utility>

#include <SQLiteCpp/SQLiteCpp.h>

#include "claim_columns.h"
#include "types/result.h"

namespace gainsay::store {

inline constexpr int kBusyMilliseconds = 10'000;

/// The database is fine and is not for us; carries the sentence for the user.
struct Refused : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// What to do about it, for the database at `path`.
[[nodiscard]] std::string advice(const SQLite::Exception& e, const std::string& path);

/// Calls `work` and turns everything thrown into kStore.
template <class Work>
auto guarded(const std::string& path, Work&& work) -> Result<decltype(work())> {
  try {
    return work();
  } catch (const Refused& e) {
    return fail(ErrorCode::kStore, path, e.what());
  } catch (const DamagedRow& e) {
    return fail(ErrorCode::kStore, path,
                std::string("the database is damaged (") + e.what() +
                    "); remove it and ingest the reports again");
  } catch (const SQLite::Exception& e) {
    return fail(ErrorCode::kStore, path, advice(e, path));
  }
}

[[nodiscard]] int pragma(SQLite::Database& db, const char* name);

/// kApplicationId is missing from a file that is not empty, or its version is too new: Refused.
void refuse_foreign(SQLite::Database& db);

}  // namespace gainsay::store
