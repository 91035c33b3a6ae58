#include "report/explain.h"

#include <fmt/format.h>

#include "quote.h"

namespace gainsay::report {

std::string traces_text(const std::vector<Trace>& traces) {
  std::string out;
  for (std::size_t i = 0; i < traces.size(); ++i) {
    const Trace& trace = traces[i];
    out += fmt::format("sentence {}\n  {}\n", i + 1, printable(trace.text));
    std::string step;
    for (const Seen& seen : trace.seen) {
      if (seen.step != step) out += seen.step + "\n";
      step = seen.step;
      out += printable(fmt::format("  {}-{} {}{}{}  \"{}\"", seen.span.begin, seen.span.end,
                                   seen.kind, seen.value.empty() ? "" : ": ", seen.value,
                                   trace.text.substr(seen.span.begin, seen.span.size()))) +
             "\n";
    }
    out += "read as\n " + printable(trace.tagged) + "\n";
  }
  return out;
}

std::string rule_text(const ExplainedRule& rule) {
  std::string out = fmt::format("{}\n  {}\n", rule.id, printable(rule.says));
  if (!rule.source.empty()) out += fmt::format("  Source: {}\n", printable(rule.source));
  out += "\n";
  for (const auto& [name, value] : rule.facts)
    out += fmt::format("  {:<14} {}\n", name, printable(value));
  const auto list = [&out](const char* title, const std::vector<std::string>& items) {
    if (items.empty()) return;
    out += fmt::format("\n{}\n", title);
    for (const std::string& item : items)
      out += "  " + printable(item) + "\n";
  };
  list("Patterns (rules/README.md says how they are written)", rule.patterns);
  list("Unless", rule.unless);
  list("It fires on", rule.firing);
  list("It stays silent on", rule.silent);
  list("It does not reach yet", rule.gaps);
  return out;
}

}  // namespace gainsay::report
