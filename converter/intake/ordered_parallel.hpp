// Work on numbered pieces by several threads, results taken in the order of the numbers: same outcome for any number of threads.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace srgconv::intake {

/// Calls `produce(i)` for 0 <= i < count, at most `threads` at a time and at most four pieces ahead of the consumer per thread; calls `consume(i, result)` in
/// order on the calling thread. `consume` returning false stops. The first exception of any of them is thrown again here.
template <class Produce, class Consume>
void ordered_parallel(std::size_t count, unsigned threads, const Produce& produce, const Consume& consume) {
  if (threads <= 1 || count <= 1) {
    for (std::size_t i = 0; i < count; ++i) {
      if (!consume(i, produce(i))) return;
    }
    return;
  }
  using Result = decltype(produce(std::size_t{0}));
  std::mutex mutex;
  std::condition_variable changed;
  std::map<std::size_t, Result> ready;
  std::size_t next = 0, consumed = 0;
  bool stop = false;
  std::exception_ptr failure;
  const std::size_t ahead = std::size_t{4} * threads;

  const auto work = [&] {
    while (true) {
      std::size_t mine = 0;
      {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return stop || next >= count || next < consumed + ahead; });
        if (stop || next >= count) return;
        mine = next++;
      }
      try {
        Result result = produce(mine);
        const std::lock_guard lock(mutex);
        ready.emplace(mine, std::move(result));
      } catch (...) {
        const std::lock_guard lock(mutex);
        if (!failure) failure = std::current_exception();
        stop = true;
      }
      changed.notify_all();
    }
  };
  std::vector<std::thread> workers;
  const auto end_all = [&] {
    {
      const std::lock_guard lock(mutex);
      stop = true;
    }
    changed.notify_all();
    for (std::thread& worker : workers) worker.join();
  };
  for (unsigned t = 0; t < std::min<std::size_t>(threads, count); ++t) workers.emplace_back(work);
  try {
    for (std::size_t i = 0; i < count; ++i) {
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return failure || ready.contains(i); });
      if (failure) break;
      Result result = std::move(ready.extract(i).mapped());
      consumed = i + 1;
      lock.unlock();
      changed.notify_all();
      if (!consume(i, std::move(result))) break;
    }
  } catch (...) {
    end_all();
    throw;
  }
  end_all();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace srgconv::intake
