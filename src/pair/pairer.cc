#include "pair/pairer.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "candidates.h"
#include "types/parallel.h"

namespace gainsay::pair {
namespace {

/// The largest stories first, so that no thread begins one when the others are done.
std::vector<std::size_t> by_size(const std::vector<std::vector<Key>>& stories) {
  std::vector<std::size_t> out(stories.size());
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = i;
  std::ranges::stable_sort(out, std::greater<>(), [&](std::size_t i) { return stories[i].size(); });
  return out;
}

std::vector<Candidates> candidates_of(const std::vector<std::vector<Key>>& stories,
                                      const Rows& rows, const Options& options) {
  std::vector<Candidates> out(stories.size());
  const std::vector<std::size_t> order = by_size(stories);
  in_parallel(order.size(), options.jobs, [&](std::size_t i, std::size_t) {
    out[order[i]] = candidates(stories[order[i]], rows, options);
  });
  return out;
}

/// Puts the pairs of all stories in the order of their claims.
std::vector<CandidatePair> in_order(std::vector<Candidates> stories, std::size_t claims) {
  std::vector<std::size_t> end(claims + 1, 0);
  for (const Candidates& story : stories) {
    for (const CandidatePair& pair : story.pairs)
      ++end[pair.a + 1];
  }
  for (std::size_t i = 1; i < end.size(); ++i)
    end[i] += end[i - 1];
  std::vector<CandidatePair> out(end.back());
  for (Candidates& story : stories) {
    for (const CandidatePair& pair : story.pairs)
      out[end[pair.a]++] = pair;
    story.pairs = {};
  }
  // A claim has most of its pairs in one story, where they are in order.
  auto begin = out.begin();
  for (std::size_t i = 0; i < claims; ++i) {
    const auto last = out.begin() + static_cast<std::ptrdiff_t>(end[i]);
    if (!std::ranges::is_sorted(begin, last, {}, &CandidatePair::b)) {
      std::ranges::sort(begin, last, {}, &CandidatePair::b);
    }
    begin = last;
  }
  return out;
}

}  // namespace

Candidates propose_in_story(StoryId story, const std::vector<Claim>& claims,
                            const std::vector<Membership>& memberships, const Rows& rows,
                            const Options& options) {
  Keys keys(options);
  std::vector<Key> all;
  all.reserve(claims.size());
  for (std::uint32_t i = 0; i < claims.size(); ++i)
    all.push_back(keys.of(claims[i], i, memberships[i], story));
  return candidates(all, rows, options);
}

Output propose(const Input& input, const Options& options) {
  Output out;
  out.stories = stories(input.document_terms, input.documents, input.background, options);
  std::map<DocumentId, Membership> membership_of;
  std::size_t count = 0;
  for (std::size_t i = 0; i < input.documents.size(); ++i) {
    membership_of[input.documents[i].id] = out.stories[i];
    count = std::max<std::size_t>(count, out.stories[i].story.value());
  }
  Keys keys(options);
  std::vector<std::vector<Key>> members(count);
  for (std::uint32_t i = 0; i < input.claims.size(); ++i) {
    assert(membership_of.contains(input.claims[i].document));
    const Membership membership = membership_of.at(input.claims[i].document);
    for (const StoryId story : {membership.story, membership.beside}) {
      if (story == StoryId{}) continue;
      members[story.value() - 1].push_back(keys.of(input.claims[i], i, membership, story));
    }
  }
  std::vector<Candidates> proposed = candidates_of(members, input.claim_rows, options);
  for (const Candidates& story : proposed)
    out.candidates.counts += story.counts;
  out.candidates.pairs = in_order(std::move(proposed), input.claims.size());
  return out;
}

}  // namespace gainsay::pair
