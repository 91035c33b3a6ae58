// make_archive REPORTS FOLDER [WORDS [SEED]]: writes the reports, beside the folder
// FOLDER.planted.tsv and FOLDER.draft.txt, a draft of 1,000 words.
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "archive.h"

namespace {

template <class Number>
bool parse(std::string_view text, Number& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  using namespace gainsay::bench;
  ArchiveOptions options;
  const bool right = argc >= 3 && argc <= 5 && parse(argv[1], options.reports) &&
                     (argc < 4 || parse(argv[3], options.words)) &&
                     (argc < 5 || parse(argv[4], options.seed));
  if (!right) {
    std::fprintf(stderr, "usage: make_archive REPORTS FOLDER [WORDS [SEED]]\n");
    return 2;
  }
  const fs::path folder(argv[2]);
  fs::create_directories(folder);
  const auto planted = make_archive(options, [&](const MadeReport& report) {
    std::ofstream(folder / report.name, std::ios::binary) << report.text;
  });
  std::ofstream list(folder.string() + ".planted.tsv", std::ios::binary);
  for (const Planted& pair : planted) {
    list << pair.report_a << '\t' << pair.sentence_a << '\t' << pair.report_b << '\t'
         << pair.sentence_b << '\n';
  }
  std::ofstream draft(folder.string() + ".draft.txt", std::ios::binary);
  draft << make_draft(options, 1000);
  return list && draft ? 0 : 1;
}
