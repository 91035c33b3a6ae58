#include "show_line.h"

#include <fstream>
#include <string>

namespace gainsay::pipeline {

void show_line(Error& error) {
  const std::size_t second = error.where.rfind(':');
  const std::size_t first = error.where.rfind(':', second - 1);
  const std::size_t number = std::stoul(error.where.substr(first + 1));
  const std::size_t column = std::stoul(error.where.substr(second + 1)) - 1;
  std::ifstream in(error.where.substr(0, first), std::ios::binary);
  std::string line;
  for (std::size_t i = 0; i < number; ++i)
    std::getline(in, line);
  if (line.ends_with('\r')) line.pop_back();
  if (line.size() <= column) return;
  const std::size_t end = std::min(line.find_first_of(" \t,:}]", column + 1), line.size());
  std::string marks;
  for (std::size_t i = 0; i < end; ++i) {
    if ((static_cast<unsigned char>(line[i]) & 0xC0) == 0x80) continue;
    marks += i >= column ? '^' : line[i] == '\t' ? '\t' : ' ';
  }
  error.message += "\n  " + line + "\n  " + marks;
}

}  // namespace gainsay::pipeline
