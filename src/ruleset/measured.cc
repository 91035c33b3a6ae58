#include "ruleset/measured.h"

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "ruleset/node.h"
#include "sections.h"

namespace gainsay::ruleset {
namespace {

std::map<Verdict, Measured> read(const Source& source) {
  constexpr Range kCount{0, 1e9, true};
  std::map<Verdict, Measured> out;
  MapView file(source, source.root, "the file of measurements");
  file.need("measured", [&](const Source& map, const Yaml& node) {
    read_entries(map, node, "measured", [&](const Source& s, const Yaml& key, const Yaml& value) {
      Verdict verdict{};
      double right = 0;
      double judged = 0;
      if (s.noted == nullptr && !parse(key.text, verdict)) {
        return s.fail(key, "\"" + key.text + "\" is no verdict");
      }
      MapView counts(s, value, "a measurement");
      counts.number("right", kCount, right);
      counts.number("judged", kCount, judged);
      counts.finish();
      if (right > judged) s.fail(value, "more were right than were judged");
      out[verdict] = {static_cast<std::uint32_t>(right), static_cast<std::uint32_t>(judged)};
    });
  });
  file.finish();
  return out;
}

}  // namespace

void check_measured(const Source& source, RuleSet& /*rules*/) {
  static_cast<void>(read(source));
}

std::map<Verdict, Measured> load_measured(const std::filesystem::path& directory) {
  std::ifstream in(directory / "measured.yaml", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  Problems ignored;
  std::vector<YamlProblem> broken;
  Source source{"measured.yaml", {}, &ignored};
  if (!parse_yaml(bytes, source.root, broken)) return {};
  return read(source);
}

}  // namespace gainsay::ruleset
