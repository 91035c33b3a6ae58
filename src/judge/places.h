#pragma once

#include <string_view>

namespace gainsay::judge {

/// Does every place of `part` lie in, or stand among, those of `whole`, which has more? Places as
/// in Frame::place.
[[nodiscard]] bool lies_in(std::string_view part, std::string_view whole);

}  // namespace gainsay::judge
