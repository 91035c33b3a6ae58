#include "pipeline/decisions.h"

#include <fstream>
#include <iterator>
#include <unordered_map>
#include <unordered_set>

#include "decisions_for.h"
#include "report/decisions.h"
#include "store/store.h"

namespace gainsay::pipeline {
namespace {

/// One ruling for one reason: a note or a name more is no conflict.
bool agree(const Decision& x, const Decision& y) {
  return x.ruling == y.ruling && x.reason == y.reason;
}

}  // namespace

Result<std::vector<Decision>> read_decisions_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail(ErrorCode::kNotFound, file.string(), "no such file, or it cannot be read");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return report::read_decisions(text, file.string());
}

Result<ImportResult> import_decisions(const std::string& database,
                                      const std::filesystem::path& file, bool theirs) {
  const Result<std::vector<Decision>> read = read_decisions_file(file);
  if (!read) return Unexpected{read.error()};
  Result<store::Store> store = store::Store::open(database);
  if (!store) return Unexpected{std::move(store).error()};
  const Result<std::vector<Decision>> standing = store->decisions();
  if (!standing) return Unexpected{standing.error()};
  std::unordered_map<std::uint64_t, const Decision*> own;
  for (const Decision& decision : *standing)
    own.emplace(decision.finding.value(), &decision);

  ImportResult out;
  for (const Decision& decision : *read) {
    const auto found = own.find(decision.finding.value());
    const bool known = found != own.end();
    if (known && agree(*found->second, decision)) {
      ++out.same;
      continue;
    }
    if (known && !theirs) {
      out.conflicts.push_back(decision);
      continue;
    }
    const auto expected = known ? std::optional(*found->second) : std::nullopt;
    const Result<bool> done = store->decide(decision.finding, expected, decision);
    if (!done) return Unexpected{done.error()};
    if (*done) ++out.added;
    if (!*done) out.conflicts.push_back(decision);
  }
  return out;
}

Result<std::string> export_decisions(const std::string& database) {
  Result<store::Store> store = store::Store::open(database);
  if (!store) return Unexpected{std::move(store).error()};
  Result<std::vector<Decision>> all = store->decisions();
  if (!all) return Unexpected{std::move(all).error()};
  return report::to_decisions(std::move(*all));
}

Result<std::vector<Decision>> decisions_for(store::Store& store, const std::string& file) {
  Result<std::vector<Decision>> stored = store.decisions();
  if (!stored || file.empty()) return stored;
  Result<std::vector<Decision>> out = read_decisions_file(file);
  if (!out) return out;
  std::unordered_set<std::uint64_t> known;
  for (const Decision& decision : *out)
    known.insert(decision.finding.value());
  for (Decision& decision : *stored) {
    if (!known.contains(decision.finding.value())) out->push_back(std::move(decision));
  }
  return out;
}

}  // namespace gainsay::pipeline
