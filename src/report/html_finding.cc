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
    const bool same = more && raw[at] == readable[to];
    const bool blank = more && is_space(raw[at]) && is_space(readable[to]);
    if (blank || (same && (raw[at] != '<' || markup_end(raw, at) == at))) {
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

/// Beyond this many findings the list names values and sources without the sentences.
constexpr std::size_t kWithSentences = 2000;
constexpr std::size_t kReach = 500;

std::string clip_front(std::string_view text, std::size_t size) {
  if (text.size() <= size) return std::string(text);
  std::size_t from = text.size() - size;
  while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80)
    ++from;
  return "…" + std::string(text.substr(from));
}

std::string side_html(const Claim& claim, const ReportDocument& in, bool with_sentence) {
  const std::string date = date_of(in.facts.published);
  std::string out =
      fmt::format("<b><bdi>{}</bdi></b>{}{}", html(source_of(in)), date.empty() ? "" : ", ", date);
  if (!with_sentence) return out;
  const Marked sentence = mark(claim, in);
  fmt::format_to(std::back_inserter(out), ": <q dir=\"auto\">{}<mark>{}</mark>{}</q>",
                 html(clip_front(sentence.before, kReach)), html(clip(sentence.words, 2 * kReach)),
                 html(clip(sentence.after, kReach)));
  return out;
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

std::string quoted_sentence(const Claim& claim, const ReportDocument& in) {
  const Marked sentence = mark(claim, in);
  return readable(sentence.before) + readable(sentence.words) + readable(sentence.after);
}

const char* sign(Severity severity) {
  constexpr std::array<const char*, 4> kSigns = {"○", "●", "▲", "■"};
  return kSigns[static_cast<std::size_t>(severity)];
}

std::string badge(Severity severity, bool plural) {
  const char* level = name(severity);
  return fmt::format("<span class=\"badge {}\"><span aria-hidden=\"true\">{}</span> {}{}</span>",
                     level, sign(severity), level, plural ? "s" : "");
}

std::string in_words(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), '-', ' ');
  return out;
}

std::string clip(std::string_view text, std::size_t size) {
  if (text.size() <= size) return std::string(text);
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80)
    --size;
  return std::string(text.substr(0, size)) + "…";
}

std::string plain_html(const Listed& listed) {
  std::string out = "<ol>";
  std::size_t written = 0;
  for (const auto& [finding, s] : listed) {
    const bool with_sentence = written++ < kWithSentences;
    const std::string id = to_hex(finding->id.value());
    fmt::format_to(
        std::back_inserter(out),
        "\n<li id=\"f={0}\"><p>{1} {2}, {3}: <b><bdi>{4}</bdi></b> against <b><bdi>{5}</bdi></b> "
        "<a href=\"#f={0}\"><code>{6}</code></a></p><p>{7}</p><p>{8}</p><p "
        "class=\"soft\">{9}</p></li>",
        id, badge(finding->severity), in_words(name(finding->verdict)),
        html(display_measure(s.a->attribute)), html(clip(display(s.a->value), kShownOfText)),
        html(clip(display(s.b->value), kShownOfText)), id.substr(0, 8),
        side_html(*s.a, *s.in_a, with_sentence), side_html(*s.b, *s.in_b, with_sentence),
        html(clip(finding->reason, 2 * kReach)));
  }
  return out + "\n</ol>";
}

}  // namespace gainsay::report
