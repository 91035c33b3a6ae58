#include "quantities.h"

#include "quantity_scan.h"
#include "quantity_tables.h"

namespace gainsay::extract {

struct QuantityTagger::Impl {
  Tables tables;
};

QuantityTagger::QuantityTagger(const ruleset::RuleSet& rules, std::vector<Error>& errors)
    : impl_(std::make_unique<Impl>(Impl{Tables(rules, errors)})) {}
QuantityTagger::~QuantityTagger() = default;
QuantityTagger::QuantityTagger(QuantityTagger&&) noexcept = default;
QuantityTagger& QuantityTagger::operator=(QuantityTagger&&) noexcept = default;

std::vector<QuantityTag> QuantityTagger::tag(std::string_view text,
                                             const std::vector<Token>& tokens) const {
  const Tokenized in{text, tokens};
  return QuantityScan(impl_->tables, in).run();
}

}  // namespace gainsay::extract
