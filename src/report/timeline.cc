#include "report/timeline.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "display.h"
#include "figures.h"
#include "json_parts.h"
#include "json_writer.h"
#include "overview.h"
#include "quote.h"

namespace gainsay::report {
namespace {

/// True when the judge took both claims for one measure of one thing, whatever the time.
bool is_of_one_figure(const Finding& finding) {
  switch (finding.verdict) {
    case Verdict::kUpdate:
    case Verdict::kRevisionDown:
    case Verdict::kCorrection:
      return finding.severity != Severity::kNone;  // a reviewer dismissed it
    default:
      return compares(finding);
  }
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out(1);
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter) {
      out.back() += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!out.back().empty()) {
      out.emplace_back();
    }
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

bool matches(std::string_view attribute, const std::vector<std::string>& query) {
  const std::vector<std::string> words = words_of(attribute);
  return std::ranges::all_of(query, [&](const std::string& wanted) {
    return std::ranges::any_of(words,
                               [&](const std::string& word) { return word.starts_with(wanted); });
  });
}

/// One claim of a figure, and what the judge said of it and the last claim before it.
struct Point {
  const Claim* claim = nullptr;
  const ReportDocument* in = nullptr;
  const Finding* change = nullptr;
  const Claim* before = nullptr;

  [[nodiscard]] const std::optional<Instant>& when() const {
    return claim->as_of.from ? claim->as_of.from : in->facts.published;
  }
};

using Series = std::vector<Point>;
using Pair = std::pair<std::uint64_t, std::uint64_t>;
using Findings = std::map<Pair, const Finding*>;

Findings findings_of(const Report& report) {
  Findings out;
  for (const Finding& finding : report.judgement.findings) {
    if (is_of_one_figure(finding))
      out.emplace(std::minmax(finding.a.value(), finding.b.value()), &finding);
  }
  return out;
}

Series series_of(const Figure& figure, const Lookup& lookup, const Findings& findings) {
  Series out;
  for (const Claim* claim : figure)
    out.push_back({claim, lookup.document(claim->document), nullptr, nullptr});
  std::ranges::stable_sort(out, {}, [](const Point& point) {
    return std::pair(!point.when().has_value(), point.when().value_or(Instant{}));
  });
  for (std::size_t i = 1; i < out.size(); ++i) {
    for (std::size_t j = i; j-- > 0 && out[i].change == nullptr;) {
      const auto found =
          findings.find(std::minmax(out[i].claim->id.value(), out[j].claim->id.value()));
      if (found == findings.end()) continue;
      out[i].change = found->second;
      out[i].before = out[j].claim;
    }
  }
  return out;
}

struct Counts {
  std::size_t reports = 0;
  std::size_t origins = 0;
};

Counts counts_of(const Series& series) {
  std::set<std::uint32_t> reports;
  std::set<std::pair<std::uint32_t, std::uint32_t>> origins;
  for (const Point& point : series) {
    const std::uint32_t report = point.in->facts.id.value();
    const std::uint32_t origin = point.in->facts.origin.value();
    reports.insert(report);
    origins.emplace(origin, origin == 0 ? report : 0);
  }
  return {reports.size(), origins.size()};
}

std::string change_of(const Point& point) {
  if (point.change == nullptr) return "";
  return fmt::format("{}: {}", name(point.change->verdict), display_figure(point.before->value));
}

std::string place_of(const Point& point) {
  const text::Position at = point.in->document->position(point.claim->span.begin);
  return fmt::format("{}:{}:{}", point.in->document->name(), at.line, at.column);
}

std::size_t columns_of(std::string_view text) {
  std::size_t out = 0;
  for (const Glyph& glyph : glyphs(text))
    out += glyph.width;
  return out;
}

void write_text(std::string& out, const Series& series) {
  const Counts counts = counts_of(series);
  out += fmt::format("{}: {} in {} from {}\n", printable(series.front().claim->attribute),
                     counted(series.size(), "claim"), counted(counts.reports, "report"),
                     counted(counts.origins, "origin"));
  using Row = std::array<std::string, 5>;
  std::vector<Row> rows;
  for (const Point& point : series) {
    std::string who = source_of(*point.in);
    if (!point.claim->assertion.speaker.empty())
      who += " (said by " + point.claim->assertion.speaker + ")";
    const std::string when = date_of(point.when());
    rows.push_back({when.empty() ? "no date" : when, display(point.claim->value), who,
                    change_of(point), place_of(point)});
    for (std::string& cell : rows.back())
      cell = printable(cell);
  }
  std::array<std::size_t, 5> widths{};
  for (const Row& row : rows) {
    for (std::size_t column = 0; column < row.size(); ++column)
      widths[column] = std::max(widths[column], columns_of(row[column]));
  }
  for (const Row& row : rows) {
    std::string line;
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (widths[column] == 0) continue;
      if (!line.empty()) line += "  ";
      line += row[column];
      if (column + 1 < row.size()) line.append(widths[column] - columns_of(row[column]), ' ');
    }
    out += "  " + line + "\n";
  }
}

void write_point(JsonWriter& json, const Point& point) {
  const text::Position at = point.in->document->position(point.claim->span.begin);
  json.line();
  json.open('{');
  json.key("as_of").string_or_null(point.when() ? to_iso(*point.when()) : "");
  json.key("stated").boolean(point.claim->as_of.from.has_value());
  json.key("claim").hex(point.claim->id.value());
  json.key("text").string(point.claim->text);
  json.key("value");
  write_value(json, point.claim->value);
  json.key("frame");
  write_frame(json, point.claim->frame);
  json.key("source").string(source_of(*point.in));
  json.key("speaker").string_or_null(point.claim->assertion.speaker);
  json.key("origin").integer(point.in->facts.origin.value());
  json.key("path").string(point.in->document->name());
  json.key("line").integer(at.line);
  json.key("column").integer(at.column);
  json.key("change");
  if (point.change == nullptr) {
    json.null();
  } else {
    json.open('{');
    json.key("verdict").string(name(point.change->verdict));
    json.key("from").hex(point.before->id.value());
    json.key("finding").hex(point.change->id.value());
    json.close('}');
  }
  json.close('}');
}

std::string to_json(const Report& report, std::string_view query, const std::vector<Series>& all) {
  JsonWriter json;
  json.open('{');
  json.key("schema").string("gainsay-timeline/1");
  json.key("version").string(report.version);
  json.key("query").string_or_null(query);
  json.key("figures").open('[');
  for (const Series& series : all) {
    const Counts counts = counts_of(series);
    json.line();
    json.open('{');
    json.key("attribute").string(series.front().claim->attribute);
    json.key("story").integer(series.front().in->facts.story.value());
    json.key("unit").string(series.front().claim->value.quantity->unit);
    json.key("reports").integer(counts.reports);
    json.key("origins").integer(counts.origins);
    json.key("points").open('[');
    for (const Point& point : series)
      write_point(json, point);
    json.close(']');
    json.close('}');
  }
  json.close(']');
  json.close('}');
  return json.take() + "\n";
}

}  // namespace

Timeline timeline(const Report& report, std::string_view query, bool json) {
  const Lookup lookup(report);
  const Findings findings = findings_of(report);
  const std::vector<std::string> words = words_of(query);
  std::vector<Series> chosen;
  std::set<std::string> known;
  for (const Figure& figure : figures(report, lookup, is_of_one_figure)) {
    known.insert(figure.front()->attribute);
    if (!matches(figure.front()->attribute, words)) continue;
    Series series = series_of(figure, lookup, findings);
    if (words.empty() && counts_of(series).reports < 2) continue;
    chosen.push_back(std::move(series));
  }
  std::ranges::stable_sort(chosen, {}, [](const Series& series) {
    return std::tie(series.front().claim->attribute, series.front().in->facts.story);
  });
  Timeline out;
  out.figures = chosen.size();
  out.known = {known.begin(), known.end()};
  if (json) {
    out.output = to_json(report, query, chosen);
  } else {
    for (const Series& series : chosen) {
      if (!out.output.empty()) out.output += '\n';
      write_text(out.output, series);
    }
  }
  return out;
}

}  // namespace gainsay::report
