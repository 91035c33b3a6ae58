#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "store/store.h"
#include "together.h"
#include "types/decision.h"
#include "types/result.h"

namespace gainsay::pipeline {

/// A database that drafts are checked against, as it is when it is opened. Only what a draft is
/// about is read of it.
class Archive {
 public:
  /// `database`: "" for none. Errors: kNotFound, and those of the store.
  static Result<Archive> open(const std::string& database, const std::string& decisions_file);

  [[nodiscard]] std::uint64_t reports() const { return count_; }
  [[nodiscard]] const std::vector<Decision>& decisions() const { return decisions_; }

  struct Part {
    Reports reports;  ///< closest to the draft, by name; they live as long as the archive
    Others others;    ///< stand for all the rest
  };
  /// A report of the draft's name or content is left aside.
  [[nodiscard]] Result<Part> around(const store::StoredDocument& draft);

 private:
  Archive(store::Store store, std::uint64_t count) : store_(std::move(store)), count_(count) {}

  store::Store store_;
  std::uint64_t count_;
  std::vector<Decision> decisions_;
  std::map<std::int64_t, std::unique_ptr<store::StoredDocument>> read_;
};

}  // namespace gainsay::pipeline
