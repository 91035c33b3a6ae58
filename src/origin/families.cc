// Reports of one story share an origin, whatever their words, when they come from one house or say
// that they carry another's content.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "letters.h"
#include "origin/origins.h"
#include "types/disjoint_sets.h"

namespace gainsay::origin {
namespace {

constexpr std::size_t kLead = 2;  // sentences; a later credit is one source among others
constexpr std::size_t kEnd = 2;
constexpr std::array<std::string_view, 3> kArticles = {"", "the ", "The "};

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), to_lower);
  return out;
}

/// Calls `each(at)` wherever `words` stand in the sentence and cut no word; stops when it is true.
bool finds(std::string_view sentence, std::string_view words, const auto& each) {
  for (std::size_t at = sentence.find(words); at != std::string_view::npos;
       at = sentence.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    const bool begins = at == 0 || !is_letter(sentence[at]) || !is_letter(sentence[at - 1]);
    const bool ends =
        end == sentence.size() || !is_letter(sentence[end]) || !is_letter(sentence[end - 1]);
    if (begins && ends && each(at)) return true;
  }
  return false;
}

bool reports_before(std::string_view sentence, std::size_t end,
                    const std::vector<std::string>& verbs) {
  return std::ranges::any_of(verbs, [&](const std::string& verb) {
    return finds(sentence.substr(0, end), verb, [](std::size_t) { return true; });
  });
}

bool stands_in(std::string_view sentence, const Credit& credit, const std::string& name,
               const Knowledge& knowledge) {
  const auto holds = [&](std::size_t at) {
    return (!credit.at_start || at == 0) &&
           (!credit.reported || reports_before(sentence, at, knowledge.verbs));
  };
  return std::ranges::any_of(kArticles, [&](std::string_view article) {
    return finds(sentence, credit.before + std::string(article) + name + credit.after, holds);
  });
}

void collect(std::string_view sentence, Credit::Where where, const Knowledge& knowledge,
             std::set<std::string>& families) {
  for (const Publisher& publisher : knowledge.publishers) {
    for (const std::string& name : publisher.names) {
      if (sentence.find(name) == std::string_view::npos) continue;
      for (const Credit& credit : knowledge.credits) {
        if (credit.where != where || (credit.agencies_only && !publisher.agency)) continue;
        if (stands_in(sentence, credit, name, knowledge)) families.insert(publisher.family);
      }
    }
  }
}

std::string_view without_article(std::string_view name) {
  return name.starts_with("the ") ? name.substr(4) : name;
}

/// Families by name and by domain.
class Houses {
 public:
  explicit Houses(const Knowledge& knowledge) {
    for (const Publisher& publisher : knowledge.publishers) {
      for (const auto* called : {&publisher.names, &publisher.domains}) {
        for (const std::string& name : *called)
          family_.emplace(without_article(lower(name)), publisher.family);
      }
    }
  }

  /// "" for an outlet that no publisher names. "edition.cnn.com" is of cnn.com.
  [[nodiscard]] std::string of(std::string_view source) const {
    const std::string name = lower(source);
    std::string_view rest = without_article(name);
    for (;;) {
      if (const auto found = family_.find(rest); found != family_.end()) return found->second;
      const std::size_t dot = rest.find('.');
      if (dot == std::string_view::npos || rest.find(' ') != std::string_view::npos) return {};
      rest.remove_prefix(dot + 1);
    }
  }

 private:
  std::map<std::string, std::string, std::less<>> family_;
};

/// Disjoint groups of reports, with the outlets in each.
class Groups {
 public:
  explicit Groups(const std::vector<Carrier>& carriers)
      : sets_(carriers.size()), sources_(carriers.size()) {
    std::map<OriginId, std::size_t> first;
    for (std::size_t i = 0; i < carriers.size(); ++i) {
      if (!carriers[i].source.empty()) sources_[i].insert(carriers[i].source);
      if (carriers[i].origin.value() == 0) continue;
      const auto [at, is_new] = first.try_emplace(carriers[i].origin, i);
      if (!is_new) unite(at->second, i);
    }
  }

  [[nodiscard]] std::size_t root(std::size_t i) { return sets_.root(i); }

  void join(std::size_t a, std::size_t b) {
    if (root(a) != root(b) && !share_an_outlet(root(a), root(b))) unite(a, b);
  }

 private:
  void unite(std::size_t a, std::size_t b) {
    const auto [first, second] = std::minmax({root(a), root(b)});
    if (first == second) return;
    sets_.join(first, second);
    sources_[first].merge(sources_[second]);
  }

  [[nodiscard]] bool share_an_outlet(std::size_t a, std::size_t b) const {
    return std::ranges::any_of(
        sources_[a], [&](std::string_view source) { return sources_[b].contains(source); });
  }

  DisjointSets sets_;
  std::vector<std::set<std::string_view>> sources_;
};

}  // namespace

std::string credited(const Input& report, const Knowledge& knowledge) {
  std::set<std::string> families;
  const std::size_t size = report.sentences.size();
  for (std::size_t i = 0; i < std::min(kLead, size); ++i)
    collect(report.sentences[i], Credit::Where::kLead, knowledge, families);
  for (std::size_t i = size - std::min(kEnd, size); i < size; ++i)
    collect(report.sentences[i], Credit::Where::kEnd, knowledge, families);
  return families.size() == 1 ? *families.begin() : std::string{};
}

std::vector<OriginId> join_families(const std::vector<Carrier>& carriers,
                                    const std::vector<Input>& reports, const Knowledge& knowledge) {
  const Houses houses(knowledge);
  Groups groups(carriers);
  std::map<std::pair<StoryId, std::string>, std::size_t> first;
  for (std::size_t i = 0; i < carriers.size(); ++i) {
    std::string family = credited(reports[i], knowledge);
    if (family.empty()) family = houses.of(carriers[i].source);
    if (family.empty()) continue;
    const auto [at, is_new] = first.try_emplace({carriers[i].story, std::move(family)}, i);
    if (!is_new) groups.join(at->second, i);
  }
  std::map<std::size_t, OriginId> numbers;
  std::vector<OriginId> out;
  for (std::size_t i = 0; i < carriers.size(); ++i) {
    const OriginId next{static_cast<std::uint32_t>(numbers.size() + 1)};
    out.push_back(numbers.try_emplace(groups.root(i), next).first->second);
  }
  return out;
}

}  // namespace gainsay::origin
