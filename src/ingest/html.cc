#include "html.h"

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include <gumbo.h>

#include "html_metadata.h"
#include "html_text.h"
#include "html_tree.h"
#include "metadata.h"

namespace gainsay::ingest {
namespace {

/// gumbo frees its tree by recursion and searches its stack of open elements for each tag; pages
/// people write stay below 200.
constexpr int kDeepest = 2000;

constexpr std::array<std::string_view, 34> kNotNesting{
    "area", "base",  "br",     "col",   "embed", "hr",    "img",    "input",    "link",
    "meta", "param", "source", "track", "wbr",   "p",     "li",     "dt",       "dd",
    "tr",   "td",    "th",     "tbody", "thead", "tfoot", "option", "optgroup", "colgroup",
    "html", "head",  "body",   "rp",    "rt",    "font",  "path"};

/// Tags open at once at most, about as the parser sees it.
int depth_of(std::string_view page) {
  int depth = 0;
  int deepest = 0;
  for (std::size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at + 1)) {
    if (page.substr(at).starts_with("<!--")) {
      at = page.find("-->", at);
      if (at == std::string_view::npos) break;
      continue;
    }
    const bool closes = page.substr(at + 1).starts_with('/');
    const std::size_t start = at + (closes ? 2 : 1);
    std::size_t end = start;
    while (end < page.size() && end < start + 12 && (is_lower(page[end]) || is_upper(page[end])))
      ++end;
    if (end == start) continue;
    const std::string name = lower(page.substr(start, end - start));
    if (std::ranges::find(kNotNesting, name) != kNotNesting.end()) continue;
    if (!closes && (name == "script" || name == "style")) {
      at = page.find("</", end);
      while (at != std::string_view::npos &&
             !equal_ignoring_case(page.substr(at + 2, name.size()), name)) {
        at = page.find("</", at + 1);
      }
      if (at == std::string_view::npos) break;
      continue;
    }
    depth = closes ? std::max(0, depth - 1) : depth + 1;
    deepest = std::max(deepest, depth);
  }
  return deepest;
}

bool is_skipped(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
      return true;
    default:
      return false;
  }
}

/// Elements that run on within a paragraph; all others start a block.
bool is_inline(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_UNKNOWN:
      return true;
    default:
      return false;
  }
}

struct ClassHint {
  std::string_view word;
  Zone zone;
};
constexpr std::array<ClassHint, 26> kClassHints{
    {{"share", Zone::kFurniture},         {"sharing", Zone::kFurniture},
     {"social", Zone::kFurniture},        {"newsletter", Zone::kFurniture},
     {"subscribe", Zone::kFurniture},     {"signup", Zone::kFurniture},
     {"promo", Zone::kFurniture},         {"ad", Zone::kFurniture},
     {"ads", Zone::kFurniture},           {"advert", Zone::kFurniture},
     {"advertisement", Zone::kFurniture}, {"sponsored", Zone::kFurniture},
     {"cookie", Zone::kFurniture},        {"breadcrumb", Zone::kFurniture},
     {"breadcrumbs", Zone::kFurniture},   {"paywall", Zone::kFurniture},
     {"comments", Zone::kFurniture},      {"byline", Zone::kFurniture},
     {"timestamp", Zone::kFurniture},     {"related", Zone::kRelated},
     {"recommended", Zone::kRelated},     {"recommendations", Zone::kRelated},
     {"trending", Zone::kRelated},        {"sidebar", Zone::kRelated},
     {"popular", Zone::kRelated},         {"caption", Zone::kCaption}}};

/// The zone that a class or id such as "related-links" or "ad_slot" speaks of.
std::optional<Zone> hinted_zone(std::string_view names) {
  const auto is_word = [](char c) { return is_lower(c) || is_upper(c); };
  for (std::size_t at = 0; at < names.size();) {
    std::size_t end = at;
    while (end < names.size() && is_word(names[end]))
      ++end;
    const std::string word = lower(names.substr(at, end - at));
    for (const ClassHint& hint : kClassHints) {
      if (hint.word == word) return hint.zone;
    }
    at = end + 1;
  }
  return std::nullopt;
}

