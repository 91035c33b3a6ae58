#include "metadata.h"

#include <algorithm>
#include <array>
#include <span>

#include "blocks.h"
#include "dates.h"

namespace gainsay::ingest {
namespace {

using Kind = HeaderLine::Kind;

struct Label {
  std::string_view text;
  Kind kind;
  bool is_update = false;
};
constexpr std::array<Label, 18> kLabels{{{"title:", Kind::kTitle},
                                         {"headline:", Kind::kTitle},
                                         {"source:", Kind::kSource},
                                         {"publisher:", Kind::kSource},
                                         {"outlet:", Kind::kSource},
                                         {"url:", Kind::kUrl},
                                         {"link:", Kind::kUrl},
                                         {"date:", Kind::kDate},
                                         {"published:", Kind::kDate},
                                         {"published on", Kind::kDate},
                                         {"published", Kind::kDate},
                                         {"posted:", Kind::kDate},
                                         {"posted on", Kind::kDate},
                                         {"last updated:", Kind::kDate, true},
                                         {"last updated", Kind::kDate, true},
                                         {"updated:", Kind::kDate, true},
                                         {"updated", Kind::kDate, true},
                                         {"author:", Kind::kByline}}};

/// "By Ann Lee and Bo Chan, Daily News": few words, all but the small ones capitalised, no stop.
bool is_byline(std::string_view line) {
  if (line.size() > 100 || !equal_ignoring_case(line.substr(0, 3), "by ") || ends_with_stop(line)) {
    return false;
  }
  std::size_t words = 0;
  for (std::string_view rest = trim(line.substr(3)); !rest.empty(); rest = trim(rest)) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    const bool capital = !is_lower(word.front()) && !is_digit(word.front());
    if (!capital && word.size() > 3) return false;
    rest.remove_prefix(end);
    if (++words > 12) return false;
  }
  return words > 0;
}

constexpr std::array<std::string_view, 4> kDashes{"\xE2\x80\x94", "\xE2\x80\x93", "--", "-"};

/// Offset of the dash, surrounded by spaces, that ends a dateline; npos when there is none.
std::size_t dateline_dash(std::string_view paragraph) {
  const std::string_view start = paragraph.substr(0, 80);
  std::size_t best = std::string_view::npos;
  for (std::string_view dash : kDashes) {
    for (std::size_t at = start.find(dash); at != std::string_view::npos;
         at = start.find(dash, at + 1)) {
      const bool spaced = at > 0 && (start[at - 1] == ' ' || start[at - 1] == ')') &&
                          at + dash.size() < start.size() && start[at + dash.size()] == ' ';
      if (!spaced) continue;
      best = std::min(best, at);
      break;
    }
  }
  return best;
}

std::string title_case(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 1; i < out.size(); ++i) {
    const char before = out[i - 1];
    if (is_upper(before) || is_lower(before)) out[i] = to_lower(out[i]);
  }
  return out;
}

}  // namespace

bool ends_with_stop(std::string_view text) {
  constexpr std::array<std::string_view, 6> kClosers{"\"",           "'",           ")", "]",
                                                     "\xE2\x80\x9D", "\xE2\x80\x99"};
  for (bool again = true; again;) {
    again = false;
    text = trim(text);
    for (std::string_view closer : kClosers) {
      if (!text.ends_with(closer)) continue;
      text.remove_suffix(closer.size());
      again = true;
    }
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') ||
         text.ends_with("\xE2\x80\xA6");
}

bool is_url(std::string_view text) {
  if (text.size() > 2048 || std::ranges::any_of(text, is_space)) return false;
  const std::string start = lower(text.substr(0, 8));
  return start.starts_with("http://") || start.starts_with("https://") || start.starts_with("www.");
}

std::string host_of(std::string_view url) {
  if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos) {
    url.remove_prefix(scheme + 3);
  } else if (!is_url(url)) {
    return {};
  }
  url = url.substr(0, url.find_first_of("/?#"));
  if (const std::size_t user = url.rfind('@'); user != std::string_view::npos) {
    url.remove_prefix(user + 1);
  }
  std::string host = lower(url.substr(0, url.find(':')));
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

HeaderLine classify_header(std::string_view line) {
  line = trim(line);
  if (is_url(line)) return {Kind::kUrl, line, {}};
  if (auto date = parse_date(line)) return {Kind::kDate, line, date};
  for (const Label& label : kLabels) {
    if (!equal_ignoring_case(line.substr(0, label.text.size()), label.text)) continue;
    HeaderLine found{label.kind, trim(line.substr(label.text.size())), {}, label.is_update};
    if (found.value.empty()) continue;
    if (label.kind == Kind::kDate) found.date = parse_date(found.value);
    const bool fits =
        (label.kind == Kind::kDate && found.date) ||
        (label.kind == Kind::kUrl && is_url(found.value)) ||
        (label.kind == Kind::kTitle && found.value.size() <= 300) ||
        ((label.kind == Kind::kSource || label.kind == Kind::kByline) && found.value.size() <= 100);
    if (!fits) continue;
    if (label.kind == Kind::kSource && is_url(found.value)) found.kind = Kind::kUrl;
    return found;
  }
  if (is_byline(line)) return {Kind::kByline, trim(line.substr(3)), {}};
  return {};
}

void note(const HeaderLine& line, text::Metadata& metadata) {
  const auto keep = [&](std::string& field) {
    if (field.empty()) field = collapsed(line.value);
  };
  switch (line.kind) {
    case Kind::kTitle:
      return keep(metadata.title);
    case Kind::kUrl:
      return keep(metadata.url);
    case Kind::kSource:
      return keep(metadata.source);
    case Kind::kDate:
      if (!metadata.published) metadata.published = line.date;
      return;
    case Kind::kByline:
    case Kind::kNone:
      return;
  }
}

void absorb_header(Content& content) {
  constexpr std::size_t kFirst = 8;  // a byline may stand below picture and standfirst (a guess)
  const std::size_t end = std::min(kFirst, content.blocks.size());
  for (text::Block& block : std::span(content.blocks).first(end)) {
    if (block.zone == Zone::kHeadline) {
      if (content.metadata.title.empty()) content.metadata.title = collapsed(block.text);
    } else if (block.zone == Zone::kBody || block.zone == Zone::kFurniture) {
      const HeaderLine line = classify_header(block.text);
      if (line.kind == Kind::kNone || line.kind == Kind::kTitle) continue;
      note(line, content.metadata);
      block.zone = Zone::kFurniture;
    }
  }
}

std::string dateline_place(std::string_view paragraph) {
  const std::size_t dash = dateline_dash(paragraph);
  if (dash == std::string_view::npos) return {};
  std::string_view head = trim(paragraph.substr(0, dash));
  const std::size_t outlet = head.find('(');
  const bool has_outlet = outlet != std::string_view::npos && head.ends_with(')');
  if (has_outlet) head = trim(head.substr(0, outlet));
  const std::string_view place = trim(head.substr(0, head.find_first_of(",/")));
  if (place.size() < 3 || !is_upper(place.front())) return {};
  const bool shouted = std::ranges::none_of(place, is_lower);
  const bool odd = std::ranges::any_of(
      place, [](char c) { return is_digit(c) || c == ':' || c == ';' || c == '"'; });
  if (odd || (!shouted && !has_outlet)) return {};
  if (std::ranges::count(place, ' ') > 3) return {};
  return shouted ? title_case(place) : std::string(place);
}

}  // namespace gainsay::ingest
