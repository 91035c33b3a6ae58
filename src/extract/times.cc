#include "times.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace gainsay::extract {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;

constexpr auto kDay = std::chrono::hours{24};

int number(std::string_view text) {
  int value = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) return -1;
  const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
  const bool ordinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  return rest.empty() || ordinal ? value : -1;
}

class Finder {
 public:
  Finder(const Lexicon& lexicon, const Tokenized& in) : lexicon_(lexicon), in_(in) {}

  std::vector<TimeTag> run() {
    for (std::uint32_t i = 0; i < in_.size();) {
      const std::optional<TimeTag> tag = at(i);
      if (tag) tags_.push_back(*tag);
      i = tag ? tag->last : i + 1;
    }
    return std::move(tags_);
  }

 private:
  // 1 to 12; the token may be an abbreviation with or without its stop.
  [[nodiscard]] int month(std::uint32_t i) const {
    if (!in_.capital(i)) return 0;
    const auto& names = lexicon_.list("months");
    for (std::size_t m = 0; m < names.size(); ++m) {
      const WordKey norm = in_.norm(i);
      if (norm == names[m] || norm == std::string_view(names[m]).substr(0, 3) ||
          (norm.size() == 4 && names[m].starts_with(norm))) {
        return static_cast<int>(m % 12) + 1;
      }
    }
    return 0;
  }
  [[nodiscard]] int day(std::uint32_t i) const {
    const int value = i < in_.size() && in_.tokens[i].norm.size() <= 4 ? number(in_.norm(i)) : -1;
    return value >= 1 && value <= 31 ? value : 0;
  }
  [[nodiscard]] int year(std::uint32_t i) const {
    const int value = in_.norm(i).size() == 4 ? number(in_.norm(i)) : -1;
    return value >= 1700 && value <= 2100 ? value : 0;
  }
  [[nodiscard]] std::uint32_t after_stop(std::uint32_t i) const {
    return in_.norm(i) == "." && in_.glued(i) ? i + 1 : i;
  }

  [[nodiscard]] static TimeTag make(std::uint32_t first, std::uint32_t last, int y, int m, int d) {
    char buffer[40];
    if (y > 0 && d > 0) std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", y, m, d);
    if (y > 0 && d == 0) std::snprintf(buffer, sizeof buffer, "%04d-%02d", y, m);
    if (y == 0 && d > 0) std::snprintf(buffer, sizeof buffer, "--%02d-%02d", m, d);
    if (y == 0 && d == 0) std::snprintf(buffer, sizeof buffer, "--%02d", m);
    return {first, last, TimeTag::Kind::kDate, buffer};
  }

  // "January 10, 2022", "Jan. 10", "10 January 2022", "January 2022"
  [[nodiscard]] std::optional<TimeTag> date(std::uint32_t i) const {
    if (const int d = day(i); d > 0) {
      const std::uint32_t of = in_.norm(i + 1) == "of" ? i + 2 : i + 1;
      if (const int m = month(of); m > 0) {
        const std::uint32_t end = after_stop(of + 1);
        const int y = year(end);
        return make(i, y > 0 ? end + 1 : of + 1, y, m, d);
      }
    }
    const int m = month(i);
    if (m == 0) return std::nullopt;
    const bool whole = in_.norm(i).size() > 4 || in_.norm(i) == "june" || in_.norm(i) == "july";
    const std::uint32_t next = whole ? i + 1 : after_stop(i + 1);
    if (const int d = day(next); d > 0 && !in_.hyphen(next + 1)) {
      const std::uint32_t comma = in_.norm(next + 1) == "," ? next + 2 : next + 1;
      const int y = year(comma);
      return make(i, y > 0 ? comma + 1 : next + 1, y, m, d);
    }
    if (const int y = year(next); y > 0) return make(i, next + 1, y, m, 0);
    const bool said = whole || lexicon_.is("time_prepositions", in_.norm(i - 1));
    if (!said || (in_.norm(i) == "march" && i == 0)) return std::nullopt;
    return make(i, i + 1, 0, m, 0);
  }

