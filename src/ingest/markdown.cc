#include "markdown.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include <md4c.h>

#include "dates.h"
#include "html.h"
#include "metadata.h"
#include "ruleset/yaml.h"

namespace gainsay::ingest {
namespace {

/// Receives md4c's events. Its text lies in the file itself, so the pointers are the offsets.
class Markdown {
 public:
  explicit Markdown(std::string_view file) : file_(file), builder_(file), caption_(file) {}

  void parse(std::size_t begin) {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS |
                   MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      static_cast<Markdown*>(self)->enter(type, detail);
      return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void* /*detail*/, void* self) {
      static_cast<Markdown*>(self)->leave(type);
      return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void* /*detail*/, void* self) {
      if (type == MD_SPAN_IMG) ++static_cast<Markdown*>(self)->images_;
      return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void* /*detail*/, void* self) {
      if (type == MD_SPAN_IMG) --static_cast<Markdown*>(self)->images_;
      return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      static_cast<Markdown*>(self)->text(type, {text, size});
      return 0;
    };
    md_parse(file_.data() + begin, static_cast<MD_SIZE>(file_.size() - begin), &parser, this);
    flush_all();
  }

  void into(Content& content) && {
    content.blocks = std::move(blocks_);
    content.code = std::move(code_);
  }

 private:
  void enter(MD_BLOCKTYPE type, void* detail) {
    flush_all();
    if (type == MD_BLOCK_H) {
      zone_ = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level == 1 ? Zone::kHeadline : Zone::kBody;
    } else if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
      zone_ = Zone::kTable;
    } else if (type == MD_BLOCK_CODE) {
      zone_ = Zone::kFurniture;
    } else if (type == MD_BLOCK_HTML) {
      in_html_ = true;
      html_begin_ = file_.size();
      html_end_ = 0;
    }
  }

  void leave(MD_BLOCKTYPE type) {
    flush_all();
    if (type == MD_BLOCK_HTML && html_begin_ < html_end_) {
      std::ranges::move(read_html_piece(file_, html_begin_, html_end_, code_),
                        std::back_inserter(blocks_));
    }
    in_html_ = false;
    if (type == MD_BLOCK_H || type == MD_BLOCK_TH || type == MD_BLOCK_TD || type == MD_BLOCK_CODE) {
      zone_ = Zone::kBody;
    }
  }

  void flush_all() {
    flush(builder_, zone_, blocks_);
    flush(caption_, Zone::kCaption, blocks_);
    pending_space_ = false;
  }

  void text(MD_TEXTTYPE type, std::string_view text) {
    const bool in_file = !std::less<>()(text.data(), file_.data()) &&
                         std::less<>()(text.data(), file_.data() + file_.size());
    if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR || !in_file || text == "\n") {
      pending_space_ = true;
      return;
    }
    const auto begin = static_cast<std::size_t>(text.data() - file_.data());
    const std::size_t end = begin + text.size();
    if (type == MD_TEXT_CODE) {
      code_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    }
    if (type == MD_TEXT_HTML && in_html_) {
      html_begin_ = std::min(html_begin_, begin);
      html_end_ = std::max(html_end_, end);
    }
    if (type == MD_TEXT_HTML || type == MD_TEXT_NULLCHAR) return;
    BlockBuilder& builder = images_ > 0 ? caption_ : builder_;
    if (pending_space_ && !builder.empty() && !builder.ends_in_space() && begin > end_) {
      builder.unit(" ", end_, begin);
    }
    pending_space_ = false;
    end_ = end;
    if (type == MD_TEXT_ENTITY) {
      const std::string decoded = decode_entity(text);
      if (decoded == text) {
        builder.bytes(begin, end);
      } else {
        builder.unit(decoded, begin, end);
      }
    } else {
      builder.bytes(begin, end);
    }
  }

  std::string_view file_;
  BlockBuilder builder_;
  BlockBuilder caption_;
  std::vector<text::Block> blocks_;
  std::vector<Span> code_;
  Zone zone_ = Zone::kBody;
  int images_ = 0;
  bool pending_space_ = false;
  std::size_t end_ = 0;  ///< of the last text
  bool in_html_ = false;
  std::size_t html_begin_ = 0;  ///< of the current block of HTML
  std::size_t html_end_ = 0;
};

/// The YAML between two lines of "---" at the start, and the offset of what follows it.
struct FrontMatter {
  std::string_view yaml;
  std::size_t end = 0;
};
FrontMatter find_front_matter(std::string_view file, std::size_t begin) {
  FrontMatter none{{}, begin};
  std::size_t first = std::string_view::npos;
  for (std::size_t at = begin; at < file.size();) {
    const std::size_t next = std::min(file.find('\n', at), file.size() - 1) + 1;
    std::string_view line = file.substr(at, next - at);
    while (!line.empty() && is_space(line.back()))
      line.remove_suffix(1);
    if (at == begin) {
      if (line != "---") return none;
      first = next;
    } else if (line == "---" || line == "...") {
      return {file.substr(first, at - first), next};
    }
    at = next;
  }
  return none;
}

std::string scalar(const ruleset::Yaml& map, std::string_view key) {
  for (std::size_t i = 0; i + 1 < map.items.size(); i += 2) {
    if (map.items[i].text == key) return collapsed(map.items[i + 1].text);
  }
  return {};
}

/// A report without usable metadata is still a report.
void read_front_matter(std::string_view yaml, text::Metadata& metadata) {
  ruleset::Yaml map;
  std::vector<ruleset::YamlProblem> ignored;
  if (!ruleset::parse_yaml(std::string(yaml), map, ignored)) return;
  if (map.kind != ruleset::Yaml::Kind::kMap) return;
  metadata.title = scalar(map, "title");
  metadata.source = scalar(map, "source");
  if (metadata.source.empty()) metadata.source = scalar(map, "publisher");
  metadata.url = scalar(map, "url");
  metadata.dateline = scalar(map, "dateline");
  for (const char* key : {"date", "published", "updated"}) {
    if (!metadata.published) metadata.published = parse_date(scalar(map, key));
  }
}

}  // namespace

Content read_markdown(std::string_view file, std::size_t begin) {
  Content content;
  const FrontMatter front = find_front_matter(file, begin);
  read_front_matter(front.yaml, content.metadata);
  Markdown markdown(file);
  markdown.parse(front.end);
  std::move(markdown).into(content);
  absorb_header(content);
  return content;
}

}  // namespace gainsay::ingest
