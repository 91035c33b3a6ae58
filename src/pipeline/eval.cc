#include "pipeline/eval.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <utility>

#include "ingest/json_lines.h"
#include "ingest_into.h"
#include "reading.h"
#include "stopwatch.h"
#include "store/store.h"
#include "together.h"

namespace gainsay::pipeline {
namespace fs = std::filesystem;
namespace {

/// What one run found, by the files of the gold.
class Outcome {
 public:
  Outcome(const fs::path& folder, const Reports& reports, const Judged& judged) : judged_(judged) {
    for (std::size_t i = 0; i < reports.size(); ++i) {
      const std::string file =
          fs::path(reports[i]->document.name()).lexically_relative(folder).generic_string();
      by_file_[file] = {reports[i], DocumentId(static_cast<std::uint32_t>(i + 1))};
    }
    for (const Finding& finding : judged.judgement.findings)
      verdicts_[std::minmax(finding.a, finding.b)].insert(name(finding.verdict));
  }

  /// Claims that overlap the words; nothing when these are not in the file exactly once.
  [[nodiscard]] std::optional<std::vector<const Claim*>> touching(
      const ingest::GoldPlace& place) const {
    const auto found = by_file_.find(place.file);
    if (found == by_file_.end()) return std::nullopt;
    const auto& [report, id] = found->second;
    const std::string& bytes = report->document.bytes();
    const std::size_t begin = bytes.find(place.text);
    if (begin == std::string::npos) return std::nullopt;
    const Span words{static_cast<std::uint32_t>(begin),
                     static_cast<std::uint32_t>(begin + place.text.size())};
    std::vector<const Claim*> out;
    for (const Claim& claim : judged_.claims) {
      if (claim.document == id && claim.span.overlaps(words)) out.push_back(&claim);
    }
    return out;
  }

  [[nodiscard]] std::set<std::string> verdicts(const std::vector<const Claim*>& a,
                                               const std::vector<const Claim*>& b) const {
    std::set<std::string> out;
    for (const Claim* x : a) {
      for (const Claim* y : b) {
        const auto found = verdicts_.find(std::minmax(x->id, y->id));
        if (found != verdicts_.end()) out.insert(found->second.begin(), found->second.end());
      }
    }
    return out;
  }

