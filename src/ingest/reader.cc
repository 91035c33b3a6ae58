#include "ingest/reader.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <limits>
#include <optional>
#include <system_error>
#include <utility>

#include <sys/types.h>
// libmd's header asks for the line above.
#include <sha2.h>

#include "blocks.h"
#include "dates.h"
#include "furniture.h"
#include "html.h"
#include "markdown.h"
#include "metadata.h"
#include "plain_text.h"
#include "utf8.h"

namespace gainsay::ingest {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::uintmax_t kMostBytes = std::numeric_limits<std::uint32_t>::max() - 1;

std::optional<Format> known_format(const fs::path& path) {
  const std::string extension = lower(path.extension().string());
  if (extension == ".txt") return Format::kText;
  if (extension == ".md" || extension == ".markdown") return Format::kMarkdown;
  if (extension == ".html" || extension == ".htm") return Format::kHtml;
  return std::nullopt;
}

struct Signature {
  std::string_view start;
  const char* message;
};
constexpr std::array<Signature, 5> kForeign{{
    {"%PDF-", "is a PDF; export its text first (pdftotext) and give that file"},
    {std::string_view("PK\x03\x04", 4),
     "is a zip or office file; save it as text, Markdown or HTML"},
    {"\x1F\x8B", "is compressed with gzip; decompress it first"},
    {"\xFF\xFE", "is UTF-16; convert it to UTF-8 (iconv -f UTF-16 -t UTF-8)"},
    {"\xFE\xFF", "is UTF-16; convert it to UTF-8 (iconv -f UTF-16 -t UTF-8)"},
}};

/// `name:line:column` of a byte.
std::string place(const std::string& name, std::string_view bytes, std::size_t at) {
  const std::string_view before = bytes.substr(0, at);
  const auto line = std::ranges::count(before, '\n') + 1;
  const std::size_t start = before.rfind('\n') + 1;
  return name + ":" + std::to_string(line) + ":" + std::to_string(at - start + 1);
}

std::optional<Error> find_fault(const std::string& name, std::string_view bytes) {
  const auto fault = [](std::string where, std::string message) {
    return Error{ErrorCode::kInvalidText, std::move(where), std::move(message)};
  };
  if (bytes.size() > kMostBytes) {
    return fault(name, "is larger than 4 GiB; split it into one file a report");
  }
  for (const Signature& signature : kForeign) {
    if (bytes.starts_with(signature.start)) return fault(name, signature.message);
  }
  if (const std::size_t at = bytes.find('\0'); at != std::string_view::npos) {
    return fault(place(name, bytes, at), "binary data (a zero byte); a report must be UTF-8 text");
  }
  if (const std::size_t at = first_invalid_utf8(bytes); at != std::string_view::npos) {
    return fault(place(name, bytes, at),
                 "not valid UTF-8; convert the file (iconv -f WINDOWS-1252 -t UTF-8)");
  }
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  if (trim(bytes).empty()) return fault(name, "is empty; remove it or give a report with text");
  return std::nullopt;
}

std::string sha256(std::string_view bytes) {
  std::array<char, SHA256_DIGEST_STRING_LENGTH> digits{};
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the C interface takes bytes so.
  SHA256Data(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), digits.data());
  return digits.data();
}

Result<Content> read_content(Format format, const std::string& name, std::string_view bytes) {
  const std::size_t begin = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  switch (format) {
    case Format::kText:
      return read_plain_text(bytes, begin);
    case Format::kMarkdown:
      return read_markdown(bytes, begin);
    case Format::kHtml:
      return read_html(name, bytes, begin);
  }
  return fail(ErrorCode::kUsage, name, "has no known format");
}

