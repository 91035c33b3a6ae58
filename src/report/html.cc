#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "display.h"
#include "html_parts.h"
#include "quote.h"
#include "report/report.h"

namespace gainsay::report {
namespace {

/// A matrix wider than this is no help to the eye; the sources with the most findings stay.
constexpr std::size_t kMatrixSources = 20;

bool is_listed(const Finding& finding) {
  return finding.severity != Severity::kNone;
}

/// Listed findings of one attribute, in the order of the judge.
struct Group {
  std::string attribute;
  std::vector<std::pair<const Finding*, Sides>> findings;
};

std::vector<Group> group(const Report& report, const Lookup& lookup) {
  std::vector<Group> groups;
  std::map<std::string, std::size_t> known;
  for (const Finding& finding : report.judgement.findings) {
    const Sides s = sides(lookup, finding);
    if (!is_listed(finding) || !s.complete()) continue;
    const auto [at, is_new] = known.emplace(s.a->attribute, groups.size());
    if (is_new) groups.push_back({s.a->attribute, {}});
    groups[at->second].findings.emplace_back(&finding, s);
  }
  return groups;
}

template <class... Args>
void add(std::string& out, fmt::format_string<Args...> format, Args&&... args) {
  fmt::format_to(std::back_inserter(out), format, std::forward<Args>(args)...);
}

std::string overview_html(const Report& report, const Tally& t) {
  std::string out = "<ul class=\"tiles\">";
  for (const Severity level : {Severity::kError, Severity::kWarning, Severity::kNote}) {
    const std::uint64_t count = t.severities[static_cast<std::size_t>(level)];
    add(out, "<li class=\"{}{}\"><b>{}</b> {}</li>", name(level), count == 0 ? " zero" : "", count,
        badge(level, count != 1));
  }
  const auto tile = [&out](std::uint64_t count, const char* noun) {
    add(out, "<li><b>{}</b> <span>{}{}</span></li>", display_number(static_cast<double>(count)),
        noun, count == 1 ? "" : "s");
  };
  tile(report.documents.size(), "report");
  tile(t.sources, "source");
  tile(t.origins, "origin");
  tile(report.claims.size(), "claim");
  out += "</ul>";
  std::string rows;
  for (std::size_t i = 0; i < kVerdictCount; ++i) {
    if (t.verdicts[i] == 0) continue;
    add(rows, "<li><b>{}</b> {}</li>", t.verdicts[i], in_words(name(static_cast<Verdict>(i))));
  }
  if (!rows.empty()) out += "<h3>By verdict</h3><ul class=\"verdicts\">" + rows + "</ul>";
  return out;
}

/// What two sources have between them.
struct Cell {
  std::uint64_t count = 0;
  const Finding* worst = nullptr;
};

class Matrix {
 public:
  explicit Matrix(const std::vector<Group>& groups) {
    for (const Group& in : groups) {
      for (const auto& [finding, s] : in.findings)
        add_finding(*finding, s);
    }
  }

  [[nodiscard]] std::string write() const {
    std::vector<std::string> names = busiest();
    if (names.size() < 2) return "<p class=\"empty\">All findings stand inside one source.</p>";
    std::string out =
        "<div class=\"scroll fit\" role=\"region\" aria-labelledby=\"matrix\" tabindex=\"0\">"
        "<table class=\"matrix\" aria-labelledby=\"matrix\"><thead><tr><td></td>";
    for (std::size_t i = 0; i < names.size(); ++i) {
      add(out, "<th scope=\"col\"><abbr title=\"{}\">{}</abbr></th>", html(names[i]), i + 1);
    }
    out += "</tr></thead><tbody>";
    for (std::size_t i = 0; i < names.size(); ++i) {
      add(out, "<tr><th scope=\"row\"><span class=\"key\">{}</span> <bdi>{}</bdi></th>", i + 1,
          html(names[i]));
      for (const std::string& other : names)
        out += cell_html(names[i], other);
      out += "</tr>";
    }
    out += "</tbody></table></div>";
    if (names.size() < totals_.size()) {
      add(out, "<p class=\"empty\">{} with fewer findings not shown.</p>",
          counted(totals_.size() - names.size(), "source"));
    }
    return out;
  }

 private:
  void add_finding(const Finding& finding, const Sides& s) {
    std::string a = source_of(*s.in_a);
    std::string b = source_of(*s.in_b);
    ++totals_[a];
    if (a != b) ++totals_[b];
    if (b < a) std::swap(a, b);
    Cell& cell = cells_[{a, b}];
    ++cell.count;
    if (cell.worst == nullptr || finding.severity > cell.worst->severity) cell.worst = &finding;
  }

  [[nodiscard]] std::vector<std::string> busiest() const {
    std::vector<std::pair<std::string, std::uint64_t>> all(totals_.begin(), totals_.end());
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& x, const auto& y) { return x.second > y.second; });
    all.resize(std::min(all.size(), kMatrixSources));
    std::vector<std::string> names;
    for (const auto& entry : all)
      names.push_back(entry.first);
    std::sort(names.begin(), names.end());
    return names;
  }

  [[nodiscard]] std::string cell_html(const std::string& a, const std::string& b) const {
    const auto found = cells_.find({std::min(a, b), std::max(a, b)});
    const char* own = a == b ? " own" : "";
    if (found == cells_.end()) return fmt::format("<td class=\"none{}\">·</td>", own);
    const Finding& worst = *found->second.worst;
    return fmt::format(
        "<td class=\"{}{}\"><a href=\"#f-{}\" aria-label=\"{}, gravest: {}\">{}</a></td>",
        name(worst.severity), own, to_hex(worst.id.value()),
        counted(found->second.count, "finding"), name(worst.severity), found->second.count);
  }

