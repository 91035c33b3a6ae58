#include "describe.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace gainsay::judge {
namespace {

struct Scale {
  double factor;
  std::string_view one;
  std::string_view many;
};
constexpr std::array<Scale, 6> kDurations = {{{31556952, " year", " years"},
                                              {2629746, " month", " months"},
                                              {86400, " day", " days"},
                                              {3600, " hour", " hours"},
                                              {60, " minute", " minutes"},
                                              {1, " second", " seconds"}}};
constexpr std::array<Scale, 3> kMoney = {
    {{1e9, " billion", " billion"}, {1e6, " million", " million"}, {1, "", ""}}};

/// The largest scale in which the value is a short number: 5400 s are 90 minutes, not 1.5 hours.
const Scale& scale_for(double value, const Scale* begin, const Scale* end) {
  for (const Scale* s = begin; s != end; ++s) {
    const double scaled = value / s->factor;
    if (scaled >= 1 && std::abs(scaled - std::round(scaled)) < 1e-9) return *s;
  }
  return *(end - 1);
}

const Scale& money_scale(double value) {
  for (const Scale& s : kMoney) {
    if (std::abs(value) >= s.factor) return s;
  }
  return kMoney.back();
}

/// Seconds since midnight: "07:41".
std::string clock(double seconds) {
  const auto minutes = static_cast<unsigned>(seconds / 60);
  std::string out = "00:00";
  out[0] = static_cast<char>('0' + minutes / 600 % 10);
  out[1] = static_cast<char>('0' + minutes / 60 % 10);
  out[3] = static_cast<char>('0' + minutes % 60 / 10);
  out[4] = static_cast<char>('0' + minutes % 10);
  return out;
}

/// "metres", "square metres", "metres per second".
std::string plural(const std::string& unit) {
  if (unit == "hertz") return unit;
  const std::size_t noun = unit.starts_with("square ") || unit.starts_with("cubic ") ? 7 : 0;
  std::string out = unit;
  return out.insert(std::min(unit.find(' ', noun), unit.size()), "s");
}

std::string in_unit(double value, const Quantity& q) {
  if (q.dimension == "duration") {
    const Scale& s = scale_for(value, kDurations.data(), kDurations.data() + kDurations.size());
    const double scaled = value / s.factor;
    return number(scaled).append(scaled == 1 ? s.one : s.many);
  }
  if (q.dimension == "money") {
    const Scale& s = money_scale(value);
    return (q.unit.empty() ? std::string() : q.unit + " ") +
           number(value / s.factor).append(s.many);
  }
  if (q.dimension == "clock") return clock(value);
  if (q.dimension == "percent") return number(value) + " %";
  const bool plain = q.dimension.empty() || q.dimension == "count" || q.dimension == "age" ||
                     q.dimension == "magnitude" || q.dimension == "ordinal" || q.unit.empty();
  if (plain) return number(value);
  return number(value) + " " + (value == 1 ? q.unit : plural(q.unit));
}

/// Where the interval begins, seen from `other`.
double nearest(const Quantity& q, const Quantity& other) {
  if (std::isinf(q.hi) || other.hi < q.lo) return q.lo;
  if (std::isinf(q.lo) || other.lo > q.hi) return q.hi;
  return (q.lo + q.hi) / 2;
}

}  // namespace

std::string number(double value) {
  std::array<char, 400> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                          std::chars_format::fixed, 2);
  if (error != std::errc()) return "?";
  std::string text(buffer.data(), end);
  while (text.ends_with('0') && text.find('.') != std::string::npos)
    text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  std::size_t at = std::min(text.find('.'), text.size());
  while (at > first + 3)
    text.insert(at -= 3, ",");
  return text;
}

std::string describe(const Quantity& q) {
  if (q.vague) return in_unit(q.hard.lo, q) + " or more (no figure given)";
  const std::string about = q.approximate ? "about " : "";
  if (q.is_point()) return about + in_unit(q.lo, q);
  if (std::isinf(q.hi)) return (q.lo_open ? "more than " : "at least ") + in_unit(q.lo, q);
  if (std::isinf(q.lo) || q.lo == 0) {
    return (q.hi_open ? "less than " : "up to ") + in_unit(q.hi, q);
  }
  return about + in_unit(q.lo, q) + " to " + in_unit(q.hi, q);
}

std::string describe(const Claim& claim) {
  if (claim.value.quantity) return describe(*claim.value.quantity);
  return "\"" + claim.value.label + "\"";
}

std::string gap(const Quantity& a, const Quantity& b) {
  const double x = nearest(a, b);
  const double y = nearest(b, a);
  const double larger = std::max(std::abs(x), std::abs(y));
  if (larger == 0 || x == y || !std::isfinite(larger)) return "no common value";
  const double percent = std::abs(x - y) / larger * 100;
  return percent < 1 ? "less than 1 % apart" : number(std::round(percent)) + " % apart";
}

}  // namespace gainsay::judge
