#include "pipeline/check.h"

#include <algorithm>
#include <filesystem>
#include <future>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "apply_policy.h"
#include "archive.h"
#include "draft_baseline.h"
#include "draft_directives.h"
#include "draft_findings.h"
#include "drafts.h"
#include "embed/embedder.h"
#include "reading.h"
#include "rendering.h"
#include "stopwatch.h"
#include "store/store.h"
#include "together.h"

namespace gainsay::pipeline {
namespace {

using store::StoredDocument;

std::vector<StoredDocument> read_drafts(const CheckOptions& options, const Reading& reading,
                                        embed::Embedder& embedder, std::istream& standard_input,
                                        CheckResult& result) {
  std::vector<StoredDocument> out;
  const auto add = [&](Result<text::Document> document) {
    if (document) {
      out.push_back(read_draft(std::move(*document), reading, embedder));
    } else {
      result.errors.push_back(std::move(document).error());
    }
  };
  if (std::ranges::find(options.drafts, "-") != options.drafts.end()) {
    std::string bytes((std::istreambuf_iterator<char>(standard_input)), {});
    add(ingest::read_bytes(options.stdin_name, std::move(bytes),
                           ingest::format_of(options.stdin_name), reading.ingest));
  }
  for (const std::filesystem::path& file : expand(options.drafts, result.errors))
    add(ingest::read_file(file, reading.ingest));
  std::ranges::sort(result.errors, {}, [](const Error& e) { return std::tie(e.where, e.message); });
  std::ranges::stable_sort(out, {}, [](const StoredDocument& d) { return d.document.name(); });
  return out;
}

/// A finding of a draft, with both claims and where they stand.
struct Found {
  Finding finding;
  const StoredDocument* other;
  Claim a;
  Claim b;
};
struct Checked {
  const StoredDocument* draft;
  std::vector<Found> found;
  PairCounts pairs;
};

/// One draft against the archive, and after it against the other drafts where that is asked for.
/// The draft stays first, so that its claim comes first in every pair.
Checked check_one(const StoredDocument& draft, const Archive::Part& archive,
                  const std::vector<StoredDocument>& drafts, const CheckOptions& options,
                  const ruleset::RuleSet& rules, Stopwatch& watch) {
  Reports reports{&draft};
  reports.insert(reports.end(), archive.reports.begin(), archive.reports.end());
  for (const StoredDocument& other : drafts) {
    if (options.cross_drafts && &other != &draft &&
        other.document.sha256() != draft.document.sha256()) {
      reports.push_back(&other);
    }
  }
  const Judged judged =
      judge_together(reports, rules, judge::Abstained::kCounted, watch, 1, archive.others);
  std::map<ClaimId, const Claim*> claims;
  for (const Claim& claim : judged.claims)
    claims.emplace(claim.id, &claim);
  Checked out{&draft, {}, judged.pairs};
  const Policy policy = policy_for(options.policy, draft.document.name());
  for (Finding& finding : draft_findings(judged)) {
    const Claim& a = *claims.at(finding.a);
    const Claim& b = *claims.at(finding.b);
    if (!apply(policy, rules.judge, a, b, finding)) continue;
    out.found.push_back({finding, reports[b.document.value() - 1], a, b});
  }
  return out;
}

/// The drafts, and of the archive what stands against them.
class Merger {
 public:
  explicit Merger(const std::vector<Checked>& checked) {
    Reports reports;
    for (const Checked& one : checked)
      keep(one.draft, reports);
    const std::size_t drafts = reports.size();
    for (const Checked& one : checked) {
      for (const Found& found : one.found)
        keep(found.other, reports);
    }
    std::set<const StoredDocument*> of_drafts(
        reports.begin(), reports.begin() + static_cast<std::ptrdiff_t>(drafts));
    // What was published comes before the drafts, wherever the two are kept.
    std::ranges::stable_sort(reports, {}, [&](const StoredDocument* d) {
      return std::tuple(of_drafts.contains(d), d->document.name());
    });
    const std::vector<DocumentFacts> facts = facts_of(reports);
    for (std::size_t i = 0; i < reports.size(); ++i) {
      numbers_[reports[i]] = facts[i].id;
      view_.documents.push_back(shown(*reports[i], facts[i]));
      if (of_drafts.contains(reports[i])) view_.drafts.push_back(facts[i].id);
    }
    report::name_sources(view_.documents);
    for (const Checked& one : checked)
      add(one);
  }

  /// Fills documents, drafts, claims and findings.
  void into(report::Report& out) {
    std::ranges::sort(claims_, {}, [](const Claim& c) {
      return std::tuple(c.document, c.span.begin, c.span.end, c.id);
    });
    std::map<ClaimId, std::size_t> order;
    for (std::size_t i = 0; i < claims_.size(); ++i)
      order[claims_[i].id] = i;
    std::ranges::stable_sort(view_.judgement.findings, {}, [&](const Finding& f) {
      return std::tuple(-static_cast<int>(f.severity), order[f.a], order[f.b], f.verdict);
    });
    out.documents = std::move(view_.documents);
    out.drafts = std::move(view_.drafts);
    out.claims = std::move(claims_);
    out.judgement.findings = std::move(view_.judgement.findings);
  }

