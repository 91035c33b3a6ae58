#include "pipeline/suppressions.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "ingest/reader.h"
#include "reading.h"
#include "suppress/directives.h"

namespace gainsay::pipeline {
namespace {

Result<text::Document> read_input(const std::string& name, std::istream& in) {
  std::string bytes((std::istreambuf_iterator<char>(in)), {});
  return ingest::read_bytes(name, std::move(bytes), ingest::format_of(name), {});
}

std::string line_of(const text::Document& draft, const suppress::Directive& directive) {
  std::string out = suppress::place(draft, directive) + ": " + directive.keyword;
  if (!directive.quoted.empty()) out += " \"" + directive.quoted + "\"";
  for (const std::string& id : directive.ids)
    out += " " + id;
  if (directive.until) out += " until " + to_iso(*directive.until).substr(0, 10);
  if (!directive.reason.empty()) out += ": " + directive.reason;
  std::ranges::replace(out, '\n', ' ');
  return out;
}

}  // namespace

SuppressionsResult list_suppressions(const std::vector<std::string>& drafts,
                                     const std::string& stdin_name, std::istream& standard_input) {
  SuppressionsResult out;
  const auto add = [&](const Result<text::Document>& draft) {
    if (!draft) {
      out.errors.push_back(draft.error());
      return;
    }
    ++out.drafts;
    const suppress::Directives directives = suppress::read_directives(*draft);
    for (const suppress::Directive& directive : directives.found)
      out.lines.push_back(line_of(*draft, directive));
    out.problems.insert(out.problems.end(), directives.problems.begin(), directives.problems.end());
  };
  if (std::ranges::find(drafts, "-") != drafts.end()) add(read_input(stdin_name, standard_input));
  for (const std::filesystem::path& file : expand(drafts, out.errors))
    add(ingest::read_file(file, {}));
  return out;
}

Result<std::string> strip_comments(const std::string& draft, const std::string& stdin_name,
                                   std::istream& standard_input) {
  const Result<text::Document> read =
      draft == "-" ? read_input(stdin_name, standard_input) : ingest::read_file(draft, {});
  if (!read) return Unexpected{read.error()};
  return suppress::without_directives(*read);
}

}  // namespace gainsay::pipeline
