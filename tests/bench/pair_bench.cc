// pair_bench DATABASE [PLANTED [THREADS]]: pairs a whole archive from scratch, story by story, as
// it lies in the database, then puts one report of it to the rest as if it were new. PLANTED is
// what make_archive writes. Prints the time of each step, the memory at its height, and how many of
// the planted pairs were proposed.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include <sys/resource.h>

#include "archive.h"
#include "embed/terms.h"
#include "origin/origins.h"
#include "pair/pairer.h"
#include "store/store.h"

namespace gainsay::bench {
namespace {

double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Prints how long each step took.
class Steps {
 public:
  void done(const char* what) {
    const double now = seconds();
    std::printf("%-22s %9.3f s\n", what, now - last_);
    last_ = now;
  }
  [[nodiscard]] double total() const { return last_ - first_; }

 private:
  double first_ = seconds();
  double last_ = first_;
};

template <class T>
T value(Result<T> result) {
  if (result) return std::move(*result);
  std::fprintf(stderr, "%s: %s\n", result.error().where.c_str(), result.error().message.c_str());
  std::exit(2);
}

std::vector<Planted> read_planted(const char* path) {
  std::ifstream in(path);
  std::vector<Planted> out;
  Planted one;
  while (std::getline(in, one.report_a, '\t') && std::getline(in, one.sentence_a, '\t') &&
         std::getline(in, one.report_b, '\t') && std::getline(in, one.sentence_b))
    out.push_back(one);
  return out;
}

std::string last_part(const std::string& name) {
  return name.substr(name.rfind('/') + 1);
}

/// The planted pairs whose two sentences have claims of one measure, and those proposed.
struct Recall {
  std::uint64_t claimed = 0;
  std::uint64_t proposed = 0;
};

/// The story's claims by where they stand.
class Places {
 public:
  void add(const store::StoredDocument& document, std::uint32_t first_claim) {
    reports_.insert(last_part(document.document.name()));
    for (std::uint32_t i = 0; i < document.claims.size(); ++i) {
      const Claim& claim = document.claims[i];
      if (claim.kind != ClaimKind::kQuantity) continue;
      at_[{last_part(document.document.name()), document.sentences.at(claim.sentence).text}]
          .push_back({first_claim + i, claim.attribute});
    }
  }
  [[nodiscard]] Recall found(const Planted& planted,
                             const std::vector<CandidatePair>& pairs) const {
    Recall out;
    const auto a = at_.find({planted.report_a, planted.sentence_a});
    const auto b = at_.find({planted.report_b, planted.sentence_b});
    if (a == at_.end()) return out;
    if (b == at_.end()) {
      // In another story; whether it has a claim is not known here, so that it counts as missed.
      out.claimed = reports_.contains(planted.report_b) ? 0 : 1;
      return out;
    }
    for (const Place& x : a->second) {
      for (const Place& y : b->second) {
        if (x.attribute != y.attribute) continue;
        out.claimed = 1;
        const auto [low, high] = std::minmax(x.claim, y.claim);
        const auto pair =
            std::ranges::lower_bound(pairs, std::pair(low, high), {},
                                     [](const CandidatePair& p) { return std::pair(p.a, p.b); });
        if (pair != pairs.end() && pair->a == low && pair->b == high) out.proposed = 1;
      }
    }
    return out;
  }

