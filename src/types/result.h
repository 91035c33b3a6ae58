#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace gainsay {

enum class ErrorCode : std::uint8_t {
  kNotFound,     ///< a named file, directory or record is not there
  kUnreadable,   ///< it is there and cannot be read
  kInvalidText,  ///< binary data, invalid UTF-8, empty
  kInvalidRule,  ///< a rule file says something the loader refuses
  kStore,        ///< the database refuses
  kModel,        ///< the embedding model cannot be used
  kOutput,       ///< the result cannot be written
  kUsage,        ///< the caller asked for something impossible
};

/// What went wrong and where. `where` names a file (with line and column where there is one) and is
/// never empty; `message` says what is wrong and what to do, without a trailing newline.
struct Error {
  ErrorCode code{};
  std::string where;
  std::string message;
};

struct Unexpected {
  Error error;
};

/// `return fail(ErrorCode::kNotFound, path, "no such file");`
[[nodiscard]] inline Unexpected fail(ErrorCode code, std::string where, std::string message) {
  return Unexpected{Error{code, std::move(where), std::move(message)}};
}

/// A value or an Error, with the members `std::expected` has, so that it can be replaced by it.
template <class T>
class [[nodiscard]] Result {
 public:
  // NOLINTBEGIN(google-explicit-constructor): as std::expected has them
  Result(T value) : v_(std::in_place_index<0>, std::move(value)) {}
  Result(Unexpected u) : v_(std::in_place_index<1>, std::move(u.error)) {}
  // NOLINTEND(google-explicit-constructor)

  [[nodiscard]] bool has_value() const { return v_.index() == 0; }
  explicit operator bool() const { return has_value(); }
  T& operator*() & { return *std::get_if<0>(&v_); }
  const T& operator*() const& { return *std::get_if<0>(&v_); }
  T&& operator*() && { return std::move(*std::get_if<0>(&v_)); }
  T* operator->() { return std::get_if<0>(&v_); }
  const T* operator->() const { return std::get_if<0>(&v_); }
  [[nodiscard]] const Error& error() const& { return *std::get_if<1>(&v_); }
  [[nodiscard]] Error&& error() && { return std::move(*std::get_if<1>(&v_)); }

 private:
  std::variant<T, Error> v_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  // NOLINTNEXTLINE(google-explicit-constructor)
  Result(Unexpected u) : error_(std::move(u.error)), ok_(false) {}

  [[nodiscard]] bool has_value() const { return ok_; }
  explicit operator bool() const { return ok_; }
  [[nodiscard]] const Error& error() const& { return error_; }
  [[nodiscard]] Error&& error() && { return std::move(error_); }

 private:
  Error error_;
  bool ok_ = true;
};

}  // namespace gainsay
