// Writes pages for the browser tests: review_page NAME TEMPLATE. The reports are built by hand, so
// that the tests know every byte and no change of a rule touches them.

#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "report/report.h"
#include "report/sample.h"

namespace {

using namespace gainsay;          // NOLINT(google-build-using-namespace)
using namespace report::testing;  // NOLINT(google-build-using-namespace)
using report::Report;
using report::ReportDocument;

/// Reports of several sentences; each sentence is a paragraph, except where it begins with "+".
class Builder {
 public:
  Sample sample;

  DocumentId report(const std::string& path, const std::string& source,
                    const std::string& published, const std::string& title, std::uint32_t origin,
                    std::uint32_t story, const std::vector<std::string>& sentences) {
    std::string bytes;
    std::vector<report::ReportSentence> cut;
    for (const std::string& sentence : sentences) {
      const bool follows = sentence.starts_with('+');
      bytes += cut.empty() ? "" : follows ? " " : "\n\n";
      const auto begin = static_cast<std::uint32_t>(bytes.size());
      bytes += follows ? sentence.substr(1) : sentence;
      const Span original{begin, static_cast<std::uint32_t>(bytes.size())};
      cut.push_back({original, bytes.substr(begin), Zone::kBody});
    }
    documents_.push_back(std::make_unique<text::Document>(
        path, bytes, std::string(64, static_cast<char>('a' + documents_.size() % 6)),
        text::Metadata{title, source, "https://news.example/" + path, "", from_iso(published)},
        std::vector<text::Block>{}));
    const DocumentId id(static_cast<std::uint32_t>(documents_.size()));
    ReportDocument in;
    in.facts = {id, source, from_iso(published), OriginId(origin), StoryId(story)};
    in.document = documents_.back().get();
    in.sentences = std::move(cut);
    sample.report.documents.push_back(std::move(in));
    return id;
  }

  std::size_t claim(DocumentId in, const std::string& words, const std::string& attribute,
                    Value what) {
    const ReportDocument& document = sample.report.documents[in.value() - 1];
    const std::size_t at = document.document->bytes().find(words);
    if (at == std::string::npos) throw std::runtime_error("no such words: " + words);
    Claim claim;
    claim.id = ClaimId(0xC000 + sample.report.claims.size());
    claim.document = in;
    claim.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
    claim.text = words;
    claim.kind = what.quantity ? ClaimKind::kQuantity : ClaimKind::kFact;
    claim.attribute = attribute;
    claim.rule = attribute;
    claim.value = std::move(what);
    while (!document.sentences[claim.sentence].original.contains(claim.span))
      ++claim.sentence;
    sample.report.claims.push_back(std::move(claim));
    return sample.report.claims.size() - 1;
  }

  Finding& find(std::size_t a, std::size_t b, Verdict verdict, Severity severity,
                const std::string& reason) {
    Finding& finding = sample.find(a, b, verdict, severity, reason);
    finding.id = FindingId(0xF00000000000ULL * (sample.report.judgement.findings.size()));
    finding.gates = {{Gate::kEvent, true, "both in one story"}, {Gate::kValue, true, reason}};
    return finding;
  }

