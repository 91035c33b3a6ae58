#include "pipeline/check.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <future>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "archive.h"
#include "draft_directives.h"
#include "draft_findings.h"
#include "drafts.h"
#include "embed/embedder.h"
#include "reading.h"
#include "rendering.h"
#include "stopwatch.h"
#include "store/store.h"
#include "suppress/baseline.h"
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

/// One draft against the archive, and after it against the other drafts where `cross` says so. The
/// draft stays first, so that its claim comes first in every pair.
Checked check_one(const StoredDocument& draft, const Archive::Part& archive,
                  const std::vector<StoredDocument>& drafts, bool cross,
                  const ruleset::RuleSet& rules, Stopwatch& watch) {
  Reports reports{&draft};
  reports.insert(reports.end(), archive.reports.begin(), archive.reports.end());
  for (const StoredDocument& other : drafts) {
    if (cross && &other != &draft && other.document.sha256() != draft.document.sha256()) {
      reports.push_back(&other);
    }
  }
  const Judged judged =
      judge_together(reports, rules, judge::Abstained::kCounted, watch, 1, archive.others);
  std::map<ClaimId, const Claim*> claims;
  for (const Claim& claim : judged.claims)
    claims.emplace(claim.id, &claim);
  Checked out{&draft, {}, judged.pairs};
  for (Finding& finding : draft_findings(judged)) {
    const Claim& b = *claims.at(finding.b);
    out.found.push_back({finding, reports[b.document.value() - 1], *claims.at(finding.a), b});
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

/// What a comment may name: verdicts, claim rules and their attributes.
std::vector<std::string> names_of(const ruleset::RuleSet& rules) {
  std::vector<std::string> out{"statement", "quote"};
  for (std::size_t i = 0; i < kVerdictCount; ++i)
    out.emplace_back(name(static_cast<Verdict>(i)));
  for (const ruleset::ClaimRule& rule : rules.claims) {
    out.push_back(rule.id);
    out.push_back(rule.attribute);
  }
  return out;
}

/// Leaves out what the comments of the drafts take back; gives the number.
std::uint64_t take_back(std::vector<Checked>& checked, const CheckOptions& options,
                        const ruleset::RuleSet& rules, CheckResult& result) {
  const std::vector<std::string> known = names_of(rules);
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

std::vector<suppress::Known> listed(const std::vector<Checked>& checked) {
  std::vector<suppress::Known> out;
  for (const Checked& one : checked) {
    for (const Found& found : one.found) {
      if (found.finding.severity == Severity::kNone) continue;
      std::string about = std::string(name(found.finding.verdict)) + " " + found.a.attribute;
      out.push_back({found.finding.id, about + ": " + found.finding.reason});
    }
  }
  return out;
}

/// Leaves out what the baseline knows; gives the number. An update writes the file anew.
Result<std::uint64_t> compare_with_baseline(const CheckOptions& options,
                                            std::vector<Checked>& checked, CheckResult& result) {
  std::set<FindingId> known;
  std::error_code ignored;
  if (!options.update_baseline || std::filesystem::exists(options.baseline, ignored)) {
    const Result<std::vector<suppress::Known>> read = suppress::read_baseline(options.baseline);
    if (!read) return Unexpected{read.error()};
    for (const suppress::Known& one : *read)
      known.insert(one.id);
  }
  if (options.update_baseline) {
    const std::vector<suppress::Known> now = listed(checked);
    std::ofstream out(options.baseline, std::ios::binary | std::ios::trunc);
    out << suppress::baseline_text(now);
    out.close();
    if (out.fail()) return fail(ErrorCode::kOutput, options.baseline, "cannot be written");
    std::set<FindingId> ids;
    for (const suppress::Known& one : now)
      ids.insert(one.id);
    for (const FindingId id : ids)
      result.baseline_added += known.contains(id) ? 0 : 1;
    for (const FindingId id : known)
      result.baseline_removed += ids.contains(id) ? 0 : 1;
    known = std::move(ids);
  }
  std::uint64_t left_out = 0;
  for (Checked& one : checked) {
    left_out += std::erase_if(one.found,
                              [&](const Found& found) { return known.contains(found.finding.id); });
  }
  return left_out;
}

}  // namespace

CheckResult check(const CheckOptions& options, std::istream& standard_input) {
  CheckResult result;
  Stopwatch watch(result.seconds);
  std::future<Result<embed::Embedder>> model =
      std::async(std::launch::async, embed::Embedder::load, options.resources.model);
  const std::optional<Reading> reading = load_reading(options.resources.rules, result.fatal);
  if (!reading) return result;
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
    checked.push_back(check_one(draft, *part, drafts, options.cross_drafts, reading->rules, watch));
  }
  if (options.inline_suppressions)
    view.suppressed = take_back(checked, options, reading->rules, result);
  if (!options.baseline.empty()) {
    const Result<std::uint64_t> left_out = compare_with_baseline(options, checked, result);
    if (!left_out) {
      result.fatal.push_back(left_out.error());
      return result;
    }
    view.in_baseline = *left_out;
  }
  Merger(checked).into(view);
  for (const Checked& one : checked)
    view.pairs += one.pairs;
  result.pairs = view.pairs;
  view.errors = result.errors;
  view.archive = archive->reports();
  Result<std::vector<std::string>> outputs =
      render(view, options.output, options.resources.page, archive->decisions());
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