class Page {
 public:
  Page(std::string_view file, const GumboNode& root) : root_(root), text_(file) { measure(); }

  std::vector<text::Block> read() {
    const GumboNode& main = main_element();
    main_size_ = sizes_[&main];
    is_whole_body_ = main.v.element.tag == GUMBO_TAG_BODY || &main == &root_;
    if (!is_whole_body_) headline_outside(main);
    read_below(main);
    return std::move(blocks_);
  }

 private:
  /// Bytes of text in each element, what is skipped not counted.
  void measure() {
    walk(
        root_,
        [&](const GumboNode& node) {
          if (is_text(node)) sizes_[&node] = node.v.text.original_text.length;
          return !is_element(node) || !is_skipped(node.v.element.tag);
        },
        [&](const GumboNode& node) {
          if (&node != &root_ && node.parent != nullptr) sizes_[node.parent] += sizes_[&node];
        });
  }

  /// The longest article, else the main element, else the body.
  const GumboNode& main_element() {
    const GumboNode* article = nullptr;
    const GumboNode* main = nullptr;
    const GumboNode* body = &root_;
    walk(
        root_,
        [&](const GumboNode& node) {
          if (!is_element(node)) return false;
          const GumboTag tag = node.v.element.tag;
          if (tag == GUMBO_TAG_BODY) body = &node;
          const bool is_article =
              tag == GUMBO_TAG_ARTICLE || attribute(node, "itemprop") == "articleBody";
          const bool is_main = tag == GUMBO_TAG_MAIN || attribute(node, "role") == "main";
          if (is_article && (article == nullptr || sizes_[&node] > sizes_[article])) {
            article = &node;
          }
          if (is_main && main == nullptr) main = &node;
          return true;
        },
        [](const GumboNode&) {});
    // A teaser is an article too; the report is where most of the main text is.
    if (article != nullptr && sizes_[article] * 4 >= sizes_[main != nullptr ? main : body]) {
      return *article;
    }
    return main != nullptr ? *main : *body;
  }

  /// The page's headline often stands above the article element.
  void headline_outside(const GumboNode& main) {
    const GumboNode* first = nullptr;
    bool inside = false;
    bool main_has_one = false;
    walk(
        root_,
        [&](const GumboNode& node) {
          if (&node == &main) inside = true;
          if (is_element(node) && node.v.element.tag == GUMBO_TAG_H1) {
            if (inside) main_has_one = true;
            if (first == nullptr) first = &node;
          }
          return true;
        },
        [&](const GumboNode& node) {
          if (&node == &main) inside = false;
        });
    if (!main_has_one && first != nullptr) read_below(*first);
  }

  void read_below(const GumboNode& top) {
    std::vector<Zone> zones{Zone::kBody};
    walk(
        top,
        [&](const GumboNode& node) {
          if (is_text(node)) {
            text_.add(node.v.text);
            return false;
          }
          if (!is_element(node) || is_skipped(node.v.element.tag)) return false;
          if (!is_inline(node.v.element.tag)) text_.flush_to(zones.back(), blocks_);
          const Zone zone = zone_of(node, zones.back(), &node == &top);
          if (zone != zones.back()) text_.flush_to(zones.back(), blocks_);
          zones.push_back(zone);
          return true;
        },
        [&](const GumboNode& node) {
          if (!is_element(node) || is_skipped(node.v.element.tag)) return;
          const Zone zone = zones.back();
          zones.pop_back();
          const bool ends_block =
              !is_inline(node.v.element.tag) || zones.empty() || zones.back() != zone;
          if (ends_block) text_.flush_to(zone, blocks_);
        });
  }

