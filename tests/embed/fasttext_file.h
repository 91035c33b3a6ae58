#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace gainsay::test {

template <class T>
void put(std::string& out, T value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  out.append(bytes, sizeof value);
}

/// A fastText file put together by hand, as another program would have written it: two dimensions,
/// four words, of which "the" is most of the text, no subwords. With softmax, as negative sampling
/// fills a table of 40 MB on loading.
struct FastTextFile {
  std::vector<std::pair<std::string, std::vector<float>>> words = {
      {"the", {0.5F, 0.5F}}, {"harbour", {1, 0}}, {"port", {0.9F, 0.1F}}, {"senate", {0, 1}}};
  bool quantised = false;  ///< with one byte for both dimensions, and norms

  [[nodiscard]] std::string bytes() const {
    std::string out;
    put<std::int32_t>(out, 793712314);
    put<std::int32_t>(out, 12);
    // dim ws epoch minCount neg wordNgrams loss(softmax) model(sg) bucket minn maxn lrUpdateRate
    for (const int setting : {2, 5, 5, 1, 5, 1, 3, 2, 0, 0, 0, 100})
      put<std::int32_t>(out, setting);
    put<double>(out, 1e-4);
    const auto count = static_cast<std::int32_t>(words.size());
    put(out, count);
    put(out, count);
    put<std::int32_t>(out, 0);
    put<std::int64_t>(out, 1'003'000);
    put<std::int64_t>(out, -1);
    for (const auto& [word, vector] : words) {
      out += word + '\0';
      put<std::int64_t>(out, word == "the" ? 1'000'000 : 1000);
      put<std::int8_t>(out, 0);
    }
    matrix(out);
    put<char>(out, 0);
    put<std::int64_t>(out, count);
    put<std::int64_t>(out, 2);
    for (int i = 0; i < 2 * count; ++i)
      put<float>(out, 0);
    return out;
  }

 private:
  void matrix(std::string& out) const {
    put<char>(out, quantised ? 1 : 0);
    if (quantised) put<char>(out, 1);
    put<std::int64_t>(out, static_cast<std::int64_t>(words.size()));
    put<std::int64_t>(out, 2);
    if (!quantised) {
      for (const auto& [word, vector] : words) {
        for (const float value : vector)
          put(out, value);
      }
      return;
    }
    // Word i has centroid i and norm 1.
    put(out, static_cast<std::int32_t>(words.size()));
    for (std::size_t i = 0; i < words.size(); ++i)
      put(out, static_cast<std::uint8_t>(i));
    for (const int size : {2, 1, 2, 2})
      put<std::int32_t>(out, size);
    for (std::size_t i = 0; i < 256; ++i) {
      for (std::size_t k = 0; k < 2; ++k)
        put<float>(out, i < words.size() ? words[i].second[k] : 0.0F);
    }
    for (std::size_t i = 0; i < words.size(); ++i)
      put<std::uint8_t>(out, 0);
    for (const int size : {1, 1, 1, 1})
      put<std::int32_t>(out, size);
    for (std::size_t i = 0; i < 256; ++i)
      put<float>(out, 1);
  }
};

}  // namespace gainsay::test