  // "2022-01-21", "21/1/2022", "1/21/2022"; of "3/4/2022" only the year is known.
  [[nodiscard]] std::optional<TimeTag> numeric_date(std::uint32_t i) const {
    const auto two = [&](std::uint32_t at) {
      return in_.norm(at).size() <= 2 ? std::max(number(in_.norm(at)), 0) : 0;
    };
    const auto joined = [&](std::string_view mark) {
      return in_.norm(i + 1) == mark && in_.norm(i + 3) == mark && in_.glued(i + 1) &&
             in_.glued(i + 2) && in_.glued(i + 3) && in_.glued(i + 4) && in_.norm(i + 5) != mark;
    };
    if (year(i) > 0 && joined("-")) {
      const bool day_of_month = two(i + 2) >= 1 && two(i + 2) <= 12 && day(i + 4) > 0;
      return day_of_month ? std::optional(make(i, i + 5, year(i), two(i + 2), day(i + 4)))
                          : std::nullopt;
    }
    if (!joined("/") || year(i + 4) == 0) return std::nullopt;
    const int a = two(i);
    const int b = two(i + 2);
    if (std::min(a, b) < 1 || std::min(a, b) > 12 || std::max(a, b) > 31) return std::nullopt;
    if (a <= 12 && b <= 12 && a != b) {
      return TimeTag{i, i + 5, TimeTag::Kind::kYear, std::string(in_.norm(i + 4))};
    }
    return make(i, i + 5, year(i + 4), std::min(a, b), std::max(a, b));
  }

  // "two days ago", "a week ago"
  [[nodiscard]] std::optional<TimeTag> ago(std::uint32_t i) const {
    if (in_.norm(i + 2) != "ago" || !lexicon_.is("calendar_units", in_.norm(i + 1))) {
      return std::nullopt;
    }
    if (!lexicon_.is("small_numbers", in_.norm(i)) && number(in_.norm(i)) < 1) return std::nullopt;
    return TimeTag{i, i + 3, TimeTag::Kind::kRelative,
                   std::string(in_.norm(i)) + '_' + std::string(in_.norm(i + 1)) + "_ago"};
  }

  // "hours later", "the next day", "on the third day"
  [[nodiscard]] std::optional<TimeTag> anaphoric(std::uint32_t i) const {
    const std::uint32_t n = lexicon_.phrase("anaphoric_times", in_, i);
    if (n == 0) return std::nullopt;
    TimeTag tag{i, i + n, TimeTag::Kind::kAnaphoric, {}};
    for (std::uint32_t k = i; k < i + n; ++k)
      tag.value += (k == i ? "" : "_") + std::string(in_.norm(k));
    return tag;
  }

  // "last Friday", "next Friday"; "will meet on Friday", "on Friday the court will rule".
  [[nodiscard]] TimeTag::Direction direction(std::uint32_t i) const {
    if (lexicon_.is("last_words", in_.norm(i - 1))) return TimeTag::Direction::kLast;
    if (lexicon_.is("next_words", in_.norm(i - 1))) return TimeTag::Direction::kNext;
    const auto future = [&](std::uint32_t k) {
      return lexicon_.phrase("modal_forecast", in_, k) + lexicon_.phrase("modal_plan", in_, k) > 0;
    };
    const auto ends = [&](std::uint32_t k) {
      return lexicon_.is("say_verbs", in_.norm(k)) || lexicon_.is("clause_marks", in_.norm(k)) ||
             lexicon_.is("weekdays", in_.norm(k));
    };
    std::uint32_t k = i;
    while (k > 0 && !ends(k - 1)) {
      if (future(--k)) return TimeTag::Direction::kFuture;
    }
    if (k + 1 < i) return TimeTag::Direction::kUnknown;
    const std::uint32_t next = in_.norm(i + 1) == "," ? i + 2 : i + 1;
    for (k = next; k < in_.size() && !ends(k); ++k) {
      if (future(k)) return TimeTag::Direction::kFuture;
    }
    return TimeTag::Direction::kUnknown;
  }