 private:
  std::vector<std::unique_ptr<text::Document>> documents_;
};

Quantity people(double n) {
  return count(n, "person");
}
Quantity about(double n) {
  Quantity q = people(n);
  q.approximate = true;
  q.hard = q.pragmatic = {n * 0.9, n * 1.1};
  return q;
}
Quantity at_least(double n) {
  Quantity q = people(n);
  q.hi = kInf;
  q.hard = {n, kInf};
  q.pragmatic = {n, n + 5};
  return q;
}

/// Two stories, four outlets: a toll told in five ways, a quotation, an age, an update.
void bridge_and_fair(Builder& b) {
  const DocumentId post = b.report("bridge/post.txt", "Harbour Post", "2030-10-08T10:00:00Z",
                                   "Bridge falls at Orm", 1, 1,
                                   {"The bridge at Orm fell on Tuesday.",
                                    "+At noon 12 people died there.", "The keeper, 41, was hurt."});
  const DocumentId times = b.report(
      "bridge/times.txt", "Valley Times", "2030-10-08T19:02:00Z", "Orm bridge collapse", 2, 1,
      {"About 17 people died when the bridge fell.", "The keeper, 43, was hurt.",
       "\"We will rebuild it,\" the mayor said."});
  const DocumentId gazette =
      b.report("bridge/gazette.txt", "Gazette & Sons", "2030-10-09", "Orm mourns", 3, 1,
               {"At least 20 people are dead.", "\"We will not rebuild it,\" the mayor said."});
  const DocumentId copy = b.report("bridge/wire.txt", "Wire", "2030-10-08T11:00:00Z", "", 1, 1,
                                   {"At noon 12 people died there."});
  const DocumentId fair = b.report("fair/post.txt", "Harbour Post", "2030-11-01", "The fair opens",
                                   4, 2, {"Some 900 guests came to the fair."});
  const DocumentId fair_later =
      b.report("fair/times.txt", "Valley Times", "2030-11-03", "The fair ends", 5, 2,
               {"In all 1,500 guests came to the fair."});

  const std::size_t twelve =
      b.claim(post, "12 people died", "casualties.killed", value(people(12)));
  const std::size_t keeper = b.claim(post, "41", "person.age", value(measure(41, "age", "year")));
  const std::size_t seventeen =
      b.claim(times, "About 17 people died", "casualties.killed", value(about(17)));
  const std::size_t older = b.claim(times, "43", "person.age", value(measure(43, "age", "year")));
  const std::size_t will =
      b.claim(times, "We will rebuild it", "quote", label("we will rebuild it"));
  const std::size_t twenty =
      b.claim(gazette, "At least 20 people", "casualties.killed", value(at_least(20)));
  const std::size_t not_will =
      b.claim(gazette, "We will not rebuild it", "quote", label("we will not rebuild it"));
  const std::size_t copied =
      b.claim(copy, "12 people died", "casualties.killed", value(people(12)));
  const std::size_t some = b.claim(fair, "Some 900 guests", "count:guest", value(about(900)));
  const std::size_t all = b.claim(fair_later, "1,500 guests", "count:guest", value(people(1500)));

  b.find(twelve, seventeen, Verdict::kNumericConflict, Severity::kError, "12 against about 17");
  b.find(twelve, twenty, Verdict::kNumericConflict, Severity::kError, "12 against at least 20");
  b.find(keeper, older, Verdict::kFactConflict, Severity::kError, "41 against 43 years");
  b.find(will, not_will, Verdict::kQuoteAltered, Severity::kError, "another negation");
  b.find(seventeen, copied, Verdict::kNumericConflict, Severity::kError, "about 17 against 12");
  b.find(twenty, copied, Verdict::kNumericConflict, Severity::kError, "at least 20 against 12");
  b.find(some, all, Verdict::kUpdate, Severity::kWarning, "900, later 1,500");
  b.find(seventeen, twenty, Verdict::kTension, Severity::kNote, "about 17 against at least 20");
  b.find(twelve, copied, Verdict::kSame, Severity::kNone, "equal");
  b.sample.report.judgement.abstained = {{"event", 3}, {"measure", 1}};
}

/// What an attacker or a broken feed can put into a report.
void hostile(Builder& b) {
  const std::string huge(1'000'000, 'W');
  const std::vector<std::string> texts = {
      "<script>window.hacked=1</script><img src=x onerror=window.hacked=1> 12 people died.",
      "</script><script>window.hacked=1</script> 17 people died.",
      "<!--<script> ]]> {{data}} {{plain}} 18 people died.",
      "\u202Edesrever\u202C \u2066isolate\u2069 19 people died.",
      std::string("a\0b", 3) + " \x01\x1b[31m 20 people died.",
      "javascript:window.hacked=1 21 people died.",
      huge + " 22 people died.",
      "\\u003c \u2028 \u2029 \" ' & &lt; 23 people died.",
      std::string(400, 'W') + "\u0301\u0301\u0301\u0301 👩‍👩‍👧 24 people died."};
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string evil = "<b onmouseover=window.hacked=1>source " + std::to_string(i) + "</b>";
    const DocumentId id = b.report("\"><svg onload=window.hacked=1>" + std::to_string(i), evil,
                                   "2030-10-08", i == 6 ? huge : "javascript:alert(1)//</title>",
                                   static_cast<std::uint32_t>(i + 1), 1, {texts[i]});
    const std::string words = std::to_string(i == 0 ? 12 : 16 + i) + " people died";
    b.claim(id, words, i == 3 ? "constructor" : "__proto__",
            i == 6 ? label(huge) : value(people(static_cast<double>(16 + i))));
    if (i > 0)
      b.find(i - 1, i, Verdict::kNumericConflict, Severity::kError, "<i>why</i> \u202E" + texts[i]);
  }
  b.sample.report.errors = {{ErrorCode::kUnreadable, "<img src=x>", "<script>no</script>"}};
}

