#include "html_metadata.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "blocks.h"
#include "dates.h"
#include "html_tree.h"
#include "metadata.h"

namespace gainsay::ingest {
namespace {

using Json = nlohmann::json;

/// One field of the metadata with where it was found; the lowest rank wins, then the first.
template <class T>
class Best {
 public:
  void offer(int rank, T value) {
    if (value == T{} || (found_ && rank >= rank_)) return;
    value_ = std::move(value);
    rank_ = rank;
    found_ = true;
  }
  [[nodiscard]] T take() { return std::move(value_); }

 private:
  T value_{};
  int rank_ = 0;
  bool found_ = false;
};

enum class Field { kTitle, kSource, kUrl, kPublished };
struct MetaName {
  std::string_view name;
  Field field;
  int rank;
};
constexpr std::array<MetaName, 16> kMetaNames{{{"og:title", Field::kTitle, 1},
                                               {"twitter:title", Field::kTitle, 2},
                                               {"headline", Field::kTitle, 1},
                                               {"og:site_name", Field::kSource, 0},
                                               {"publisher", Field::kSource, 2},
                                               {"og:url", Field::kUrl, 1},
                                               {"article:published_time", Field::kPublished, 0},
                                               {"og:published_time", Field::kPublished, 1},
                                               {"datepublished", Field::kPublished, 1},
                                               {"parsely-pub-date", Field::kPublished, 2},
                                               {"dc.date.issued", Field::kPublished, 2},
                                               {"dc.date", Field::kPublished, 3},
                                               {"pubdate", Field::kPublished, 3},
                                               {"publishdate", Field::kPublished, 3},
                                               {"publish-date", Field::kPublished, 3},
                                               {"date", Field::kPublished, 4}}};

std::string string_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string()
             ? collapsed(found->get_ref<const std::string&>())
             : std::string();
}

bool is_article(const Json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  const auto names_article = [](const Json& name) {
    if (!name.is_string()) return false;
    const std::string_view text = name.get_ref<const std::string&>();
    return text.ends_with("Article") || text.ends_with("BlogPosting") || text == "Report";
  };
  if (!type->is_array()) return names_article(*type);
  for (const Json& name : *type) {
    if (names_article(name)) return true;
  }
  return false;
}

class Collector {
 public:
  void visit(const GumboNode& node) {
    if (!is_element(node)) return;
    switch (node.v.element.tag) {
      case GUMBO_TAG_META:
        return meta(node);
      case GUMBO_TAG_TITLE:
        if (node.parent != nullptr && is_element(*node.parent) &&
            node.parent->v.element.tag == GUMBO_TAG_HEAD) {
          page_title_ = collapsed(text_of(node));
        }
        return;
      case GUMBO_TAG_LINK:
        if (attribute(node, "rel") == "canonical") url_.offer(0, link(attribute(node, "href")));
        return;
      case GUMBO_TAG_TIME:
        return time(node);
      case GUMBO_TAG_SCRIPT:
        if (attribute(node, "type") == "application/ld+json") json_ld(text_of(node));
        return;
      default:
        return;
    }
  }

  text::Metadata finish() && {
    text::Metadata metadata;
    metadata.source = source_.take();
    metadata.url = url_.take();
    metadata.published = published_.take();
    metadata.title = title_.take();
    if (metadata.title.empty()) metadata.title = without_outlet(page_title_, metadata.source);
    return metadata;
  }

 private:
  static std::string text_of(const GumboNode& element) {
    std::string out;
    const GumboVector* below = children(element);
    for (unsigned i = 0; i < below->length; ++i) {
      const auto* child = static_cast<const GumboNode*>(below->data[i]);
      if (is_text(*child)) out += child->v.text.text;
    }
    return out;
  }

  static std::string link(std::string_view url) {
    url = trim(url);
    return is_url(url) ? std::string(url) : std::string();
  }

  /// "Headline | Outlet" without the outlet.
  static std::string without_outlet(std::string title, std::string_view outlet) {
    if (outlet.empty() || title.size() <= outlet.size() || !title.ends_with(outlet)) return title;
    std::string_view rest = trim(std::string_view(title).substr(0, title.size() - outlet.size()));
    for (std::string_view dash : {"|", "-", "\xE2\x80\x93", "\xE2\x80\x94", ":"}) {
      if (rest.ends_with(dash)) return std::string(trim(rest.substr(0, rest.size() - dash.size())));
    }
    return title;
  }

  void meta(const GumboNode& node) {
    const std::string_view content = attribute(node, "content");
    for (const char* key : {"property", "name", "itemprop"}) {
      const std::string name = lower(attribute(node, key));
      for (const MetaName& known : kMetaNames) {
        if (known.name == name) offer(known, content);
      }
    }
  }

  void offer(const MetaName& known, std::string_view content) {
    switch (known.field) {
      case Field::kTitle:
        return title_.offer(known.rank, collapsed(content));
      case Field::kSource:
        if (!is_url(trim(content))) source_.offer(known.rank, collapsed(content));
        return;
      case Field::kUrl:
        return url_.offer(known.rank, link(content));
      case Field::kPublished:
        return published_.offer(known.rank, parse_date(content));
    }
  }

  void time(const GumboNode& node) {
    const std::string_view stated = attribute(node, "datetime");
    const bool is_publication = lower(attribute(node, "itemprop")) == "datepublished" ||
                                gumbo_get_attribute(&node.v.element.attributes, "pubdate");
    const std::optional<Instant> at = parse_date(stated.empty() ? text_of(node) : stated);
    published_.offer(is_publication ? 1 : 5, at);
  }

  /// Articles may lie anywhere: at the top, in an array, under "@graph".
  void json_ld(const std::string& text) {
    const Json top = Json::parse(text, nullptr, false, true);
    if (top.is_discarded()) return;
    std::vector<const Json*> open{&top};
    while (!open.empty()) {
      const Json& value = *open.back();
      open.pop_back();
      if (value.is_object() && is_article(value)) article(value);
      if (!value.is_structured()) continue;
      for (auto child = value.rbegin(); child != value.rend(); ++child) {
        open.push_back(&*child);
      }
    }
  }

  void article(const Json& object) {
    title_.offer(0, string_at(object, "headline"));
    published_.offer(0, parse_date(string_at(object, "datePublished")));
    url_.offer(1, link(string_at(object, "url")));
    const auto publisher = object.find("publisher");
    if (publisher == object.end()) return;
    const Json& first =
        publisher->is_array() && !publisher->empty() ? publisher->front() : *publisher;
    if (first.is_object()) source_.offer(1, string_at(first, "name"));
    if (first.is_string()) source_.offer(1, collapsed(first.get_ref<const std::string&>()));
  }

  Best<std::string> title_, source_, url_;
  Best<std::optional<Instant>> published_;
  std::string page_title_;
};

}  // namespace

text::Metadata read_html_metadata(const GumboNode& root) {
  Collector collector;
  walk(
      root,
      [&](const GumboNode& node) {
        collector.visit(node);
        return true;
      },
      [](const GumboNode&) {});
  return std::move(collector).finish();
}

}  // namespace gainsay::ingest
