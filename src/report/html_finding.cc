#include <algorithm>
#include <cctype>
#include <iterator>
#include <vector>

#include <fmt/format.h>

#include "display.h"
#include "html_parts.h"
#include "quote.h"

namespace gainsay::report {
namespace {

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/// End of the tag or entity that starts at `at`; `at` when none does.
std::size_t markup_end(std::string_view raw, std::size_t at) {
  const char close = raw[at] == '<' ? '>' : raw[at] == '&' ? ';' : '\0';
  const std::size_t end = close == '\0' ? raw.npos : raw.find(close, at);
  const bool entity_too_long = close == ';' && end != raw.npos && end - at > 32;
  return end == raw.npos || entity_too_long ? at : end + 1;
}

/// For each byte of `raw` (and its end) the byte of `readable` that it shows as; empty when the two
/// do not run together.
std::vector<std::size_t> align(std::string_view raw, std::string_view readable) {
  std::vector<std::size_t> map(raw.size() + 1, readable.size());
  std::size_t to = 0;
  for (std::size_t at = 0; at < raw.size();) {
    const bool more = to < readable.size();
    std::size_t next = at + 1;
    std::size_t taken = 0;
    if (more && raw[at] == readable[to] && (raw[at] != '<' || markup_end(raw, at) == at)) {
      taken = 1;
    } else if (more && is_space(raw[at]) && is_space(readable[to])) {
      taken = 1;
    } else if (const std::size_t end = markup_end(raw, at); end != at) {
      next = end;
      std::size_t behind = to;
      if (raw[at] == '&' && more) static_cast<void>(next_code_point(readable, behind));
      taken = behind - to;
    }
    std::fill(map.begin() + static_cast<std::ptrdiff_t>(at),
              map.begin() + static_cast<std::ptrdiff_t>(next), to);
    at = next;
    to += taken;
  }
  map[raw.size()] = to;
  if (to != readable.size()) map.clear();
  return map;
}

Marked cut(std::string_view text, std::size_t begin, std::size_t end) {
  const auto inside = [text](std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  };
  while (begin > 0 && inside(begin))
    --begin;
  while (inside(end))
    ++end;
  return {std::string(text.substr(0, begin)), std::string(text.substr(begin, end - begin)),
          std::string(text.substr(end))};
}

std::string limits(const Quantity& q) {
  const bool exact = q.hard.lo == q.hard.hi && q.pragmatic.lo == q.pragmatic.hi;
  if (exact && q.is_point() && !q.approximate) return "";
  return display_bounds(q, q.hard);
}

void row(std::string& out, std::string_view term, std::string_view text) {
  if (text.empty()) return;
  fmt::format_to(std::back_inserter(out), "<div><dt>{}</dt><dd>{}</dd></div>", term, html(text));
}

std::string voice_of(const Assertion& assertion) {
  std::string out = assertion.speaker;
  if (out.empty() && assertion.voice == Voice::kAttributed) out = "an unnamed speaker";
  if (assertion.quoted) out += out.empty() ? "in quotation marks" : ", in quotation marks";
  return out;
}

std::string time_of(const TimeInterval& time) {
  const std::string from = date_of(time.from).substr(0, 10);
  const std::string to = date_of(time.to).substr(0, 10);
  return to.empty() || to == from ? from : from + " to " + to;
}

std::string subject_of(const Frame& frame) {
  std::string out = frame.subject;
  const auto add = [&out](const std::string& part) {
    if (part.empty()) return;
    if (!out.empty()) out += "; ";
    out += part;
  };
  std::string names;
  for (const std::string& name : frame.participants)
    names += (names.empty() ? "" : ", ") + name;
  add(names);
  add(frame.place);
  add(time_of(frame.time));
  add(frame.population);
  add(frame.period);
  add(frame.ordinal);
  return out;
}

std::string side_html(const Claim& claim, const ReportDocument& in, std::uint32_t origins,
                      std::string_view side) {
  const Marked sentence = mark(claim, in);
  const text::Position at = in.document->position(claim.span.begin);
  const std::string date = date_of(in.facts.published);
  std::string out =
      fmt::format("<section class=\"side\"><h5><span class=\"key\">{}</span> <bdi>{}</bdi></h5>",
                  side, html(source_of(in)));
  fmt::format_to(std::back_inserter(out), "<p class=\"when\">{}</p>",
                 date.empty() ? std::string("date unknown")
                              : fmt::format("<time datetime=\"{}\">{}</time>",
                                            to_iso(*in.facts.published), date));
  fmt::format_to(std::back_inserter(out),
                 "<blockquote dir=\"auto\"><p>{}<mark>{}</mark>{}</p></blockquote><dl>",
                 html(sentence.before), html(sentence.words), html(sentence.after));
  row(out, "Value", display(claim.value));
  if (claim.value.quantity) row(out, "Allows", limits(*claim.value.quantity));
  row(out, "Says who", voice_of(claim.assertion));
  if (claim.assertion.polarity == Polarity::kDenied) row(out, "Polarity", "denied");
  if (claim.assertion.modality != Modality::kFact) {
    row(out, "Stated as", name(claim.assertion.modality));
  }
  row(out, "About", subject_of(claim.frame));
  row(out, "As of", time_of(claim.as_of));
  row(out, "Origins", counted(origins, "independent origin"));
  fmt::format_to(std::back_inserter(out),
                 "<div><dt>Where</dt><dd><a href=\"#d-{}\"><bdi>{}</bdi>:{}:{}</a></dd></div>",
                 in.facts.id.value(), html(in.document->name()), at.line, at.column);
  return out + "</dl></section>";
}

std::string gates_html(const std::vector<GateResult>& gates) {
  if (gates.empty()) return "";
  const auto passed =
      std::count_if(gates.begin(), gates.end(), [](const GateResult& gate) { return gate.passed; });
  std::string out = fmt::format("<details><summary>{} asked, {} passed</summary><ol>",
                                counted(gates.size(), "question"), passed);
  for (const GateResult& gate : gates) {
    fmt::format_to(std::back_inserter(out),
                   "<li class=\"{}\"><span class=\"sign\" aria-hidden=\"true\">{}</span> "
                   "<b>{}</b> <span>{}{}{}</span></li>",
                   gate.passed ? "passed" : "failed", gate.passed ? "✓" : "✗", name(gate.gate),
                   gate.passed ? "passed" : "failed", gate.because.empty() ? "" : ": ",
                   html(gate.because));
  }
  return out + "</ol></details>";
}

}  // namespace

Marked mark(const Claim& claim, const ReportDocument& in) {
  const std::string_view bytes = in.document->bytes();
  if (claim.sentence >= in.sentences.size()) return {"", claim.text, ""};
  const ReportSentence& sentence = in.sentences[claim.sentence];
  if (!sentence.original.contains(claim.span) || sentence.original.end > bytes.size()) {
    return {"", claim.text, ""};
  }
  const std::string_view raw = bytes.substr(sentence.original.begin, sentence.original.size());
  const std::size_t begin = claim.span.begin - sentence.original.begin;
  const std::size_t end = claim.span.end - sentence.original.begin;
  const std::vector<std::size_t> map = align(raw, sentence.text);
  if (map.empty() || map[begin] >= map[end]) return cut(raw, begin, end);
  return cut(sentence.text, map[begin], map[end]);
}

std::string badge(Severity severity, bool plural) {
  constexpr std::array<const char*, 4> kSigns = {"○", "●", "▲", "■"};
  const char* level = name(severity);
  return fmt::format(
      "<span class=\"badge {}\"><span class=\"sign\" aria-hidden=\"true\">{}</span> {}{}</span>",
      level, kSigns[static_cast<std::size_t>(severity)], level, plural ? "s" : "");
}

std::string in_words(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), '-', ' ');
  return out;
}

