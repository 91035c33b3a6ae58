// Sentences: in order, within their block, between characters, and nothing of the text is lost.
#include <algorithm>
#include <memory>

#include "fuzz.h"
#include "text/document.h"
#include "text/sentences.h"

namespace gainsay::fuzz {
namespace {

constexpr std::string_view kWhite = " \t\n\r\f\v";

text::Document paragraphs(const std::string& input) {
  std::vector<text::Block> blocks;
  for (std::size_t begin = 0; begin < input.size();) {
    const std::size_t end = std::min(input.find("\n\n", begin), input.size());
    if (end > begin) {
      const auto at = static_cast<std::uint32_t>(begin);
      const auto size = static_cast<std::uint32_t>(end - begin);
      const Zone zone = blocks.empty() ? Zone::kHeadline : Zone::kBody;
      blocks.push_back({zone, input.substr(begin, size), {{0, size, at, size}}});
    }
    begin = end + 2;
  }
  return {"a.txt", input, std::string(64, '0'), {}, std::move(blocks)};
}

bool inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

void check(const text::SentenceSplitter& splitter, const std::string& input) {
  const text::Document document = paragraphs(input);
  const std::vector<text::Sentence> sentences = splitter.split(document);
  must(splitter.split(document) == sentences, "the same text has the same sentences");
  std::string kept;
  std::uint32_t index = 0;
  std::uint32_t end = 0;
  for (const text::Sentence& s : sentences) {
    must(s.index == index++, "sentences are numbered in order");
    const std::string_view block = document.blocks()[s.block].text;
    must(!s.in_block.empty() && s.in_block.end <= block.size(), "a sentence lies in its block");
    must(!inside_character(block, s.in_block.begin) && !inside_character(block, s.in_block.end),
         "a sentence begins and ends between characters");
    must(s.original.begin >= end && s.original.end <= input.size(), "sentences do not overlap");
    must(document.text(s.original) == text::readable(document, s), "a span is what it says");
    end = s.original.end;
    kept += text::readable(document, s);
  }
  const auto bare = [](std::string_view text) {
    std::string out;
    for (const char c : text) {
      if (static_cast<unsigned char>(c) < 0x80 && kWhite.find(c) == std::string_view::npos)
        out += c;
    }
    return out;
  };
  must(bare(kept) == bare(input), "every character but white space is in a sentence");
}

}  // namespace

std::vector<Target> targets() {
  const auto splitter = std::make_shared<text::SentenceSplitter>(std::vector<std::string>{
      "Mr.", "Gen.", "No. #", "U.S. |", "a.m. |", "| The", "| He", "Jan."});
  Target target;
  target.name = "sentences";
  target.seeds = {
      "Talks end\n\nMr. Osk met Gen. Ana V. Orr of the U.S. Army at 7 a.m. He said: \xE2\x80\x9CWe "
      "go on.\xE2\x80\x9D\n\n\"No,\" she said. \"Never.\" The end.Then more.",
      "1. First item\n\nb. Second (see No. 5). Third? Yes! \xE2\x80\x94 Ok..."};
  target.pieces = news_pieces();
  target.check = [splitter](const std::string& input) { check(*splitter, input); };
  return {target};
}

}  // namespace gainsay::fuzz
