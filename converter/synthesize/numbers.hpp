// Registration numbers as suppliers build them: each in its own way, some equal between senders.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "synthesize/permutation.hpp"
#include "synthesize/person.hpp"

namespace srgconv::synthesize {

/// Numbers of old systems, handed out in the order of persons.
///
/// Sender 0 and 3: a client number and a serial number per client, `1000042-2`. Sender 1 and 4: the year of the start and a running number, `V2019.000042`.
/// Sender 2: seven digits. A provision that the dial of collisions touched has a number of a series that all senders share; where there is one sender, one of
/// the numbers that the new system gives.
class OldNumbers {
 public:
  explicit OldNumbers(int senders) : senders_(senders) {}
  /// Fills in the numbers of a person's old provisions, past ones too.
  void number(Person& person);

 private:
  std::string next(int sender, const Person& person, Date start, bool collides);

  int senders_;
  std::array<std::uint32_t, 5> running_{}, colliding_{};
  std::array<std::uint32_t, 5> serial_{};  // of the person at hand
};

/// The number that the new system gives to its provision `number`, counted from 0: `VZ0000001`.
std::string new_number(std::uint64_t number);

}  // namespace srgconv::synthesize
