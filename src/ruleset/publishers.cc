#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "sections.h"

namespace gainsay::ruleset {
namespace {

constexpr std::string_view kAgency = "{agency}";
constexpr std::string_view kOutlet = "{outlet}";

/// Where the name stands in a pattern, and how many bytes its placeholder has.
std::pair<std::size_t, std::size_t> placeholder(std::string_view pattern) {
  const std::size_t agency = pattern.find(kAgency);
  if (agency != std::string_view::npos) return {agency, kAgency.size()};
  return {pattern.find(kOutlet), kOutlet.size()};
}

auto publishers(PublisherRules& rules) {
  return [&rules](const Source& source, const Yaml& list) {
    std::map<std::string, Location> first;
    read_list(source, list, "publishers", [&](const Source& inner, const Yaml& item) {
      MapView map(inner, item, "a publisher");
      Publisher publisher;
      map.need_text("family", publisher.family);
      map.text("source", publisher.source);
      map.flag("agency", publisher.agency);
      map.need_texts("names", publisher.names);
      map.texts("domains", publisher.domains);
      map.finish();
      std::vector<std::string> called = publisher.names;
      called.insert(called.end(), publisher.domains.begin(), publisher.domains.end());
      for (const std::string& name : called) {
        const auto [it, is_new] = first.emplace(name, inner.at(item));
        if (!is_new) {
          inner.fail(item, "the name \"" + name + "\" stands twice; first at " + it->second);
        }
      }
      rules.publishers.push_back(std::move(publisher));
    });
  };
}

CreditRule::Example read_example(const Source& source, const Yaml& item,
                                 const PublisherRules& rules) {
  MapView map(source, item, "an example of a credit");
  CreditRule::Example example;
  bool none = false;
  map.need_text("text", example.text);
  map.text("family", example.family);
  map.flag("none", none);
  example.where = source.at(item);
  map.finish();
  const bool known = std::ranges::any_of(
      rules.publishers, [&](const Publisher& p) { return p.family == example.family; });
  if (none == !example.family.empty()) {
    source.fail(item, "an example needs either \"family\" or \"none: true\"");
  } else if (!none && !known) {
    source.fail(item, "no publisher has the family \"" + example.family + "\"");
  }
  return example;
}

void check_proof(const Source& source, const Yaml& item, const CreditRule& rule) {
  const auto none = std::ranges::count_if(
      rule.examples, [](const CreditRule::Example& example) { return example.family.empty(); });
  if (none == 0) source.fail(item, "a credit needs at least one example with \"none: true\"");
  if (static_cast<std::size_t>(none) == rule.examples.size()) {
    source.fail(item, "a credit needs at least one example that matches");
  }
}

void read_credit(const Source& source, const Yaml& item, PublisherRules& rules) {
  static const std::array<std::pair<std::string_view, std::string>, 2> kPositions = {
      {{"lead", "lead"}, {"end", "end"}}};
  MapView map(source, item, "a credit");
  CreditRule rule;
  map.need_text("pattern", rule.pattern);
  map.need_choice("position", kPositions, rule.position);
  map.flag("reported", rule.reported);
  map.need("examples", [&](const Source& inner, const Yaml& list) {
    read_list(inner, list, "examples", [&](const Source& s, const Yaml& example) {
      rule.examples.push_back(read_example(s, example, rules));
    });
  });
  map.finish();
  const Yaml* pattern = map.find("pattern");
  if (pattern != nullptr && placeholder(rule.pattern).first == std::string::npos) {
    source.fail(*pattern, "a credit names \"{agency}\" or \"{outlet}\" once");
  }
  check_proof(source, item, rule);
  rules.credits.push_back(std::move(rule));
}

}  // namespace

std::string CreditRule::before() const {
  const std::size_t begin = at_start() ? 1 : 0;
  return pattern.substr(begin, placeholder(pattern).first - begin);
}

std::string CreditRule::after() const {
  const auto [at, size] = placeholder(pattern);
  return pattern.substr(at + size);
}

bool CreditRule::agencies_only() const {
  return pattern.find(kAgency) != std::string::npos;
}

void read_publishers(const Source& source, RuleSet& rules) {
  MapView file(source, source.root, "the file of publishers");
  file.read("publishers", publishers(rules.publishers));
  file.texts("reporting_verbs", rules.publishers.verbs);
  file.read("credits", [&](const Source& inner, const Yaml& list) {
    read_list(inner, list, "credits",
              [&](const Source& s, const Yaml& item) { read_credit(s, item, rules.publishers); });
  });
  file.finish();
}

}  // namespace gainsay::ruleset
