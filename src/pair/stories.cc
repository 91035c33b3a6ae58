#include <algorithm>
#include <chrono>
#include <map>
#include <optional>

#include "alike.h"
#include "events.h"
#include "pair/pairer.h"

namespace gainsay::pair {
namespace {

using Reports = std::vector<std::uint32_t>;

/// Divides reports where more than `gap` passes between two of them; those without a date stay with
/// the report before them that they resemble most, or with the first.
std::vector<Reports> divide_by_time(const Reports& reports,
                                    const std::vector<DocumentFacts>& documents,
                                    const AlikeReports& alike, std::chrono::seconds gap) {
  Reports dated;
  for (const std::uint32_t report : reports) {
    if (documents[report].published) dated.push_back(report);
  }
  if (dated.empty()) return {reports};
  std::stable_sort(dated.begin(), dated.end(), [&](std::uint32_t a, std::uint32_t b) {
    return *documents[a].published < *documents[b].published;
  });
  std::vector<Reports> out(1);
  std::map<std::uint32_t, std::size_t> part;
  for (const std::uint32_t report : dated) {
    if (!out.back().empty()) {
      const auto since = *documents[report].published - *documents[out.back().back()].published;
      if (since > gap) out.emplace_back();
    }
    out.back().push_back(report);
    part[report] = out.size() - 1;
  }
  for (const std::uint32_t report : reports) {
    if (documents[report].published) continue;
    Alike best{0, -1};
    for (const Alike& other : alike[report]) {
      if (part.contains(other.report) && other.similarity > best.similarity) best = other;
    }
    const std::size_t at = best.similarity < 0 ? 0 : part[best.report];
    out[at].push_back(report);
  }
  for (Reports& one : out)
    std::sort(one.begin(), one.end());
  return out;
}

/// For each report the first one of its origin.
Reports copies_of(const std::vector<DocumentFacts>& documents) {
  std::map<OriginId, std::uint32_t> first;
  Reports out;
  for (std::uint32_t i = 0; i < documents.size(); ++i) {
    const bool known = documents[i].origin != OriginId{};
    out.push_back(known ? first.try_emplace(documents[i].origin, i).first->second : i);
  }
  return out;
}

}  // namespace

std::vector<Membership> stories(const std::vector<Terms>& terms,
                                const std::vector<DocumentFacts>& documents,
                                const Background& background, const Options& options) {
  const AlikeReports alike = alike_reports(terms, background, options.jobs);
  std::map<std::uint32_t, Reports> clusters;
  const Reports of = average_link(alike, options.story_similarity);
  for (std::uint32_t i = 0; i < of.size(); ++i)
    clusters[of[i]].push_back(i);
  const Reports copy_of = copies_of(documents);
  const auto gap = std::chrono::seconds(static_cast<std::int64_t>(options.story_days * 86400));
  std::vector<std::uint32_t> first_of(terms.size());
  std::map<std::uint32_t, std::uint32_t> first_beside;
  for (const auto& [name, cluster] : clusters) {
    for (const Reports& stretch : divide_by_time(cluster, documents, alike, gap)) {
      const Events found = events_among(stretch, terms, copy_of, options);
      for (const Reports& event : found.events) {
        for (const std::uint32_t report : event)
          first_of[report] = event.front();
      }
      for (const Border& border : found.borders)
        first_beside[border.report] = found.events[border.event].front();
    }
  }
  std::map<std::uint32_t, StoryId> numbers;
  std::vector<Membership> out;
  for (const std::uint32_t first : first_of) {
    const StoryId next{static_cast<std::uint32_t>(numbers.size() + 1)};
    out.push_back({numbers.try_emplace(first, next).first->second, StoryId{}});
  }
  for (const auto& [report, first] : first_beside)
    out[report].beside = numbers.at(first);
  return out;
}

}  // namespace gainsay::pair
