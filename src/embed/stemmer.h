#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace gainsay::embed {

/// English stems (Snowball). Threads: one Stemmer per thread.
class Stemmer {
 public:
  Stemmer();
  /// `word` in lower case.
  [[nodiscard]] std::string stem(std::string_view word);

 private:
  struct Delete {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Delete> stemmer_;
};

}  // namespace gainsay::embed