  [[nodiscard]] std::optional<TimeTag> weekday(std::uint32_t i) const {
    if (!lexicon_.is("weekdays", in_.norm(i))) return std::nullopt;
    TimeTag tag{i, i + 1, TimeTag::Kind::kWeekday, std::string(in_.norm(i)), direction(i)};
    std::uint32_t next = in_.norm(i + 1) == "," ? i + 2 : i + 1;
    if (const auto full = date(next); full && full->value.size() > 4) {
      return TimeTag{i, full->last, TimeTag::Kind::kDate, full->value};
    }
    return tag;
  }

  // "2.30am": a point is a colon only where a mark follows.
  [[nodiscard]] std::optional<TimeTag> pointed_clock(std::uint32_t i) const {
    const WordKey norm = in_.norm(i);
    const std::size_t point = norm.find('.');
    if (point == 0 || point > 2 || norm.size() != point + 3) return std::nullopt;
    const int hour = number(norm.substr(0, point));
    const int minute = number(norm.substr(point + 1));
    std::string value(norm);
    value[point] = ':';
    const std::uint32_t last = clock_marks(i + 1, value);
    if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || last == i + 1) return std::nullopt;
    return TimeTag{i, last, TimeTag::Kind::kClock, value};
  }

  // "p.m. local time": adds them to `value`, and says where they end.
  std::uint32_t clock_marks(std::uint32_t last, std::string& value) const {
    for (std::uint32_t n = 0; n < 2; ++n) {
      const std::uint32_t length = lexicon_.phrase("clock_marks", in_, last);
      for (std::uint32_t k = last; k < last + length; ++k)
        value += '_' + std::string(in_.norm(k));
      last += length;
    }
    return last;
  }

  // "7:41 p.m.", "6 pm", "1336 GMT", "17:06"
  [[nodiscard]] std::optional<TimeTag> clock(std::uint32_t i) const {
    const int hour = in_.norm(i).size() <= 4 ? number(in_.norm(i)) : -1;
    if (hour < 0 || !std::all_of(in_.norm(i).begin(), in_.norm(i).end(),
                                 [](char c) { return c >= '0' && c <= '9'; })) {
      return std::nullopt;
    }
    std::uint32_t last = i + 1;
    std::string value(in_.norm(i));
    const bool minutes = in_.norm(last) == ":" && in_.glued(last) && in_.glued(last + 1) &&
                         in_.norm(last + 1).size() == 2 && number(in_.norm(last + 1)) >= 0;
    if (minutes && hour < 25) {
      value += ':' + std::string(in_.norm(last + 1));
      last += 2;
    }
    const bool long_form = in_.norm(i).size() == 4;
    if (minutes ? hour > 24 : (!long_form && hour > 24)) return std::nullopt;
    const std::uint32_t marks = last;
    last = clock_marks(last, value);
    if (last == marks && !minutes) return std::nullopt;
    return TimeTag{i, last, TimeTag::Kind::kClock, value};
  }

  [[nodiscard]] std::optional<TimeTag> at(std::uint32_t i) const {
    if (auto tag = numeric_date(i)) return tag;
    if (auto tag = pointed_clock(i)) return tag;
    if (auto tag = clock(i)) return tag;
    if (auto tag = weekday(i)) return tag;
    if (auto tag = ago(i)) return tag;
    if (auto tag = anaphoric(i)) return tag;
    if (auto tag = date(i)) return tag;
    if (year(i) > 0 && year_context(i)) {
      return TimeTag{i, i + 1, TimeTag::Kind::kYear, std::string(in_.norm(i))};
    }
    if (const std::uint32_t n = lexicon_.phrase("relative_times", in_, i); n > 0) {
      std::string value;
      for (std::uint32_t k = i; k < i + n; ++k) {
        value += k == i ? "" : "_";
        value += in_.norm(k);
      }
      return TimeTag{i, i + n, TimeTag::Kind::kRelative, value};
    }
    return std::nullopt;
  }

  // A bare four-digit number is a year after a preposition of time, or where no noun follows it.
  [[nodiscard]] bool year_context(std::uint32_t i) const {
    if (year(i) < 1900 && !lexicon_.is("time_prepositions", in_.norm(i - 1))) return false;
    return !in_.hyphen(i + 1) && in_.norm(i + 1) != "%" &&
           (lexicon_.is("time_prepositions", in_.norm(i - 1)) || in_.norm(i - 1) == "the" ||
            !in_.word(i + 1) || lexicon_.is("stop_words", in_.norm(i + 1)));
  }

  const Lexicon& lexicon_;
  const Tokenized& in_;
  std::vector<TimeTag> tags_;
};

