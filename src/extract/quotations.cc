#include "quotations.h"

#include <cstddef>
#include <optional>
#include <string>

namespace gainsay::extract {
namespace {

constexpr std::string_view kOpenCurly = "\xE2\x80\x9C";
constexpr std::string_view kCloseCurly = "\xE2\x80\x9D";
constexpr std::string_view kLow = "\xE2\x80\x9E";
constexpr std::string_view kOpenSingle = "\xE2\x80\x98";
constexpr std::string_view kCloseSingle = "\xE2\x80\x99";
constexpr std::string_view kOpenGuillemet = "\xC2\xAB";
constexpr std::string_view kCloseGuillemet = "\xC2\xBB";
constexpr std::size_t kLongest =
    2000;  ///< bytes; a straight or low mark without its partner is dropped

bool blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}
bool alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0xC3;
}

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text) {}

  std::vector<Quotation> run() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::optional<Quotation> found = quotation(at);
      if (found && !found->inner.empty()) out_.push_back(*found);
      at = found ? found->outer.end : at + 1;
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool stands(std::size_t at, std::string_view mark) const {
    return text_.substr(at, mark.size()) == mark;
  }
  [[nodiscard]] bool opens(std::size_t at) const {
    if (at == 0) return true;
    const char c = text_[at - 1];
    return blank(c) || c == '(' || c == '[' || c == '-' || c == ':' || c == '\'' ||
           (at >= 3 && (stands(at - 3, "\xE2\x80\x94") || stands(at - 3, "\xE2\x80\x93")));
  }
  [[nodiscard]] static Quotation make(std::size_t begin, std::size_t inner, std::size_t inner_end,
                                      std::size_t end) {
    const auto u = [](std::size_t n) { return static_cast<std::uint32_t>(n); };
    return {{u(begin), u(end)}, {u(inner), u(inner_end)}};
  }

  [[nodiscard]] std::optional<Quotation> quotation(std::size_t at) const {
    if (stands(at, kOpenCurly)) return curly(at, kOpenCurly.size(), kCloseCurly);
    if (stands(at, kLow)) return low(at);
    if (stands(at, kOpenGuillemet)) return curly(at, kOpenGuillemet.size(), kCloseGuillemet);
    if (stands(at, "``") || (stands(at, "''") && opens(at))) return paired(at, 2, "''");
    if (text_[at] == '"') return paired(at, 1, "\"");
    if (stands(at, kOpenSingle) && stands(at + 3, kOpenSingle)) return curly(at, 6, kCloseCurly);
    if (stands(at, kOpenSingle) && opens(at)) return single(at, kOpenSingle.size(), kCloseSingle);
    if (text_[at] == '\'' && opens(at)) return single(at, 1, "'");
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Quotation> curly(std::size_t at, std::size_t size,
                                               std::string_view close) const {
    const std::size_t inner = at + size;
    for (std::size_t i = inner; i < text_.size(); ++i) {
      if (stands(i, close)) return make(at, inner, i, i + close.size());
      if (text_[i] == '"' || (stands(i, "''") && !alnum(next(i + 2)))) {
        return make(at, inner, i, i + (text_[i] == '"' ? 1 : 2));
      }
      if (stands(i, kCloseSingle) && stands(i + 3, kCloseSingle)) return make(at, inner, i, i + 6);
      if (stands(i, kOpenCurly)) return make(at, inner, i, i);
    }
    return make(at, inner, text_.size(), text_.size());
  }
  [[nodiscard]] std::optional<Quotation> low(std::size_t at) const {
    for (std::size_t i = at + kLow.size(); i < text_.size() && i < at + kLongest; ++i) {
      const bool close = stands(i, kOpenCurly) || stands(i, kCloseCurly);
      if (close || text_[i] == '"') return make(at, at + kLow.size(), i, i + (close ? 3 : 1));
    }
    return std::nullopt;
  }
  [[nodiscard]] char next(std::size_t i) const { return i < text_.size() ? text_[i] : ' '; }

  [[nodiscard]] std::optional<Quotation> paired(std::size_t at, std::size_t size,
                                                std::string_view close) const {
    const std::size_t inner = at + size;
    if (size == 1 && at > 0 && text_[at - 1] >= '0' && text_[at - 1] <= '9') return std::nullopt;
    for (std::size_t i = inner; i < text_.size() && i < inner + kLongest; ++i) {
      const bool here = stands(i, close) || (size == 2 && text_[i] == '"') ||
                        (size == 1 && stands(i, kCloseCurly)) ||
                        (size == 1 && stands(i, "''") && !alnum(next(i + 2)));
      if (!here) continue;
      const std::size_t width = stands(i, kCloseCurly) ? 3 : (text_[i] == '"' ? 1 : 2);
      return make(at, inner, i, i + width);
    }
    return std::nullopt;
  }

  // Two words or more: a single mark is an apostrophe too often.
  [[nodiscard]] std::optional<Quotation> single(std::size_t at, std::size_t size,
                                                std::string_view close) const {
    const std::size_t inner = at + size;
    if (!alnum(next(inner))) return std::nullopt;
    bool two_words = false;
    for (std::size_t i = inner; i < text_.size() && i < inner + kLongest; ++i) {
      two_words = two_words || blank(text_[i]);
      if (text_[i] == '\n' || text_[i] == '"') return std::nullopt;
      if (!stands(i, close) || blank(text_[i - 1]) || alnum(next(i + close.size()))) continue;
      if (text_[i - 1] == 's' && blank(next(i + close.size())) &&
          text_.substr(i + 1, kLongest).find(close) != std::string_view::npos) {
        continue;
      }
      if (!two_words) return std::nullopt;
      return make(at, inner, i, i + close.size());
    }
    return std::nullopt;
  }

  std::string_view text_;
  std::vector<Quotation> out_;
};

}  // namespace

std::vector<Quotation> find_quotations(std::string_view text) {
  return Finder(text).run();
}

}  // namespace gainsay::extract