 private:
  const Judged& judged_;
  std::map<std::string, std::pair<const store::StoredDocument*, DocumentId>> by_file_;
  std::map<std::pair<ClaimId, ClaimId>, std::set<std::string>> verdicts_;
};

/// Calls use(where, line) for every line that is not empty.
template <class Use>
void for_each_line(const fs::path& file, EvalResult& result, Use use) {
  std::ifstream in(file);
  if (!in) {
    result.errors.push_back({ErrorCode::kNotFound, file.string(), "cannot be read; is it there?"});
    return;
  }
  std::uint64_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (!line.empty()) use(file.string() + ":" + std::to_string(number), line);
  }
}

std::string joined(const std::set<std::string>& names) {
  std::string out;
  for (const std::string& name : names)
    out += (out.empty() ? "" : ", ") + name;
  return out.empty() ? "nothing" : out;
}

Error lost(const std::string& where, const ingest::GoldPlace& place) {
  return {ErrorCode::kNotFound, where, "\"" + place.text + "\" is not in " + place.file};
}

void score_finding(const std::string& where, const ingest::GoldFinding& gold,
                   const Outcome& outcome, EvalResult& result) {
  const auto a = outcome.touching(gold.a);
  const auto b = outcome.touching(gold.b);
  if (!a || !b) {
    result.errors.push_back(lost(where, a ? gold.b : gold.a));
    return;
  }
  const std::set<std::string> found = outcome.verdicts(*a, *b);
  const bool any =
      std::ranges::any_of(gold.verdicts, [&](const std::string& v) { return found.contains(v); });
  ++(gold.must ? result.intended : result.traps);
  if (any) ++(gold.must ? result.intended_found : result.traps_fired);
  if (any == gold.must) return;
  const std::set<std::string> asked(gold.verdicts.begin(), gold.verdicts.end());
  result.misses.push_back(where + ": \"" + gold.a.text + "\" against \"" + gold.b.text +
                          "\": " + (gold.must ? "expected " : "must not be ") + joined(asked) +
                          ", found " + joined(found));
}

bool has_value(const Claim& claim, const ingest::GoldClaim& gold) {
  if (!claim.value.quantity) return false;
  const Quantity& q = *claim.value.quantity;
  const double infinity = std::numeric_limits<double>::infinity();
  const auto near = [](double x, double y) {
    return x == y || std::abs(x - y) <= 1e-6 * std::max(std::abs(x), std::abs(y));
  };
  // What is at most N counts from 0 or from nothing.
  const bool lo = near(q.lo, gold.lo.value_or(-infinity)) || (!gold.lo && q.lo == 0);
  return lo && near(q.hi, gold.hi.value_or(infinity)) && (gold.unit.empty() || q.unit == gold.unit);
}

void score_claim(const std::string& where, const ingest::GoldClaim& gold, const Outcome& outcome,
                 EvalResult& result) {
  const auto touching = outcome.touching(gold.at);
  if (!touching) {
    result.errors.push_back(lost(where, gold.at));
    return;
  }
  ++result.claims;
  const auto of_attribute = [&](const Claim* claim) {
    return claim->attribute == gold.attribute ||
           (gold.attribute == "quote" && claim->kind == ClaimKind::kQuote);
  };
  if (std::ranges::none_of(*touching, of_attribute)) {
    std::set<std::string> found;
    for (const Claim* claim : *touching)
      found.insert(claim->attribute);
    result.misses.push_back(where + ": \"" + gold.at.text + "\": expected " + gold.attribute +
                            ", found " + joined(found));
    return;
  }
  ++result.claims_found;
  if (!gold.has_value) return;
  ++result.values;
  const bool right = std::ranges::any_of(*touching, [&](const Claim* claim) {
    return of_attribute(claim) && has_value(*claim, gold);
  });
  if (right) {
    ++result.values_right;
  } else {
    result.misses.push_back(where + ": \"" + gold.at.text + "\": another value of " +
                            gold.attribute);
  }
}

}  // namespace

EvalResult evaluate(const Resources& resources, const fs::path& folder, unsigned jobs) {
  EvalResult result;
  const std::optional<Reading> reading = load_reading(resources.rules, result.fatal);
  if (!reading) return result;
  Result<store::Store> store = store::Store::open(":memory:");
  if (!store) {
    result.fatal.push_back(std::move(store).error());
    return result;
  }
  std::istringstream none;
  IngestResult ingested = ingest_into(
      *store, *reading, {resources, ":memory:", {(folder / "reports").string()}, "", jobs}, none);
  result.fatal = std::move(ingested.fatal);
  result.errors = std::move(ingested.summary.errors);
  if (!result.fatal.empty()) return result;
  const Result<std::vector<store::StoredDocument>> stored = store->all();
  if (!stored) {
    result.fatal.push_back(stored.error());
    return result;
  }
  Reports reports;
  for (const store::StoredDocument& document : *stored)
    reports.push_back(&document);
  std::map<std::string, double> seconds;
  Stopwatch watch(seconds);
  const Judged judged = judge_together(reports, reading->rules, judge::Abstained::kCounted, watch);
  const Outcome outcome(folder, reports, judged);

  for_each_line(folder / "gold" / "findings.jsonl", result,
                [&](const std::string& where, const std::string& line) {
                  const auto gold = ingest::read_gold_finding(where, line);
                  if (gold) return score_finding(where, *gold, outcome, result);
                  result.errors.push_back(gold.error());
                });
  for_each_line(folder / "gold" / "claims.jsonl", result,
                [&](const std::string& where, const std::string& line) {
                  const auto gold = ingest::read_gold_claim(where, line);
                  if (gold) return score_claim(where, *gold, outcome, result);
                  result.errors.push_back(gold.error());
                });
  return result;
}

}  // namespace gainsay::pipeline
