#include "table.h"

namespace gainsay::lexical {

std::string_view find(const Table& table, std::string_view key) {
  const std::string_view text(table.lines, table.size);
  for (unsigned i = key_hash(key) & table.mask; table.slots[i] != 0; i = (i + 1) & table.mask) {
    const std::string_view line = text.substr(table.slots[i] - 1);
    if (line.size() <= key.size() || line[key.size()] != '\t' || !line.starts_with(key)) continue;
    const std::size_t begin = key.size() + 1;
    return line.substr(begin, line.find('\n', begin) - begin);
  }
  return {};
}

}  // namespace gainsay::lexical
