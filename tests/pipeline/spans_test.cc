// The text of every claim is what stands at its span, whatever the bytes of the report are like.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "pipeline/run.h"
#include "support/scratch.h"

namespace gainsay::pipeline {
namespace {

namespace fs = std::filesystem;

std::string slurp(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return std::string((std::istreambuf_iterator<char>(in)), {});
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// The same words in other bytes.
std::string variant(std::string text, int kind) {
  switch (kind) {
    case 1:
      replace_all(text, "\n", "\r\n");
      break;
    case 2:
      text.insert(0, "\xEF\xBB\xBF");
      break;
    case 3:
      replace_all(text, " the ", " the \U0001F30A ");
      break;
    case 4:  // combining marks
      replace_all(text, "e ", "e\u0301 ");
      break;
    case 5:
      replace_all(text, " ", "\u00A0");
      break;
    case 6:
      replace_all(text, "-", "\u2011");
      replace_all(text, "'", "\u2019");
      break;
    default:
      break;
  }
  return text;
}

bool inside_character(const std::string& text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

TEST(Spans, HoldTheTextOfTheClaimInAnyBytes) {
  const fs::path folder = test::scratch("spans");
  fs::remove_all(folder);
  fs::create_directories(folder);
  const fs::path reports = fs::path(GAINSAY_SOURCE_DIR) / "corpus" / "reports";
  int files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(reports)) {
    if (entry.path().extension() != ".txt") continue;
    const std::string original = slurp(entry.path());
    for (int count = 0; count < 2; ++count) {
      const std::string name = std::to_string(files) + ".txt";
      std::ofstream(folder / name, std::ios::binary) << variant(original, files++ % 7);
    }
  }
  ASSERT_GT(files, 50);
  const nlohmann::json json = nlohmann::json::parse(json_of({folder.string()}, 2));
  std::vector<std::string> bytes(json["documents"].size() + 1);
  for (const auto& document : json["documents"])
    bytes.at(document["id"]) = slurp(document["path"].get<std::string>());
  std::size_t claims = 0;
  for (const auto& claim : json["claims"]) {
    const std::string& text = bytes.at(claim["document"]);
    const std::size_t start = claim["span"]["start"];
    const std::size_t end = claim["span"]["end"];
    ASSERT_LT(start, end);
    ASSERT_LE(end, text.size());
    ASSERT_EQ(text.substr(start, end - start), claim["text"].get<std::string>());
    ASSERT_FALSE(inside_character(text, start) || inside_character(text, end)) << claim.dump();
    ++claims;
  }
  EXPECT_GT(claims, 500U);
}

}  // namespace
}  // namespace gainsay::pipeline