 private:
  struct Place {
    std::uint32_t claim;
    std::string attribute;
  };
  std::set<std::string> reports_;
  std::map<std::pair<std::string, std::string>, std::vector<Place>> at_;
};

bool is_content(Zone zone) {
  return zone != Zone::kFurniture && zone != Zone::kRelated;
}

using Texts = std::vector<std::vector<store::StoredSentence>>;

std::vector<std::vector<std::string_view>> content_of(const Texts& texts) {
  std::vector<std::vector<std::string_view>> out(texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (const store::StoredSentence& sentence : texts[i]) {
      if (is_content(sentence.zone)) out[i].push_back(sentence.text);
    }
  }
  return out;
}

std::vector<DocumentFacts> facts_of(const std::vector<store::Listed>& reports,
                                    const std::vector<std::vector<std::string_view>>& content) {
  std::vector<origin::Input> inputs;
  for (const auto& sentences : content)
    inputs.push_back({sentences});
  const std::vector<OriginId> origins = origin::group(inputs);
  std::vector<DocumentFacts> out(reports.size());
  for (std::size_t i = 0; i < reports.size(); ++i) {
    out[i].id = DocumentId(static_cast<std::uint32_t>(i + 1));
    out[i].published = reports[i].published;
    out[i].origin = origins[i];
  }
  return out;
}

struct Story {
  std::vector<Claim> claims;
  std::vector<pair::Membership> memberships;
  Rows rows;
};

/// Adds the claims of a report, with the row of its sentence for each.
void add(const store::StoredDocument& document, DocumentId id, pair::Membership membership,
         Story& story) {
  story.rows.dimension = document.rows.dimension;
  for (const Claim& claim : document.claims) {
    story.claims.push_back(claim);
    story.claims.back().document = id;
    story.memberships.push_back(membership);
    const float* row = &document.rows.data[std::size_t{claim.sentence} * document.rows.dimension];
    story.rows.data.insert(story.rows.data.end(), row, row + document.rows.dimension);
  }
}

struct Counts {
  std::uint64_t claims = 0;
  std::uint64_t pairs = 0;
  std::uint64_t left_out = 0;
  std::uint64_t claimed = 0;
  std::uint64_t proposed = 0;
};

Counts operator+(Counts a, const Counts& b) {
  return {a.claims + b.claims, a.pairs + b.pairs, a.left_out + b.left_out, a.claimed + b.claimed,
          a.proposed + b.proposed};
}

class Archive {
 public:
  Archive(const char* path, const char* planted, unsigned threads)
      : path_(path), threads_(threads) {
    if (planted != nullptr) {
      for (Planted& pair : read_planted(planted))
        planted_[pair.report_a].push_back(pair);
    }
  }

  void measure() {
    Steps steps;
    store::Store store = value(store::Store::open(path_));
    reports_ = value(store.list());
    Texts texts;
    for (const store::Listed& report : reports_)
      texts.push_back(value(store.sentences(report.report)));
    steps.done("read sentences");
    const std::vector<std::vector<std::string_view>> content = content_of(texts);
    const std::vector<DocumentFacts> facts = facts_of(reports_, content);
    steps.done("origins");
    std::vector<Terms> terms = embed::terms_of(content, {});
    texts = {};
    steps.done("terms");
    pair::Options options;
    options.jobs = threads_;
    const std::vector<pair::Membership> stories = pair::stories(terms, facts, {}, options);
    terms = {};
    steps.done("stories");
    const Counts counts = pair_stories(stories);
    steps.done("read and pair stories");
    print(steps.total(), counts, stories);
    add_one(store);
  }

 private:
  void print(double total, const Counts& counts,
             const std::vector<pair::Membership>& stories) const {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%-22s %9.3f s on %u threads\n", "together", total, threads_);
    std::printf("%zu reports, %lu claims, %u stories, %lu pairs, %lu left out\n", reports_.size(),
                counts.claims, story_count(stories), counts.pairs, counts.left_out);
    std::printf("memory at its height: %ld MB\n", usage.ru_maxrss / 1024);
    if (counts.claimed > 0) {
      std::printf("planted pairs proposed: %lu of %lu, %.4f\n", counts.proposed, counts.claimed,
                  static_cast<double>(counts.proposed) / static_cast<double>(counts.claimed));
    }
  }

  static std::uint32_t story_count(const std::vector<pair::Membership>& stories) {
    std::uint32_t out = 0;
    for (const pair::Membership& membership : stories)
      out = std::max(out, membership.story.value());
    return out;
  }