 private:
  static void keep(const StoredDocument* report, Reports& reports) {
    if (std::ranges::find(reports, report) == reports.end()) reports.push_back(report);
  }

  /// Copies of one text have claims of one id; the later ones are numbered.
  ClaimId add(const StoredDocument* in, Claim claim) {
    const auto [known, is_new] = ids_.emplace(std::pair(in, claim.id), claim.id);
    if (!is_new) return known->second;
    for (std::uint64_t repeat = 1; !taken_.insert(known->second).second; ++repeat) {
      known->second = ClaimId{ContentHash{}.add(claim.id.value()).add(repeat).value()};
    }
    claim.id = known->second;
    claim.document = numbers_.at(in);
    claims_.push_back(std::move(claim));
    return known->second;
  }

  void add(const Checked& one) {
    for (const Claim& claim : one.draft->claims)
      add(one.draft, claim);
    for (const Found& found : one.found) {
      Finding finding = found.finding;
      finding.a = add(one.draft, found.a);
      finding.b = add(found.other, found.b);
      view_.judgement.findings.push_back(std::move(finding));
    }
  }

  report::Report view_;
  std::vector<Claim> claims_;
  std::map<const StoredDocument*, DocumentId> numbers_;
  std::map<std::pair<const StoredDocument*, ClaimId>, ClaimId> ids_;
  std::set<ClaimId> taken_;
};

/// Leaves out what the comments of the drafts take back; gives the number.
std::uint64_t take_back(std::vector<Checked>& checked, const CheckOptions& options,
                        const ruleset::RuleSet& rules, CheckResult& result) {
  const std::vector<std::string> known = rule_names(rules);
  std::uint64_t taken = 0;
  for (Checked& one : checked) {
    DraftDirectives directives(one.draft->document, options.today, options.require_reason, known);
    taken += std::erase_if(one.found, [&](const Found& found) {
      return found.finding.severity > Severity::kNone &&
             directives.take_back(found.finding, found.a);
    });
    const std::vector<Error> unused = directives.unused();
    result.unused.insert(result.unused.end(), unused.begin(), unused.end());
    result.directives.insert(result.directives.end(), directives.problems().begin(),
                             directives.problems().end());
  }
  return taken;
}

}  // namespace

CheckResult check(const CheckOptions& options, std::istream& standard_input) {
  CheckResult result;
  Stopwatch watch(result.seconds);
  std::future<Result<embed::Embedder>> model =
      std::async(std::launch::async, embed::Embedder::load, options.resources.model);
  std::optional<Reading> reading = load_reading(options.resources.rules, result.fatal);
  if (!reading) return result;
  result.fatal = unknown_names(options.policy, reading->rules);
  if (!result.fatal.empty()) return result;
  tune(options.policy, reading->rules);
  Result<embed::Embedder> embedder = model.get();
  if (!embedder) {
    result.fatal.push_back(std::move(embedder).error());
    return result;
  }
  watch.lap("load");
  Result<Archive> archive = Archive::open(options.database, options.output.decisions);
  if (!archive) {
    result.fatal.push_back(archive.error());
    return result;
  }
  watch.lap("archive");
  const std::vector<StoredDocument> drafts =
      read_drafts(options, *reading, *embedder, standard_input, result);
  watch.lap("drafts");
  result.drafts = drafts.size();
  result.archive = archive->reports();

  // Each draft alone; what is found is final from here.
  report::Report view = new_report(reading->rules);
  std::vector<Checked> checked;
  for (const StoredDocument& draft : drafts) {
    const Result<Archive::Part> part = archive->around(draft);
    if (!part) {
      result.fatal.push_back(part.error());
      return result;
    }
    watch.lap("archive");
    checked.push_back(check_one(draft, *part, drafts, options, reading->rules, watch));
  }
  if (options.inline_suppressions)
    view.suppressed = take_back(checked, options, reading->rules, result);
  Merger(checked).into(view);
  if (!options.baseline.file.empty()) {
    const Result<BaselineChange> change =
        compare_with_baseline(options.baseline, archive->decisions(), view);
    if (!change) {
      result.fatal.push_back(change.error());
      return result;
    }
    result.baseline = *change;
  }
  for (const Checked& one : checked)
    view.pairs += one.pairs;
  result.pairs = view.pairs;
  view.errors = result.errors;
  view.archive = archive->reports();
  Result<std::vector<std::string>> outputs =
      render(view, options.output, options.resources, archive->decisions());
  if (!outputs) {
    result.fatal.push_back(std::move(outputs).error());
    return result;
  }
  result.outputs = std::move(*outputs);
  for (const Finding& finding : view.judgement.findings)
    ++result.severities[finding.severity];
  watch.lap("report");
  return result;
}

}  // namespace gainsay::pipeline
