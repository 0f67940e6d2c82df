// How benchmarks measure: each piece of work in a process of its own, medians of rounds in turns.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <vector>

#include <fmt/format.h>

namespace srgconv::bench {

/// Seconds of a piece of work in a process of its own, so that starting and ending count on both sides. It must return 0.
inline double seconds_of(const std::function<int()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  int status = 0;
  ::waitpid(child, &status, 0);
  if (status != 0) {
    fmt::print("a measured program failed\n");
    std::exit(1);
  }
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

inline double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace srgconv::bench
