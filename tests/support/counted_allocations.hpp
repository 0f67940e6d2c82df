// Counts what is allocated through operator new. To be included by one file of a test program: it replaces the operators of the whole program.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace srgconv::test {

inline std::atomic<std::size_t> allocations{0};  ///< of all threads since the program began

}  // namespace srgconv::test

void* operator new(std::size_t size) {
  ++srgconv::test::allocations;
  if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
