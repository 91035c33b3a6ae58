#include <algorithm>
#include <array>
#include <iterator>

#include <fmt/format.h>

#include "consensus.h"
#include "diagnostics.h"
#include "display.h"
#include "overview.h"
#include "quote.h"
#include "report/report.h"

namespace gainsay::report {
namespace {

constexpr std::uint32_t kLinesQuoted = 3;

enum class Ink { kError, kWarning, kNote, kFrame, kBold };

Ink ink_of(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return Ink::kError;
    case Severity::kWarning:
      return Ink::kWarning;
    case Severity::kNote:
    case Severity::kNone:
      break;
  }
  return Ink::kNote;
}

/// "A, B, C and 4 more"
std::string first_of(const std::vector<std::string>& names) {
  constexpr std::size_t kShown = 3;
  const std::size_t shown = std::min(kShown, names.size());
  const auto end = names.begin() + static_cast<std::ptrdiff_t>(shown);
  const std::string out = fmt::format("{}", fmt::join(names.begin(), end, ", "));
  return shown == names.size() ? out : fmt::format("{} and {} more", out, names.size() - shown);
}

class Terminal {
 public:
  Terminal(const Report& report, const TextOptions& options)
      : report_(report), options_(options), lookup_(report) {}

  std::string write() {
    for (const Diagnostic& found : diagnostics(report_, lookup_, options_.minimum))
      write_diagnostic(found);
    for (const Error& error : report_.errors) {
      say("{}: {}: {}\n", paint(Ink::kError, "cannot read"), printable(error.where),
          printable(error.message));
    }
    if (!report_.errors.empty()) out_ += '\n';
    if (options_.summary) {
      for (const Consensus& figure : consensus(report_, lookup_)) {
        const bool disputed = figure.dispute != Severity::kNone;
        if (disputed && figure.dispute >= options_.minimum) write_spread(figure);
      }
      write_summary();
    }
    return std::move(out_);
  }

 private:
  template <class... Args>
  void say(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
  }

  [[nodiscard]] std::string paint(Ink ink, std::string text) const {
    if (!options_.colour) return text;
    constexpr std::array<const char*, 5> kCodes = {"1;31", "1;33", "1;36", "1;34", "1"};
    return fmt::format("\x1b[{}m{}\x1b[0m", kCodes[static_cast<std::size_t>(ink)], text);
  }

  void bar(std::size_t gutter) {
    say("{} {}\n", std::string(gutter, ' '), paint(Ink::kFrame, "|"));
  }

  void remark(std::size_t gutter, const char* what, const std::string& text) {
    say("{} {} {}: {}\n", std::string(gutter, ' '), paint(Ink::kFrame, "="),
        paint(Ink::kBold, what), printable(text));
  }

  [[nodiscard]] std::string heading(const Diagnostic& found) const {
    const Finding& finding = *found.finding;
    const Claim& a = *found.at.claim;
    const Claim& b = *found.related.front().claim;
    const bool alike =
        a.value.quantity && b.value.quantity && a.value.quantity->noun == b.value.quantity->noun;
    const auto shown = [alike](const Claim& claim) {
      return alike ? display_figure(claim.value) : display(claim.value);
    };
    std::string measure = a.attribute;
    if (b.attribute != measure) measure += " and " + b.attribute;
    const std::string level = finding.severity == Severity::kNone ? "info" : name(finding.severity);
    return paint(ink_of(finding.severity), fmt::format("{}[{}]", level, name(finding.verdict))) +
           paint(Ink::kBold,
                 printable(fmt::format(": {}: {} against {}", measure, shown(a), shown(b))));
  }

  void write_diagnostic(const Diagnostic& found) {
    const auto first_line = [](const Place& place) {
      return place.in->document->position(place.claim->span.begin).line;
    };
    std::uint32_t furthest = first_line(found.at);
    for (const Place& place : found.related)
      furthest = std::max(furthest, first_line(place));
    const std::size_t gutter = std::to_string(furthest + kLinesQuoted - 1).size();
    say("{}\n", heading(found));
    write_place(*found.at.claim, *found.at.in, gutter, ink_of(found.finding->severity));
    for (const Place& place : found.related) {
      std::string by = found.finding->internal ? "the same report" : said_by(*place.in);
      const std::string& speaker = place.claim->assertion.speaker;
      if (!speaker.empty()) by = fmt::format("{} in {}", speaker, by);
      say("{}: {}\n", paint(Ink::kNote, "note"),
          printable(fmt::format("{} from {}", display(place.claim->value), by)));
      write_place(*place.claim, *place.in, gutter, Ink::kNote);
    }
    write_remarks(found, gutter);
    out_ += '\n';
  }

  void write_place(const Claim& claim, const ReportDocument& in, std::size_t gutter, Ink ink) {
    const text::Document& document = *in.document;
    const text::Position at = document.position(claim.span.begin);
    say("{}{} {}:{}:{} ({})\n", std::string(gutter, ' '), paint(Ink::kFrame, "-->"),
        printable(document.name()), at.line, at.column, printable(said_by(in)));
    bar(gutter);
    const std::uint32_t last = document.position(claim.span.end - 1).line;
    const std::uint32_t shown = std::min(last, at.line + kLinesQuoted - 1);
    for (std::uint32_t line = at.line; line <= shown; ++line) {
      const std::string label = line == shown ? " " + printable(display(claim.value)) : "";
      write_line(document, line, claim.span, gutter, ink, label);
    }
    bar(gutter);
  }

