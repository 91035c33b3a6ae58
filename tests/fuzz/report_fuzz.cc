// Hostile words in every field: JSON stays JSON, the page runs no script of theirs, and a terminal
// gets no control characters.
#include <nlohmann/json.hpp>

#include "fuzz.h"
#include "report/sample.h"

namespace gainsay::fuzz {
namespace {

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1))
    ++n;
  return n;
}

report::testing::Sample sample(const std::string& words) {
  report::testing::Sample s = report::testing::bridge();
  const DocumentId c = s.add(words + ".txt", "x" + words + "x", words, "2031-03-14");
  Claim& claim = s.claim(c, words, words, report::testing::label(words));
  claim.frame.participants = {words};
  claim.frame.subject = claim.frame.place = claim.frame.population = words;
  claim.frame.period = claim.frame.ordinal = claim.assertion.speaker = words;
  claim.assertion.cue = claim.rule = words;
  const DocumentId d = s.add("d.txt", words, words);
  s.claim(d, words, words,
          report::testing::value(report::testing::measure(3, words, words, words)));
  Finding& finding = s.find(2, 3, Verdict::kFactConflict, Severity::kError, words);
  finding.gates = {{Gate::kEvent, true, words}};
  s.report.judgement.abstained[words] = 4;
  s.report.errors.push_back({ErrorCode::kNotFound, words, words});
  return s;
}

void check(const std::string& page, const std::string& input) {
  const std::string words = input.empty() ? "x" : input.substr(0, 2000);
  const report::testing::Sample hostile = sample(words);
  const report::testing::Sample harmless = sample("harmless");

  const std::string json = report::to_json(hostile.report);
  must(nlohmann::json::accept(json), "the JSON report is JSON");
  const auto parsed = nlohmann::json::parse(json);
  must(parsed["claims"].size() == 4 && parsed["claims"][2]["text"] == words,
       "JSON keeps the words");

  const std::string html = report::to_html(hostile.report, page);
  const std::string plain = report::to_html(harmless.report, page);
  for (const std::string_view tag : {"<script", "</script", "<img", "<iframe", "<style", "<!--"})
    must(count(html, tag) == count(plain, tag), "words become no markup");

  for (const char c : report::to_text(hostile.report, {})) {
    const auto byte = static_cast<unsigned char>(c);
    must((byte >= 0x20 && byte != 0x7F) || c == '\n', "the terminal gets no control characters");
  }
}

}  // namespace

std::vector<Target> targets() {
  const std::string page = read_file(GAINSAY_SOURCE_DIR "/reports/review.html");
  must(!page.empty(), "the page template is there");
  Target target;
  target.name = "report";
  target.seeds = {"At noon 12 people died there.",
                  "<b>\"A\" & 'B'</b> \xE2\x80\x9Cyes\xE2\x80\x9D"};
  target.pieces = {"<script>alert(1)</script>",
                   "</script>",
                   "<!--",
                   "-->",
                   "<img src=x onerror=y>",
                   "\"",
                   "'",
                   "&",
                   "&lt;",
                   "<",
                   ">",
                   "\\",
                   "\\u0000",
                   "\x1B[31m",
                   "\x07",
                   "\r",
                   "\n",
                   "\t",
                   "\xE2\x80\xAE",
                   "\xE2\x80\xA8",
                   "\xC2\x85",
                   "\xF0\x9F\x98\x80",
                   "\xCC\x81",
                   "\x7F",
                   "{{",
                   "}}",
                   "$&",
                   "</style>",
                   "javascript:",
                   "\xE4\xB8\xAD"};
  target.check = [page](const std::string& input) { check(page, input); };
  return {target};
}

}  // namespace gainsay::fuzz
