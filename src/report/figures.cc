#include "figures.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "types/disjoint_sets.h"

namespace gainsay::report {
namespace {

bool is_one_figure(const Sides& s) {
  return s.complete() && s.a->value.quantity && s.b->value.quantity &&
         s.a->attribute == s.b->attribute && s.in_a->facts.story == s.in_b->facts.story;
}

DisjointSets joined(const Report& report, const Lookup& lookup, bool (*joins)(const Finding&)) {
  std::unordered_map<std::uint64_t, std::size_t> index;
  for (std::size_t i = 0; i < report.claims.size(); ++i)
    index.emplace(report.claims[i].id.value(), i);
  DisjointSets out(report.claims.size());
  for (const Finding& finding : report.judgement.findings) {
    if (!joins(finding) || !is_one_figure(sides(lookup, finding))) continue;
    out.join(index.at(finding.a.value()), index.at(finding.b.value()));
  }
  return out;
}

}  // namespace

bool compares(const Finding& finding) {
  switch (finding.verdict) {
    case Verdict::kSame:
    case Verdict::kVariant:
    case Verdict::kRefines:
    case Verdict::kCompatible:
      return true;
    case Verdict::kTension:
    case Verdict::kNumericConflict:
      return finding.severity != Severity::kNone;  // a reviewer dismissed it
    default:
      return false;
  }
}

std::vector<Figure> figures(const Report& report, const Lookup& lookup,
                            bool (*joins)(const Finding&)) {
  DisjointSets sets = joined(report, lookup, joins);
  std::map<std::tuple<std::size_t, std::string_view, std::string_view>, Figure> groups;
  for (std::size_t i = 0; i < report.claims.size(); ++i) {
    const Claim& claim = report.claims[i];
    if (!claim.value.quantity || claim.assertion.polarity == Polarity::kDenied ||
        lookup.document(claim.document) == nullptr) {
      continue;
    }
    const Quantity& q = *claim.value.quantity;
    const std::string_view unit = q.dimension == "count" ? std::string_view() : q.unit;
    groups[{sets.root(i), q.dimension, unit}].push_back(&claim);
  }
  std::vector<Figure> out;
  for (auto& [key, claims] : groups)
    out.push_back(std::move(claims));
  std::ranges::stable_sort(out, {}, [](const Figure& figure) {
    return std::tuple(figure.front()->document, figure.front()->span.begin);
  });
  return out;
}

}  // namespace gainsay::report