  void write_line(const text::Document& document, std::uint32_t line, Span span, std::size_t gutter,
                  Ink ink, const std::string& label) {
    const Span all = document.line(line);
    const Span words{std::max(span.begin, all.begin) - all.begin,
                     std::clamp(span.end, all.begin, all.end) - all.begin};
    const Quote quoted = quote(document.text(all), words, options_.width);
    say("{} {}\n", paint(Ink::kFrame, fmt::format("{:>{}} |", line, gutter)), quoted.line);
    say("{} {} {}{}\n", std::string(gutter, ' '), paint(Ink::kFrame, "|"),
        std::string(quoted.caret_begin, ' '),
        paint(ink, std::string(quoted.caret_width, '^') + label));
  }

  void write_remarks(const Diagnostic& found, std::size_t gutter) {
    const Finding& finding = *found.finding;
    if (!finding.reason.empty()) remark(gutter, "reason", finding.reason);
    std::string passed;
    std::string failed;
    for (const GateResult& gate : finding.gates) {
      std::string& list = gate.passed ? passed : failed;
      if (!list.empty()) list += ", ";
      list += name(gate.gate);
      if (!gate.passed && !gate.because.empty()) list += fmt::format(" ({})", gate.because);
    }
    if (!passed.empty()) passed += " passed";
    if (!failed.empty()) passed += fmt::format("{}{} failed", passed.empty() ? "" : "; ", failed);
    if (!passed.empty()) remark(gutter, "gates", passed);
    remark(gutter, "origins",
           fmt::format("{} against {}{}", found.origins_for, found.origins_against,
                       found.newer && !report_.drafts.empty() ? " newer" : ""));
    std::string ids;
    for (const FindingId id : found.ids)
      ids += (ids.empty() ? "" : ", ") + to_hex(id.value());
    remark(gutter, "id", ids);
  }

  void write_spread(const Consensus& figure) {
    const Claim& like = *figure.counted.front();
    say("{}{}\n", paint(Ink::kNote, "spread"),
        paint(Ink::kBold, fmt::format(": {}: {}", printable(like.attribute),
                                      counted(figure.origins, "independent origin"))));
    const std::array<std::pair<const char*, const Level*>, 4> levels = {
        {{"low", &figure.low},
         {"conservative", &figure.conservative},
         {"median", &figure.median},
         {"high", &figure.high}}};
    std::size_t width = 0;
    for (const auto& [name, level] : levels)
      width = std::max(width, display_level(*level, like).size());
    for (const auto& [name, level] : levels) {
      std::string from = first_of(level->sources);
      if (!level->speakers.empty()) from += " (said by " + first_of(level->speakers) + ")";
      say("  {:<14}{:>{}}  {}\n", name, printable(display_level(*level, like)), width,
          printable(from));
    }
    out_ += '\n';
  }

  void write_input(const Tally& t) {
    if (report_.drafts.empty()) {
      say("{} from {} ({}), {}\n", counted(report_.documents.size(), "report"),
          counted(t.sources, "source"), counted(t.origins, "origin"),
          counted(report_.claims.size(), "claim"));
      return;
    }
    const auto claims = std::ranges::count_if(report_.claims, [&](const Claim& claim) {
      return std::ranges::binary_search(report_.drafts, claim.document);
    });
    say("{} with {} checked against {}\n", counted(report_.drafts.size(), "draft"),
        counted(static_cast<std::uint64_t>(claims), "claim"), counted(report_.archive, "report"));
    if (report_.suppressed + report_.dismissed + report_.in_baseline != 0) {
      say("{} suppressed, {} dismissed by reviewers, {} in the baseline\n", report_.suppressed,
          report_.dismissed, report_.in_baseline);
    }
  }

  void write_summary() {
    const Tally t = tally(report_);
    const auto level = [&t](Severity s) { return t.severities[static_cast<std::size_t>(s)]; };
    say("{}, {}, {}", counted(level(Severity::kError), "error"),
        counted(level(Severity::kWarning), "warning"), counted(level(Severity::kNote), "note"));
    const char* between = ": ";
    for (std::size_t i = 0; i < kVerdictCount; ++i) {
      if (t.verdicts[i] == 0) continue;
      say("{}{} {}", between, t.verdicts[i], name(static_cast<Verdict>(i)));
      between = ", ";
    }
    out_ += '\n';
    write_input(t);
    between = ": ";
    if (t.abstained != 0) say("{} not comparable", counted(t.abstained, "pair"));
    for (const auto& [reason, pairs] : report_.judgement.abstained) {
      say("{}{} {}", between, printable(reason), pairs);
      between = ", ";
    }
    if (t.abstained != 0) out_ += '\n';
    if (const std::uint64_t left_out = total(report_.pairs.left_out); left_out != 0) {
      say("{} left out, above the limit\n", counted(left_out, "pair"));
    }
    if (report_.dismissed != 0 && report_.drafts.empty())
      say("{} dismissed by reviewers\n", report_.dismissed);
    if (!report_.errors.empty()) {
      say("{} could not be read\n", counted(report_.errors.size(), "report"));
    }
  }

  const Report& report_;
  const TextOptions& options_;
  Lookup lookup_;
  std::string out_;
};

}  // namespace

std::string to_text(const Report& report, const TextOptions& options) {
  return Terminal(report, options).write();
}

}  // namespace gainsay::report
