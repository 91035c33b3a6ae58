#include "display.h"

#include <array>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "report/report.h"

namespace gainsay::report {
namespace {

/// How values of one quantity are written: divided by `factor`, between two affixes.
struct Style {
  double factor = 1;
  std::string before;   ///< "EUR ", "magnitude "
  std::string one;      ///< " person"
  std::string many;     ///< " people"
  bool scaled = false;  ///< 85,000,000 is "85 million"
};

std::string plural(std::string_view noun) {
  const auto ends = [noun](std::string_view tail) { return noun.ends_with(tail); };
  if (noun == "person") return "people";
  if (noun == "child") return "children";
  if (noun == "man" || noun == "woman" || ends("sman") || ends("eman") || ends("woman")) {
    return std::string(noun.substr(0, noun.size() - 2)) + "en";
  }
  if (ends("people") || ends("craft") || ends("personnel")) return std::string(noun);
  if (ends("s") || ends("x") || ends("ch") || ends("sh")) return std::string(noun) + "es";
  const std::string_view vowels = "aeiou";
  if (ends("y") && noun.size() > 1 && vowels.find(noun[noun.size() - 2]) == vowels.npos) {
    return std::string(noun.substr(0, noun.size() - 1)) + "ies";
  }
  return std::string(noun) + "s";
}

struct DurationUnit {
  std::string_view name;
  std::string_view stem;  ///< how its name or short form begins where it is printed
  double seconds;
};
constexpr std::array<DurationUnit, 8> kDurations = {{
    {"year", "y", 31556952},
    {"year", "y", 31536000},
    {"month", "mo", 2629746},
    {"month", "mo", 2592000},
    {"week", "w", 604800},
    {"day", "d", 86400},
    {"hour", "h", 3600},
    {"minute", "m", 60},
}};

/// True for 2 or 1.5 of the unit; a third of an hour reads better in minutes.
bool reads_well(double value, double unit, double parts) {
  if (std::isinf(value)) return true;
  const double times = value / unit * parts;
  return std::abs(times - std::round(times)) < 1e-6;
}

Style named(double factor, std::string_view one, std::string_view many) {
  return {factor, "", fmt::format(" {}", one), fmt::format(" {}", many), false};
}

/// The unit in which the text speaks if the value reads well in it, else the largest that fits.
Style duration_style(const Quantity& q, double largest) {
  const auto fits = [&q](const DurationUnit& unit, double parts) {
    return reads_well(q.lo, unit.seconds, parts) && reads_well(q.hi, unit.seconds, parts);
  };
  for (const DurationUnit& unit : kDurations) {
    if (!q.as_written.empty() && q.as_written.starts_with(unit.stem) && fits(unit, 2)) {
      return named(unit.seconds, unit.name, plural(unit.name));
    }
  }
  for (const DurationUnit& unit : kDurations) {
    if (unit.stem != "mo" && largest >= unit.seconds && fits(unit, 1)) {
      return named(unit.seconds, unit.name, plural(unit.name));
    }
  }
  return named(1, "second", "seconds");
}

Style counted_style(const Quantity& q) {
  Style style;
  style.scaled = true;
  const std::string& noun = q.noun.empty() ? q.unit : q.noun;
  if (noun.empty()) return style;
  style.one = " " + noun;
  style.many = " " + plural(noun);
  return style;
}

Style style_of(const Quantity& q) {
  const auto is = [&q](std::string_view unit) { return q.unit == unit; };
  const double hi = std::isinf(q.hi) ? 0 : std::abs(q.hi);
  const double lo = std::isinf(q.lo) ? 0 : std::abs(q.lo);
  const double largest = std::max(hi, lo);
  if (q.dimension == "money") return {1, q.unit + " ", "", "", true};
  if (is("second")) return duration_style(q, largest);
  if (is("metre")) return largest >= 1000 ? named(1000, "km", "km") : named(1, "m", "m");
  if (is("square metre")) {
    return largest >= 1e6 ? named(1e6, "square km", "square km") : named(1, "square m", "square m");
  }
  if (is("kilogram")) {
    return largest >= 1000 ? named(1000, "tonne", "tonnes") : named(1, "kg", "kg");
  }
  if (is("litre")) return named(1, "litre", "litres");
  if (is("metre per second")) return named(1 / 3.6, "km/h", "km/h");
  if (is("degree Celsius")) return named(1, "°C", "°C");
  if (is("percent")) return named(1, "%", "%");
  if (is("magnitude")) return {1, "magnitude ", "", "", false};
  if (is("year")) return named(1, "year", "years");
  return counted_style(q);
}

std::string scaled_number(double value) {
  constexpr std::array<std::pair<double, std::string_view>, 3> kScales = {
      {{1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}}};
  for (const auto& [scale, word] : kScales) {
    const double times = value / scale * 1000;
    if (std::abs(value) >= scale && std::abs(times - std::round(times)) < 1e-6) {
      return fmt::format("{} {}", display_number(value / scale), word);
    }
  }
  return display_number(value);
}

std::string number(double value, const Style& style) {
  const double shown = value / style.factor;
  return style.scaled ? scaled_number(shown) : display_number(shown);
}

/// "more than ", "up to " and the number they belong to, or the two ends of a range.
std::string hedged(const Bounds& b, bool approximate, const Style& style) {
  const auto n = [&style](double value) { return number(value, style); };
  const char* about = approximate ? "about " : "";
  const std::string& before = style.before;
  if (b.lo == b.hi) return fmt::format("{}{}{}", about, before, n(b.lo));
  if (std::isinf(b.lo) && std::isinf(b.hi)) return "an unknown number";
  if (std::isinf(b.hi)) {
    return fmt::format("{}{}{}", b.lo_open ? "more than " : "at least ", before, n(b.lo));
  }
  if (std::isinf(b.lo) || b.lo == 0) {
    return fmt::format("{}{}{}", b.hi_open ? "less than " : "up to ", before, n(b.hi));
  }
  if (b.hi_open && b.lo >= 0.8 * b.hi) return fmt::format("nearly {}{}", before, n(b.hi));
  return fmt::format("{}{}{} to {}", about, before, n(b.lo), n(b.hi));
}

std::string clock(double seconds) {
  const auto minutes = static_cast<long>(std::floor(seconds / 60));
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::string display_quantity(const Quantity& q, bool with_noun) {
  if (q.dimension == "clock" && q.unit == "second" && q.is_point() && q.lo >= 0) {
    return clock(q.lo);
  }
  const Style style = style_of(q);
  const bool counted = q.dimension == "count" || q.dimension.empty();
  const Bounds written{q.lo, q.hi, q.lo_open, q.hi_open};
  const bool vague = q.vague && !std::isinf(q.pragmatic.lo) && !std::isinf(q.pragmatic.hi);
  std::string out = q.subset ? "including " : "";
  out += vague ? "roughly " + hedged(q.pragmatic, false, style)
               : hedged(written, q.approximate, style);
  if (q.increment) out += " more";
  if (counted && !with_noun) return out;
  if (std::isinf(q.lo) && std::isinf(q.hi) && !vague)
    return out + (style.many.empty() ? "" : " of") + style.many;
  return out + (q.is_point() && q.hi / style.factor == 1 ? style.one : style.many);
}

}  // namespace

std::string display_number(double value) {
  if (!std::isfinite(value)) return value < 0 ? "minus infinity" : "infinity";
  if (value != 0 && (std::abs(value) < 0.0005 || std::abs(value) >= 1e15)) {
    return fmt::format("{:g}", value);
  }
  std::string text = fmt::format("{:.3f}", std::abs(value));
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  const std::size_t point = std::min(text.find('.'), text.size());
  for (std::size_t at = point; at > 3; at -= 3)
    text.insert(at - 3, ",");
  return value < 0 ? "-" + text : text;
}

std::string display(const Value& value) {
  return value.quantity ? display_quantity(*value.quantity, true)
                        : fmt::format("\"{}\"", value.label);
}

std::string display_figure(const Value& value) {
  return value.quantity ? display_quantity(*value.quantity, false) : display(value);
}

std::string display_bounds(const Quantity& quantity, const Bounds& bounds) {
  const Style style = style_of(quantity);
  const bool one = bounds.lo == bounds.hi && bounds.hi / style.factor == 1;
  return hedged(bounds, false, style) + (one ? style.one : style.many);
}

std::string display_measure(std::string_view attribute) {
  constexpr std::string_view kCounted = "count:";
  std::string out;
  if (attribute.starts_with(kCounted)) {
    out = "number of " + plural(attribute.substr(kCounted.size()));
  } else {
    for (const char c : attribute) {
      const bool topic_ends = c == '.' && out.find(':') == out.npos;
      if (topic_ends) out += ':';
      out += c == '.' || c == '_' || c == '-' ? ' ' : c;
    }
  }
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z')
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

Scale display_scale(const Quantity& quantity) {
  const Style style = style_of(quantity);
  const bool counted = quantity.dimension == "count" || quantity.dimension.empty();
  return {style.factor, style.before, counted ? "" : style.many};
}

}  // namespace gainsay::report
