#include "text.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace gainsay::bench {
namespace {

constexpr std::size_t kParagraphs = 30;

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::vector<text::Document> cut(const std::string& text) {
  std::vector<text::Document> out;
  std::string report;
  std::size_t paragraphs = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    report += text.substr(begin, end - begin) + "\n";
    begin = end + 1;
    if (++paragraphs < kParagraphs && begin < text.size()) continue;
    out.push_back(report_of(std::move(report)));
    report.clear();
    paragraphs = 0;
  }
  return out;
}

}  // namespace

Read::Read(std::vector<text::Document> from, const ruleset::RuleSet& rules)
    : documents(std::move(from)) {
  const text::SentenceSplitter splitter(rules.abbreviations);
  for (const text::Document& document : documents) {
    sentences.push_back(splitter.split(document));
    count += sentences.back().size();
    for (const text::Sentence& sentence : sentences.back())
      bytes += sentence.in_block.size();
  }
}

const ruleset::RuleSet& rules() {
  static const ruleset::Loaded kLoaded = [] {
    const std::string folder = variable("GAINSAY_BENCH_RULES");
    ruleset::Loaded loaded =
        ruleset::load(folder.empty() ? GAINSAY_SOURCE_DIR "/rules" : folder.c_str());
    for (const Error& error : loaded.errors)
      std::fprintf(stderr, "%s: %s\n", error.where.c_str(), error.message.c_str());
    if (!loaded.errors.empty()) std::exit(2);
    return loaded;
  }();
  return kLoaded.rules;
}

text::Document report_of(std::string text) {
  std::vector<text::Block> blocks;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const auto at = static_cast<std::uint32_t>(begin);
    const auto size = static_cast<std::uint32_t>(end - begin);
    if (size > 0) blocks.push_back({Zone::kBody, text.substr(begin, size), {{0, size, at, size}}});
    begin = end + 1;
  }
  text::Metadata metadata;
  metadata.source = "gazette";
  metadata.published = from_iso("2031-03-14");
  return {"report.txt", std::move(text), std::string(64, '0'), metadata, std::move(blocks)};
}

std::vector<text::Document> reports() {
  const std::string file = variable("GAINSAY_BENCH_TEXT");
  if (!file.empty()) return cut(read_file(file));
  std::vector<std::string> paths;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(GAINSAY_SOURCE_DIR "/corpus/reports")) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<text::Document> out;
  for (const std::string& path : paths)
    out.push_back(report_of(read_file(path)));
  return out;
}

}  // namespace gainsay::bench
