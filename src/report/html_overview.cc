#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "display.h"
#include "html_parts.h"
#include "quote.h"

namespace gainsay::report {
namespace {

/// A matrix wider than this is no help to the eye; the sources with the most findings stay.
constexpr std::size_t kMatrixSources = 20;
constexpr std::size_t kBars = 10;
constexpr std::array kLevels = {Severity::kError, Severity::kWarning, Severity::kNote};

template <class... Args>
void add(std::string& out, fmt::format_string<Args...> format, Args&&... args) {
  fmt::format_to(std::back_inserter(out), format, std::forward<Args>(args)...);
}

/// One token of the search field of the page, as it stands in an address.
std::string token(std::string_view key, std::string_view value) {
  std::string out = fmt::format("{}:%22", key);
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '.' || c == '-' || c == ':';
    if (plain) {
      out += c;
    } else if (c != '"') {
      out += fmt::format("%{:02X}", byte);
    }
  }
  return out + "%22";
}

/// Leads to the list of findings that the tokens select.
std::string list_address(std::string_view tokens) {
  return fmt::format("#view=findings&amp;q={}", tokens);
}

using Levels = std::array<std::uint64_t, 4>;

std::uint64_t total(const Levels& levels) {
  return levels[1] + levels[2] + levels[3];
}

std::string tiles_html(const Report& report, const Tally& t, std::size_t stories) {
  std::string out = "<ul class=\"tiles\">";
  for (const Severity level : kLevels) {
    const std::uint64_t count = t.severities[static_cast<std::size_t>(level)];
    add(out, "<li class=\"{}\"><a href=\"{}\"><b>{}</b> {}</a></li>",
        count == 0 ? "zero" : name(level), list_address(fmt::format("level:{}", name(level))),
        display_number(static_cast<double>(count)), badge(level, count != 1));
  }
  const auto tile = [&out](std::uint64_t count, std::string_view one, std::string_view many) {
    add(out, "<li><b>{}</b> {}</li>", display_number(static_cast<double>(count)),
        count == 1 ? one : many);
  };
  tile(report.documents.size(), "report", "reports");
  tile(t.sources, "source", "sources");
  tile(t.origins, "origin", "origins");
  tile(stories, "story", "stories");
  tile(report.claims.size(), "claim", "claims");
  return out + "</ul>";
}

struct Bar {
  std::string key;
  std::string shown;
  Levels levels{};
};

std::string bar_html(const Bar& bar, std::string_view key, std::uint64_t most) {
  std::string out = fmt::format(
      "<li><a href=\"{}\"><bdi>{}</bdi></a><svg class=\"bar\" "
      "aria-hidden=\"true\" width=\"100%\" height=\"14\">",
      list_address(token(key, bar.key)), html(bar.shown));
  double from = 0;
  for (const Severity level : kLevels) {
    const auto count = static_cast<double>(bar.levels[static_cast<std::size_t>(level)]);
    const double share = 100 * count / static_cast<double>(most);
    if (count > 0) {
      add(out, "<rect class=\"{}\" x=\"{:.2f}%\" width=\"{:.2f}%\" height=\"14\"/>", name(level),
          from, share);
    }
    from += share;
  }
  out += "</svg><span class=\"counts\">";
  for (const Severity level : kLevels) {
    const std::uint64_t count = bar.levels[static_cast<std::size_t>(level)];
    if (count > 0) {
      add(out,
          "<span class=\"{0}\"><span aria-hidden=\"true\">{1}</span> {2}<span class=\"hidden\"> "
          "{0}{3} </span></span>",
          name(level), sign(level), count, count == 1 ? "" : "s");
    }
  }
  return out + "</span></li>";
}

/// The gravest first; what does not fit is folded away.
std::string bars_html(std::vector<Bar> bars, std::string_view key) {
  std::stable_sort(bars.begin(), bars.end(), [](const Bar& x, const Bar& y) {
    return std::make_pair(x.levels[3], x.levels[2]) != std::make_pair(y.levels[3], y.levels[2])
               ? std::make_pair(x.levels[3], x.levels[2]) > std::make_pair(y.levels[3], y.levels[2])
               : total(x.levels) > total(y.levels);
  });
  std::uint64_t most = 1;
  for (const Bar& bar : bars)
    most = std::max(most, total(bar.levels));
  std::string out = "<ul class=\"bars\">";
  for (std::size_t i = 0; i < bars.size(); ++i) {
    if (i == kBars) {
      add(out, "</ul><details><summary>{} more</summary><ul class=\"bars\">", bars.size() - kBars);
    }
    out += bar_html(bars[i], key, most);
  }
  return out + (bars.size() > kBars ? "</ul></details>" : "</ul>");
}

std::string what_and_how_html(const Listed& listed) {
  std::map<std::string, Bar> measures;
  std::map<std::string, Bar> verdicts;
  for (const auto& [finding, s] : listed) {
    const auto count = [level = static_cast<std::size_t>(finding->severity)](
                           std::map<std::string, Bar>& bars, std::string key, std::string shown) {
      Bar& bar = bars[key];
      bar.key = std::move(key);
      bar.shown = std::move(shown);
      ++bar.levels[level];
    };
    count(measures, s.a->attribute, display_measure(s.a->attribute));
    count(verdicts, name(finding->verdict), in_words(name(finding->verdict)));
  }
  const auto all = [](std::map<std::string, Bar>& bars) {
    std::vector<Bar> out;
    for (auto& [key, bar] : bars)
      out.push_back(std::move(bar));
    return out;
  };
  return "<div class=\"columns\"><section aria-labelledby=\"measures\"><h2 id=\"measures\">What "
         "disagrees</h2>" +
         bars_html(all(measures), "measure") +
         "</section><section aria-labelledby=\"verdicts\"><h2 id=\"verdicts\">How</h2>" +
         bars_html(all(verdicts), "verdict") + "</section></div>";
}

/// What two sources have between them.
struct Cell {
  std::uint64_t count = 0;
  Severity worst = Severity::kNone;
  std::map<std::string, std::uint64_t> measures;
};

class Matrix {
 public:
  explicit Matrix(const Listed& listed) {
    for (const auto& [finding, s] : listed)
      add_finding(*finding, s);
  }

