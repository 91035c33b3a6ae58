#include "suppress/baseline.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

namespace gainsay::suppress {
namespace {

constexpr std::string_view kHeader = "# gainsay-baseline/1: findings that are known, one a line";

}  // namespace

Result<std::vector<Known>> parse_baseline(const std::string& name, std::string_view text) {
  std::vector<Known> out;
  std::size_t number = 0;
  while (!text.empty()) {
    ++number;
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (number == 1 && line != kHeader) {
      return fail(ErrorCode::kInvalidText, name + ":1",
                  "is no baseline of this version; make one with --update-baseline");
    }
    if (line.empty() || line.starts_with('#')) continue;
    std::uint64_t id = 0;
    if (!from_hex(line.substr(0, 16), id) || (line.size() > 16 && line[16] != ' ')) {
      return fail(ErrorCode::kInvalidText, name + ":" + std::to_string(number),
                  "begin with the 16 digits of a finding's id");
    }
    out.push_back({FindingId{id}, std::string(line.size() > 17 ? line.substr(17) : "")});
  }
  return out;
}

Result<std::vector<Known>> read_baseline(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    return fail(ErrorCode::kNotFound, file.string(),
                "no such baseline; make one with --update-baseline");
  }
  const std::string text((std::istreambuf_iterator<char>(in)), {});
  return parse_baseline(file.string(), text);
}

std::string baseline_text(std::vector<Known> known) {
  std::ranges::stable_sort(known, {}, &Known::id);
  const auto repeated = std::ranges::unique(known, {}, &Known::id);
  known.erase(repeated.begin(), repeated.end());
  std::string out = std::string(kHeader) + "\n";
  for (const Known& one : known) {
    out += to_hex(one.id.value());
    if (!one.about.empty()) out += " " + one.about;
    out += "\n";
  }
  return out;
}

}  // namespace gainsay::suppress