  Zone zone_of(const GumboNode& element, Zone outer, bool is_top) {
    const GumboTag tag = element.v.element.tag;
    if (outer == Zone::kFurniture || outer == Zone::kRelated) return outer;
    switch (tag) {
      case GUMBO_TAG_H1:
        return Zone::kHeadline;
      case GUMBO_TAG_NAV:
      case GUMBO_TAG_FOOTER:
      case GUMBO_TAG_BUTTON:
      case GUMBO_TAG_PRE:
        return Zone::kFurniture;
      case GUMBO_TAG_FORM:  // some sites wrap whole pages in one
        if (sizes_[&element] * 2 < main_size_) return Zone::kFurniture;
        break;
      case GUMBO_TAG_HEADER:
        if (is_whole_body_ && !holds_headline(element)) return Zone::kFurniture;
        break;
      case GUMBO_TAG_ASIDE:
        return Zone::kRelated;
      case GUMBO_TAG_FIGCAPTION:
      case GUMBO_TAG_CAPTION:
        return Zone::kCaption;
      case GUMBO_TAG_TD:
      case GUMBO_TAG_TH:
        return Zone::kTable;
      default:
        break;
    }
    if (is_top) return outer;
    if (gumbo_get_attribute(&element.v.element.attributes, "hidden") != nullptr) {
      return Zone::kFurniture;
    }
    for (const char* name : {"class", "id"}) {
      const std::optional<Zone> zone = hinted_zone(attribute(element, name));
      // A wrapper of the whole report may carry such a word too.
      if (zone && sizes_[&element] * 2 < main_size_) return *zone;
    }
    return outer;
  }

  static bool holds_headline(const GumboNode& element) {
    bool found = false;
    walk(
        element,
        [&](const GumboNode& node) {
          found = found || (is_element(node) && node.v.element.tag == GUMBO_TAG_H1);
          return !found;
        },
        [](const GumboNode&) {});
    return found;
  }

  const GumboNode& root_;
  HtmlText text_;
  std::unordered_map<const GumboNode*, std::size_t> sizes_;
  std::size_t main_size_ = 0;
  bool is_whole_body_ = false;
  std::vector<text::Block> blocks_;
};

struct Destroy {
  void operator()(GumboOutput* output) const {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};
std::unique_ptr<GumboOutput, Destroy> parse(std::string_view page) {
  return std::unique_ptr<GumboOutput, Destroy>(
      gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size()));
}

/// What stands in <pre> and <code>, without their own tags.
void find_code(std::string_view file, const GumboNode& root, std::vector<Span>& code) {
  const auto offset = [&](const char* at) { return static_cast<std::uint32_t>(at - file.data()); };
  walk(
      root,
      [&](const GumboNode& node) {
        if (!is_element(node)) return false;
        const GumboElement& element = node.v.element;
        const bool is_code = element.tag == GUMBO_TAG_PRE || element.tag == GUMBO_TAG_CODE;
        const GumboStringPiece open = element.original_tag;
        const GumboStringPiece close = element.original_end_tag;
        if (is_code && open.data != nullptr) {
          const bool closed = close.data != nullptr && close.length > 0;
          const auto size = static_cast<std::uint32_t>(file.size());
          code.push_back({offset(open.data + open.length), closed ? offset(close.data) : size});
        }
        return true;
      },
      [](const GumboNode&) {});
}

}  // namespace

Result<Content> read_html(const std::string& name, std::string_view file, std::size_t begin) {
  const std::string_view page = file.substr(begin);
  if (depth_of(page) > kDeepest) {
    return fail(ErrorCode::kInvalidText, name,
                "nests tags deeper than " + std::to_string(kDeepest) +
                    " levels; save the article's text and give that file");
  }
  const auto output = parse(page);
  Content content;
  content.metadata = read_html_metadata(*output->root);
  content.blocks = Page(file, *output->root).read();
  find_code(file, *output->root, content.code);
  absorb_header(content);
  return content;
}

std::vector<text::Block> read_html_piece(std::string_view file, std::size_t begin, std::size_t end,
                                         std::vector<Span>& code) {
  const std::string_view piece = file.substr(begin, end - begin);
  if (depth_of(piece) > kDeepest) return {};
  const auto output = parse(piece);
  find_code(file, *output->root, code);
  return Page(file, *output->root).read();
}

}  // namespace gainsay::ingest
