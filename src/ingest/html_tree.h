#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <gumbo.h>

namespace gainsay::ingest {

[[nodiscard]] inline bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

[[nodiscard]] inline bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
         node.type == GUMBO_NODE_CDATA;
}

[[nodiscard]] inline const GumboVector* children(const GumboNode& node) {
  if (node.type == GUMBO_NODE_DOCUMENT) return &node.v.document.children;
  return is_element(node) ? &node.v.element.children : nullptr;
}

/// Value of an attribute of an element; "" when it has none.
[[nodiscard]] inline std::string_view attribute(const GumboNode& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

/// Visits `root` and what is below it in document order, without recursion, so that no page is too
/// deep for the stack. `enter` returns false to skip the children; `leave` follows in either case.
template <class Enter, class Leave>
void walk(const GumboNode& root, Enter enter, Leave leave) {
  struct Frame {
    const GumboNode* node;
    unsigned next_child;
    bool open;
  };
  std::vector<Frame> stack{{&root, 0, enter(root)}};
  while (!stack.empty()) {
    Frame& top = stack.back();
    const GumboVector* below = top.open ? children(*top.node) : nullptr;
    if (below != nullptr && top.next_child < below->length) {
      const auto* child = static_cast<const GumboNode*>(below->data[top.next_child++]);
      stack.push_back({child, 0, enter(*child)});
    } else {
      leave(*top.node);
      stack.pop_back();
    }
  }
}

}  // namespace gainsay::ingest
