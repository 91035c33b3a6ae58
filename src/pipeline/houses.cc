#include "houses.h"

#include <span>

namespace gainsay::pipeline {
namespace {

origin::Knowledge knowledge(const ruleset::PublisherRules& rules,
                            std::span<const ruleset::CreditRule> credits) {
  using Where = origin::Credit::Where;
  origin::Knowledge out;
  for (const ruleset::Publisher& publisher : rules.publishers) {
    out.publishers.push_back(
        {publisher.family, publisher.agency, publisher.names, publisher.domains});
  }
  for (const ruleset::CreditRule& rule : credits) {
    out.credits.push_back({rule.before(), rule.after(), rule.at_start(), rule.agencies_only(),
                           rule.reported, rule.position == "end" ? Where::kEnd : Where::kLead});
  }
  out.verbs = rules.verbs;
  return out;
}

}  // namespace

origin::Knowledge houses_of(const ruleset::RuleSet& rules) {
  return knowledge(rules.publishers, rules.publishers.credits);
}

origin::Knowledge houses_of(const ruleset::RuleSet& rules, const ruleset::CreditRule& alone) {
  return knowledge(rules.publishers, {&alone, 1});
}

}  // namespace gainsay::pipeline
