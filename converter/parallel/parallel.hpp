// Work on pieces by several threads, results taken in the order of the pieces: the same outcome for any number of threads.
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

namespace srgconv::parallel {

/// `cut(piece)` gives the next piece, one thread at a time, false at the end; `work(piece)` makes a result of it on any thread; `take(result)` gets the results
/// in order on the calling thread, and stops everything by returning false. At most `ahead` pieces are on their way. The first exception is thrown again here.
template <class Piece, class Result, class Cut, class Work, class Take>
void ordered_until_end(unsigned threads, std::size_t ahead, const Cut& cut, const Work& work, const Take& take) {
  std::mutex mutex;
  std::condition_variable changed;
  std::map<std::size_t, Result> ready;
  std::size_t cut_so_far = 0, taken = 0;
  bool at_end = false, stop = false;
  std::exception_ptr failure;

  const auto run = [&] {
    try {
      Piece piece;
      while (true) {
        std::size_t mine = 0;
        {
          std::unique_lock lock(mutex);
          changed.wait(lock, [&] { return stop || at_end || cut_so_far < taken + ahead; });
          if (stop || at_end) return;
          if (!cut(piece)) {
            at_end = true;
            changed.notify_all();
            return;
          }
          mine = cut_so_far++;
        }
        Result result = work(piece);
        const std::lock_guard lock(mutex);
        ready.emplace(mine, std::move(result));
        changed.notify_all();
      }
    } catch (...) {
      const std::lock_guard lock(mutex);
      if (!failure) failure = std::current_exception();
      stop = true;
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
  try {
    for (unsigned t = 0; t < threads; ++t) workers.emplace_back(run);
    while (true) {
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return failure || ready.contains(taken) || (at_end && taken == cut_so_far); });
      if (failure || !ready.contains(taken)) break;
      Result result = std::move(ready.extract(taken).mapped());
      ++taken;
      lock.unlock();
      changed.notify_all();
      if (!take(std::move(result))) break;
    }
  } catch (...) {
    end_all();
    throw;
  }
  end_all();
  if (failure) std::rethrow_exception(failure);
}

/// Calls `produce(i)` for 0 <= i < count, at most `threads` at a time and at most `ahead` pieces ahead of the consumer; calls `consume(i, result)` in order on
/// the calling thread. `consume` returning false stops. The first exception of any of them is thrown again here.
template <class Produce, class Consume>
void ordered(std::size_t count, unsigned threads, std::size_t ahead, const Produce& produce, const Consume& consume) {
  if (threads <= 1 || count <= 1) {
    for (std::size_t i = 0; i < count; ++i) {
      if (!consume(i, produce(i))) return;
    }
    return;
  }
  using Result = decltype(produce(std::size_t{0}));
  std::size_t next = 0, taken = 0;
  const auto cut = [&](std::size_t& piece) {
    if (next == count) return false;
    piece = next++;
    return true;
  };
  ordered_until_end<std::size_t, Result>(static_cast<unsigned>(std::min<std::size_t>(threads, count)), ahead, cut, produce,
                                         [&](Result&& result) { return consume(taken++, std::move(result)); });
}

/// The same, at most four pieces per thread ahead of the consumer.
template <class Produce, class Consume>
void ordered(std::size_t count, unsigned threads, const Produce& produce, const Consume& consume) {
  ordered(count, threads, std::size_t{4} * threads, produce, consume);
}

}  // namespace srgconv::parallel
