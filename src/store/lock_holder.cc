#include "lock_holder.h"

#include <fstream>
#include <sstream>

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace gainsay::store {
namespace {

/// The process with a write lock on a file; 0 where there is none. Source: proc(5), /proc/locks.
long writer_of(const std::string& file) {
  struct stat status {};
  if (stat(file.c_str(), &status) != 0) return 0;
  std::ifstream locks("/proc/locks");
  for (std::string line; std::getline(locks, line);) {
    std::istringstream words(line);
    std::string number;
    std::string kind;
    std::string mode;
    std::string access;
    long process = 0;
    unsigned major = 0;
    unsigned minor = 0;
    unsigned long inode = 0;
    char colon = 0;
    words >> number >> kind >> mode >> access >> process >> std::hex >> major >> colon >> minor >>
        colon >> std::dec >> inode;
    const bool same = inode == status.st_ino && makedev(major, minor) == status.st_dev;
    if (words && same && access == "WRITE" && process > 0 && process != getpid()) return process;
  }
  return 0;
}

}  // namespace

std::string lock_holder(const std::string& path) {
  // A database with a write-ahead log is locked through its shared memory.
  long process = writer_of(path + "-shm");
  if (process == 0) process = writer_of(path);
  std::string program;
  std::getline(std::ifstream("/proc/" + std::to_string(process) + "/comm"), program);
  if (program.empty()) return "another program";
  return program + " (process " + std::to_string(process) + ")";
}

}  // namespace gainsay::store
