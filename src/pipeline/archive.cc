#include "archive.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "decisions_for.h"

namespace gainsay::pipeline {
namespace {

bool is_same_report(const store::StoredDocument& x, const store::StoredDocument& y) {
  return x.document.name() == y.document.name() || x.document.sha256() == y.document.sha256();
}

}  // namespace

Result<Archive> Archive::open(const std::string& database, const std::string& decisions_file) {
  std::error_code error;
  if (!database.empty() && !std::filesystem::exists(database, error)) {
    return fail(ErrorCode::kNotFound, database,
                "no such database; make one with: gainsay ingest --db " + database + " REPORTS");
  }
  Result<store::Store> store = store::Store::open(database.empty() ? ":memory:" : database);
  if (!store) return Unexpected{std::move(store).error()};
  const Result<std::uint64_t> count = store->freeze();
  if (!count) return Unexpected{count.error()};
  Archive out(std::move(*store), *count);
  Result<std::vector<Decision>> decisions = decisions_for(out.store_, decisions_file);
  if (!decisions) return Unexpected{std::move(decisions).error()};
  out.decisions_ = std::move(*decisions);
  return out;
}

Result<Archive::Part> Archive::around(const store::StoredDocument& draft) {
  const Result<store::Nearest> nearest = store_.nearest(draft.sentences, draft.rows, {});
  if (!nearest) return Unexpected{nearest.error()};
  Part out;
  for (const std::int64_t report : nearest->closest) {
    std::unique_ptr<store::StoredDocument>& kept = read_[report];
    if (!kept) {
      Result<store::StoredDocument> read = store_.one(report);
      if (!read) return Unexpected{std::move(read).error()};
      kept = std::make_unique<store::StoredDocument>(std::move(*read));
    }
    if (!is_same_report(*kept, draft)) out.reports.push_back(kept.get());
  }
  std::ranges::sort(out.reports, {},
                    [](const store::StoredDocument* d) { return d->document.name(); });
  for (const std::int64_t report : nearest->sample) {
    Result<std::vector<store::StoredSentence>> sentences = store_.sentences(report);
    if (!sentences) return Unexpected{std::move(sentences).error()};
    out.others.reports.push_back(std::move(*sentences));
  }
  if (!nearest->sample.empty()) {
    out.others.weight = static_cast<double>(count_ - nearest->closest.size()) /
                        static_cast<double>(nearest->sample.size());
  }
  return out;
}

}  // namespace gainsay::pipeline