std::string finding_html(const Finding& finding, const Sides& s) {
  const std::string id = to_hex(finding.id.value());
  std::string out = fmt::format(
      "<article class=\"finding {0}\" id=\"f-{1}\" aria-labelledby=\"h-{1}\"><header><p "
      "class=\"labels\">{2} <span class=\"verdict\">{3}</span>{4} <a class=\"id\" href=\"#f-{1}\" "
      "aria-label=\"link to this finding\">#{5}</a></p>",
      name(finding.severity), id, badge(finding.severity), in_words(name(finding.verdict)),
      finding.internal ? " <span class=\"verdict\">inside one report</span>" : "", id.substr(0, 8));
  fmt::format_to(std::back_inserter(out),
                 "<h4 id=\"h-{}\"><bdi>{}</bdi> <span class=\"against\">against</span> "
                 "<bdi>{}</bdi></h4>",
                 id, html(display(s.a->value)), html(display(s.b->value)));
  if (s.a->attribute != s.b->attribute) {
    fmt::format_to(std::back_inserter(out),
                   "<p class=\"measures\"><bdi>{}</bdi> and <bdi>{}</bdi></p>",
                   html(s.a->attribute), html(s.b->attribute));
  }
  out += "</header><div class=\"pair\">";
  out += side_html(*s.a, *s.in_a, finding.origins_a, "A");
  out += side_html(*s.b, *s.in_b, finding.origins_b, "B");
  out += "</div>";
  if (!finding.reason.empty()) {
    fmt::format_to(std::back_inserter(out), "<p class=\"reason\"><b>Why</b> <span>{}</span></p>",
                   html(finding.reason));
  }
  return out + gates_html(finding.gates) + "</article>\n";
}

}  // namespace gainsay::report
