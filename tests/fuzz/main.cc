// Runs each target in a child process, so that a crash, a hang or a broken promise names the one
// input that did it and the other targets still get their turn.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fuzz.h"

namespace gainsay::fuzz {
namespace {

using Clock = std::chrono::steady_clock;
constexpr unsigned kLongest = 20;  // seconds of one run; sanitizers included, a run takes some ms

struct Options {
  unsigned long seed = 1;
  unsigned long runs = 0;  ///< 0: as many as the time allows
  unsigned long first = 0;
  double seconds = 30;  ///< for each target
  std::vector<std::string> names;
};

/// Where the child is; shared with its parent.
struct Progress {
  unsigned long run = 0;
};

void work(const Target& target, const Options& options, Progress& progress) {
  const auto end = Clock::now() + std::chrono::duration<double>(options.seconds);
  for (unsigned long run = options.first; options.runs == 0 || run < options.first + options.runs;
       ++run) {
    if (options.runs == 0 && Clock::now() >= end) return;
    progress.run = run;
    ::alarm(kLongest);
    target.check(input_of(target, options.seed, run));
  }
}

bool feed(const Target& target, const Options& options, const std::string& program) {
  void* shared =
      ::mmap(nullptr, sizeof(Progress), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) std::abort();
  auto* progress = new (shared) Progress;
  std::fflush(nullptr);
  const pid_t child = ::fork();
  if (child == 0) {
    work(target, options, *progress);
    std::fflush(nullptr);
    std::_Exit(0);
  }
  int status = 0;
  if (child < 0 || ::waitpid(child, &status, 0) != child) std::abort();
  const unsigned long run = progress->run;
  ::munmap(shared, sizeof(Progress));
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
    std::printf("%s: %lu runs\n", target.name.c_str(), run + 1 - options.first);
    return true;
  }
  const std::string file = "fuzz-" + target.name + "-" + std::to_string(run) + ".input";
  std::ofstream(file, std::ios::binary) << input_of(target, options.seed, run);
  const bool hung = WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM;
  std::printf(
      "%s: run %lu %s; its input is in %s\n  again: %s --seed %lu --first %lu --runs 1 %s\n",
      target.name.c_str(), run, hung ? "does not end" : "failed", file.c_str(), program.c_str(),
      options.seed, run, target.name.c_str());
  return false;
}

bool read_options(int argc, char** argv, Options& options) {
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (!word.starts_with("--")) {
      options.names.push_back(word);
      continue;
    }
    if (++i == argc) return false;
    if (word == "--seed")
      options.seed = std::strtoul(argv[i], nullptr, 10);
    else if (word == "--runs")
      options.runs = std::strtoul(argv[i], nullptr, 10);
    else if (word == "--first")
      options.first = std::strtoul(argv[i], nullptr, 10);
    else if (word == "--seconds")
      options.seconds = std::strtod(argv[i], nullptr);
    else
      return false;
  }
  return true;
}

}  // namespace

void must(bool holds, std::string_view promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %.*s\n", static_cast<int>(promise.size()), promise.data());
  std::abort();
}

std::string scratch_folder() {
  static const std::string kFolder = [] {
    std::string folder = std::filesystem::temp_directory_path().string() + "/gainsay_fuzz_XXXXXX";
    if (::mkdtemp(folder.data()) == nullptr) std::abort();
    return folder;
  }();
  return kFolder;
}

int main(int argc, char** argv) {
  Options options;
  if (!read_options(argc, argv, options)) {
    std::fprintf(stderr, "usage: %s [--seed N] [--seconds N | --runs N] [--first N] [TARGET...]\n",
                 argv[0]);
    return 2;
  }
  bool good = true;
  const std::string folder = scratch_folder();
  for (const Target& target : targets()) {
    const bool wanted =
        options.names.empty() ||
        std::find(options.names.begin(), options.names.end(), target.name) != options.names.end();
    if (wanted) good = feed(target, options, argv[0]) && good;
  }
  std::filesystem::remove_all(folder);
  return good ? 0 : 1;
}

}  // namespace gainsay::fuzz

int main(int argc, char** argv) {
  return gainsay::fuzz::main(argc, argv);
}