/// 10,000 findings over 2,000 reports of some 3,000 bytes.
void large(Builder& b) {
  constexpr std::uint32_t kReports = 2000;
  constexpr std::uint32_t kInStory = 20;
  for (std::uint32_t i = 0; i < kReports; ++i) {
    std::vector<std::string> sentences;
    const std::string toll = std::to_string(100 + i % 7);
    sentences.push_back("In story " + std::to_string(i / kInStory) + " a total of " + toll +
                        " people were said to have left the valley after the rain.");
    for (int s = 0; s < 24; ++s) {
      sentences.push_back(
          (s % 3 == 0 ? "" : "+") +
          std::string("The road to the upper farms stayed closed while crews looked "
                      "at the slope above it, number ") +
          std::to_string(s * 31 + static_cast<int>(i)) + ".");
    }
    const DocumentId id = b.report(
        "r" + std::to_string(i) + ".txt", "Outlet " + std::to_string(i % 40), "2030-10-08",
        "Rain in valley " + std::to_string(i / kInStory), i + 1, 1 + i / kInStory, sentences);
    b.claim(id, toll + " people", "people.displaced", value(people(100 + i % 7)));
    for (int s = 1; s < 20; s += 3) {
      b.claim(id, "number " + std::to_string(s * 31 + static_cast<int>(i)), "count:crew",
              value(people(s)));
    }
  }
  constexpr std::size_t kClaimsEach = 8;
  for (std::uint32_t i = 0; i < kReports; ++i) {
    for (std::uint32_t step = 1; step <= 5; ++step) {
      const std::uint32_t j = i / kInStory * kInStory + (i + step) % kInStory;
      b.find(std::min(i, j) * kClaimsEach, std::max(i, j) * kClaimsEach,
             step == 1 ? Verdict::kNumericConflict : Verdict::kTension,
             step == 1 ? Severity::kError : Severity::kNote,
             std::to_string(100 + i % 7) + " against " + std::to_string(100 + j % 7));
    }
  }
}

void nothing(Builder&) {}

}  // namespace

int main(int argc, char** argv) {
  const std::map<std::string, std::function<void(Builder&)>> pages = {
      {"small", bridge_and_fair}, {"hostile", hostile}, {"large", large}, {"empty", nothing}};
  if (argc != 3 || !pages.contains(argv[1])) {
    std::cerr << "usage: review_page small|hostile|large|empty TEMPLATE\n";
    return 2;
  }
  std::ifstream in(argv[2], std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(in), {}};
  Builder builder;
  pages.at(argv[1])(builder);
  report::HtmlOptions options;
  options.made = "2030-12-01T00:00:00Z";
  std::cout << to_html(builder.sample.report, page, options);
  return 0;
}