  [[nodiscard]] std::string write() const {
    std::vector<std::string> names = busiest();
    if (names.size() < 2) return "<p class=\"soft\">All findings stand inside one source.</p>";
    std::string out =
        "<div class=\"scroll\" role=\"region\" aria-label=\"Matrix\" tabindex=\"0\">"
        "<table class=\"matrix\"><thead><tr><td></td>";
    for (std::size_t i = 0; i < names.size(); ++i) {
      add(out,
          "<th scope=\"col\"><span class=\"hidden\">{0}</span><span aria-hidden=\"true\" "
          "title=\"{0}\">{1}</span></th>",
          html(names[i]), i + 1);
    }
    out += "</tr></thead><tbody>";
    for (std::size_t i = 0; i < names.size(); ++i) {
      add(out,
          "<tr><th scope=\"row\"><span class=\"key\" aria-hidden=\"true\">{}</span> "
          "<bdi>{}</bdi></th>",
          i + 1, html(names[i]));
      for (const std::string& other : names)
        out += cell_html(names[i], other);
      out += "</tr>";
    }
    out += "</tbody></table></div>";
    if (names.size() < totals_.size()) {
      add(out, "<p class=\"soft\">{} with fewer findings not shown.</p>",
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
    ++cell.measures[display_measure(s.a->attribute)];
    cell.worst = std::max(cell.worst, finding.severity);
    most_ = std::max(most_, cell.count);
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
    const Cell& cell = found->second;
    const std::string tokens =
        token("source", a) + "+" + (a == b ? "is:same-source" : token("source", b));
    const std::string what = html(most_often(cell.measures));
    return fmt::format(
        "<td class=\"{} h{}{}\"><a href=\"{}\" title=\"{}\">{}<span class=\"hidden\"> {}, gravest: "
        "{}, on {}</span></a></td>",
        name(cell.worst), 1 + 3 * cell.count / (most_ + 1), own, list_address(tokens), what,
        cell.count, cell.count == 1 ? "finding" : "findings", name(cell.worst), what);
  }

  /// "casualties: killed 4, quote 2"
  static std::string most_often(const std::map<std::string, std::uint64_t>& measures) {
    std::vector<std::pair<std::string, std::uint64_t>> all(measures.begin(), measures.end());
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& x, const auto& y) { return x.second > y.second; });
    std::string out;
    for (std::size_t i = 0; i < std::min<std::size_t>(all.size(), 4); ++i) {
      add(out, "{}{} {}", i == 0 ? "" : ", ", all[i].first, all[i].second);
    }
    return out;
  }

