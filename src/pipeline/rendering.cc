#include "rendering.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "honour.h"
#include "report/formats.h"

namespace gainsay::pipeline {
namespace {

report::HtmlOptions html_options(const OutputOptions& options,
                                 const std::vector<Decision>& decisions) {
  return {options.made, options.served, decisions, options.max_findings};
}

Result<std::string> read_page(const std::filesystem::path& page) {
  std::ifstream in(page, std::ios::binary);
  std::string html{std::istreambuf_iterator<char>(in), {}};
  if (!html.empty()) return html;
  return fail(ErrorCode::kNotFound, page.string(),
              "the page template cannot be read; install Gainsay again or name its data directory "
              "with GAINSAY_DATA");
}

std::map<Verdict, std::string> precision(const std::filesystem::path& rules) {
  std::map<Verdict, std::string> out;
  for (const auto& [verdict, measured] : ruleset::load_measured(rules))
    out[verdict] = precision_of(measured);
  return out;
}

std::string render_one(Format format, const report::Report& view, const OutputOptions& options,
                       const Resources& resources, const std::string& page,
                       const std::vector<Decision>& decisions) {
  switch (format) {
    case Format::kText:
      return report::to_text(view,
                             {options.colour, options.width, options.minimum, options.summary});
    case Format::kJson:
      return report::to_json(view);
    case Format::kHtml:
      return report::to_html(view, page, html_options(options, decisions));
    case Format::kJsonl:
      return report::to_jsonl(view, options.minimum);
    case Format::kUnix:
      return report::to_unix(view, options.minimum);
    case Format::kCompact:
      return report::to_compact(view, options.minimum);
    case Format::kSarif:
      return report::to_sarif(view, options.minimum, precision(resources.rules));
    case Format::kRdjson:
      return report::to_rdjson(view, options.minimum);
    case Format::kRdjsonl:
      return report::to_rdjsonl(view, options.minimum);
    case Format::kGithub:
      return report::to_github(view, options.minimum);
    case Format::kGitlab:
      return report::to_gitlab(view, options.minimum);
    case Format::kJunit:
      return report::to_junit(view, options.minimum);
    case Format::kCheckstyle:
      return report::to_checkstyle(view, options.minimum);
    case Format::kMarkdown:
      return report::to_markdown(view, options.minimum);
    case Format::kCsv:
      return report::to_csv(view, options.minimum);
  }
  return {};
}

}  // namespace

bool parse(std::string_view text, Format& format) {
  if (text == "pretty") text = "text";
  const auto found = std::ranges::find(kFormatNames, text);
  if (found == kFormatNames.end()) return false;
  format = static_cast<Format>(found - kFormatNames.begin());
  return true;
}

Result<std::vector<std::string>> render(report::Report& report, const OutputOptions& options,
                                        const Resources& resources,
                                        const std::vector<Decision>& decisions) {
  std::string html;
  if (std::ranges::find(options.formats, Format::kHtml) != options.formats.end()) {
    Result<std::string> read = read_page(resources.page);
    if (!read) return Unexpected{std::move(read).error()};
    html = std::move(*read);
  }
  std::vector<std::string> out(options.formats.size());
  const auto render_all = [&](bool pages) {
    for (std::size_t i = 0; i < out.size(); ++i) {
      const Format format = options.formats[i];
      if ((format == Format::kHtml) == pages)
        out[i] = render_one(format, report, options, resources, html, decisions);
    }
  };
  render_all(true);
  honour(decisions, report);
  render_all(false);
  return out;
}

Result<std::vector<std::string>> render_by_story(const report::Report& report,
                                                 const OutputOptions& options,
                                                 const std::filesystem::path& page,
                                                 const std::vector<Decision>& decisions,
                                                 std::vector<std::string>& names) {
  const Result<std::string> html = read_page(page);
  if (!html) return Unexpected{html.error()};
  std::vector<std::string> out;
  for (report::NamedPage& one :
       report::to_html_by_story(report, *html, html_options(options, decisions))) {
    names.push_back(std::move(one.name));
    out.push_back(std::move(one.html));
  }
  return out;
}

const char* precision_of(const ruleset::Measured& measured) {
  const double share = (measured.right + 1.0) / (measured.judged + 2.0);
  if (share >= 0.95) return "very-high";
  if (share >= 0.85) return "high";
  return share >= 0.65 ? "medium" : "low";
}

report::Report new_report(const ruleset::RuleSet& rules) {
  report::Report out;
  out.version = GAINSAY_VERSION;
  for (const ruleset::VerdictRule& rule : rules.judge.verdicts) {
    out.says[static_cast<std::size_t>(rule.verdict)] = rule.says;
  }
  return out;
}

}  // namespace gainsay::pipeline
