#include "json_writer.h"

#include <charconv>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "quote.h"
#include "types/ids.h"

namespace gainsay::report {
namespace {

constexpr double kExactIntegers = 9007199254740992.0;  // 2^53

}  // namespace

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  first_ = true;
}

void JsonWriter::close(char bracket) {
  out_ += bracket;
  first_ = false;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  string(name);
  out_ += spaces_ ? ": " : ":";
  first_ = true;
  return *this;
}

void JsonWriter::string(std::string_view text) {
  separate();
  out_ += '"';
  std::size_t plain = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const std::size_t begin = at;
    if (byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\') {
      ++at;
      continue;
    }
    const char32_t c = next_code_point(text, at);
    if (c >= 0x80 && at - begin > 1) continue;
    out_ += text.substr(plain, begin - plain);
    escape(c);
    plain = at;
  }
  out_ += text.substr(plain);
  out_ += '"';
}

void JsonWriter::string_or_null(std::string_view text) {
  if (text.empty()) return null();
  string(text);
}

void JsonWriter::integer(std::uint64_t value) {
  separate();
  fmt::format_to(std::back_inserter(out_), "{}", value);
}

void JsonWriter::number(double value) {
  if (!std::isfinite(value)) return null();
  separate();
  if (value == std::floor(value) && std::abs(value) < kExactIntegers) {
    fmt::format_to(std::back_inserter(out_), "{}", static_cast<std::int64_t>(value));
    return;
  }
  char digits[32];
  const auto end = std::to_chars(std::begin(digits), std::end(digits), value).ptr;
  out_.append(digits, end);
}

void JsonWriter::boolean(bool value) {
  raw(value ? "true" : "false");
}

void JsonWriter::null() {
  raw("null");
}

void JsonWriter::hex(std::uint64_t value) {
  raw(fmt::format("\"{}\"", to_hex(value)));
}

void JsonWriter::raw(std::string_view token) {
  separate();
  out_ += token;
}

void JsonWriter::separate() {
  if (!first_) out_ += ',';
  if (new_line_) {
    out_ += spaces_ ? "\n  " : "\n";
  } else if (!first_ && spaces_) {
    out_ += ' ';
  }
  new_line_ = false;
  first_ = false;
}

void JsonWriter::escape(char32_t c) {
  switch (c) {
    case '"':
      out_ += "\\\"";
      break;
    case '\\':
      out_ += "\\\\";
      break;
    case '\n':
      out_ += "\\n";
      break;
    case '\r':
      out_ += "\\r";
      break;
    case '\t':
      out_ += "\\t";
      break;
    default:
      fmt::format_to(std::back_inserter(out_), "\\u{:04x}", static_cast<unsigned>(c));
  }
}

}  // namespace gainsay::report