  std::map<std::string, std::uint64_t> totals_;
  std::map<std::pair<std::string, std::string>, Cell> cells_;
  std::uint64_t most_ = 1;
};

}  // namespace

std::string overview_html(const Report& report, const Listed& listed) {
  std::set<std::uint32_t> stories;
  for (const ReportDocument& in : report.documents)
    stories.insert(in.facts.story.value());
  std::string out =
      "<section aria-labelledby=\"read\"><h2 id=\"read\" class=\"hidden\">In figures</h2>" +
      tiles_html(report, tally(report), stories.size()) + "</section>";
  if (listed.empty()) return out + "<p>No two reports were found to disagree.</p>";
  out += what_and_how_html(listed);
  return out +
         "<section aria-labelledby=\"matrix\"><h2 id=\"matrix\">Source against source</h2><p "
         "class=\"soft\">Findings between each two sources; on the diagonal, inside one source. "
         "Each figure leads to them.</p>" +
         Matrix(listed).write() + "</section>";
}

std::string reports_html(const Report& report, const Listed& listed) {
  std::map<std::uint32_t, std::uint64_t> claims;
  std::map<std::uint32_t, std::uint64_t> findings;
  for (const Claim& claim : report.claims)
    ++claims[claim.document.value()];
  for (const auto& [finding, s] : listed) {
    ++findings[s.a->document.value()];
    if (s.a->document != s.b->document) ++findings[s.b->document.value()];
  }
  std::string out =
      "<div class=\"scroll\" role=\"region\" aria-label=\"Table of reports\" "
      "tabindex=\"0\"><table><thead><tr>"
      "<th scope=\"col\">Report</th><th scope=\"col\">Source</th><th scope=\"col\">Published</th>"
      "<th scope=\"col\" class=\"number\">Origin</th><th scope=\"col\" class=\"number\">Claims</th>"
      "<th scope=\"col\" class=\"number\">Findings</th></tr></thead><tbody>\n";
  for (const ReportDocument& in : report.documents) {
    const std::uint32_t id = in.facts.id.value();
    const std::string& title = in.document->metadata().title;
    const std::string date = date_of(in.facts.published);
    add(out, "<tr><th scope=\"row\"><a href=\"#report={}\"><bdi>{}</bdi></a>", id,
        html(clip(title.empty() ? in.document->name() : title, kShownOfText)));
    if (!title.empty())
      add(out, "<span class=\"path\"><bdi>{}</bdi></span>", html(in.document->name()));
    add(out,
        "</th><td><a href=\"{}\"><bdi>{}</bdi></a></td><td>{}</td><td class=\"number\">{}</td><td "
        "class=\"number\">{}</td><td class=\"number\">{}</td></tr>\n",
        list_address(token("source", source_of(in))), html(source_of(in)),
        date.empty() ? "unknown" : date, in.facts.origin.value(), claims[id], findings[id]);
  }
  return out + "</tbody></table></div>";
}

std::string limits_html(const Report& report, std::uint64_t not_shown) {
  const Tally t = tally(report);
  std::string out =
      "<section aria-labelledby=\"limits\"><h2 id=\"limits\">What could not be judged</h2>";
  const std::size_t before = out.size();
  if (!report.errors.empty()) {
    out += "<h3>Reports that could not be read</h3><ul>";
    for (const Error& error : report.errors) {
      add(out, "<li><code><bdi>{}</bdi></code> {}</li>", html(error.where), html(error.message));
    }
    out += "</ul>";
  }
  if (t.abstained != 0) {
    add(out,
        "<p>{} could not be compared, by the first question without an answer:</p><ul "
        "class=\"chips\">",
        counted(t.abstained, "pair"));
    for (const auto& [reason, pairs] : report.judgement.abstained) {
      add(out, "<li><b>{}</b> {}</li>", pairs, html(reason));
    }
    out += "</ul>";
  }
  if (const std::uint64_t left_out = gainsay::total(report.pairs.left_out); left_out != 0) {
    add(out, "<p>{} left out above the limit.</p>", counted(left_out, "pair"));
  }
  if (not_shown != 0) add(out, "<p>{} left out of this page.</p>", counted(not_shown, "finding"));
  if (out.size() == before) {
    out += "<p class=\"soft\">Every pair had an answer and every report was read.</p>";
  }
  return out + "</section>";
}

}  // namespace gainsay::report
