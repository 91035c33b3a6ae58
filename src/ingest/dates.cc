#include "dates.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include "blocks.h"

namespace gainsay::ingest {
namespace {

/// Names of months and days, lower case, from January and Sunday on.
struct Names {
  std::vector<std::string> months;
  std::vector<std::string> days;

  Names() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale::getEnglish(), status);
    if (U_FAILURE(status)) return;
    std::int32_t count = 0;
    const icu::UnicodeString* found = symbols.getMonths(count);
    take(found, count, months);
    found = symbols.getWeekdays(count);  // the first one is empty
    take(found + 1, count - 1, days);
  }

 private:
  static void take(const icu::UnicodeString* found, std::int32_t count,
                   std::vector<std::string>& out) {
    for (std::int32_t i = 0; i < count; ++i) {
      std::string name;
      found[i].toUTF8String(name);
      out.push_back(lower(name));
    }
  }
};

const Names& names() {
  static const Names kNames;
  return kNames;
}

/// Position in `names` of a name or of its first letters (three at least), from 0; -1 for none.
int index_of(const std::vector<std::string>& names, std::string_view word) {
  if (word.size() < 3) return -1;
  const std::string small = lower(word);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].starts_with(small)) return static_cast<int>(i);
  }
  return -1;
}

class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  [[nodiscard]] std::string_view rest() const { return rest_; }
  bool done() {
    skip(" \t");
    return rest_.empty();
  }
  void skip(std::string_view any_of) {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(any_of), rest_.size()));
  }
  bool literal(std::string_view text) {
    if (!equal_ignoring_case(rest_.substr(0, text.size()), text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }
  /// A number of `min` to `max` digits; -1 and nothing consumed when there is none.
  int number(std::size_t min, std::size_t max) {
    std::size_t n = 0;
    while (n < rest_.size() && is_digit(rest_[n]))
      ++n;
    if (n < min || n > max) return -1;
    int value = 0;
    for (std::size_t i = 0; i < n; ++i) {
      value = value * 10 + (rest_[i] - '0');
    }
    rest_.remove_prefix(n);
    return value;
  }
  std::string_view word() {
    std::size_t n = 0;
    while (n < rest_.size() && (is_upper(rest_[n]) || is_lower(rest_[n])))
      ++n;
    const std::string_view found = rest_.substr(0, n);
    rest_.remove_prefix(n);
    return found;
  }

 private:
  std::string_view rest_;
};

std::optional<Instant> day(int year, int month, int day_of_month) {
  if (year < 1800 || year > 2199 || month < 1 || day_of_month < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year},
                                         std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day_of_month)}};
  if (!date.ok()) return std::nullopt;
  return Instant{std::chrono::sys_days{date}};
}

/// What stands after a day: nothing, or a time that is added to `at`. False for any other text.
bool add_time(Cursor& in, Instant& at) {
  using std::chrono::hours, std::chrono::minutes, std::chrono::seconds;
  in.skip(" \t,|-");
  if (in.literal("T")) in.skip(" ");
  if (in.literal("at ")) in.skip(" ");
  if (in.done()) return true;
  int hour = in.number(1, 2);
  if (hour < 0 || hour > 23) return false;
  int minute = 0;
  int second = 0;
  if (in.literal(":")) {
    minute = in.number(2, 2);
    if (minute < 0 || minute > 59) return false;
    if (in.literal(":")) {
      second = in.number(2, 2);
      if (second < 0 || second > 60) return false;
      if (in.literal(".") && in.number(1, 9) < 0) return false;
    }
  }
  in.skip(" ");
  const bool evening = in.literal("p.m.") || in.literal("pm");
  const bool morning = !evening && (in.literal("a.m.") || in.literal("am"));
  if (evening || morning) {
    if (hour < 1 || hour > 12) return false;
    hour = hour % 12 + (evening ? 12 : 0);
  }
  in.skip(" (");
  seconds zone{0};
  if (in.rest().starts_with('+') || in.rest().starts_with('-')) {
    const int sign = in.literal("+") ? 1 : (in.literal("-"), -1);
    int zone_hours = in.number(4, 4);
    int zone_minutes = 0;
    if (zone_hours >= 0) {
      zone_minutes = zone_hours % 100;
      zone_hours /= 100;
    } else {
      zone_hours = in.number(1, 2);
      if (in.literal(":")) zone_minutes = in.number(2, 2);
    }
    if (zone_hours < 0 || zone_hours > 14 || zone_minutes < 0 || zone_minutes > 59) return false;
    zone = sign * (hours{zone_hours} + minutes{zone_minutes});
  } else if (const std::string_view name = in.word(); !name.empty()) {
    const bool is_utc = name == "Z" || name == "UTC" || name == "GMT";
    in.skip(" )");
    if (!is_utc) return name.size() <= 5 && in.done();
  }
  in.skip(" )");
  at += hours{hour} + minutes{minute} + seconds{second} - zone;
  return in.done();
}

std::optional<Instant> numeric_day(Cursor& in) {
  if (const int packed = in.number(8, 8); packed >= 0) {
    return day(packed / 10000, packed / 100 % 100, packed % 100);
  }
  const int year = in.number(4, 4);
  const std::string_view separator = in.rest().substr(0, 1);
  if (year < 0 || (separator != "-" && separator != "/" && separator != ".")) return std::nullopt;
  in.literal(separator);
  const int month = in.number(1, 2);
  if (!in.literal(separator)) return std::nullopt;
  return day(year, month, in.number(1, 2));
}

void skip_ordinal(Cursor& in) {
  for (std::string_view suffix : {"st", "nd", "rd", "th"}) {
    if (in.literal(suffix)) return;
  }
}

std::optional<Instant> worded_day(Cursor& in) {
  Cursor after = in;
  if (index_of(names().days, after.word()) >= 0) {
    after.skip("., ");
    in = after;
  }
  int day_of_month = in.number(1, 2);
  if (day_of_month > 0) skip_ordinal(in);
  in.skip(" -");
  const int month = index_of(names().months, in.word()) + 1;
  if (month == 0) return std::nullopt;
  in.skip("., -");
  if (day_of_month < 0) {
    day_of_month = in.number(1, 2);
    skip_ordinal(in);
    in.skip(", ");
  }
  return day(in.number(4, 4), month, day_of_month);
}

}  // namespace

std::optional<Instant> parse_date(std::string_view text) {
  text = trim(text);
  if (text.size() > 60) return std::nullopt;
  if (text.ends_with('.') && !text.ends_with(".m.")) text.remove_suffix(1);
  for (const auto read : {numeric_day, worded_day}) {
    Cursor in(text);
    std::optional<Instant> at = read(in);
    if (at && add_time(in, *at)) return at;
  }
  return std::nullopt;
}

std::optional<Instant> date_in_url(std::string_view url) {
  for (std::size_t i = url.find('/'); i != std::string_view::npos; i = url.find('/', i + 1)) {
    Cursor in(url.substr(i + 1));
    const int year = in.number(4, 4);
    if (year < 0 || !in.literal("/")) continue;
    const int month = in.number(2, 2);
    if (month < 0 || !in.literal("/")) continue;
    const int day_of_month = in.number(2, 2);
    if (day_of_month < 0 || !in.rest().starts_with('/')) continue;
    if (const auto found = day(year, month, day_of_month)) return found;
  }
  return std::nullopt;
}

}  // namespace gainsay::ingest
