#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "types/claim.h"
#include "types/decision.h"
#include "types/finding.h"
#include "types/ids.h"
#include "types/pair.h"
#include "types/quantity.h"
#include "types/result.h"
#include "types/span.h"
#include "types/time.h"

namespace gainsay {
namespace {

constexpr std::array<const char*, kVerdictCount> kVerdictNames = {"same",
                                                                  "variant",
                                                                  "refines",
                                                                  "compatible",
                                                                  "tension",
                                                                  "update",
                                                                  "revision-down",
                                                                  "correction",
                                                                  "scope-difference",
                                                                  "part-whole",
                                                                  "measure-clash",
                                                                  "numeric-conflict",
                                                                  "fact-conflict",
                                                                  "polarity-conflict",
                                                                  "disputed",
                                                                  "attribution-conflict",
                                                                  "quote-variant",
                                                                  "quote-altered",
                                                                  "strength-shift",
                                                                  "uncorroborated",
                                                                  "not-comparable"};
static_assert(static_cast<std::size_t>(Verdict::kNotComparable) + 1 == kVerdictCount);

constexpr std::array<const char*, 5> kRulingNames = {"confirm", "dismiss", "variant", "update",
                                                     "later"};
static_assert(static_cast<std::size_t>(Ruling::kLater) + 1 == kRulingNames.size());
constexpr std::array<const char*, 4> kSeverityNames = {"none", "note", "warning", "error"};
constexpr std::array<const char*, kGateCount> kGateNames = {
    "assertion", "voice", "event", "measure", "population",
    "period",    "as-of", "slot",  "value",   "origin"};

template <class Enum, std::size_t N>
bool parse_name(std::string_view text, const std::array<const char*, N>& names, Enum& out) {
  for (std::size_t i = 0; i < N; ++i) {
    if (text == names[i]) {
      out = static_cast<Enum>(i);
      return true;
    }
  }
  return false;
}

bool digits(std::string_view text, std::size_t at, std::size_t count, int& out) {
  if (at + count > text.size()) return false;
  const char* end = text.data() + at + count;
  auto [stop, error] = std::from_chars(text.data() + at, end, out);
  return error == std::errc() && stop == end && text[at] != '-';
}

}  // namespace

std::string to_hex(std::uint64_t value) {
  std::string out(16, '0');
  for (int i = 15; i >= 0; --i, value >>= 4) {
    out[static_cast<std::size_t>(i)] = "0123456789abcdef"[value & 0xF];
  }
  return out;
}

bool from_hex(std::string_view text, std::uint64_t& value) {
  if (text.size() != 16) return false;
  const char* end = text.data() + text.size();
  auto [stop, error] = std::from_chars(text.data(), end, value, 16);
  return error == std::errc() && stop == end;
}

std::string to_iso(Instant t) {
  const auto day = std::chrono::floor<std::chrono::days>(t);
  const std::chrono::year_month_day date{day};
  const auto seconds = static_cast<int>((t - day).count());
  std::array<char, 40> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ",
                static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()), seconds / 3600, seconds / 60 % 60, seconds % 60);
  return buffer.data();
}

std::optional<Instant> from_iso(std::string_view text) {
  int year = 0;
  int month = 0;
  int day = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
  const bool date = digits(text, 0, 4, year) && digits(text, 5, 2, month) &&
                    digits(text, 8, 2, day) && text[4] == '-' && text[7] == '-';
  if (!date) return std::nullopt;
  if (text.size() != 10) {
    const bool time = text.size() == 20 && text[10] == 'T' && text[13] == ':' && text[16] == ':' &&
                      text[19] == 'Z' && digits(text, 11, 2, hour) && digits(text, 14, 2, minute) &&
                      digits(text, 17, 2, second);
    if (!time || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  }
  const std::chrono::year_month_day ymd{std::chrono::year{year},
                                        std::chrono::month{static_cast<unsigned>(month)},
                                        std::chrono::day{static_cast<unsigned>(day)}};
  if (!ymd.ok()) return std::nullopt;
  return Instant{std::chrono::sys_days{ymd}} + std::chrono::hours{hour} +
         std::chrono::minutes{minute} + std::chrono::seconds{second};
}

bool Bounds::overlaps(const Bounds& other) const {
  const auto below = [](const Bounds& x, const Bounds& y) {
    return x.hi < y.lo || (x.hi == y.lo && (x.hi_open || y.lo_open));
  };
  return !below(*this, other) && !below(other, *this);
}

bool Bounds::contains(const Bounds& other) const {
  const bool low = lo < other.lo || (lo == other.lo && (!lo_open || other.lo_open));
  const bool high = hi > other.hi || (hi == other.hi && (!hi_open || other.hi_open));
  return low && high;
}

int significant_digits(double whole) {
  double rest = std::abs(whole);
  while (rest >= 10 && std::fmod(rest, 10) == 0)
    rest /= 10;
  int digits = 1;
  while (rest >= 10) {
    rest /= 10;
    ++digits;
  }
  return digits;
}

const char* name(Verdict verdict) {
  return kVerdictNames[static_cast<std::size_t>(verdict)];
}
const char* name(Severity severity) {
  return kSeverityNames[static_cast<std::size_t>(severity)];
}
const char* name(Ruling ruling) {
  return kRulingNames[static_cast<std::size_t>(ruling)];
}
bool parse(std::string_view text, Ruling& ruling) {
  return parse_name(text, kRulingNames, ruling);
}
const char* name(Gate gate) {
  return kGateNames[static_cast<std::size_t>(gate)];
}
bool parse(std::string_view text, Verdict& verdict) {
  return parse_name(text, kVerdictNames, verdict);
}
bool parse(std::string_view text, Severity& severity) {
  return parse_name(text, kSeverityNames, severity);
}

const char* name(ClaimKind kind) {
  constexpr std::array<const char*, 4> kNames = {"quantity", "fact", "statement", "quote"};
  return kNames[static_cast<std::size_t>(kind)];
}
const char* name(Voice voice) {
  return voice == Voice::kOutlet ? "outlet" : "attributed";
}
const char* name(Polarity polarity) {
  return polarity == Polarity::kAffirmed ? "affirmed" : "denied";
}
const char* name(Modality modality) {
  constexpr std::array<const char*, 8> kNames = {"fact",     "estimate",     "plan",   "order",
                                                 "forecast", "hypothetical", "feared", "alleged"};
  return kNames[static_cast<std::size_t>(modality)];
}
const char* name(Zone zone) {
  constexpr std::array<const char*, 6> kNames = {"headline", "body",    "caption",
                                                 "table",    "related", "furniture"};
  return kNames[static_cast<std::size_t>(zone)];
}

}  // namespace gainsay
