#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "comparators/comparators.h"
#include "describe.h"

namespace gainsay::judge {
namespace {

constexpr int kHour = 60;
constexpr int kDay = 24 * kHour;

/// A time of day, as a label gives it: "7:41 a.m.", "1336 gmt", "noon".
struct Clock {
  int minutes = 0;  ///< since midnight
  std::string_view zone;
};

/// Takes a number of at most four digits off the front; -1 when there is none.
int take_number(std::string_view& text) {
  int value = -1;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + std::min<std::size_t>(text.size(), 4), value);
  if (error != std::errc()) return -1;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return value;
}

bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text.remove_prefix(word.size());
  return true;
}

void skip_blanks(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
}

std::optional<Clock> read_clock(std::string_view text) {
  if (take(text, "noon") || take(text, "midday")) return Clock{12 * kHour, {}};
  if (take(text, "midnight")) return Clock{0, {}};
  const std::size_t size = text.size();
  int hours = take_number(text);
  if (hours < 0) return std::nullopt;
  int minutes = 0;
  if (size - text.size() > 2) {  // 1336
    minutes = hours % 100;
    hours /= 100;
  } else if (take(text, ":") || take(text, ".")) {
    minutes = take_number(text);
  }
  skip_blanks(text);
  const bool morning = take(text, "a.m.") || take(text, "am");
  const bool evening = !morning && (take(text, "p.m.") || take(text, "pm"));
  if (morning || evening) hours = hours % 12 + (evening ? 12 : 0);
  skip_blanks(text);
  take(text, "(");
  while (text.ends_with(')'))
    text.remove_suffix(1);
  if (hours > 23 || minutes < 0 || minutes >= kHour) return std::nullopt;
  return Clock{hours * kHour + minutes, text};
}

}  // namespace

Compared compare_clock(const Matter& matter) {
  const std::string& x = matter.a.claim.value.label;
  const std::string& y = matter.b.claim.value.label;
  const auto a = read_clock(x);
  const auto b = read_clock(y);
  if (!a || !b)
    return x == y && !x.empty() ? equal(Verdict::kSame, "the same time") : unknown("vague");
  if (a->zone != b->zone) return unknown("timezone");
  const int between = std::abs(a->minutes - b->minutes);
  const int apart = std::min(between, kDay - between);
  if (apart == 0) {
    return x == y ? equal(Verdict::kSame, "the same time")
                  : equal(Verdict::kVariant, "the same time, written in two ways");
  }
  const bool one_is_round = (a->minutes % 30 == 0) != (b->minutes % 30 == 0);
  const auto minutes = number(apart) + (apart == 1 ? " minute apart" : " minutes apart");
  if (one_is_round && apart <= matter.knowledge.number("clock_round_minutes", 10)) {
    return overlap(Verdict::kCompatible, "one time may be rounded, " + minutes);
  }
  // Whole half hours may lie between two zones that nobody names.
  if (apart % 30 == 0) return unknown("timezone");
  return conflict(Verdict::kFactConflict, minutes);
}

}  // namespace gainsay::judge