  std::map<std::string, std::uint64_t> totals_;
  std::map<std::pair<std::string, std::string>, Cell> cells_;
};

std::string contents_html(const std::vector<Group>& groups) {
  std::string out = "<nav aria-label=\"Findings by measure\"><ul class=\"contents\">";
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const Severity worst = groups[i].findings.front().first->severity;
    add(out, "<li class=\"{}\"><a href=\"#g-{}\"><bdi>{}</bdi></a> <b>{}</b></li>", name(worst),
        i + 1, html(groups[i].attribute), groups[i].findings.size());
  }
  return groups.empty() ? "" : out + "</ul></nav>";
}

std::string findings_html(const std::vector<Group>& groups) {
  if (groups.empty())
    return "<p class=\"empty\">No finding among the claims that could be compared.</p>";
  std::string out;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    add(out,
        "<section class=\"group\" aria-labelledby=\"g-{0}\"><h3 id=\"g-{0}\"><bdi>{1}</bdi> "
        "<span class=\"count\">{2}</span></h3>\n",
        i + 1, html(groups[i].attribute), counted(groups[i].findings.size(), "finding"));
    for (const auto& [finding, s] : groups[i].findings)
      out += finding_html(*finding, s);
    out += "</section>\n";
  }
  return out;
}

std::string reports_html(const Report& report) {
  std::map<std::uint32_t, std::uint64_t> claims;
  for (const Claim& claim : report.claims)
    ++claims[claim.document.value()];
  std::string out =
      "<div class=\"scroll\" role=\"region\" aria-labelledby=\"reports\" tabindex=\"0\">"
      "<table class=\"reports\" aria-labelledby=\"reports\">"
      "<thead><tr><th scope=\"col\">Report</th><th scope=\"col\">Source</th><th "
      "scope=\"col\">Published</th><th scope=\"col\" class=\"number\">Origin</th><th scope=\"col\" "
      "class=\"number\">Claims</th></tr></thead><tbody>\n";
  for (const ReportDocument& in : report.documents) {
    const std::uint32_t id = in.facts.id.value();
    const std::string& title = in.document->metadata().title;
    const std::string date = date_of(in.facts.published);
    add(out, "<tr id=\"d-{}\"><th scope=\"row\"><bdi>{}</bdi>", id,
        html(title.empty() ? in.document->name() : title));
    if (!title.empty())
      add(out, "<span class=\"path\"><bdi>{}</bdi></span>", html(in.document->name()));
    add(out,
        "</th><td><bdi>{}</bdi></td><td>{}</td><td class=\"number\">{}</td><td "
        "class=\"number\">{}</td></tr>\n",
        html(source_of(in)), date.empty() ? "unknown" : date, in.facts.origin.value(), claims[id]);
  }
  return out + "</tbody></table></div>";
}

std::string limits_html(const Report& report, const Tally& t) {
  std::string out;
  if (!report.errors.empty()) {
    out += "<h3>Reports that could not be read</h3><ul class=\"errors\">";
    for (const Error& error : report.errors) {
      add(out, "<li><code><bdi>{}</bdi></code> {}</li>", html(error.where), html(error.message));
    }
    out += "</ul>";
  }
  if (t.abstained != 0) {
    add(out,
        "<h3>Pairs without an answer</h3><p>{} could not be compared, by the first question "
        "without an answer:</p><ul class=\"verdicts\">",
        counted(t.abstained, "pair"));
    for (const auto& [reason, pairs] : report.judgement.abstained) {
      add(out, "<li><b>{}</b> {}</li>", pairs, html(reason));
    }
    out += "</ul>";
  }
  if (report.pairs_left_out != 0) {
    add(out, "<p>{} left out above the limit.</p>", counted(report.pairs_left_out, "pair"));
  }
  return out.empty() ? "<p class=\"empty\">Every pair had an answer and every report was read.</p>"
                     : out;
}

using Parts = std::map<std::string, std::string, std::less<>>;

/// One pass, so that a marker inside an article stays what it is. Unknown markers stay too.
std::string fill(std::string_view page, const Parts& parts) {
  std::string out;
  while (!page.empty()) {
    const std::size_t open = page.find("{{");
    const std::size_t close = open == page.npos ? open : page.find("}}", open);
    if (close == page.npos) break;
    const auto part = parts.find(page.substr(open + 2, close - open - 2));
    const std::size_t taken = part == parts.end() ? open + 2 : open;
    out += page.substr(0, taken);
    if (part != parts.end()) out += part->second;
    page.remove_prefix(part == parts.end() ? taken : close + 2);
  }
  return out.append(page);
}

std::string title_of(const Tally& t) {
  const auto level = [&t](Severity s) { return t.severities[static_cast<std::size_t>(s)]; };
  return fmt::format("{}, {}, {}", counted(level(Severity::kError), "error"),
                     counted(level(Severity::kWarning), "warning"),
                     counted(level(Severity::kNote), "note"));
}

}  // namespace

std::string to_html(const Report& report, std::string_view page) {
  const Lookup lookup(report);
  const Tally t = tally(report);
  const std::vector<Group> groups = group(report, lookup);
  return fill(page, {{"title", title_of(t)},
                     {"version", html(report.version)},
                     {"overview", overview_html(report, t)},
                     {"matrix", Matrix(groups).write()},
                     {"contents", contents_html(groups)},
                     {"findings", findings_html(groups)},
                     {"reports", reports_html(report)},
                     {"limits", limits_html(report, t)}});
}

}  // namespace gainsay::report