  Counts pair_stories(const std::vector<pair::Membership>& stories) {
    std::vector<std::vector<std::uint32_t>> members(reports_.size() + 1);
    for (std::uint32_t i = 0; i < stories.size(); ++i) {
      members[stories[i].story.value()].push_back(i);
      if (stories[i].beside != StoryId{}) members[stories[i].beside.value()].push_back(i);
    }
    std::atomic<std::size_t> next = 0;
    std::vector<Counts> counts(threads_);
    const auto work = [&](unsigned thread) {
      store::Store store = value(store::Store::open(path_));
      for (std::size_t i = next++; i < members.size(); i = next++)
        counts[thread] = counts[thread] + pair_story(store, StoryId(static_cast<std::uint32_t>(i)),
                                                     members[i], stories);
    };
    std::vector<std::jthread> threads;
    for (unsigned i = 1; i < threads_; ++i)
      threads.emplace_back(work, i);
    work(0);
    threads.clear();
    Counts out;
    for (const Counts& one : counts)
      out = out + one;
    return out;
  }

  Counts pair_story(store::Store& store, StoryId number, const std::vector<std::uint32_t>& members,
                    const std::vector<pair::Membership>& stories) const {
    Story story;
    Places places;
    std::vector<const Planted*> planted;
    std::uint64_t own_claims = 0;
    for (const std::uint32_t i : members) {
      const store::StoredDocument document = value(store.one(reports_[i].report));
      places.add(document, static_cast<std::uint32_t>(story.claims.size()));
      add(document, DocumentId(i + 1), stories[i], story);
      if (stories[i].story != number) continue;  // counted at home
      own_claims += document.claims.size();
      const auto found = planted_.find(last_part(reports_[i].name));
      if (found == planted_.end()) continue;
      for (const Planted& pair : found->second)
        planted.push_back(&pair);
    }
    const pair::Candidates out =
        pair::propose_in_story(number, story.claims, story.memberships, story.rows, {});
    Counts counts{own_claims, out.pairs.size(), total(out.counts.left_out), 0, 0};
    for (const Planted* pair : planted) {
      const Recall recall = places.found(*pair, out.pairs);
      counts.claimed += recall.claimed;
      counts.proposed += recall.proposed;
    }
    return counts;
  }

  static constexpr pair::Membership kOneStory{StoryId{1}, {}};

  /// The last report against the reports closest to it: found, read, and paired.
  void add_one(store::Store& store) const {
    const store::StoredDocument document = value(store.one(reports_.back().report));
    std::vector<double> times;
    std::size_t pairs = 0;
    for (int round = 0; round < 20; ++round) {
      const double begin = seconds();
      const store::Nearest nearest = value(store.nearest(document.sentences, document.rows, {}));
      Story story;
      std::uint32_t id = 0;
      for (const std::int64_t report : nearest.closest)
        add(value(store.one(report)), DocumentId(++id), kOneStory, story);
      add(document, DocumentId(++id), kOneStory, story);
      pairs =
          pair::propose_in_story(kOneStory.story, story.claims, story.memberships, story.rows, {})
              .pairs.size();
      times.push_back(seconds() - begin);
    }
    std::ranges::sort(times);
    std::printf("one report of %zu claims added: %.1f ms (median of 20), %zu pairs\n",
                document.claims.size(), times[times.size() / 2] * 1000, pairs);
  }

  std::string path_;
  unsigned threads_;
  std::vector<store::Listed> reports_;
  std::unordered_map<std::string, std::vector<Planted>>
      planted_;  ///< by the name of the first report
};

}  // namespace
}  // namespace gainsay::bench

int main(int argc, char** argv) {
  if (argc < 2 || argc > 4) {
    std::fprintf(stderr, "usage: pair_bench DATABASE [PLANTED [THREADS]]\n");
    return 2;
  }
  const unsigned threads = argc > 3 ? static_cast<unsigned>(std::max(1, std::atoi(argv[3]))) : 2;
  gainsay::bench::Archive(argv[1], argc > 2 ? argv[2] : nullptr, threads).measure();
  return 0;
}
