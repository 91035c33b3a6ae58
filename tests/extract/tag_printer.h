#pragma once

#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "quantities.h"
#include "ruleset/ruleset.h"
#include "tokens.h"

namespace gainsay::extract {

/// The tagger over the rules of the repository, and its tags in readable form.
class TagPrinter {
 public:
  TagPrinter()
      : loaded_(ruleset::load(std::string(GAINSAY_SOURCE_DIR) + "/rules")),
        tagger_(loaded_.rules, errors_) {}

  [[nodiscard]] const std::vector<Error>& errors() const { return errors_; }
  [[nodiscard]] std::vector<QuantityTag> tag(std::string_view text) const {
    return tagger_.tag(text, tokenize(text));
  }
  /// "[surface] dimension unit lo..hi flags noun=... mod=...", tags separated by "; ".
  [[nodiscard]] std::string print(std::string_view text) const {
    const std::vector<Token> tokens = tokenize(text);
    std::string out;
    for (const QuantityTag& tag : tagger_.tag(text, tokens)) {
      const std::uint32_t begin = tokens[tag.first].span.begin;
      const std::uint32_t end = tokens[tag.last - 1].span.end;
      if (!out.empty()) out += "; ";
      out += "[" + std::string(text.substr(begin, end - begin)) + "] " + print(tag.quantity);
    }
    return out;
  }
  /// "hard [lo, hi) pragmatic (lo, hi]" of the only tag.
  [[nodiscard]] std::string print_bounds(std::string_view text) const {
    const std::vector<QuantityTag> tags = tag(text);
    if (tags.size() != 1) return "not one tag";
    return "hard " + print(tags[0].quantity.hard) + " pragmatic " +
           print(tags[0].quantity.pragmatic);
  }

 private:
  static std::string print(double value) {
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    std::array<char, 40> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.10g", value);
    return buffer.data();
  }
  static std::string print(const Bounds& b) {
    return (b.lo_open ? "(" : "[") + print(b.lo) + ", " + print(b.hi) + (b.hi_open ? ")" : "]");
  }
  static std::string print(const Quantity& q) {
    std::string out = q.dimension + " " + (q.unit.empty() ? "-" : q.unit) + " " + print(q.lo) +
                      ".." + print(q.hi);
    if (q.lo_open) out += " lo-open";
    if (q.hi_open) out += " hi-open";
    if (q.approximate) out += " approx";
    if (q.vague) out += " vague";
    if (q.increment) out += " increment";
    if (q.subset) out += " subset";
    if (!q.noun.empty()) out += " noun=" + q.noun;
    if (!q.modifiers.empty()) out += " mod=" + q.modifiers;
    return out;
  }

  ruleset::Loaded loaded_;
  std::vector<Error> errors_;
  QuantityTagger tagger_;
};

}  // namespace gainsay::extract
