#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace gainsay {

/// Calls work(index, worker) for every index below `count`, on `jobs` threads; worker < jobs, and
/// the caller's thread is worker 0. Returns when all are done. `work` does not throw.
template <class Work>
void in_parallel(std::size_t count, std::size_t jobs, const Work& work) {
  std::atomic<std::size_t> next = 0;
  const auto loop = [&](std::size_t worker) {
    for (std::size_t i = next++; i < count; i = next++)
      work(i, worker);
  };
  std::vector<std::jthread> threads;
  for (std::size_t worker = 1; worker < jobs; ++worker)
    threads.emplace_back(loop, worker);
  loop(0);
}

/// For work that nobody gave a number of threads: one for each `share` of the work, no more than
/// the processors and `most`.
inline std::size_t threads_for(std::size_t count, std::size_t share, std::size_t most) {
  const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
  return 1 + std::min({count / share, most - 1, processors - 1});
}

}  // namespace gainsay