/// Fills in what follows from the other metadata and the body. A path names no outlet: the files of
/// one folder are as often the reports of one story.
void complete(text::Metadata& metadata, const std::vector<text::Block>& blocks) {
  if (!metadata.published) metadata.published = date_in_url(metadata.url);
  if (metadata.source.empty()) metadata.source = host_of(metadata.url);
  const auto body = std::ranges::find(blocks, Zone::kBody, &text::Block::zone);
  if (metadata.dateline.empty() && body != blocks.end()) {
    metadata.dateline = dateline_place(body->text);
  }
}

/// Sorted; spans within others are gone.
std::vector<Span> without_inner(std::vector<Span> spans) {
  std::ranges::sort(spans, {}, [](Span s) { return std::pair(s.begin, ~s.end); });
  std::uint32_t end = 0;
  std::erase_if(spans, [&](Span s) {
    const bool inner = s.end <= end;
    end = std::max(end, s.end);
    return inner;
  });
  return spans;
}

bool is_hidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with('.') && name != "." && name != "..";
}

}  // namespace

Format format_of(const fs::path& path) {
  return known_format(path).value_or(Format::kText);
}

Result<std::vector<fs::path>> find_reports(
    const fs::path& path, const std::function<bool(const fs::path&, bool is_folder)>& ignored) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) {
    return fail(ErrorCode::kNotFound, path.string(), "no such file or directory");
  }
  std::vector<fs::path> found;
  if (!fs::is_directory(status)) {
    found.push_back(path);
    return found;
  }
  auto entry =
      fs::recursive_directory_iterator(path, fs::directory_options::skip_permission_denied, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    std::error_code unknown;
    const bool is_folder = entry->is_directory(unknown);
    const bool is_report = entry->is_regular_file(unknown) && known_format(entry->path());
    if (!is_folder && !is_report) continue;
    if (is_hidden(entry->path()) || (ignored && ignored(entry->path(), is_folder))) {
      if (is_folder) entry.disable_recursion_pending();
    } else if (is_report) {
      found.push_back(entry->path());
    }
  }
  if (error) {
    return fail(ErrorCode::kNotFound, path.string(),
                "cannot be listed (" + error.message() + "); check its permissions");
  }
  std::ranges::sort(found);
  return found;
}

Result<text::Document> read_file(const fs::path& path, const Options& options) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) return fail(ErrorCode::kNotFound, path.string(), "no such file");
  if (fs::is_directory(status)) {
    return fail(ErrorCode::kUnreadable, path.string(), "is a directory; give a file");
  }
  if (fs::is_regular_file(status) && fs::file_size(path, error) > kMostBytes) {
    return fail(ErrorCode::kInvalidText, path.string(),
                "is larger than 4 GiB; split it into one file a report");
  }
  std::ifstream in(path, std::ios::binary);
  std::string bytes;
  std::array<char, 1 << 16> buffer{};
  while (in && bytes.size() <= kMostBytes) {
    in.read(buffer.data(), buffer.size());
    bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (!in.eof() && bytes.size() <= kMostBytes) {
    return fail(ErrorCode::kUnreadable, path.string(), "cannot be read; check its permissions");
  }
  return read_bytes(path.string(), std::move(bytes), format_of(path), options);
}

Result<text::Document> read_bytes(std::string name, std::string bytes, Format format,
                                  const Options& options) {
  if (std::optional<Error> fault = find_fault(name, bytes)) return Unexpected{*std::move(fault)};
  Result<Content> content = read_content(format, name, bytes);
  if (!content) return Unexpected{std::move(content).error()};
  if (content->blocks.empty()) {
    return fail(ErrorCode::kInvalidText, std::move(name), "has no readable text; check the file");
  }
  std::vector<text::Block> blocks = split_furniture(std::move(content->blocks), options.furniture);
  complete(content->metadata, blocks);
  std::string digest = sha256(bytes);
  return text::Document(std::move(name), std::move(bytes), std::move(digest),
                        std::move(content->metadata), std::move(blocks),
                        without_inner(std::move(content->code)));
}

}  // namespace gainsay::ingest
