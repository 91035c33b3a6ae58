#include "suppress/directives.h"

#include <algorithm>
#include <tuple>

#include "readers.h"

namespace gainsay::suppress {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::vector<std::string> ids_of(std::string_view list) {
  constexpr std::string_view kBetween = " \t\r\n,";
  std::vector<std::string> out;
  for (std::size_t at = list.find_first_not_of(kBetween); at != list.npos;
       at = list.find_first_not_of(kBetween, at)) {
    const std::size_t end = std::min(list.find_first_of(kBetween, at), list.size());
    std::string& id = out.emplace_back(list.substr(at, end - at));
    for (char& c : id)
      c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    at = end;
  }
  return out;
}

std::string take_reason(std::string_view& list, bool& dashes) {
  constexpr std::string_view kDashes = " -- ";
  std::size_t cut = list.find(": ");
  if (cut == list.npos && list.ends_with(':')) cut = list.size() - 1;
  std::size_t size = 1;
  const std::size_t dashed = list.find(kDashes);
  dashes = dashed < cut;
  if (dashes) {
    cut = dashed;
    size = kDashes.size();
  }
  if (cut == list.npos) return {};
  std::string reason(trimmed(list.substr(cut + size)));
  list = list.substr(0, cut);
  return reason;
}

std::string place(const text::Document& document, Span at) {
  const text::Position start = document.position(at.begin);
  return document.name() + ":" + std::to_string(start.line) + ":" + std::to_string(start.column);
}

std::string place(const text::Document& document, const Directive& directive) {
  return place(document, directive.at);
}

Directives read_directives(const text::Document& document) {
  Directives out;
  read_front_matter(document, out);
  read_comments(document, out);
  read_attributes(document, out);
  std::ranges::stable_sort(out.found, {}, [](const Directive& d) { return d.at.begin; });
  return out;
}

bool matches(std::string_view pattern, std::string_view name) {
  const std::size_t star = pattern.find('*');
  if (star == pattern.npos) return pattern == name;
  if (!name.starts_with(pattern.substr(0, star))) return false;
  const std::string_view tail = pattern.substr(star + 1);
  for (std::size_t at = star; at <= name.size(); ++at) {
    if (matches(tail, name.substr(at))) return true;
  }
  return false;
}

std::vector<std::size_t> applying_ids(const Directive& directive, std::uint32_t begin,
                                      std::string_view text,
                                      const std::vector<std::string>& names) {
  std::vector<std::size_t> out;
  if (begin < directive.covers.begin || begin >= directive.covers.end) return out;
  const std::string& quoted = directive.quoted;
  const bool other_words = text.find(quoted) == text.npos && quoted.find(text) == quoted.npos;
  if (!quoted.empty() && other_words) return out;
  for (std::size_t i = 0; i < directive.ids.size(); ++i) {
    const bool meant = std::ranges::any_of(
        names, [&](const std::string& name) { return matches(directive.ids[i], name); });
    if (meant) out.push_back(i);
  }
  return out;
}

std::string without_directives(const text::Document& document) {
  const std::string_view bytes = document.bytes();
  std::vector<Span> cuts;
  for (const Comment& comment : comments(document))
    cuts.push_back(comment.at);
  Directives attributes;
  read_attributes(document, attributes);
  for (const Directive& attribute : attributes.found)
    cuts.push_back({attribute.at.begin - 1, attribute.at.end});  // with the blank before it
  std::ranges::sort(cuts, {}, [](Span cut) { return std::tuple(cut.begin, cut.end); });
  std::string out;
  std::size_t kept = 0;
  for (const Span cut : cuts) {
    std::size_t begin = cut.begin;
    std::size_t end = cut.end;
    const std::size_t before = begin == 0 ? bytes.npos : bytes.find_last_not_of(" \t", begin - 1);
    const bool starts = before == bytes.npos || bytes[before] == '\n';
    const std::size_t after = std::min(bytes.find_first_not_of(" \t\r", end), bytes.size());
    const bool ends = after == bytes.size() || bytes[after] == '\n';
    if (ends && before != bytes.npos) begin = before + 1;
    if (starts && ends) {
      begin = before == bytes.npos ? 0 : before + 1;
      end = std::min(after + 1, bytes.size());
    }
    begin = std::max(begin, kept);
    out += bytes.substr(kept, begin - kept);
    kept = std::max(end, kept);
  }
  return out + std::string(bytes.substr(kept));
}

}  // namespace gainsay::suppress
