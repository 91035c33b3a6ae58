#pragma once

#include <chrono>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>

#include <SQLiteCpp/SQLiteCpp.h>

#include "claim_row.h"
#include "types/claim.h"
#include "types/ids.h"

namespace gainsay::store {

/// What stands in a column cannot have been written by this program.
struct DamagedRow : std::runtime_error {
  using std::runtime_error::runtime_error;
};

template <class Enum>
inline constexpr int kLast = 0;
template <>
inline constexpr int kLast<ClaimKind> = static_cast<int>(ClaimKind::kQuote);
template <>
inline constexpr int kLast<Voice> = static_cast<int>(Voice::kAttributed);
template <>
inline constexpr int kLast<Polarity> = static_cast<int>(Polarity::kDenied);
template <>
inline constexpr int kLast<Modality> = static_cast<int>(Modality::kAlleged);
template <>
inline constexpr int kLast<Zone> = static_cast<int>(Zone::kFurniture);

template <class Enum>
Enum enum_of(const std::string& text) {
  for (int i = 0; i <= kLast<Enum>; ++i) {
    if (text == name(static_cast<Enum>(i))) return static_cast<Enum>(i);
  }
  throw DamagedRow("unknown word '" + text + "'");
}

/// Binds values from the left. Strings must live until the statement has run.
class Writer {
 public:
  explicit Writer(SQLite::Statement& statement, int first = 1)
      : statement_(statement), next_(first) {}

  void null() { statement_.bind(next_++); }
  void put(const std::string& value) { statement_.bindNoCopy(next_++, value); }
  void put(double value) { statement_.bind(next_++, value); }
  void put(std::uint64_t value) { statement_.bind(next_++, to_hex(value)); }
  void put(ClaimId value) { put(value.value()); }
  void put(Instant value) {
    statement_.bind(next_++, std::int64_t{value.time_since_epoch().count()});
  }
  template <class T>
  requires std::integral<T> &&(sizeof(T) < 8) void put(T value) {
    statement_.bind(next_++, static_cast<std::int64_t>(value));
  }
  template <class T>
  requires std::is_enum_v<T>
  void put(T value) { statement_.bind(next_++, std::string(name(value))); }
  template <class T>
  void put(const std::optional<T>& value) {
    value ? put(*value) : null();
  }
  void blob(const void* bytes, std::size_t size) {
    if (size > std::numeric_limits<int>::max()) throw SQLite::Exception("over 2 GB", 18);
    statement_.bindNoCopy(next_++, bytes, static_cast<int>(size));
  }

  template <class T>
  void operator()(const char* /*column*/, const T& value) {
    put(value);
  }
  void quantity(const std::optional<Quantity>& value);

 private:
  SQLite::Statement& statement_;
  int next_;
};

/// Reads values from the left.
class Reader {
 public:
  explicit Reader(SQLite::Statement& statement) : statement_(statement) {}

  [[nodiscard]] bool is_null() const { return statement_.getColumn(next_).isNull(); }
  void get(std::string& out) { out = statement_.getColumn(next_++).getString(); }
  void get(double& out) { out = statement_.getColumn(next_++).getDouble(); }
  void get(bool& out) { out = statement_.getColumn(next_++).getInt64() != 0; }
  void get(std::uint64_t& out) {
    if (!from_hex(statement_.getColumn(next_++).getString(), out)) throw DamagedRow("bad hash");
  }
  void get(ClaimId& out) {
    std::uint64_t value = 0;
    get(value);
    out = ClaimId{value};
  }
  void get(Instant& out) {
    out = Instant{std::chrono::seconds{statement_.getColumn(next_++).getInt64()}};
  }
  template <class T>
  requires std::integral<T> &&(sizeof(T) < 8) void get(T& out) {
    out = static_cast<T>(statement_.getColumn(next_++).getInt64());
  }
  template <class T>
  requires std::is_enum_v<T>
  void get(T& out) { out = enum_of<T>(statement_.getColumn(next_++).getString()); }
  template <class T>
  void get(std::optional<T>& out) {
    if (is_null()) {
      ++next_;
      out.reset();
    } else {
      get(out.emplace());
    }
  }
  [[nodiscard]] std::string blob() { return statement_.getColumn(next_++).getString(); }
  [[nodiscard]] std::int64_t number() { return statement_.getColumn(next_++).getInt64(); }

  template <class T>
  void operator()(const char* /*column*/, T& value) {
    get(value);
  }
  void quantity(std::optional<Quantity>& value);

 private:
  SQLite::Statement& statement_;
  int next_ = 0;
};

/// "id, sentence, ..." and as many question marks.
struct ColumnNames {
  std::string names;
  std::string marks;

  template <class T>
  void operator()(const char* column, const T& /*value*/) {
    names.append(names.empty() ? "" : ", ").append(column);
    marks.append(marks.empty() ? "?" : ", ?");
  }
  void quantity(const std::optional<Quantity>& /*value*/) {
    const Quantity any;
    each_quantity_column(*this, any);
  }
};

inline void Writer::quantity(const std::optional<Quantity>& value) {
  if (value) return each_quantity_column(*this, *value);
  ColumnNames columns;
  columns.quantity(value);
  for (char c : columns.marks) {
    if (c == '?') null();
  }
}

inline void Reader::quantity(std::optional<Quantity>& value) {
  const bool none = is_null();
  Quantity read;
  each_quantity_column(*this, read);
  if (none) {
    value.reset();
  } else {
    value = std::move(read);
  }
}

}  // namespace gainsay::store
