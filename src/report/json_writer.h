#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace gainsay::report {

/// Writes JSON straight into a string: a report of a million claims needs no tree of values.
class JsonWriter {
 public:
  enum class Spacing : std::uint8_t { kReadable, kNone };
  explicit JsonWriter(Spacing spacing = Spacing::kReadable)
      : spaces_(spacing == Spacing::kReadable) {}

  void open(char bracket);
  void close(char bracket);
  JsonWriter& key(std::string_view name);
  /// Bytes that are no UTF-8 become U+FFFD.
  void string(std::string_view text);
  /// Null for an empty text.
  void string_or_null(std::string_view text);
  void integer(std::uint64_t value);
  /// The shortest digits that read back as `value`; null for what is not finite.
  void number(double value);
  void boolean(bool value);
  void null();
  /// Sixteen digits in a string.
  void hex(std::uint64_t value);
  /// A value that is JSON already.
  void json(std::string_view value) { raw(value); }
  /// The next value starts on a line of its own.
  void line() { new_line_ = true; }
  std::string take() { return std::move(out_); }

 private:
  void raw(std::string_view token);
  void separate();
  void escape(char32_t c);

  std::string out_;
  bool spaces_ = true;
  bool first_ = true;
  bool new_line_ = false;
};

}  // namespace gainsay::report
