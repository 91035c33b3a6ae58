#include "reason.h"

#include <string_view>

#include "describe.h"

namespace gainsay::judge {
namespace {

std::string speaker(const Side& side) {
  const Assertion& assertion = side.claim.assertion;
  if (assertion.voice == Voice::kOutlet) return "the report itself";
  return assertion.speaker.empty() ? "a source" : assertion.speaker;
}

std::string fill(std::string_view name, const Matter& matter, const std::string& because) {
  if (name == "because") return because;
  if (name == "measure") return matter.a.claim.attribute;
  if (!name.starts_with("a.") && !name.starts_with("b.")) {
    return "{" + std::string(name) + "}";
  }
  const Side& side = name.front() == 'a' ? matter.a : matter.b;
  name.remove_prefix(2);
  if (name == "value") return describe(side.claim);
  if (name == "source") return side.document.source;
  if (name == "speaker") return speaker(side);
  return "{" + std::string(name) + "}";
}

}  // namespace

std::string reason(const std::string& pattern, const Matter& matter, const std::string& because) {
  std::string out;
  std::size_t at = 0;
  while (at < pattern.size()) {
    const std::size_t open = pattern.find('{', at);
    const std::size_t close = open == std::string::npos ? open : pattern.find('}', open);
    if (close == std::string::npos) break;
    out.append(pattern, at, open - at);
    out += fill(std::string_view(pattern).substr(open + 1, close - open - 1), matter, because);
    at = close + 1;
  }
  return out.append(pattern, at);
}

}  // namespace gainsay::judge
