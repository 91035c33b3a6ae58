#include "html_text.h"

#include <algorithm>
#include <functional>

#include "html.h"
#include "html_tree.h"

namespace gainsay::ingest {
namespace {

constexpr std::size_t kLongestEntity = 40;

/// Bytes of the character reference at the start of `rest`, its semicolon included.
std::size_t entity_size(std::string_view rest) {
  std::size_t n = 1;
  if (rest.substr(n).starts_with('#')) ++n;
  while (n < rest.size() && n < kLongestEntity &&
         (is_digit(rest[n]) || is_upper(rest[n]) || is_lower(rest[n]))) {
    ++n;
  }
  return n < rest.size() && rest[n] == ';' ? n + 1 : n;
}

bool starts_tag(std::string_view rest) {
  if (rest.size() < 2 || rest[0] != '<') return false;
  return is_lower(rest[1]) || is_upper(rest[1]) || rest[1] == '/' || rest[1] == '!' ||
         rest[1] == '?';
}

}  // namespace

std::string decode_entity(std::string_view entity) {
  if (entity == "&amp;") return "&";
  const std::string page = "<p>" + std::string(entity);
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  std::string decoded;
  walk(
      *output->root,
      [&](const GumboNode& node) {
        if (is_text(node)) decoded += node.v.text.text;
        return true;
      },
      [](const GumboNode&) {});
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return decoded;
}

void HtmlText::add(const GumboText& node) {
  const std::string_view raw(node.original_text.data, node.original_text.length);
  const bool in_file = raw.data() != nullptr && !std::less<>()(raw.data(), file_.data()) &&
                       !std::less<>()(file_.data() + file_.size(), raw.data() + raw.size());
  if (!in_file) return;
  std::string_view decoded = node.text;
  std::size_t at = static_cast<std::size_t>(raw.data() - file_.data());
  const std::size_t end = at + raw.size();
  std::size_t run = at;  // start of bytes that are read as they are
  const auto end_run = [&] {
    if (run < at) builder_.bytes(run, at);
  };
  while (at < end) {
    const char c = file_[at];
    if (is_space(c)) {
      end_run();
      if (space_end_ == 0) space_begin_ = at;
      const std::size_t size = file_.substr(at, end - at).starts_with("\r\n") ? 2 : 1;
      space_end_ = at + size;
      if (!decoded.empty()) decoded.remove_prefix(1);
      run = at += size;
    } else if (starts_tag(file_.substr(at, end - at)) && !decoded.starts_with('<')) {
      end_run();
      run = at = std::min(file_.find('>', at), end - 1) + 1;
    } else if (c == '&') {
      end_run();
      run = at = add_entity(at, end, decoded);
    } else {
      if (space_end_ != 0) add_space();
      if (!decoded.empty()) decoded.remove_prefix(1);
      ++at;
    }
  }
  end_run();
}

std::size_t HtmlText::add_entity(std::size_t at, std::size_t end, std::string_view& decoded) {
  if (space_end_ != 0) add_space();
  const std::string_view written = file_.substr(at, entity_size(file_.substr(at, end - at)));
  auto known = entities_.find(written);
  if (known == entities_.end()) {
    known = entities_.emplace(std::string(written), decode_entity(written)).first;
  }
  const std::string& meaning = known->second;
  if (meaning == written || !decoded.starts_with(meaning)) {
    builder_.bytes(at, at + 1);
    if (!decoded.empty()) decoded.remove_prefix(1);
    return at + 1;
  }
  decoded.remove_prefix(meaning.size());
  builder_.unit(meaning, at, at + written.size());
  return at + written.size();
}

void HtmlText::add_space() {
  if (!builder_.empty()) {
    if (space_end_ - space_begin_ == 1 && file_[space_begin_] == ' ') {
      builder_.bytes(space_begin_, space_end_);
    } else {
      builder_.unit(" ", space_begin_, space_end_);
    }
  }
  space_end_ = 0;
}

void HtmlText::flush_to(Zone zone, std::vector<text::Block>& blocks) {
  flush(builder_, zone, blocks);
  space_end_ = 0;
}

}  // namespace gainsay::ingest
