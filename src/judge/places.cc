#include "places.h"

#include "lexical/gazetteer.h"

namespace gainsay::judge {
namespace {

constexpr std::string_view kAnd = " and ";

/// True when `test` holds for one of the places.
bool any_place(std::string_view places, auto test) {
  for (;;) {
    const std::size_t end = places.find(kAnd);
    if (test(places.substr(0, end))) return true;
    if (end == std::string_view::npos) return false;
    places.remove_prefix(end + kAnd.size());
  }
}

}  // namespace

bool lies_in(std::string_view part, std::string_view whole) {
  if (part.empty() || whole.empty() || part == whole) return false;
  if (lexical::lies_in(part, whole)) return true;
  const bool several =
      part.find(kAnd) != std::string_view::npos || whole.find(kAnd) != std::string_view::npos;
  return several && !any_place(part, [&](std::string_view inner) {
           return !any_place(whole, [&](std::string_view outer) {
             return inner == outer || lexical::lies_in(inner, outer);
           });
         });
}

}  // namespace gainsay::judge
