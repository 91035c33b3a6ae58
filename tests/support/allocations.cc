#include "support/allocations.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <new>

#include <malloc.h>

namespace {

std::atomic<std::size_t> count{0};
std::atomic<std::size_t> used{0};
std::atomic<std::size_t> most{0};  // exact while one thread allocates

void* counted(std::size_t size) {
  count.fetch_add(1, std::memory_order_relaxed);
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  most = std::max<std::size_t>(most, used += malloc_usable_size(memory));
  return memory;
}

void freed(void* memory) {
  used -= malloc_usable_size(memory);
  std::free(memory);
}

}  // namespace

// The forms that take an alignment are not used by what is measured. A sanitizer has nothrow forms of
// its own, whose memory the ones below must not free.
void* operator new(std::size_t size) {
  return counted(size);
}
void* operator new[](std::size_t size) {
  return counted(size);
}
void* operator new(std::size_t size, const std::nothrow_t& /*tag*/) noexcept {
  return counted(size);
}
void* operator new[](std::size_t size, const std::nothrow_t& /*tag*/) noexcept {
  return counted(size);
}
void operator delete(void* memory) noexcept {
  freed(memory);
}
void operator delete[](void* memory) noexcept {
  freed(memory);
}
void operator delete(void* memory, std::size_t /*size*/) noexcept {
  freed(memory);
}
void operator delete[](void* memory, std::size_t /*size*/) noexcept {
  freed(memory);
}

namespace gainsay::test {

std::size_t allocations() {
  return count.load(std::memory_order_relaxed);
}

std::size_t peak_from_here() {
  most = used.load();
  return most;
}

std::size_t peak() {
  return most;
}

}  // namespace gainsay::test
