#include "table.h"

namespace gainsay::lexical {

std::string_view find(Table table, std::string_view key) {
  const std::string_view text(table.lines, table.size);
  std::size_t low = 0;
  std::size_t high = text.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const std::size_t before = middle == 0 ? std::string_view::npos : text.rfind('\n', middle - 1);
    const std::size_t line = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t tab = text.find('\t', line);
    const std::size_t end = text.find('\n', tab);
    const int order = text.substr(line, tab - line).compare(key);
    if (order == 0) return text.substr(tab + 1, end - tab - 1);
    if (order < 0) {
      low = end + 1;
    } else {
      high = line;
    }
  }
  return {};
}

}  // namespace gainsay::lexical
