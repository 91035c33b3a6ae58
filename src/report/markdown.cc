#include <fmt/format.h>

#include "diagnostics.h"
#include "display.h"
#include "quote.h"
#include "report/formats.h"

namespace gainsay::report {
namespace {

/// Text that Markdown shows as it is.
std::string plain(std::string_view text) {
  constexpr std::string_view kSpecial = "\\`*_[]<>#|~&";
  std::string out;
  for (const char c : printable(text)) {
    if (kSpecial.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string quoted(const Place& place) {
  const auto& sentences = place.in->sentences;
  const std::string& sentence = place.claim->sentence < sentences.size()
                                    ? sentences[place.claim->sentence].text
                                    : place.claim->text;
  const text::Position at = place.in->document->position(place.claim->span.begin);
  return fmt::format("- **{}**, {} ({}:{}:{})\n  > {}\n", plain(display(place.claim->value)),
                     plain(said_by(*place.in)), plain(place.in->document->name()), at.line,
                     at.column, plain(sentence));
}

}  // namespace

std::string to_markdown(const Report& report, Severity minimum) {
  const Lookup lookup(report);
  const Tally t = tally(report);
  const auto level = [&t](Severity s) { return t.severities[static_cast<std::size_t>(s)]; };
  std::string out = fmt::format(
      "# What the reports disagree about\n\n{}, {}, {} in {} ({}).\n",
      counted(level(Severity::kError), "error"), counted(level(Severity::kWarning), "warning"),
      counted(level(Severity::kNote), "note"), counted(report.documents.size(), "report"),
      counted(t.origins, "origin"));
  for (const Diagnostic& d : diagnostics(report, lookup, minimum)) {
    out += fmt::format("\n## {}: {} ({})\n\n{}", name(d.finding->severity),
                       plain(d.at.claim->attribute), name(d.finding->verdict), quoted(d.at));
    for (const Place& place : d.related)
      out += quoted(place);
    out += fmt::format("\n{}. Origins: {} against {}. `{}`\n", plain(d.finding->reason),
                       d.origins_for, d.origins_against, to_hex(d.finding->id.value()));
  }
  for (const Error& error : report.errors) {
    out += fmt::format("\nCould not be read: {}: {}\n", plain(error.where), plain(error.message));
  }
  return out;
}

}  // namespace gainsay::report
