#include <cstddef>
#include <memory>
#include <vector>

#include <gumbo.h>

#include "readers.h"

namespace gainsay::suppress {
namespace {

constexpr const char* kAttribute = "data-gainsay-ignore";

/// All memory of one parse. gumbo frees its tree by recursion, which a deep page would make
/// overflow the stack; an arena is freed at once.
class Arena {
 public:
  static void* allocate(void* self, std::size_t size) {
    auto& pieces = static_cast<Arena*>(self)->pieces_;
    pieces.push_back(std::make_unique<std::max_align_t[]>(size / sizeof(std::max_align_t) + 1));
    return pieces.back().get();
  }
  static void release(void* /*self*/, void* /*piece*/) {}

 private:
  std::vector<std::unique_ptr<std::max_align_t[]>> pieces_;
};

void add(const text::Document& document, const GumboElement& element, Directives& out) {
  const GumboAttribute* attribute = gumbo_get_attribute(&element.attributes, kAttribute);
  if (attribute == nullptr || element.original_tag.data == nullptr) return;
  const auto offset = [&](const char* at) {
    return static_cast<std::uint32_t>(at - document.bytes().data());
  };
  if (document.is_code(offset(attribute->original_name.data))) return;
  const GumboStringPiece value = attribute->original_value;
  Directive directive;
  directive.at = {offset(attribute->original_name.data), offset(value.data + value.length)};
  directive.keyword = kAttribute;
  std::string_view list = attribute->value;
  bool dashes = false;
  directive.reason = take_reason(list, dashes);
  directive.ids = ids_of(list);
  directive.covers = {offset(element.original_tag.data), element.end_pos.offset};
  if (!directive.ids.empty()) {
    out.found.push_back(std::move(directive));
    return;
  }
  out.problems.push_back({ErrorCode::kInvalidText, place(document, directive.at),
                          "name what is meant: data-gainsay-ignore=\"numeric-conflict: reason\"; "
                          "* stands for everything"});
}

}  // namespace

void read_attributes(const text::Document& document, Directives& out) {
  const std::string& bytes = document.bytes();
  if (bytes.find(kAttribute) == std::string::npos) return;
  Arena arena;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = Arena::allocate;
  options.deallocator = Arena::release;
  options.userdata = &arena;
  options.max_errors = 0;
  const GumboOutput* page = gumbo_parse_with_options(&options, bytes.data(), bytes.size());
  std::vector<const GumboNode*> waiting{page->root};
  while (!waiting.empty()) {
    const GumboNode& node = *waiting.back();
    waiting.pop_back();
    if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_TEMPLATE) continue;
    add(document, node.v.element, out);
    for (unsigned i = 0; i < node.v.element.children.length; ++i)
      waiting.push_back(static_cast<const GumboNode*>(node.v.element.children.data[i]));
  }
}

}  // namespace gainsay::suppress