TimeInterval between(sys_days first, sys_days last) {
  TimeInterval interval;
  interval.from = Instant{first};
  interval.to = Instant{last} + kDay - std::chrono::seconds{1};
  return interval;
}

std::int8_t weekday_index(const Lexicon& lexicon, std::string_view value) {
  const auto& names = lexicon.list("weekdays");
  const auto found = std::find(names.begin(), names.end(), value);
  return found == names.end() ? std::int8_t{-1}
                              : static_cast<std::int8_t>((found - names.begin()) % 7);
}

std::int8_t weekday_of(sys_days day) {
  return static_cast<std::int8_t>(std::chrono::weekday{day}.iso_encoding() - 1);
}

TimeInterval resolve_date(std::string_view value, std::optional<sys_days> published) {
  const bool bare = value.starts_with("--");
  int y = bare ? 0 : number(value.substr(0, 4));
  const std::string_view rest = bare ? value.substr(2) : value.substr(5);
  const auto m = static_cast<unsigned>(number(rest.substr(0, 2)));
  const auto d = rest.size() > 2 ? static_cast<unsigned>(number(rest.substr(3))) : 0U;
  if (bare && !published) return {};
  if (bare) {
    y = static_cast<int>(year_month_day{*published}.year());
    const sys_days guess = year{y} / month{m} / day{std::max(d, 1U)};
    if (guess - *published > days{183}) --y;
    if (*published - guess > days{183}) ++y;
  }
  const year_month_day first = year{y} / month{m} / day{std::max(d, 1U)};
  if (!first.ok()) return {};
  if (d == 0) return between(first, sys_days{first.year() / first.month() / std::chrono::last});
  TimeInterval interval = between(first, first);
  interval.weekday = weekday_of(first);
  return interval;
}

TimeInterval on(sys_days day) {
  TimeInterval interval = between(day, day);
  interval.weekday = weekday_of(day);
  return interval;
}

TimeInterval month_around(sys_days day, int months) {
  const year_month_day date{day};
  const year_month month = date.year() / date.month() + std::chrono::months{months};
  return between(month / 1, month / std::chrono::last);
}

TimeInterval year_around(sys_days day, int years) {
  const std::chrono::year year =
      std::chrono::year_month_day{day}.year() + std::chrono::years{years};
  return between(year / std::chrono::January / 1, year / std::chrono::December / 31);
}

// "two_days_ago": a day by the day, weeks by the week, months and years by theirs.
TimeInterval resolve_ago(const Lexicon& lexicon, std::string_view value, sys_days published) {
  const std::size_t unit = value.find('_') + 1;
  const std::string_view counted = value.substr(0, unit - 1);
  const std::string_view name = value.substr(unit, value.rfind('_') - unit);
  const auto& small = lexicon.list("small_numbers");
  const auto found = std::find(small.begin(), small.end(), counted);
  // The list counts from one; "a" and "an" stand before it.
  const auto place = static_cast<int>(found - small.begin());
  const int n = found == small.end() ? number(counted) : std::max(place - 1, 1);
  if (n > 1000) return {};
  if (name.starts_with("day")) return on(published - days{n});
  const sys_days monday = published - days{weekday_of(published)} - days{7 * n};
  if (name.starts_with("week")) return between(monday, monday + days{6});
  if (name.starts_with("month")) return month_around(published, -n);
  return year_around(published, -n);
}

