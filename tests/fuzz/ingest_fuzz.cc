// Readers: a document that keeps its promises, or an error that names the file.
#include <algorithm>
#include <filesystem>

#include "fuzz.h"
#include "ingest/reader.h"

namespace gainsay::fuzz {
namespace {

using ingest::Format;

void check_block(const text::Document& document, const text::Block& block) {
  std::uint32_t at = 0;
  std::uint32_t original_end = 0;
  must(!block.text.empty(), "a block has text");
  for (const text::Segment& segment : block.segments) {
    must(segment.text_begin == at && segment.text_size > 0, "segments leave no gap");
    must(segment.original_begin >= original_end, "segments are in the order of the file");
    at += segment.text_size;
    original_end = segment.original_begin + segment.original_size;
    must(original_end <= document.bytes().size(), "a segment lies in the file");
    if (segment.text_size != segment.original_size || segment.text_size == 1) continue;
    const std::string_view read =
        std::string_view(block.text).substr(segment.text_begin, segment.text_size);
    // "&#0" has as many bytes as the character that stands for it.
    if (read.find("\xEF\xBF\xBD") != std::string_view::npos) continue;
    must(document.text({segment.original_begin, original_end}) == read,
         "a segment of one length on both sides is the same bytes");
  }
  must(at == block.text.size(), "segments cover the block");
  for (std::uint32_t begin = 0; begin < at; begin += 7) {
    const Span span = block.original({begin, std::min(begin + 5, at)});
    must(span.begin < span.end && span.end <= document.bytes().size(), "a range maps to bytes");
  }
}

void check(Format format, const std::string& input) {
  ingest::Options options;
  options.furniture = {{"MORE STORIES", "SUBMIT", ""}, {"", "", "^Card # of #$"}};
  const auto document = ingest::read_bytes("folder/a.txt", input, format, options);
  if (!document) {
    must(document.error().where.starts_with("folder/a.txt"), "an error names its file");
    must(!document.error().message.empty(), "an error says what is wrong");
    return;
  }
  must(document->bytes() == input, "the bytes are kept");
  must(!document->blocks().empty(), "a document without text is an error");
  for (const text::Block& block : document->blocks())
    check_block(*document, block);
}

std::vector<std::string> reports(const std::string& extension) {
  std::vector<std::string> paths;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(GAINSAY_SOURCE_DIR "/corpus/reports")) {
    if (entry.path().extension() == extension) paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const std::string& path : paths)
    texts.push_back(read_file(path));
  return texts;
}

Target target(const std::string& name, Format format, const std::string& extension,
              std::vector<std::string> pieces) {
  Target t;
  t.name = name;
  t.seeds = reports(extension);
  t.pieces = std::move(pieces);
  t.text = false;
  t.check = [format](const std::string& input) { check(format, input); };
  return t;
}

}  // namespace

std::vector<Target> targets() {
  std::vector<std::string> plain = news_pieces();
  plain.insert(plain.end(),
               {"https://", "By ", "Published: ", "2031-03-14", "MORE STORIES", "SUBMIT",
                "Card 1 of 5", std::string(1, '\0'), "\xFF", "\xC3", "\xF0\x9F"});
  const std::vector<std::string> markdown = {"# ",
                                             "## ",
                                             "- ",
                                             "1. ",
                                             "> ",
                                             "> > ",
                                             "```\n",
                                             "~~~",
                                             "`",
                                             "**",
                                             "_",
                                             "[a](b)",
                                             "![a](b)",
                                             "[",
                                             "](",
                                             "<b>",
                                             "</b>",
                                             "<!--",
                                             "-->",
                                             "|",
                                             "|---|",
                                             "---\n",
                                             "\n---\ntitle: x\n---\n",
                                             "&amp;",
                                             "&#x1F600;",
                                             "&nosuch;",
                                             "\\",
                                             "    ",
                                             "\t",
                                             "\n",
                                             "\r\n",
                                             "  \n",
                                             "&#0;",
                                             "<p>"};
  const std::vector<std::string> html = {
      "<p>",
      "</p>",
      "<div>",
      "<table>",
      "<tr><td>",
      "<li>",
      "<script>",
      "</script>",
      "<style>",
      "<!--",
      "-->",
      "<![CDATA[",
      "]]>",
      "<svg>",
      "<math>",
      "<template>",
      "<title>",
      "</title>",
      "<time datetime=\"2031-03-14T08:00:00Z\">",
      "<meta property=\"og:title\" content=\"x\">",
      "<script type=\"application/ld+json\">{\"headline\":\"x\",\"datePublished\":[{}]}</script>",
      "&amp;",
      "&nbsp;",
      "&#8217;",
      "&#x110000;",
      "&notin",
      "&",
      "<",
      ">",
      "\"",
      "'",
      "=",
      "/",
      "<br>",
      "<pre>",
      "<figure><figcaption>",
      "<nav>",
      "<b><i></b></i>",
      "<p hidden>",
      "\n"};
  return {target("plain_text", Format::kText, ".txt", plain),
          target("markdown", Format::kMarkdown, ".md", markdown),
          target("html", Format::kHtml, ".html", html)};
}

}  // namespace gainsay::fuzz
