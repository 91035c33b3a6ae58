#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "html_parts.h"
#include "quote.h"
#include "report/report.h"

namespace gainsay::report {
namespace {

/// What a page of one story is made of, by number in the whole report.
struct Story {
  std::set<std::uint32_t> documents;
  std::vector<const Finding*> findings;
};

/// A finding between two stories stands in the story of its side a, which takes the other report
/// in.
std::map<std::uint32_t, Story> stories_of(const Report& report, const Listed& listed) {
  std::map<std::uint32_t, Story> out;
  for (const auto& [finding, s] : listed) {
    Story& story = out[s.in_a->facts.story.value()];
    story.findings.push_back(finding);
    story.documents.insert(s.in_b->facts.id.value());
  }
  for (const ReportDocument& in : report.documents) {
    const auto story = out.find(in.facts.story.value());
    if (story != out.end()) story->second.documents.insert(in.facts.id.value());
  }
  return out;
}

/// The part of the report that one story is, with its documents numbered anew.
Report part_of(const Report& report, const Story& story) {
  Report out;
  out.version = report.version;
  out.says = report.says;
  std::map<std::uint32_t, DocumentId> ids;
  for (const ReportDocument& in : report.documents) {
    if (!story.documents.contains(in.facts.id.value())) continue;
    const DocumentId id(static_cast<std::uint32_t>(out.documents.size() + 1));
    ids.emplace(in.facts.id.value(), id);
    out.documents.push_back(in);
    out.documents.back().facts.id = id;
  }
  for (const Claim& claim : report.claims) {
    const auto id = ids.find(claim.document.value());
    if (id == ids.end()) continue;
    out.claims.push_back(claim);
    out.claims.back().document = id->second;
  }
  for (const Finding* finding : story.findings)
    out.judgement.findings.push_back(*finding);
  return out;
}

/// The title of its first report that has one.
std::string title_of(const Report& story) {
  std::vector<const ReportDocument*> in_time;
  for (const ReportDocument& in : story.documents)
    in_time.push_back(&in);
  std::ranges::stable_sort(in_time, {},
                           [](const ReportDocument* in) { return in->facts.published; });
  const auto named = std::ranges::find_if(
      in_time, [](const ReportDocument* in) { return !in->document->metadata().title.empty(); });
  const ReportDocument& first = named == in_time.end() ? *in_time.front() : **named;
  return named == in_time.end() ? first.document->name() : first.document->metadata().title;
}

std::string row(const std::string& name, const Report& story, const std::string& title) {
  const Tally t = tally(story);
  std::string out = fmt::format("<tr><th scope=\"row\"><a href=\"{}\"><bdi>{}</bdi></a></th>", name,
                                html(clip(title, kShownOfText)));
  fmt::format_to(std::back_inserter(out), "<td class=\"number\">{}</td>", story.documents.size());
  for (const Severity level : {Severity::kError, Severity::kWarning, Severity::kNote}) {
    fmt::format_to(std::back_inserter(out), "<td class=\"number\">{}</td>",
                   t.severities[static_cast<std::size_t>(level)]);
  }
  return out + "</tr>\n";
}

/// The head and the foot of the page, with a table of the stories in between.
std::string index_html(const Report& report, std::string_view page, const HtmlOptions& options,
                       const std::string& rows) {
  const std::size_t body = page.find("<div id=\"app\">");
  const std::size_t foot = page.find("<footer");
  const Parts parts = frame_parts(report, options);
  return fill(page.substr(0, body), parts) +
         "<main class=\"wrap\">\n<header class=\"masthead\"><h1>Where the reports gainsay each "
         "other</h1>\n<p>" +
         parts.at("title") +
         ", a page for each story.</p></header>\n<div class=\"scroll\" role=\"region\" "
         "aria-label=\"Stories\" tabindex=\"0\"><table><thead><tr><th scope=\"col\">Story</th>"
         "<th scope=\"col\" class=\"number\">Reports</th><th scope=\"col\" class=\"number\">" +
         badge(Severity::kError, true) + "</th><th scope=\"col\" class=\"number\">" +
         badge(Severity::kWarning, true) + "</th><th scope=\"col\" class=\"number\">" +
         badge(Severity::kNote, true) + "</th></tr></thead><tbody>\n" + rows +
         "</tbody></table></div>\n" + limits_html(report, 0) + "\n</main>\n" +
         (foot == page.npos ? std::string{} : fill(page.substr(foot), parts));
}

}  // namespace

std::vector<NamedPage> to_html_by_story(const Report& report, std::string_view page,
                                        const HtmlOptions& options) {
  const Lookup lookup(report);
  std::vector<NamedPage> out(1);
  std::string rows;
  for (const auto& [number, story] : stories_of(report, listed_in(report, lookup))) {
    const Report part = part_of(report, story);
    const std::string title = title_of(part);
    const std::string name = fmt::format("story-{}.html", number);
    Parts parts = page_parts(part, options);
    parts["title"] = html(clip(title, kShownOfText)) + ": " + parts["title"];
    const std::size_t left_out =
        story.findings.size() - std::min<std::size_t>(story.findings.size(), options.max_findings);
    parts["limits"] = (left_out == 0 ? std::string{} : limits_html(part, left_out)) +
                      "<p><a href=\"index.html\">All stories, and what could not be judged</a></p>";
    rows += row(name, part, title);
    out.push_back({name, fill(page, parts)});
  }
  out.front() = {"index.html", index_html(report, page, options, rows)};
  return out;
}

}  // namespace gainsay::report