TimeInterval resolve_relative(const Lexicon& lexicon, std::string_view value, sys_days published) {
  if (value.ends_with("_ago")) return resolve_ago(lexicon, value, published);
  std::string spaced(value);
  std::replace(spaced.begin(), spaced.end(), '_', ' ');
  if (lexicon.is("time_today", spaced)) return on(published);
  if (lexicon.is("time_yesterday", spaced)) return on(published - days{1});
  if (lexicon.is("time_tomorrow", spaced)) return on(published + days{1});
  const sys_days monday = published - days{weekday_of(published)};
  if (lexicon.is("time_this_week", spaced)) return between(monday, monday + days{6});
  if (lexicon.is("time_last_week", spaced)) return between(monday - days{7}, monday - days{1});
  if (lexicon.is("time_next_week", spaced)) return between(monday + days{7}, monday + days{13});
  // A name that ends in its unit: "last weekend", "this month", "next year".
  const int step = spaced.starts_with("last") ? -1 : spaced.starts_with("next") ? 1 : 0;
  if (spaced.ends_with("weekend")) {
    const sys_days saturday = monday + days{5 + 7 * step};
    // On a Monday "this weekend" may be the one that is over.
    return step == 0 ? TimeInterval{} : between(saturday, saturday + days{1});
  }
  if (spaced.ends_with("month")) return month_around(published, step);
  if (spaced.ends_with("year")) return year_around(published, step);
  return {};
}

TimeInterval resolve_weekday(const TimeTag& tag, std::int8_t index, sys_days day) {
  const int back = (weekday_of(day) - index + 7) % 7;
  const int ahead = (7 - back) % 7;
  switch (tag.direction) {
    case TimeTag::Direction::kUnknown:
      return on(day - days{back});
    case TimeTag::Direction::kLast:
      return on(day - days{back == 0 ? 7 : back});
    case TimeTag::Direction::kNext:
      return on(day + days{ahead == 0 ? 7 : ahead});
    case TimeTag::Direction::kFuture:
      return on(day + days{ahead});
  }
  return {};
}

}  // namespace

const char* name(TimeTag::Kind kind) {
  switch (kind) {
    case TimeTag::Kind::kWeekday:
      return "weekday";
    case TimeTag::Kind::kDate:
      return "date";
    case TimeTag::Kind::kYear:
      return "year";
    case TimeTag::Kind::kClock:
      return "clock";
    case TimeTag::Kind::kRelative:
      return "rel";
    case TimeTag::Kind::kAnaphoric:
      return "anaphor";
  }
  return "";
}

std::vector<TimeTag> find_times(const Lexicon& lexicon, const Tokenized& in) {
  return Finder(lexicon, in).run();
}

TimeInterval resolve(const Lexicon& lexicon, const TimeTag& tag, std::optional<Instant> published) {
  std::optional<sys_days> day;
  if (published) day = std::chrono::floor<days>(*published);
  switch (tag.kind) {
    case TimeTag::Kind::kWeekday: {
      const std::int8_t index = weekday_index(lexicon, tag.value);
      if (day && index >= 0) return resolve_weekday(tag, index, *day);
      TimeInterval interval;
      interval.weekday = index;
      return interval;
    }
    case TimeTag::Kind::kDate:
      return resolve_date(tag.value, day);
    case TimeTag::Kind::kYear: {
      const std::chrono::year y{number(tag.value)};
      return between(y / std::chrono::January / 1, y / std::chrono::December / 31);
    }
    case TimeTag::Kind::kClock:
    case TimeTag::Kind::kAnaphoric:
      return {};
    case TimeTag::Kind::kRelative:
      return day ? resolve_relative(lexicon, tag.value, *day) : TimeInterval{};
  }
  return {};
}

}  // namespace gainsay::extract
