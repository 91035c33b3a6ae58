#include "option_tree.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "pipeline/output.h"

namespace gainsay::cli {
namespace {

/// What stands between the braces of "LEVEL:{error,warning}".
std::vector<std::string> choices_of(std::string_view type) {
  std::vector<std::string> out;
  const std::size_t open = type.find('{');
  const std::size_t close = type.find('}');
  if (open == type.npos || close == type.npos) return out;
  for (std::size_t at = open + 1; at < close;) {
    const std::size_t end = std::min(type.find(',', at), close);
    out.emplace_back(type.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

OptionWords words_of(const CLI::Option& option) {
  OptionWords out;
  for (const std::string& name : option.get_snames())
    out.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames())
    out.names.push_back("--" + name);
  out.says = option.get_description();
  if (option.get_items_expected_max() == 0) return out;
  const std::string type = option.get_type_name();
  out.value = type.substr(0, type.find(':'));
  out.choices = choices_of(type);
  if (out.value == "FORMAT") {
    out.choices.assign(pipeline::kFormatNames.begin(), pipeline::kFormatNames.end());
  }
  constexpr std::string_view kPaths[] = {"FILE", "DIR", "PATH", "TEXT", "GOLD"};
  out.files = std::ranges::find(kPaths, out.value) != std::end(kPaths);
  return out;
}

CommandWords words_of(const CLI::App& app, const std::string& above,
                      const std::vector<OptionWords>& inherited) {
  CommandWords out;
  out.name = app.get_name();
  out.path = above.empty() ? out.name : above + " " + out.name;
  out.says = app.get_description();
  out.footer = app.get_footer();
  std::vector<OptionWords> to_inherit = inherited;
  for (const CLI::Option* option : app.get_options()) {
    const OptionWords words = words_of(*option);
    if (words.names.empty()) {
      out.arguments.push_back(words);
      continue;
    }
    out.options.push_back(words);
    const bool own = words.names.back() == "--help" || words.names.back() == "--version";
    if (!own) to_inherit.push_back(words);
  }
  out.own = out.options.size();
  out.options.insert(out.options.end(), inherited.begin(), inherited.end());
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    out.commands.push_back(words_of(*command, out.path, to_inherit));
  return out;
}

}  // namespace

CommandWords option_tree(const CLI::App& app) {
  return words_of(app, "", {});
}

}  // namespace gainsay::cli
